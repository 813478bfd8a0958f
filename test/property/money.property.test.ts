import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { expectMoneyToAddUp } from './money-ledger.ts';
import { line, openShop, step } from './money-shop.ts';

describe('any sequence of sales, tenders, refunds, voids, movements, counts and closes', () => {
  test.prop([fc.array(step, { minLength: 40, maxLength: 160, size: 'max' })], { numRuns: 40 })(
    'leaves a drawer, orders and reports that add up to the rows behind them',
    async (steps) => {
      const shop = await openShop();
      await shop.app.call('shifts.open', { opening_cash: 10_000 });
      await shop.run(steps);
      await expectMoneyToAddUp(shop.app);
      await shop.app.pos.close();
    },
  );

  const partition = fc.array(fc.record({ line: fc.nat(3), quantity: fc.integer({ min: 1, max: 4 }) }), { maxLength: 14, size: 'max' });

  test.prop(
    [
      fc.array(
        line.map((one) => ({ ...one, own: one.own === 'comp' && one.item > 0 ? null : one.own })),
        { minLength: 1, maxLength: 4 },
      ),
      fc.nat(3),
      fc.constantFrom(0, 80_000, 88_750, 333_333),
      fc.constantFrom(1 as const, 5 as const, 10 as const),
      partition,
      fc.boolean(),
    ],
    { numRuns: 60 },
  )(
    'given back in any parts, an order’s tax, discount and total end at exactly zero, and its cash at what was kept',
    async (lines, discount, tax_rate, cash_rounding, parts, endsWithVoid) => {
      const { app } = await openShop();
      await app.call('settings.update', { tax_rate, cash_rounding });
      const { id: shift_id } = await app.call('shifts.open', { opening_cash: 50_000 });
      const discounts = (await app.call('discounts.list', {})).items;
      const items = (await app.call('items.list', {})).items;
      const shots = (await app.call('addons.list', {})).items;
      const order = await app.call('orders.create', {
        discount_id: [null, null, discounts[0]?.id, discounts[1]?.id][discount] ?? null,
        payments: [],
        items: lines.map((one) => ({
          item_id: items[one.item]?.id ?? 0,
          quantity: one.quantity,
          addon_ids: Array.from({ length: one.shots }, () => shots[0]?.id ?? 0),
          ...(one.own === null ? {} : one.own === 'comp' ? { comp: { reason: 'Slow' } } : { discount: { value: one.own } }),
        })),
      });
      if (order.total > 0) await app.call('payments.take', { order_id: order.id, method: 'cash', tendered: 1_000_000, tip: 45 });
      for (const { line: index, quantity: wanted } of parts) {
        const item = order.items[index % order.items.length];
        if (item)
          await app.answer('refunds.create', { order_id: order.id, reason: 'Part', lines: [{ order_line_id: item.id, quantity: wanted }] });
      }
      if (endsWithVoid) await app.call('orders.void', { order_id: order.id, reason: 'The rest' });
      else await app.answer('refunds.create', { order_id: order.id, reason: 'The rest', include_tip: true });
      const { items: refunds } = await app.call('refunds.list', { order_id: order.id, per_page: 100 });
      const sum = (of: (refund: (typeof refunds)[number]) => number) => refunds.reduce((total, refund) => total + of(refund), 0);
      expect([
        sum((refund) => refund.subtotal),
        sum((refund) => refund.discount_amount),
        sum((refund) => refund.tax_amount),
        sum((refund) => refund.total),
      ]).toEqual([order.subtotal, order.discount_amount, order.tax_amount, order.total]);
      const x = await app.call('shifts.xReport', { shift_id });
      expect(x.sales).toMatchObject({ net_with_tax: 0, tax: 0, net: 0 });
      expect([x.rounding, x.tenders.every((tender) => tender.sales === tender.refunds)]).toEqual([0, true]);
      // The parts may have used everything up before the last act that gives the tip back.
      expect([50_000, 50_045]).toContain(x.drawer.expected);
      expect(x.drawer.expected - 50_000).toBe(x.tips);
      await expectMoneyToAddUp(app);
      await app.pos.close();
    },
  );
});
