import { describe, expect, test } from 'vitest';
import { openSellingShop } from './sell.ts';

const february = { start_date: '2026-02-01', end_date: '2026-02-28' };

describe('dashboard.summary', () => {
  test('compares with the same number of days before, which share no day', async () => {
    const { app, sell } = await openSellingShop();
    await sell({ at: '2026-02-07T23:59:59.999Z' });
    await sell({ at: '2026-02-08T00:00:00.000Z' });
    await sell({ at: '2026-02-09T10:00:00.000Z' });
    await sell({ at: '2026-02-10T00:00:00.000Z' });
    await sell({ at: '2026-02-11T23:59:59.999Z', end: 'cancelled' });
    const answer = await app.call('dashboard.summary', { start_date: '2026-02-10', end_date: '2026-02-11' });
    // Before: the 8th and the 9th with 9.00 and two orders. Now: 4.50 and two orders, one of them cancelled.
    expect(answer).toMatchObject({
      total_revenue: 450,
      total_orders: 2,
      cancelled_orders: 1,
      revenue_change_pct: -50,
      order_change_pct: 0,
      total_items_sold: 1,
    });
  });

  test('gives ties of hour and method to the last, counts live orders only', async () => {
    const { app, sell } = await openSellingShop();
    await sell({ at: '2026-02-10T08:10:00.000Z', payment_method: 'card' });
    await sell({ at: '2026-02-10T09:10:00.000Z', payment_method: 'mobile' });
    await sell({ at: '2026-02-10T15:10:00.000Z', payment_method: 'cash', end: 'cancelled' });
    await sell({ at: '2026-02-10T15:20:00.000Z', payment_method: 'cash', end: 'deleted' });
    expect(await app.call('dashboard.summary', february)).toMatchObject({ busiest_hour: 9, top_payment_method: 'mobile', total_orders: 3 });
  });
});

describe('rankings', () => {
  test('of items: by quantity, then id; the name is the one of today', async () => {
    const { app, menu, sell } = await openSellingShop();
    await sell({
      at: '2026-02-10T08:00:00.000Z',
      items: [{ item_id: menu.tea.id, quantity: 2 }, { item_id: menu.tea.id }, { item_id: menu.cake.id, quantity: 2 }],
    });
    await sell({ items: [{ item_id: menu.croissant.id, quantity: 2, addon_ids: [menu.shot.id] }] });
    await sell({ items: [{ item_id: menu.latte.id, quantity: 9 }], end: 'cancelled' });
    await app.call('items.update', { item_id: menu.tea.id, name: 'Green tea' });
    expect(await app.call('dashboard.topItems', february)).toEqual([
      { item_id: menu.tea.id, name: 'Green tea', category: 'Drinks', qty_sold: 3, revenue: 975, order_count: 1 },
      { item_id: menu.croissant.id, name: 'Croissant', category: 'Bakery', qty_sold: 2, revenue: 748, order_count: 1 },
      { item_id: menu.cake.id, name: 'Cake', category: 'Bakery', qty_sold: 2, revenue: 1030, order_count: 1 },
    ]);
    expect(await app.call('dashboard.topItems', { ...february, limit: 1 })).toHaveLength(1);
  });

  test('of categories: by revenue, with the category that the item had when it was sold', async () => {
    const { app, menu, sell } = await openSellingShop();
    await sell({
      at: '2026-02-10T08:00:00.000Z',
      items: [{ item_id: menu.latte.id }, { item_id: menu.tea.id }, { item_id: menu.cake.id }],
    });
    await sell({ items: [{ item_id: menu.latte.id }] });
    await app.call('items.update', { item_id: menu.latte.id, category_id: menu.bakery.id });
    await app.call('categories.update', { category_id: menu.drinks.id, name: 'Hot and cold' });
    await sell({ items: [{ item_id: menu.latte.id }] });
    expect(await app.call('dashboard.topCategories', february)).toEqual([
      { category_id: menu.drinks.id, name: 'Hot and cold', item_count: 2, total_revenue: 1225, order_count: 2, qty_sold: 3 },
      { category_id: menu.bakery.id, name: 'Bakery', item_count: 2, total_revenue: 965, order_count: 2, qty_sold: 2 },
    ]);
  });
});

