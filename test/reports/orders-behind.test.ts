import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../src/contract/index.ts';
import { openBusyShop } from './busy-weeks.ts';

type Shop = Awaited<ReturnType<typeof openBusyShop>>;
let shop: Shop;
beforeEach(async () => {
  shop = await openBusyShop();
});

/** Begins and ends within a week and a month. */
const range = { start_date: '2026-01-15', end_date: '2026-02-25' };

/** All pages of the orders behind a figure; they must add up to their totals. */
const behind = async (input: InputOf<'dashboard.orders'>): Promise<OutputOf<'dashboard.orders'>['totals']> => {
  const first = await shop.app.call('dashboard.orders', { ...input, per_page: 7 });
  const rows = [...first.items];
  for (let page = 2; page <= first.total_pages; page += 1) {
    const next = await shop.app.call('dashboard.orders', { ...input, per_page: 7, page });
    expect(next.totals).toEqual(first.totals);
    rows.push(...next.items);
  }
  const sum = (key: 'amount' | 'quantity' | 'discount_amount' | 'tax_amount') => rows.reduce((total, row) => total + row[key], 0);
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  expect(rows.map((row) => row.created_at)).toEqual(
    rows
      .map((row) => row.created_at)
      .sort()
      .reverse(),
  );
  expect({
    order_count: rows.length,
    amount: sum('amount'),
    quantity: sum('quantity'),
    discount_amount: sum('discount_amount'),
    tax_amount: sum('tax_amount'),
  }).toEqual(first.totals);
  return first.totals;
};

describe('the orders behind a figure add up to it', () => {
  test('of the summary, profit and loss, and the comparison', async () => {
    const { app } = shop;
    const summary = await app.call('dashboard.summary', range);
    const profit = await app.call('dashboard.profitLoss', range);
    const { current } = await app.call('dashboard.compare', range);
    expect(summary.total_orders).toBeGreaterThan(80);
    const live = await behind(range);
    expect(live).toEqual({
      order_count: summary.total_orders - summary.cancelled_orders,
      amount: summary.total_revenue,
      quantity: summary.total_items_sold,
      discount_amount: profit.total_discounts_given,
      tax_amount: profit.total_tax_collected,
    });
    expect(await behind({ ...range, counted: 'all' })).toMatchObject({ order_count: summary.total_orders, amount: summary.total_revenue });
    expect(await behind({ ...range, status: 'cancelled' })).toMatchObject({ order_count: summary.cancelled_orders, amount: 0 });
    expect((await behind({ ...range, status: 'completed' })).order_count).toBe(summary.completed_orders);
    const refunds = await behind({ ...range, counted: 'refunds' });
    expect(refunds.amount).toBeGreaterThan(0);
    expect([refunds.amount, refunds.amount + refunds.tax_amount]).toEqual([profit.refunds, current.refunds_with_tax]);
    expect(current).toMatchObject({
      total_revenue: summary.total_revenue,
      avg_order_value: summary.avg_order_value,
      net_revenue: profit.net_revenue,
      net_profit: profit.net_profit,
      refunds: profit.refunds,
    });
  });

  test.each(['daily', 'weekly', 'monthly'] as const)('of each %s bar', async (group_by) => {
    const { app } = shop;
    const revenue = new Map((await app.call('dashboard.revenue', { ...range, group_by })).map((bar) => [bar.period, bar]));
    const trends = await app.call('dashboard.orderTrends', { ...range, group_by });
    expect(trends.length).toBeGreaterThan(1);
    for (const bar of trends) {
      const of = { ...range, group_by, period: bar.date };
      expect(await behind({ ...of, counted: 'all' })).toMatchObject({ order_count: bar.order_count, amount: bar.revenue });
      expect((await behind({ ...of, status: 'cancelled' })).order_count).toBe(bar.cancelled);
      expect((await behind({ ...of, status: 'completed' })).order_count).toBe(bar.completed);
      const live = await behind(of);
      expect([live.order_count, live.amount]).toEqual([revenue.get(bar.date)?.order_count ?? 0, revenue.get(bar.date)?.revenue ?? 0]);
    }
  });

  test('of each item and category', async () => {
    const { app } = shop;
    const items = await app.call('dashboard.topItems', range);
    expect(items).toHaveLength(4);
    for (const item of items)
      expect(await behind({ ...range, item_id: item.item_id })).toMatchObject({
        order_count: item.order_count,
        amount: item.revenue,
        quantity: item.qty_sold,
      });
    const categories = await app.call('dashboard.topCategories', range);
    expect(categories).toHaveLength(2);
    for (const category of categories)
      expect(await behind({ ...range, category_id: category.category_id })).toMatchObject({
        order_count: category.order_count,
        amount: category.total_revenue,
        quantity: category.qty_sold,
      });
  });

  test('of each hour of the week, and the grid is the heat map by weekday', async () => {
    const { app } = shop;
    const grid = await app.call('dashboard.hourlyGrid', range);
    expect(grid).toHaveLength(168);
    for (const weekday of [0, 1, 2, 3, 4, 5, 6]) {
      const cells = grid.filter((cell) => cell.weekday === weekday);
      expect(cells.map(({ weekday: _, ...cell }) => cell)).toEqual(
        await app.call('dashboard.hourlyHeatmap', { ...range, day_of_week: weekday }),
      );
      for (const cell of cells.filter((one) => one.order_count > 0 || one.hour === 5))
        expect(await behind({ ...range, weekday, hour: cell.hour })).toMatchObject({
          order_count: cell.order_count,
          amount: cell.revenue,
          quantity: cell.items_sold,
        });
    }
  });

  test('of each payment method, customer and shift', async () => {
    const { app, shifts } = shop;
    for (const { method, count, total_amount } of await app.call('dashboard.paymentBreakdown', range))
      expect(await behind({ ...range, method: method as 'cash' })).toMatchObject({ order_count: count, amount: total_amount });
    const insights = await app.call('dashboard.customerInsights', range);
    for (const customer of insights.top_customers)
      expect(await behind({ ...range, customer_id: customer.customer_id })).toMatchObject({
        order_count: customer.order_count,
        amount: customer.total_spent,
      });
    const known = await behind({ ...range, has_customer: true });
    const unknown = await behind({ ...range, has_customer: false });
    expect(known.amount).toBe(insights.top_customers.reduce((sum, customer) => sum + customer.total_spent, 0));
    expect(known.order_count + unknown.order_count).toBe((await behind(range)).order_count);
    for (const shift of await app.call('dashboard.shiftSummary', {}))
      expect(await behind({ shift_id: shift.shift_id })).toMatchObject({ order_count: shift.total_orders, amount: shift.total_revenue });
    expect(shifts).toHaveLength(2);
  });

  test('a bar that does not exist has none behind it', async () => {
    for (const period of ['2026-13', '2026-02-30', '2025-07']) {
      expect(await behind({ ...range, group_by: period.length > 7 ? 'daily' : 'monthly', period })).toMatchObject({
        order_count: 0,
        amount: 0,
      });
      expect((await behind({ ...range, group_by: 'weekly', period: '2026-54' })).order_count).toBe(0);
    }
  });
});

