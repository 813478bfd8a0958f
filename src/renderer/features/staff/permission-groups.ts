import { type Permission, PERMISSIONS, type PersonalPermissions, type Role, roleMay } from '../../../domain/permissions.ts';

/** Permissions in the order and groups in which an owner thinks of them. `session` is not among them: everybody has it. */
export const PERMISSION_GROUPS = [
  {
    name: 'selling',
    permissions: ['orders.view', 'orders.create', 'orders.advance', 'payments.take', 'customers.view', 'customers.manage', 'print.receipt'],
  },
  {
    name: 'giving',
    permissions: [
      'discounts.view',
      'discounts.give',
      'discounts.over_cap',
      'orders.comp',
      'orders.cancel',
      'orders.cancel_prepared',
      'orders.delete',
      'payments.refund',
      'payments.refund_other_tender',
      'stock.waste',
      'print.copy',
    ],
  },
  {
    name: 'drawer',
    permissions: [
      'shifts.view',
      'shifts.operate',
      'drawer.paid_in',
      'drawer.paid_out',
      'drawer.drop',
      'drawer.no_sale',
      'shifts.report',
      'shifts.x_report',
      'shifts.z_report',
      'shifts.over_short',
      'expenses.view',
      'expenses.create',
      'expenses.manage',
    ],
  },
  { name: 'menu', permissions: ['menu.view', 'menu.manage', 'stock.view', 'stock.manage', 'discounts.manage', 'customers.delete'] },
  {
    name: 'shop',
    permissions: [
      'reports.view',
      'audit.view',
      'staff.view',
      'staff.manage',
      'time.clock',
      'time.manage',
      'settings.view',
      'settings.manage',
      'payments.manage',
      'keys.manage',
      'backups.manage',
      'data.exchange',
      'kiosk.leave',
    ],
  },
] as const satisfies readonly { name: string; permissions: readonly Permission[] }[];

/** Whether a person has a permission, and whether by the role or against it. */
export const stateOf = (
  role: Role,
  personal: PersonalPermissions,
  permission: Permission,
): { has: boolean; differs: 'added' | 'withheld' | null } => {
  const byRole = roleMay(role, permission);
  if (role === 'owner') return { has: true, differs: null };
  if (personal.withheld.includes(permission)) return { has: false, differs: byRole ? 'withheld' : null };
  if (byRole) return { has: true, differs: null };
  const has = personal.granted.includes(permission);
  return { has, differs: has ? 'added' : null };
};

/** The personal permissions after one was switched: only what differs from the role is kept. */
export const withPermission = (role: Role, personal: PersonalPermissions, permission: Permission, has: boolean): PersonalPermissions => {
  const byRole = roleMay(role, permission);
  const without = (list: readonly Permission[]) => list.filter((each) => each !== permission);
  return {
    granted: has && !byRole ? [...without(personal.granted), permission] : without(personal.granted),
    withheld: !has && byRole ? [...without(personal.withheld), permission] : without(personal.withheld),
  };
};

/** What stays of personal permissions under another role. */
export const underRole = (role: Role, personal: PersonalPermissions): PersonalPermissions =>
  role === 'owner'
    ? { granted: [], withheld: [] }
    : {
        granted: PERMISSIONS.filter((permission) => personal.granted.includes(permission) && !roleMay(role, permission)),
        withheld: PERMISSIONS.filter((permission) => personal.withheld.includes(permission) && roleMay(role, permission)),
      };
