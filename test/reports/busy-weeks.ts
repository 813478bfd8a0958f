import { addDays } from '../../src/domain/business-day.ts';
import { openSellingShop } from './sell.ts';

/** Seven weeks with something of everything that a dashboard counts, in a shop whose day begins at four. */
export const openBusyShop = async () => {
  const shop = await openSellingShop({ tax_rate: 80_000, time_zone: 'Europe/Oslo', day_cutover_hour: 4 });
  const { app, menu, sell } = shop;
  // Commits to disk are proved elsewhere; here hundreds of calls should not wait for them.
  app.pos.database.raw.pragma('synchronous = OFF');
  const bo = await app.call('customers.create', { name: 'Bo' });
  const items = [menu.latte, menu.tea, menu.croissant, menu.cake];
  for (const item of [menu.croissant, menu.cake]) await app.call('items.update', { item_id: item.id, stock_qty: 500 });
  app.clock.set('2026-01-12T06:00:00.000Z');
  let shift = await app.call('shifts.open', { opening_cash: 10_000 });
  const shifts = [shift.id];
  let count = 0;
  for (let index = 0; index < 49; index += 1) {
    const day = addDays('2026-01-12', index);
    for (const hour of ['01:30', '08:10', '12:40', '23:50'].slice(0, 1 + (index % 4))) {
      count += 1;
      const order = await sell({
        at: `${day}T${hour}:00.000Z`,
        items: [
          { item_id: items[count % 4]?.id ?? 0, quantity: 1 + (count % 3), addon_ids: count % 5 === 0 ? [menu.shot.id] : [] },
          { item_id: items[(count * 3) % 4]?.id ?? 0 },
        ],
        customer_id: [null, menu.ann.id, bo.id][count % 3] ?? null,
        discount_id: count % 4 === 0 ? menu.tenPercent.id : null,
        payment_method: (['cash', 'card', 'mobile'] as const)[count % 3] ?? 'cash',
      });
      if (count % 11 === 0) await app.call('orders.setStatus', { order_id: order.id, status: 'cancelled' });
      else if (count % 13 === 0) await app.call('orders.delete', { order_id: order.id });
      else if (count % 7 === 0) {
        app.clock.advance(30 * 3_600_000);
        await app.call('refunds.create', {
          order_id: order.id,
          reason: 'Cold',
          lines: [{ order_line_id: order.items[0]?.id ?? 0, quantity: 1 }],
        });
      } else if (count % 2 === 0)
        for (const status of ['preparing', 'ready', 'completed'] as const)
          await app.call('orders.setStatus', { order_id: order.id, status });
    }
    if (index === 20) {
      await app.call('items.update', { item_id: menu.tea.id, category_id: menu.bakery.id });
      await app.call('shifts.close', { shift_id: shift.id, closing_cash: 0, over_short_comment: 'Not counted' });
      shift = await app.call('shifts.open', { opening_cash: 10_000 });
      shifts.push(shift.id);
    }
    if (index % 9 === 0) await app.call('expenses.create', { category: 'Milk', amount: 1000 + index, date: `${day}T12:00:00Z` });
  }
  return { ...shop, shifts };
};
