/** What changed, told after the commit. Screens refetch by topic; integrators read it from the event stream. */
export const TOPICS = [
  'categories',
  'items',
  'addons',
  'customers',
  'discounts',
  'orders',
  'shifts',
  'expenses',
  'settings',
  'staff',
  'keys',
  'payments',
  'refunds',
  'drawer',
  'tickets',
  'time',
  'backups',
  /** The desktop app itself: updates, kiosk, faults. */
  'desktop',
  /** Another database took the place of this one: everything changed. */
  'shop',
] as const;
export type Topic = (typeof TOPICS)[number];

export interface ChangeEvent {
  readonly topic: Topic;
  readonly action: 'create' | 'update' | 'delete';
  /** The row's id, or null when many changed at once. */
  readonly id: number | null;
  /** UTC instant of the commit. */
  readonly at: string;
}

/** The events a screen may listen to through the bridge. */
export const EVENT_NAMES = ['change', 'connection'] as const;
export type EventName = (typeof EVENT_NAMES)[number];
