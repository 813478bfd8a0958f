import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { ShiftReport } from '../../src/contract/shifts.ts';
import { callerWithRole } from '../support/test-app.ts';
import { openSellingShop } from './sell.ts';

const sum = <K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number =>
  rows.reduce((total, row) => total + row[key], 0);

/** What must hold of any shift's report. */
const expectToAgree = (report: ShiftReport): void => {
  const { sales, drawer, shift } = report;
  expect(sum(report.by_category, 'amount')).toBe(sales.gross);
  expect(sum(report.by_category, 'quantity')).toBe(sales.items_sold);
  expect(sales.gross - sales.discounts.amount).toBe(sales.net);
  expect(sales.net + sales.tax).toBe(sales.total);
  expect(sum(report.by_method, 'amount')).toBe(sales.total);
  expect(sum(report.by_method, 'count')).toBe(sales.orders);
  expect([sum(report.by_tax_rate, 'net'), sum(report.by_tax_rate, 'tax'), sum(report.by_tax_rate, 'gross')]).toEqual([
    sales.net,
    sales.tax,
    sales.total,
  ]);
  expect(sum(report.by_status, 'amount') - report.cancelled.amount).toBe(sales.total);
  expect(sum(report.by_status, 'count') - report.cancelled.count).toBe(sales.orders);
  expect([shift.total_orders, shift.total_revenue, shift.total_expenses]).toEqual([
    sales.orders,
    sales.total,
    sum(report.expenses, 'amount'),
  ]);
  expect(drawer.expected).toBe(
    drawer.opening + drawer.cash_sales - drawer.cash_refunds + drawer.paid_in - drawer.paid_out - drawer.drops - drawer.paid_from_till,
  );
  expect(drawer.paid_from_till).toBe(
    sum(
      report.expenses.filter((expense) => expense.paid_from_till),
      'amount',
    ),
  );
  // What was taken for cancelled and deleted orders was given back.
  expect(drawer.cash_sales - drawer.cash_refunds).toBe(report.by_method.find((row) => row.method === 'cash')?.amount ?? 0);
  expect(drawer.over_short).toBe(drawer.counted === null ? null : drawer.counted - drawer.expected);
};

