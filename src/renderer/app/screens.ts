import { IconCash, IconCup, IconLayoutColumns } from '@tabler/icons-react';
import type { Permission } from '../../domain/permissions.ts';

/** The screens of the main navigation, each with what one must be allowed to use it. */
export const NAVIGATION = [
  { id: 'till', path: '/', icon: IconCup, permission: 'orders.create' },
  { id: 'board', path: '/orders', icon: IconLayoutColumns, permission: 'orders.view' },
  { id: 'shift', path: '/shift', icon: IconCash, permission: 'shifts.view' },
] as const satisfies readonly { id: string; path: string; icon: unknown; permission: Permission }[];

export type NavigationId = (typeof NAVIGATION)[number]['id'];

/** Which screen an address belongs to. */
export const screenOf = (location: string): NavigationId =>
  location.startsWith('/orders') ? 'board' : location.startsWith('/shift') ? 'shift' : 'till';
