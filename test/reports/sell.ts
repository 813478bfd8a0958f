import type { InputOf, OutputOf } from '../../src/contract/index.ts';
import type { OrderStatus } from '../../src/domain/order-status.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp } from '../support/test-app.ts';

type Order = OutputOf<'orders.create'>;
type Sale = Partial<InputOf<'orders.create'>> & { readonly at?: string; readonly end?: 'completed' | 'cancelled' | 'deleted' };

const WAY: Readonly<Record<'completed' | 'cancelled', readonly OrderStatus[]>> = {
  completed: ['preparing', 'ready', 'completed'],
  cancelled: ['cancelled'],
};

/** A shop without tax and with the small menu, that sells a latte (4.50) at any time. */
export const openSellingShop = async (settings: InputOf<'settings.update'> = { tax_rate: 0 }) => {
  const app = await openTestApp();
  await app.call('settings.update', settings);
  const menu = await addSmallMenu(app);
  /** Makes an order at an instant, and brings it to its end. */
  const sell = async ({ at, end, ...input }: Sale = {}): Promise<Order> => {
    if (at !== undefined) app.clock.set(at);
    const order = await app.call('orders.create', { items: [{ item_id: menu.latte.id }], ...input });
    if (end === 'deleted') await app.call('orders.delete', { order_id: order.id });
    else if (end) for (const status of WAY[end]) await app.call('orders.setStatus', { order_id: order.id, status });
    return order;
  };
  return { app, menu, sell };
};