describe('the end-of-day report', () => {
  test('has every figure of the shift', async () => {
    const { app, menu, sell } = await openSellingShop({ tax_rate: 80_000, shop_name: 'Corner', time_zone: 'Europe/Oslo' });
    app.clock.set('2026-02-10T06:00:00.000Z');
    const cashier = { ...callerWithRole('cashier'), name: 'Kari' };
    const shift = await app.call('shifts.open', { opening_cash: 10_000, notes: 'Float checked' }, cashier);
    // 4.50 + 3.25 = 7.75 and 8% tax 0.62.
    await sell({ at: '2026-02-10T08:00:00.000Z', end: 'completed', items: [{ item_id: menu.latte.id }, { item_id: menu.tea.id }] });
    await app.call('settings.update', { tax_rate: 88_750 });
    // 10.30 less 10% = 9.27 and 8.875% tax 0.82.
    await sell({ payment_method: 'card', items: [{ item_id: menu.cake.id, quantity: 2 }], discount_id: menu.tenPercent.id });
    await sell({ end: 'cancelled' });
    await sell({ end: 'deleted' });
    await app.call('expenses.create', {
      category: 'Milk',
      description: 'Two crates',
      amount: 1250,
      shift_id: shift.id,
      paid_from_till: true,
    });
    await app.call('expenses.create', { category: 'Rent', amount: 9900, shift_id: shift.id, paid_from_till: false });
    await app.call('categories.update', { category_id: menu.bakery.id, name: 'Cakes' });

    const open = await app.call('shifts.report', { shift_id: shift.id });
    expectToAgree(open);
    expect(open.drawer).toEqual({
      opening: 10_000,
      cash_sales: 1817,
      cash_refunds: 980,
      paid_in: 0,
      paid_out: 0,
      drops: 0,
      paid_from_till: 1250,
      expected: 9587,
      counted: null,
      over_short: null,
    });

    app.clock.set('2026-02-10T16:00:00.000Z');
    await app.call('shifts.close', { shift_id: shift.id, closing_cash: 9600 }, cashier);
    app.clock.set('2026-02-10T16:05:00.000Z');
    const report = await app.call('shifts.report', { shift_id: shift.id }, cashier);
    expectToAgree(report);
    expect(report).toEqual({
      shop_name: 'Corner',
      currency: 'USD',
      time_zone: 'Europe/Oslo',
      printed_at: '2026-02-10T16:05:00.000Z',
      printed_by: 'Kari',
      business_date: '2026-02-10',
      shift: {
        id: shift.id,
        opened_at: '2026-02-10T06:00:00.000Z',
        closed_at: '2026-02-10T16:00:00.000Z',
        opening_cash: 10_000,
        closing_cash: 9600,
        status: 'closed',
        notes: 'Float checked',
        opened_by: 'Kari',
        closed_by: 'Kari',
        z_number: 1,
        counts: 1,
        total_orders: 2,
        total_revenue: 1846,
        total_expenses: 11_150,
      },
      first_order_number: 'PHI-20260210-0001',
      last_order_number: 'PHI-20260210-0003',
      sales: {
        orders: 2,
        items_sold: 4,
        gross: 1805,
        discounts: { count: 1, amount: 103 },
        net: 1702,
        tax: 144,
        total: 1846,
        average: 923,
      },
      by_category: [
        { name: 'Bakery', quantity: 2, amount: 1030 },
        { name: 'Drinks', quantity: 2, amount: 775 },
      ],
      by_tax_rate: [
        { tax_rate: 80_000, net: 775, tax: 62, gross: 837 },
        { tax_rate: 88_750, net: 927, tax: 82, gross: 1009 },
      ],
      by_method: [
        { method: 'cash', count: 1, amount: 837 },
        { method: 'card', count: 1, amount: 1009 },
      ],
      by_status: [
        { status: 'pending', count: 1, amount: 1009 },
        { status: 'completed', count: 1, amount: 837 },
        { status: 'cancelled', count: 1, amount: 490 },
      ],
      cancelled: { count: 1, amount: 490 },
      expenses: [
        { category: 'Milk', description: 'Two crates', amount: 1250, paid_from_till: true },
        { category: 'Rent', description: null, amount: 9900, paid_from_till: false },
      ],
      drawer: {
        opening: 10_000,
        cash_sales: 1817,
        cash_refunds: 980,
        paid_in: 0,
        paid_out: 0,
        drops: 0,
        paid_from_till: 1250,
        expected: 9587,
        counted: 9600,
        over_short: 13,
      },
    });
  });

  test('of a shift that sold nothing is all zeros', async () => {
    const { app } = await openSellingShop();
    const shift = await app.call('shifts.open', { opening_cash: 500 });
    const report = await app.call('shifts.report', { shift_id: shift.id });
    expectToAgree(report);
    expect(report).toMatchObject({
      first_order_number: null,
      last_order_number: null,
      by_category: [],
      by_method: [],
      by_status: [],
      by_tax_rate: [],
      expenses: [],
      sales: { orders: 0, average: 0, total: 0 },
      drawer: { expected: 500, over_short: null },
    });
  });

  test('of an unknown shift is refused, and so is a caller who may not see it', async () => {
    const { app } = await openSellingShop();
    expect(await app.refusal('shifts.report', { shift_id: 7 })).toMatchObject({ code: 'not_found', message: 'Shift with id 7 not found' });
    expect(await app.refusal('shifts.reportPdf', { shift_id: 7 })).toMatchObject({ code: 'not_found' });
    expect(await app.refusal('shifts.report', { shift_id: 7 }, callerWithRole('kitchen'))).toMatchObject({ code: 'forbidden' });
  });

  const line = fc.record({ item: fc.nat(3), quantity: fc.integer({ min: 1, max: 9 }), shots: fc.nat(2) });
  const order = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    payment_method: fc.constantFrom('cash' as const, 'card' as const, 'mobile' as const),
    discount: fc.nat(2),
    end: fc.constantFrom(undefined, 'completed' as const, 'cancelled' as const, 'deleted' as const),
    tax_rate: fc.constantFrom(0, 80_000, 88_750, 250_000),
  });
  const expense = fc.record({ amount: fc.integer({ min: 1, max: 100_000 }), paid_from_till: fc.boolean() });

  test('agrees with itself whatever was sold', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(order, { maxLength: 12 }),
        fc.array(expense, { maxLength: 3 }),
        fc.integer({ min: 0, max: 50_000 }),
        fc.option(fc.integer({ min: 0, max: 90_000 })),
        async (orders, expenses, opening_cash, closing_cash) => {
          const { app, menu, sell } = await openSellingShop();
          const items = [menu.latte, menu.tea, menu.croissant, menu.cake].map((item) => item.id);
          for (const item_id of items) await app.call('items.update', { item_id, stock_qty: -1 });
          const shift = await app.call('shifts.open', { opening_cash });
          let live = 0;
          for (const { lines, payment_method, discount, end, tax_rate } of orders) {
            await app.call('settings.update', { tax_rate });
            const made = await sell({
              payment_method,
              discount_id: [null, menu.tenPercent.id, menu.twoOff.id][discount] ?? null,
              items: lines.map(({ item, quantity, shots }) => ({
                item_id: items[item] ?? 0,
                quantity,
                addon_ids: Array.from({ length: shots }, () => menu.shot.id),
              })),
              ...(end ? { end } : {}),
            });
            if (end !== 'cancelled' && end !== 'deleted') live += made.total;
          }
          for (const one of expenses) await app.call('expenses.create', { category: 'Misc', shift_id: shift.id, ...one });
          if (closing_cash !== null) await app.call('shifts.close', { shift_id: shift.id, closing_cash });
          const report = await app.call('shifts.report', { shift_id: shift.id });
          expectToAgree(report);
          expect(report.sales.total).toBe(live);
          const [summary] = await app.call('dashboard.shiftSummary', { shift_id: shift.id });
          expect(summary).toMatchObject({
            total_revenue: live,
            cash_difference: report.drawer.over_short ?? 0,
            total_orders: report.sales.orders,
          });
          await app.pos.close();
        },
      ),
      { numRuns: 20 },
    );
  });
});
