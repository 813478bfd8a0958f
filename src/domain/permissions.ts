export const ROLES = ['owner', 'manager', 'cashier', 'kitchen'] as const;
export type Role = (typeof ROLES)[number];

/** What can be allowed. Every operation of the contract names one of these, or `public`. */
export const PERMISSIONS = [
  'menu.view',
  'menu.manage',
  'stock.view',
  'stock.manage',
  'stock.waste',
  'customers.view',
  'customers.manage',
  'customers.delete',
  'discounts.view',
  'discounts.manage',
  'discounts.give',
  'discounts.over_cap',
  'orders.view',
  'orders.create',
  'orders.advance',
  'orders.cancel',
  'orders.cancel_prepared',
  'orders.delete',
  'orders.comp',
  'payments.take',
  'payments.refund',
  'payments.refund_other_tender',
  'payments.manage',
  'shifts.view',
  'shifts.operate',
  'shifts.report',
  'shifts.x_report',
  'shifts.z_report',
  'shifts.over_short',
  'drawer.paid_in',
  'drawer.paid_out',
  'drawer.drop',
  'drawer.no_sale',
  'expenses.view',
  'expenses.create',
  'expenses.manage',
  'print.receipt',
  'print.copy',
  'reports.view',
  'audit.view',
  'settings.view',
  'settings.manage',
  'keys.manage',
  'staff.view',
  'staff.manage',
  'time.clock',
  'time.manage',
  'backups.manage',
  'data.exchange',
  'kiosk.leave',
  'session',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const KITCHEN: readonly Permission[] = ['session', 'menu.view', 'orders.view', 'orders.advance', 'settings.view', 'time.clock'];

const CASHIER: readonly Permission[] = [
  ...KITCHEN,
  'customers.view',
  'customers.manage',
  'discounts.view',
  'discounts.give',
  'orders.create',
  'orders.cancel',
  'payments.take',
  'shifts.view',
  'shifts.operate',
  'shifts.report',
  'drawer.paid_in',
  'drawer.paid_out',
  'drawer.drop',
  'expenses.view',
  'expenses.create',
  'print.receipt',
];

const MANAGER: readonly Permission[] = [
  ...CASHIER,
  'menu.manage',
  'stock.view',
  'stock.manage',
  'stock.waste',
  'customers.delete',
  'discounts.manage',
  'discounts.over_cap',
  'orders.cancel_prepared',
  'orders.delete',
  'orders.comp',
  'payments.refund',
  'payments.refund_other_tender',
  'shifts.x_report',
  'shifts.z_report',
  'shifts.over_short',
  'drawer.no_sale',
  'expenses.manage',
  'print.copy',
  'reports.view',
  'audit.view',
  'staff.view',
  'time.manage',
  'data.exchange',
  'kiosk.leave',
];

const BY_ROLE: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  owner: new Set(PERMISSIONS),
  manager: new Set(MANAGER),
  cashier: new Set(CASHIER),
  kitchen: new Set(KITCHEN),
};

/** What somebody has beside the role's own: added, or taken away. */
export interface PersonalPermissions {
  readonly granted: readonly Permission[];
  readonly withheld: readonly Permission[];
}

export const NO_PERSONAL_PERMISSIONS: PersonalPermissions = { granted: [], withheld: [] };

/** Whether a role has a permission by itself. */
export const roleMay = (role: Role, permission: Permission): boolean => BY_ROLE[role].has(permission);

/** Whether a person of that role, with their own additions and removals, has a permission. An owner cannot be cut off. */
export const personMay = (role: Role, personal: PersonalPermissions, permission: Permission): boolean => {
  if (role === 'owner') return true;
  if (personal.withheld.includes(permission)) return false;
  return roleMay(role, permission) || personal.granted.includes(permission);
};

/**
 * What a manager may allow on the spot with a PIN, when the person at the till may not do it. Both names are kept.
 */
export const OVERRIDABLE: ReadonlySet<Permission> = new Set<Permission>([
  'discounts.over_cap',
  'orders.cancel',
  'orders.cancel_prepared',
  'orders.delete',
  'orders.comp',
  'payments.refund',
  'payments.refund_other_tender',
  'drawer.no_sale',
  'drawer.paid_in',
  'drawer.paid_out',
  'drawer.drop',
  'shifts.x_report',
  'shifts.over_short',
  'stock.waste',
  'print.copy',
  'kiosk.leave',
]);
