export const ROLES = ['owner', 'manager', 'cashier', 'kitchen'] as const;
export type Role = (typeof ROLES)[number];

/** What can be allowed. Every operation of the contract names one of these, or `public`. */
export const PERMISSIONS = [
  'menu.view',
  'menu.manage',
  'customers.view',
  'customers.manage',
  'customers.delete',
  'discounts.view',
  'discounts.manage',
  'orders.view',
  'orders.create',
  'orders.advance',
  'orders.cancel',
  'orders.delete',
  'shifts.view',
  'shifts.operate',
  'shifts.report',
  'expenses.view',
  'expenses.create',
  'expenses.manage',
  'reports.view',
  'audit.view',
  'settings.view',
  'settings.manage',
  'keys.manage',
  'staff.manage',
  'session',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const KITCHEN: readonly Permission[] = ['session', 'menu.view', 'orders.view', 'orders.advance', 'settings.view'];

const CASHIER: readonly Permission[] = [
  ...KITCHEN,
  'customers.view',
  'customers.manage',
  'discounts.view',
  'orders.create',
  'orders.cancel',
  'shifts.view',
  'shifts.operate',
  'shifts.report',
  'expenses.view',
  'expenses.create',
];

const MANAGER: readonly Permission[] = [
  ...CASHIER,
  'menu.manage',
  'customers.delete',
  'discounts.manage',
  'orders.delete',
  'expenses.manage',
  'reports.view',
  'audit.view',
];

const BY_ROLE: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  owner: new Set(PERMISSIONS),
  manager: new Set(MANAGER),
  cashier: new Set(CASHIER),
  kitchen: new Set(KITCHEN),
};

/** Whether a role has a permission by itself. */
export const roleMay = (role: Role, permission: Permission): boolean => BY_ROLE[role].has(permission);
