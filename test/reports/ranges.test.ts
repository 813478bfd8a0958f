import { describe, expect, test } from 'vitest';
import { openSellingShop } from './sell.ts';

const periods = (rows: readonly { period: string }[]): string[] => rows.map((row) => row.period);

describe('the range of a dashboard', () => {
  test('is the last 30 days and today when none is given, and each bound works alone', async () => {
    const { app, sell } = await openSellingShop();
    for (const day of ['2026-01-30', '2026-01-31', '2026-02-15', '2026-03-02', '2026-03-05']) await sell({ at: `${day}T10:00:00.000Z` });
    app.clock.set('2026-03-02T23:59:59.000Z');

    expect(periods(await app.call('dashboard.revenue', {}))).toEqual(['2026-01-31', '2026-02-15', '2026-03-02']);
    expect(periods(await app.call('dashboard.revenue', { start_date: '2026-01-30' }))).toEqual([
      '2026-01-30',
      '2026-01-31',
      '2026-02-15',
      '2026-03-02',
    ]);
    expect(periods(await app.call('dashboard.revenue', { end_date: '2026-02-15' }))).toEqual(['2026-01-30', '2026-01-31', '2026-02-15']);
    expect(periods(await app.call('dashboard.revenue', { start_date: '2026-02-15', end_date: '2026-02-15' }))).toEqual(['2026-02-15']);
    expect(periods(await app.call('dashboard.revenue', { start_date: '2026-03-05', end_date: '2026-12-31' }))).toEqual(['2026-03-05']);
  });

  test('is empty when reversed, without faults', async () => {
    const { app, sell } = await openSellingShop();
    await sell({ at: '2026-02-15T10:00:00.000Z' });
    const reversed = { start_date: '2026-03-01', end_date: '2026-02-01' };
    expect(await app.call('dashboard.summary', reversed)).toEqual({
      total_revenue: 0,
      total_orders: 0,
      completed_orders: 0,
      cancelled_orders: 0,
      avg_order_value: 0,
      total_customers: 1,
      new_customers: 0,
      total_items_sold: 0,
      revenue_change_pct: 0,
      order_change_pct: 0,
      top_payment_method: null,
      busiest_hour: null,
    });
    const heat = await app.call('dashboard.hourlyHeatmap', reversed);
    expect(heat.map((row) => row.hour)).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
    expect(heat.every((row) => row.order_count === 0 && row.revenue === 0 && row.items_sold === 0)).toBe(true);
    for (const view of [
      'dashboard.revenue',
      'dashboard.topItems',
      'dashboard.topCategories',
      'dashboard.orderTrends',
      'dashboard.paymentBreakdown',
      'dashboard.shiftSummary',
    ] as const) {
      expect(await app.call(view, reversed), view).toEqual([]);
    }
    expect(await app.call('dashboard.profitLoss', reversed)).toMatchObject({ total_revenue: 0, profit_margin: 0, expense_breakdown: [] });
    expect(await app.call('dashboard.customerInsights', reversed)).toMatchObject({
      total_customers: 1,
      active_customers: 0,
      repeat_rate: 0,
      top_customers: [],
    });
  });

  test('may lie at either end of the calendar', async () => {
    const { app, sell } = await openSellingShop();
    await sell({ at: '2026-02-15T10:00:00.000Z' });
    app.clock.set('2026-03-02T12:00:00.000Z');
    await app.call('settings.update', { time_zone: 'Pacific/Kiritimati' });
    for (const range of [
      { start_date: '0000-01-01', end_date: '9999-12-31' },
      { end_date: '9999-12-31' },
      { start_date: '0001-01-01' },
      { end_date: '9999-12-30' },
    ]) {
      expect(await app.call('dashboard.summary', range), JSON.stringify(range)).toMatchObject({
        total_orders: 1,
        new_customers: 1,
        order_change_pct: 0,
      });
    }
    expect(await app.call('dashboard.summary', { start_date: '9999-12-31', end_date: '9999-12-31' })).toMatchObject({
      total_orders: 0,
      new_customers: 0,
    });
    expect(await app.call('dashboard.summary', { start_date: '0000-01-01', end_date: '0000-01-01' })).toMatchObject({
      total_orders: 0,
      new_customers: 0,
    });
  });

  test("follows the shop's clock and its cut-over hour", async () => {
    const { app, sell } = await openSellingShop({ tax_rate: 0, time_zone: 'America/New_York', day_cutover_hour: 4 });
    // 01:30 on Saturday in New York is still Friday's business; 05:00 is Saturday's.
    await sell({ at: '2026-02-14T06:30:00.000Z' });
    await app.call('customers.create', { name: 'Night owl' });
    await sell({ at: '2026-02-14T10:00:00.000Z' });
    await app.call('customers.create', { name: 'Early bird' });

    const friday = { start_date: '2026-02-13', end_date: '2026-02-13' };
    const saturday = { start_date: '2026-02-14', end_date: '2026-02-14' };
    expect(await app.call('dashboard.summary', friday)).toMatchObject({ total_orders: 1, new_customers: 1, busiest_hour: 1 });
    expect(await app.call('dashboard.summary', saturday)).toMatchObject({ total_orders: 1, new_customers: 1, busiest_hour: 5 });
    const fridays = await app.call('dashboard.hourlyHeatmap', { ...friday, end_date: '2026-02-14', day_of_week: 5 });
    expect(fridays.filter((row) => row.order_count > 0).map((row) => row.hour)).toEqual([1]);
  });
});

