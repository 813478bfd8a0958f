import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { customerOrders, getOrder, listOrders } from './listing.ts';
import { deleteOrder, setOrderStatus } from './moving.ts';
import { placeOrder } from './placing.ts';

export { orderNumber } from './numbering.ts';

export const orderHandlers: ModuleHandlers = {
  queries: { 'orders.list': listOrders, 'orders.get': getOrder, 'customers.orders': customerOrders },
  commands: { 'orders.create': placeOrder, 'orders.setStatus': setOrderStatus, 'orders.delete': deleteOrder },
};
