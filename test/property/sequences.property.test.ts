import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { verifyDatabase } from '../../src/core/modules/verification/index.ts';
import { ORDER_STATUSES } from '../../src/domain/order-status.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

/** What several tills and a manager may do in any order; ids are picked from what exists then. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      item: fc.nat(3),
      quantity: fc.integer({ min: 1, max: 7 }),
      customer: fc.boolean(),
      discount: fc.nat(2),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('status' as const), order: fc.nat(30), status: fc.constantFrom(...ORDER_STATUSES) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), order: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('stock' as const), item: fc.nat(3), quantity: fc.integer({ min: -1, max: 12 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('stock.receive', 'stock.waste', 'stock.adjust', 'stock.count', 'stock.track'),
      item: fc.nat(3),
      quantity: fc.integer({ min: -5, max: 12 }),
      seen: fc.option(fc.nat(12), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const run = async (app: TestApp, menu: Awaited<ReturnType<typeof addSmallMenu>>, steps: readonly Step[]) => {
  const items = [menu.latte, menu.tea, menu.croissant, menu.cake].map((item) => item.id);
  const ids: number[] = [];
  let pending: Promise<unknown>[] = [];
  for (const next of steps) {
    if (next.do === 'restart') {
      await Promise.all(pending);
      pending = [];
      await app.reopen();
      continue;
    }
    const pick = 'order' in next ? (ids[next.order % Math.max(1, ids.length)] ?? 1) : 0;
    const call = (): Promise<{ ok: boolean; value?: unknown }> => {
      switch (next.do) {
        case 'order':
          return app.answer('orders.create', {
            items: [
              { item_id: items[next.item], quantity: next.quantity, addon_ids: [menu.oat.id] },
              { item_id: items[(next.item + 1) % 4] },
            ],
            customer_id: next.customer ? menu.ann.id : null,
            discount_id: [null, menu.tenPercent.id, menu.twoOff.id][next.discount] ?? null,
          });
        case 'status':
          return app.answer('orders.setStatus', { order_id: pick, status: next.status });
        case 'delete':
          return app.answer('orders.delete', { order_id: pick });
        case 'stock.count':
          return app.answer('stock.count', {
            lines: [{ item_id: items[next.item], counted: Math.max(0, next.quantity), seen: next.seen }],
          });
        case 'stock.track':
          return app.answer('stock.track', {
            item_id: items[next.item],
            is_tracked: next.quantity > 0,
            quantity: Math.max(0, next.quantity),
          });
        case 'stock.receive':
        case 'stock.waste':
        case 'stock.adjust':
          return app.answer(next.do, { item_id: items[next.item], quantity: next.quantity, reason: 'x' });
        default:
          return app.answer('items.update', { item_id: items[next.item], stock_qty: next.quantity });
      }
    };
    // Not awaited one by one: several calls wait in the same turn and share a commit.
    pending.push(
      call().then((answer) => {
        if (!answer.ok && JSON.stringify(answer).includes('"internal"')) throw new Error(JSON.stringify(answer));
        return next.do === 'order' && answer.ok ? ids.push((answer.value as { id: number }).id) : ids.length;
      }),
    );
    if (pending.length >= 3) {
      await Promise.all(pending);
      pending = [];
    }
  }
  await Promise.all(pending);
};

describe('any sequence of creating, moving and deleting orders and setting stock', () => {
  test.prop([fc.array(step, { minLength: 5, maxLength: 40 })], { numRuns: 60 })(
    'leaves stock = its movements, never below zero, customer totals = their orders, and numbers without a gap',
    async (steps) => {
      const app = await openTestApp();
      const menu = await addSmallMenu(app);
      await run(app, menu, steps);
      const { database } = app.pos;
      const stock = database.rows<{ stock_qty: number; moved: number }>(
        'SELECT stock_qty, coalesce((SELECT sum(quantity) FROM stock_movements WHERE item_id = items.id), 0) AS moved FROM items',
      );
      for (const item of stock) expect(item.moved).toBe(item.stock_qty === -1 ? 0 : item.stock_qty);
      expect(verifyDatabase(database).checks.filter((check) => !check.ok)).toEqual([]);
      const newest = await app.call('stock.movements', { item_id: menu.cake.id, per_page: 100 });
      let balance = 0;
      for (const movement of newest.items.toReversed()) {
        balance += movement.quantity;
        expect(movement.balance).toBe(balance);
      }

      const { items: orders } = await app.call('orders.list', { per_page: 100 });
      const live = orders.filter((order) => order.customer_id === menu.ann.id && order.status !== 'cancelled');
      expect(await app.call('customers.get', { customer_id: menu.ann.id })).toMatchObject({
        total_orders: live.length,
        total_spent: live.reduce((sum, order) => sum + order.total, 0),
      });

      const numbers = database
        .rows<{ order_number: string }>('SELECT order_number FROM orders ORDER BY order_number')
        .map((row) => row.order_number);
      expect(numbers).toEqual(numbers.map((_, index) => `PHI-20260302-${String(index + 1).padStart(4, '0')}`));

      for (const order of orders) {
        expect(order.items.reduce((sum, line) => sum + line.subtotal, 0)).toBe(order.subtotal);
        expect(order.total).toBe(order.subtotal - order.discount_amount + order.tax_amount);
      }
      await app.pos.close();
    },
  );
});
