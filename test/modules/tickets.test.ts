import { expect, it } from 'vitest';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp } from '../support/test-app.ts';

it('a held ticket takes no stock and no number, survives a restart, and is recalled once', async () => {
  const app = await openTestApp();
  const menu = await addSmallMenu(app);
  const cashier = callerWithRole('cashier');
  const held = await app.call(
    'tickets.hold',
    { name: 'Table 4', ticket: { items: [{ item_id: menu.cake.id, quantity: 5, addon_ids: [menu.shot.id], notes: 'Warm' }] } },
    cashier,
  );
  expect((await app.call('items.get', { item_id: menu.cake.id })).stock_qty).toBe(5);
  await app.reopen();
  expect(await app.call('tickets.list', {}, cashier)).toEqual([held]);
  expect((await app.call('orders.create', { items: [{ item_id: menu.cake.id }] })).order_number).toMatch(/-0001$/);
  const both = await Promise.all([
    app.answer('tickets.recall', { ticket_id: held.id }),
    app.answer('tickets.recall', { ticket_id: held.id }),
  ]);
  expect(both.map((answer) => answer.ok)).toEqual([true, false]);
  expect(both[0]).toMatchObject({ value: { ticket: { items: [{ quantity: 5, notes: 'Warm' }] } } });
  expect(await app.call('tickets.list', {})).toEqual([]);
});
