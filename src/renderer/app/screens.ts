import { IconBuildingStore, IconCash, IconCup, IconLayoutColumns } from '@tabler/icons-react';
import type { Permission } from '../../domain/permissions.ts';
import { officePageAt } from '../features/office/pages.ts';
import type { ScreenName } from '../keyboard/map.ts';

/** Any of these opens the back office: somebody who was given the menu only finds the menu there, and nothing else. */
const OFFICE_WORK = [
  'reports.view',
  'menu.manage',
  'stock.manage',
  'discounts.manage',
  'customers.delete',
  'expenses.manage',
  'staff.view',
  'audit.view',
  'settings.manage',
  'data.exchange',
] as const satisfies readonly Permission[];

/** The screens of the main navigation, each with what opens it: one of its permissions. */
export const NAVIGATION = [
  { id: 'till', path: '/', icon: IconCup, permissions: ['orders.create'] },
  { id: 'board', path: '/orders', icon: IconLayoutColumns, permissions: ['orders.view'] },
  { id: 'shift', path: '/shift', icon: IconCash, permissions: ['shifts.view'] },
  { id: 'office', path: '/office', icon: IconBuildingStore, permissions: OFFICE_WORK },
] as const satisfies readonly { id: string; path: string; icon: unknown; permissions: readonly Permission[] }[];

export type NavigationId = (typeof NAVIGATION)[number]['id'];

/** Which screen an address belongs to. */
export const screenOf = (location: string): NavigationId =>
  location.startsWith('/orders')
    ? 'board'
    : location.startsWith('/shift')
      ? 'shift'
      : /^\/(office|staff|hours)/.test(location)
        ? 'office'
        : 'till';

const keysOfPage = (location: string): ScreenName => officePageAt(location)?.keys ?? 'office';

/** Whose keys work there, for the help. */
export const keysOf = (location: string): ScreenName => {
  if (location === '/shift/count') return 'count';
  if (location.startsWith('/orders/list')) return 'orders';
  if (/^\/orders\/(refund\/|order\/\d+\/refund)/.test(location)) return 'refund';
  if (location.startsWith('/orders/order')) return 'order';
  if (/^\/shift\/./.test(location)) return 'report';
  if (location.startsWith('/office/dashboard')) return 'dashboard';
  if (location.startsWith('/hours')) return 'hours';
  if (/^\/office\/./.test(location)) return keysOfPage(location);
  return location.startsWith('/staff') ? 'staff' : screenOf(location);
};