describe('the comparison', () => {
  test('has the period before, the change of its size, and every day of the range', async () => {
    const { app } = shop;
    const week = { start_date: '2026-02-02', end_date: '2026-02-08' };
    const answer = await app.call('dashboard.compare', week);
    expect(answer.previous_range).toEqual({ start_date: '2026-01-26', end_date: '2026-02-01' });
    const before = await app.call('dashboard.compare', { start_date: '2026-01-26', end_date: '2026-02-01' });
    expect(answer.previous).toEqual(before.current);
    const summary = await app.call('dashboard.summary', week);
    expect([answer.change_pct.total_revenue, answer.change_pct.total_orders]).toEqual([
      summary.revenue_change_pct,
      summary.order_change_pct,
    ]);
    expect(answer.days.map((row) => row.day)).toEqual(Array.from({ length: 7 }, (_, index) => `2026-02-0${index + 2}`));
    const sum = (key: 'total_revenue' | 'total_orders' | 'refunds' | 'net_revenue' | 'net_profit' | 'total_items_sold') =>
      answer.days.reduce((total, row) => total + row[key], 0);
    for (const key of ['total_revenue', 'total_orders', 'refunds', 'net_revenue', 'net_profit', 'total_items_sold'] as const)
      expect(sum(key), key).toBe(answer.current[key]);
  });

  test('has nothing to compare with where nothing was before, and names a loss that shrinks a rise', async () => {
    const { app } = shop;
    const first = await app.call('dashboard.compare', { end_date: '2026-02-28' });
    expect(first).toMatchObject({ previous: null, previous_range: null, range: { start_date: null } });
    expect(Object.values(first.change_pct).every((change) => change === null)).toBe(true);
    const empty = await app.call('dashboard.compare', { start_date: '2025-06-01', end_date: '2025-06-30' });
    expect(empty.days).toHaveLength(30);
    expect(empty.change_pct.total_revenue).toBeNull();
    await app.call('expenses.create', { category: 'Rent', amount: 10_000, date: '2025-03-01T12:00:00Z' });
    await app.call('expenses.create', { category: 'Rent', amount: 4000, date: '2025-03-02T12:00:00Z' });
    const shrinking = await app.call('dashboard.compare', { start_date: '2025-03-02', end_date: '2025-03-02' });
    expect([shrinking.previous?.net_profit, shrinking.current.net_profit, shrinking.change_pct.net_profit]).toEqual([-10_000, -4000, 60]);
  });

  test('knows refunds also where the range has no first day', async () => {
    const { app } = shop;
    const all = await app.call('dashboard.profitLoss', { end_date: '2026-12-31' });
    const same = await app.call('dashboard.profitLoss', { start_date: '2020-01-01', end_date: '2026-12-31' });
    expect(all).toEqual(same);
    expect(all.refunds).toBeGreaterThan(0);
  });
});
