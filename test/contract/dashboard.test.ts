import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Door, openDoor } from './doors.ts';
import { faults, makeMenu, type Menu, send } from './menu.ts';

describe.each(['http', 'ipc'] as const)('endpoints 41-51: the dashboard, through %s', (kind) => {
  let door: Door;
  let menu: Menu;
  const day = 'start_date=2026-03-02&end_date=2026-03-02';

  beforeAll(async () => {
    door = await openDoor(kind, { start: '2026-03-02T09:15:00.000Z' });
    menu = await makeMenu(door);
    const place = (body: object) => send(door, 'POST', '/orders', body);
    await place({ customer_id: menu.ann.id, items: [{ item_id: menu.latte.id, quantity: 2 }] });
    await place({ payment_method: 'card', discount_id: menu.two.id, items: [{ item_id: menu.cake.id }] });
    const cancelled = await place({ payment_method: 'card', items: [{ item_id: menu.latte.id }] });
    await send(door, 'PATCH', `/orders/${cancelled.id}/status`, { status: 'cancelled' });
    await send(door, 'POST', '/expenses', { category: 'milk', amount: 3 });
  });
  afterAll(() => door.close());

  const view = (name: string, query = day) => send(door, 'GET', `/dashboard/${name}?${query}`);

  it('41 sums up', async () => {
    expect(await view('summary')).toEqual({
      total_revenue: 13.12,
      total_orders: 3,
      completed_orders: 0,
      cancelled_orders: 1,
      avg_order_value: 6.56,
      total_customers: 1,
      new_customers: 1,
      total_items_sold: 3,
      revenue_change_pct: 0,
      order_change_pct: 0,
      top_payment_method: expect.stringMatching(/^(cash|card)$/),
      busiest_hour: 9,
    });
    expect(await view('summary', 'start_date=2026-03-03&end_date=2026-03-01')).toMatchObject({
      total_orders: 0,
      total_revenue: 0,
      busiest_hour: null,
    });
  });

  it('42 and 45 follow the days', async () => {
    expect(await view('revenue')).toEqual([{ period: '2026-03-02', revenue: 13.12, order_count: 2, avg_order_value: 6.56 }]);
    expect(await view('revenue', `${day}&group_by=weekly`)).toMatchObject([{ period: '2026-09' }]);
    expect(await view('order-trends', `${day}&group_by=monthly`)).toEqual([
      { date: '2026-03', order_count: 3, revenue: 13.12, avg_order_value: 6.56, completed: 0, cancelled: 1 },
    ]);
    for (const name of ['revenue', 'order-trends']) {
      expect(faults(await door.send('GET', `/api/v1/dashboard/${name}?group_by=hourly`))).toEqual([
        ['query.group_by', 'string_pattern_mismatch'],
      ]);
    }
  });

  it('43-44 rank what sold', async () => {
    expect(await view('top-items')).toEqual([
      { item_id: menu.latte.id, name: 'Latte', category: 'Drinks', qty_sold: 2, revenue: 9, order_count: 1 },
      { item_id: menu.cake.id, name: 'Cake', category: 'Bakery', qty_sold: 1, revenue: 5.15, order_count: 1 },
    ]);
    expect(await view('top-categories', `${day}&limit=1`)).toEqual([
      { category_id: menu.drinks.id, name: 'Drinks', item_count: 1, total_revenue: 9, order_count: 1, qty_sold: 2 },
    ]);
    for (const limit of [0, 51]) expect((await door.send('GET', `/api/v1/dashboard/top-items?limit=${limit}`)).status).toBe(422);
  });

  it('46 counts by hour, on one weekday too', async () => {
    const hours = await view('hourly-heatmap');
    expect(hours).toHaveLength(24);
    expect(hours[9]).toEqual({ hour: 9, order_count: 2, revenue: 13.12, avg_order_value: 6.56, items_sold: 3 });
    expect((await view('hourly-heatmap', `${day}&day_of_week=1`))[9].items_sold).toBe(3);
    expect((await view('hourly-heatmap', `${day}&day_of_week=0`))[9]).toMatchObject({ order_count: 0, items_sold: 0 });
    for (const weekday of ['7', '-1', 'x'])
      expect((await door.send('GET', `/api/v1/dashboard/hourly-heatmap?day_of_week=${weekday}`)).status).toBe(422);
  });

  it('47-48 look at customers and at payments', async () => {
    expect(await view('customer-insights')).toMatchObject({
      total_customers: 1,
      active_customers: 1,
      new_customers: 1,
      repeat_customers: 0,
      repeat_rate: 0,
      avg_customer_spend: 9.72,
      top_customers: [{ customer_id: menu.ann.id, name: 'Ann Berg', order_count: 1, total_spent: 9.72, avg_order_value: 9.72 }],
    });
    expect(await view('payment-breakdown')).toEqual(
      expect.arrayContaining([
        { method: 'cash', count: 1, total_amount: 9.72, percentage: 50 },
        { method: 'card', count: 1, total_amount: 3.4, percentage: 50 },
      ]),
    );
  });

  it('49 warns of what runs out; 0 means 0', async () => {
    expect(await view('inventory-alerts', '')).toEqual([
      { item_id: menu.cake.id, name: 'Cake', category: 'Bakery', stock_qty: 4, status: 'low_stock' },
    ]);
    expect(await view('inventory-alerts', 'threshold=3')).toEqual([]);
    expect(await view('inventory-alerts', 'threshold=0')).toEqual([]);
    await send(door, 'PATCH', `/items/${menu.cake.id}`, { stock_qty: 0 });
    expect(await view('inventory-alerts', 'threshold=0')).toMatchObject([{ status: 'out_of_stock' }]);
    expect((await door.send('GET', '/api/v1/dashboard/inventory-alerts?threshold=-1')).status).toBe(422);
  });

  it('50 tells profit from loss', async () => {
    expect(await view('profit-loss')).toEqual({
      total_revenue: 13.12,
      total_expenses: 3,
      gross_profit: 10.12,
      profit_margin: 77.13,
      total_tax_collected: 0.97,
      total_discounts_given: 2,
      refunds: 0,
      net_revenue: 12.15,
      net_profit: 9.15,
      expense_breakdown: [{ category: 'milk', amount: 3, percentage: 100 }],
    });
  });

  it('51 sums up shifts', async () => {
    expect(await view('shift-summary', '')).toEqual([]);
    const shift = await send(door, 'POST', '/shifts/open', { opening_cash: 10 });
    expect(await view('shift-summary', '')).toMatchObject([
      { shift_id: shift.id, status: 'open', opening_cash: 10, closing_cash: null, cash_difference: 0 },
    ]);
    expect(await view('shift-summary', 'shift_id=999')).toEqual([]);
    expect(await view('shift-summary', 'shift_id=0')).toHaveLength(1);
    expect(await view('shift-summary', `shift_id=${shift.id}&start_date=2020-01-01&end_date=2020-01-02`)).toHaveLength(1);
    expect(await view('shift-summary', 'end_date=2020-01-02')).toEqual([]);
  });

  it.each([
    'summary',
    'revenue',
    'top-items',
    'top-categories',
    'order-trends',
    'hourly-heatmap',
    'customer-insights',
    'payment-breakdown',
    'profit-loss',
    'shift-summary',
  ])('%s takes days only', async (name) => {
    expect(faults(await door.send('GET', `/api/v1/dashboard/${name}?start_date=2026-13-01&end_date=x`))).toEqual([
      ['query.start_date', 'date_from_datetime_parsing'],
      ['query.end_date', 'date_from_datetime_parsing'],
    ]);
    expect(faults(await door.send('GET', `/api/v1/dashboard/${name}?end_date=2026-03-01T10:00:00`))).toEqual([
      ['query.end_date', 'date_from_datetime_inexact'],
    ]);
    expect((await door.send('GET', `/api/v1/dashboard/${name}?start_date=2026-03-01T00:00:00`)).status).toBe(200);
  });
});