test('hourly-heatmap: a weekday filters every figure', async () => {
  const { app, menu, sell } = await openSellingShop();
  await sell({ at: '2026-02-09T08:00:00.000Z', items: [{ item_id: menu.latte.id, quantity: 3 }] });
  await sell({ at: '2026-02-10T08:30:00.000Z', items: [{ item_id: menu.latte.id, quantity: 4 }] });
  const monday = await app.call('dashboard.hourlyHeatmap', { ...february, day_of_week: 1 });
  expect(monday[8]).toEqual({ hour: 8, order_count: 1, revenue: 1350, avg_order_value: 1350, items_sold: 3 });
  expect((await app.call('dashboard.hourlyHeatmap', february))[8]).toEqual({
    hour: 8,
    order_count: 2,
    revenue: 3150,
    avg_order_value: 1575,
    items_sold: 7,
  });
});

test('customer-insights: everything but the number of customers is of the range', async () => {
  const { app, menu, sell } = await openSellingShop();
  const bo = await app.call('customers.create', { name: 'Bo', email: 'bo@example.com' });
  await sell({ at: '2026-01-10T08:00:00.000Z', customer_id: menu.ann.id });
  await sell({ at: '2026-02-10T08:00:00.000Z', customer_id: menu.ann.id });
  await sell({ customer_id: bo.id });
  await sell({ customer_id: bo.id, items: [{ item_id: menu.tea.id }] });
  await sell({ customer_id: menu.ann.id, end: 'cancelled' });
  await sell();
  expect(await app.call('dashboard.customerInsights', { ...february, top_limit: 1 })).toEqual({
    total_customers: 2,
    active_customers: 2,
    new_customers: 0,
    repeat_customers: 1,
    repeat_rate: 50,
    // (4.50 + 7.75) / 2 = 6.125, half away from zero.
    avg_customer_spend: 613,
    top_customers: [{ customer_id: bo.id, name: 'Bo', email: 'bo@example.com', order_count: 2, total_spent: 775, avg_order_value: 388 }],
  });
});

test('payment-breakdown: shares of the number of live orders', async () => {
  const { app, sell } = await openSellingShop();
  await sell({ at: '2026-02-10T08:00:00.000Z', payment_method: 'card' });
  await sell({ payment_method: 'cash' });
  await sell({ payment_method: 'card' });
  await sell({ payment_method: 'mobile', end: 'cancelled' });
  expect(await app.call('dashboard.paymentBreakdown', february)).toEqual([
    { method: 'card', count: 2, total_amount: 900, percentage: 66.67 },
    { method: 'cash', count: 1, total_amount: 450, percentage: 33.33 },
  ]);
});

test('inventory-alerts: the threshold counts even when it is 0, else the setting does', async () => {
  const { app, menu } = await openSellingShop();
  const names = async (threshold?: number) =>
    (await app.call('dashboard.inventoryAlerts', { threshold })).map((row) => [row.name, row.stock_qty, row.status]);
  expect(await names()).toEqual([['Cake', 5, 'low_stock']]);
  expect(await names(20)).toEqual([
    ['Cake', 5, 'low_stock'],
    ['Croissant', 20, 'low_stock'],
  ]);
  expect(await names(0)).toEqual([]);
  await app.call('items.update', { item_id: menu.croissant.id, stock_qty: 0, is_available: false });
  expect(await names(0)).toEqual([['Croissant', 0, 'out_of_stock']]);
  await app.call('settings.update', { low_stock_threshold: 4 });
  expect(await names()).toEqual([['Croissant', 0, 'out_of_stock']]);
});

test('profit-loss: net revenue leaves tax out and takes discounts off once', async () => {
  const { app, menu, sell } = await openSellingShop({ tax_rate: 80_000 });
  // 9.00 - 0.90 = 8.10, tax 0.65: 8.75.
  await sell({ at: '2026-02-10T08:00:00.000Z', items: [{ item_id: menu.latte.id, quantity: 2 }], discount_id: menu.tenPercent.id });
  await app.call('expenses.create', { category: 'rent', amount: 800, date: '2026-02-28T23:59:59Z' });
  await app.call('expenses.create', { category: 'milk', amount: 200, date: '2026-02-01' });
  await app.call('expenses.create', { category: 'rent', amount: 5000, date: '2026-03-01' });
  expect(await app.call('dashboard.profitLoss', february)).toEqual({
    total_revenue: 875,
    total_expenses: 1000,
    gross_profit: -125,
    profit_margin: -14.29,
    total_tax_collected: 65,
    total_discounts_given: 90,
    refunds: 0,
    net_revenue: 810,
    net_profit: -190,
    expense_breakdown: [
      { category: 'rent', amount: 800, percentage: 80 },
      { category: 'milk', amount: 200, percentage: 20 },
    ],
  });
});