describe('buckets', () => {
  test("are weeks from Monday, numbered as SQLite's %W does, and months", async () => {
    const { app, sell } = await openSellingShop();
    // 2025-12-31 is a Wednesday: the days of a year before its first Monday are week 00.
    for (const day of ['2025-12-28', '2025-12-29', '2026-01-01', '2026-01-04', '2026-01-05']) await sell({ at: `${day}T10:00:00.000Z` });
    const range = { start_date: '2025-12-01', end_date: '2026-01-31' };
    expect((await app.call('dashboard.revenue', { ...range, group_by: 'weekly' })).map((row) => [row.period, row.order_count])).toEqual([
      ['2025-51', 1],
      ['2025-52', 1],
      ['2026-00', 2],
      ['2026-01', 1],
    ]);
    expect((await app.call('dashboard.orderTrends', { ...range, group_by: 'monthly' })).map((row) => [row.date, row.order_count])).toEqual([
      ['2025-12', 2],
      ['2026-01', 3],
    ]);
    expect(await app.refusal('dashboard.revenue', { ...range, group_by: 'yearly' })).toMatchObject({ code: 'invalid_input' });
  });

  test('of revenue need a live order, of trends any order', async () => {
    const { app, sell } = await openSellingShop();
    await sell({ at: '2026-02-10T10:00:00.000Z', end: 'cancelled' });
    await sell({ at: '2026-02-11T10:00:00.000Z', end: 'deleted' });
    await sell({ at: '2026-02-12T10:00:00.000Z', end: 'completed' });
    await sell({ at: '2026-02-12T11:00:00.000Z', end: 'cancelled' });
    const range = { start_date: '2026-02-01', end_date: '2026-02-28' };
    expect(await app.call('dashboard.revenue', range)).toEqual([
      { period: '2026-02-12', revenue: 450, order_count: 1, avg_order_value: 450 },
    ]);
    expect(await app.call('dashboard.orderTrends', range)).toEqual([
      { date: '2026-02-10', order_count: 1, revenue: 0, avg_order_value: 0, completed: 0, cancelled: 1 },
      { date: '2026-02-12', order_count: 2, revenue: 450, avg_order_value: 450, completed: 1, cancelled: 1 },
    ]);
  });
});
