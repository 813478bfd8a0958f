import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { addDays } from '../../src/domain/business-day.ts';
import { openAllDays } from '../../src/core/modules/reports/index.ts';
import { verifyDatabase } from '../../src/core/modules/verification/index.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { everyView } from '../reports/every-view.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const which = fc.nat(40);
/** What changes the figures of days, also of days long past; and the sums being made, at any time. */
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('sell' as const),
      items: fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
      quantity: fc.integer({ min: 1, max: 3 }),
      customer: fc.nat(3),
      discount: fc.boolean(),
      method: fc.constantFrom('cash' as const, 'card' as const, 'mobile' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('later' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('complete' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('refund' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sum' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const run = async (app: TestApp, steps: readonly Step[]): Promise<void> => {
  const menu = await addSmallMenu(app);
  const items = [menu.latte, menu.tea, menu.croissant, menu.cake];
  for (const item of [menu.croissant, menu.cake]) await app.call('items.update', { item_id: item.id, stock_qty: 900 });
  const customers = [
    menu.ann.id,
    (await app.call('customers.create', { name: 'Bo' })).id,
    (await app.call('customers.create', { name: 'Cy' })).id,
  ];
  const orders: number[] = [];
  for (const next of steps) {
    const order_id = 'which' in next ? (orders[next.which % Math.max(1, orders.length)] ?? 1) : 1;
    switch (next.do) {
      case 'sell': {
        const answer = await app.answer('orders.create', {
          items: next.items.map((index) => ({ item_id: items[index]?.id, quantity: next.quantity })),
          customer_id: customers[next.customer] ?? null,
          discount_id: next.discount ? menu.tenPercent.id : null,
          payment_method: next.method,
        });
        // A customer may be gone by then.
        if (answer.ok) orders.push((answer.value as { id: number }).id);
        break;
      }
      case 'later':
        app.clock.advance(next.hours * 3_600_000);
        break;
      case 'cancel':
        await app.answer('orders.setStatus', { order_id, status: 'cancelled' });
        break;
      case 'complete':
        for (const status of ['preparing', 'ready', 'completed']) await app.answer('orders.setStatus', { order_id, status });
        break;
      case 'refund':
        await app.answer('refunds.create', { order_id, reason: 'Cold' });
        break;
      case 'delete':
        await app.answer('orders.delete', { order_id });
        break;
      case 'forget':
        await app.answer('customers.delete', { customer_id: customers[next.which % customers.length] });
        break;
      case 'move':
        await app.call('items.update', {
          item_id: items[next.which % items.length]?.id ?? 1,
          category_id: next.which % 2 === 0 ? menu.bakery.id : menu.drinks.id,
        });
        break;
      case 'sum':
        await app.pos.sumDays();
        break;
      default:
        next satisfies never;
    }
  }
};

describe('whatever was sold, changed, given back and summed', () => {
  test.prop([fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), fc.nat(12), fc.nat(20)], { numRuns: 40 })(
    'every view answers from the sums what it answers from the orders',
    async (steps, from, length) => {
      const app = await openTestApp({ start: '2026-02-02T06:00:00.000Z' });
      app.pos.database.raw.pragma('synchronous = OFF');
      await app.call('settings.update', { time_zone: 'Europe/Oslo', day_cutover_hour: 4, tax_rate: 80_000 });
      await run(app, steps);
      const start_date = addDays('2026-02-01', from);
      const ranges = [{ start_date, end_date: addDays(start_date, length) }, { end_date: '2026-12-31' }];

      const asLeft = await Promise.all(ranges.map((range) => everyView(app, range)));
      await app.pos.sumDays();
      const check = verifyDatabase(app.pos.database).checks.find((one) => one.name === 'sales_days');
      expect(check).toMatchObject({ ok: true, faults: [] });
      const summed = await Promise.all(ranges.map((range) => everyView(app, range)));
      await app.pos.command(systemCaller(), openAllDays);
      const live = await Promise.all(ranges.map((range) => everyView(app, range)));
      expect(asLeft).toEqual(live);
      expect(summed).toEqual(live);
      await app.pos.close();
    },
  );
});
