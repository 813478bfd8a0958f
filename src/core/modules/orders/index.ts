import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { holdTicket, listTickets, recallTicket } from './held-tickets.ts';
import { customerOrders, getOrder, listOrders } from './listing.ts';

export { listedIds } from './listing.ts';
export { moveOrder, removeOrder } from './moving.ts';
export { orderNumber } from './numbering.ts';
export { placeOrder } from './placing.ts';
export { orderRow, readOrder } from './reading.ts';

/** Placing, moving and deleting are handled in payments: money goes with them. */
export const orderHandlers: ModuleHandlers = {
  queries: { 'orders.list': listOrders, 'orders.get': getOrder, 'customers.orders': customerOrders, 'tickets.list': listTickets },
  commands: { 'tickets.hold': holdTicket, 'tickets.recall': recallTicket },
};
