/** The life of an order, as data. Source: contract/ORIGINAL.md section 4. */
export const ORDER_STATUSES = ['pending', 'preparing', 'ready', 'completed', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** From each status, the ones it may go to, in the order that refusals list them. */
export const ORDER_TRANSITIONS: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  pending: ['preparing', 'cancelled'],
  preparing: ['ready', 'cancelled'],
  ready: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

export const FIRST_ORDER_STATUS: OrderStatus = 'pending';

/** Same to same is not a transition. */
export const mayBecome = (from: OrderStatus, to: OrderStatus): boolean => ORDER_TRANSITIONS[from].includes(to);

/** The next step of the kitchen's way, or null at an end. */
export const nextStatus = (from: OrderStatus): OrderStatus | null =>
  ORDER_TRANSITIONS[from].find((status) => status !== 'cancelled') ?? null;
