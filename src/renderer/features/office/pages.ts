import {
  IconArrowsExchange,
  IconCategory,
  IconChartBar,
  IconCirclePlus,
  IconCoffee,
  IconDiscount,
  IconHistory,
  IconPackages,
  IconReceipt2,
  IconReportMoney,
  IconSettings,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Permission } from '../../../domain/permissions.ts';
import type { ScreenName } from '../../keyboard/map.ts';

/** The groups of the back office's side navigation, in its order. */
export const OFFICE_GROUPS = ['overview', 'menu', 'people', 'money', 'system'] as const;

export interface OfficePage {
  /** Also the text key `office.pages.<id>`. */
  readonly id: string;
  /** `/office/items`; a page owns what is below it: `/office/items/12`. */
  readonly path: string;
  readonly group: (typeof OFFICE_GROUPS)[number];
  readonly icon: typeof IconChartBar;
  readonly permission: Permission;
  readonly screen: LazyExoticComponent<ComponentType>;
  /** Whose keys work there; `list` for pages made with ui/list. */
  readonly keys?: ScreenName;
}

/** Every page of the back office, each its own chunk. A page reads its own part of the address. */
export const OFFICE_PAGES = [
  {
    id: 'dashboard',
    path: '/office/dashboard',
    group: 'overview',
    icon: IconChartBar,
    permission: 'reports.view',
    screen: lazy(async () => ({ default: (await import('../dashboard/dashboard-screen.tsx')).DashboardScreen })),
  },
  {
    id: 'reports',
    path: '/office/reports',
    group: 'overview',
    icon: IconReportMoney,
    permission: 'reports.view',
    screen: lazy(async () => ({ default: (await import('../reports/reports-screen.tsx')).ReportsScreen })),
    keys: 'reports',
  },
  {
    id: 'items',
    path: '/office/items',
    group: 'menu',
    icon: IconCoffee,
    permission: 'menu.view',
    screen: lazy(async () => ({ default: (await import('../items/items-screen.tsx')).ItemsScreen })),
    keys: 'list',
  },
  {
    id: 'categories',
    path: '/office/categories',
    group: 'menu',
    icon: IconCategory,
    permission: 'menu.view',
    screen: lazy(async () => ({ default: (await import('../categories/categories-screen.tsx')).CategoriesScreen })),
    keys: 'list',
  },
  {
    id: 'addons',
    path: '/office/addons',
    group: 'menu',
    icon: IconCirclePlus,
    permission: 'menu.view',
    screen: lazy(async () => ({ default: (await import('../addons/addons-screen.tsx')).AddonsScreen })),
    keys: 'list',
  },
  {
    id: 'discounts',
    path: '/office/discounts',
    group: 'menu',
    icon: IconDiscount,
    permission: 'discounts.view',
    screen: lazy(async () => ({ default: (await import('../discounts/discounts-screen.tsx')).DiscountsScreen })),
    keys: 'list',
  },
  {
    id: 'stock',
    path: '/office/stock',
    group: 'menu',
    icon: IconPackages,
    permission: 'stock.view',
    screen: lazy(async () => ({ default: (await import('../stock/stock-screen.tsx')).StockScreen })),
    keys: 'list',
  },
  {
    id: 'customers',
    path: '/office/customers',
    group: 'people',
    icon: IconUsersGroup,
    permission: 'customers.view',
    screen: lazy(async () => ({ default: (await import('../customers/customers-screen.tsx')).CustomersScreen })),
    keys: 'list',
  },
  {
    id: 'expenses',
    path: '/office/expenses',
    group: 'money',
    icon: IconReceipt2,
    permission: 'expenses.view',
    screen: lazy(async () => ({ default: (await import('../expenses/expenses-screen.tsx')).ExpensesScreen })),
    keys: 'list',
  },
  {
    id: 'staff',
    path: '/staff',
    group: 'people',
    icon: IconUsers,
    permission: 'staff.view',
    screen: lazy(async () => ({ default: (await import('../staff/staff-screen.tsx')).StaffScreen })),
  },
  {
    id: 'audit',
    path: '/office/audit',
    group: 'system',
    icon: IconHistory,
    permission: 'audit.view',
    screen: lazy(async () => ({ default: (await import('../audit/audit-screen.tsx')).AuditScreen })),
    keys: 'audit',
  },
  {
    id: 'settings',
    path: '/office/settings',
    group: 'system',
    icon: IconSettings,
    permission: 'settings.view',
    screen: lazy(async () => ({ default: (await import('../settings/settings-screen.tsx')).SettingsScreen })),
    keys: 'settings',
  },
  {
    id: 'exchange',
    path: '/office/exchange',
    group: 'system',
    icon: IconArrowsExchange,
    permission: 'data.exchange',
    screen: lazy(async () => ({ default: (await import('../exchange/exchange-screen.tsx')).ExchangeScreen })),
  },
] as const satisfies readonly OfficePage[];

/** The page that an address of the back office belongs to: the longest path that it begins with. */
export const officePageAt = (location: string): (OfficePage & { readonly id: (typeof OFFICE_PAGES)[number]['id'] }) | undefined =>
  [...OFFICE_PAGES].sort((a, b) => b.path.length - a.path.length).find(({ path }) => location === path || location.startsWith(`${path}/`));
