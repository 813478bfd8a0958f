import { describe, expect, it } from 'vitest';
import { callerWithRole, openTestApp } from '../support/test-app.ts';
import { addSmallMenu } from '../support/small-menu.ts';

const open = async (start?: string) => {
  const app = await openTestApp(start ? { start } : {});
  return { app, menu: await addSmallMenu(app) };
};

describe('placing an order', () => {
  it('prices it on the server, copies names and rates, takes the stock and gives it a number', async () => {
    const { app, menu } = await open();
    const order = await app.call('orders.create', {
      customer_id: menu.ann.id,
      payment_method: 'card',
      discount_id: menu.tenPercent.id,
      notes: 'to go',
      items: [
        { item_id: menu.latte.id, quantity: 2, addon_ids: [menu.shot.id, menu.shot.id], notes: 'very hot' },
        { item_id: menu.croissant.id, addons: [{ addon_id: menu.oat.id }], addon_ids: [999] },
      ],
    });
    expect(order).toMatchObject({
      order_number: 'PHI-20260302-0001',
      status: 'pending',
      subtotal: 1559,
      discount_amount: 156,
      tax_rate: 80_000,
      tax_amount: 112,
      total: 1515,
      customer: { id: menu.ann.id, name: 'Ann Berg' },
      discount_name: 'Ten',
      business_date: '2026-03-02',
    });
    expect(order.items.map((line) => [line.item_name, line.subtotal, line.addons.length, line.notes])).toEqual([
      ['Latte', 1200, 2, 'very hot'],
      ['Croissant', 359, 1, null],
    ]);
    expect((await app.call('items.get', { item_id: menu.croissant.id })).stock_qty).toBe(19);
    expect(await app.call('orders.get', { order_id: order.id })).toEqual(order);
  });

  it('keeps an old order as it was when the menu changes', async () => {
    const { app, menu } = await open();
    const { id } = await app.call('orders.create', { items: [{ item_id: menu.latte.id, addon_ids: [menu.oat.id] }] });
    await app.call('items.update', { item_id: menu.latte.id, name: 'Flat white', price: 999 });
    await app.call('addons.update', { addon_id: menu.oat.id, name: 'Soy', price: 5 });
    await app.call('settings.update', { tax_rate: 250_000 });
    expect(await app.call('orders.get', { order_id: id })).toMatchObject({
      total: 551,
      tax_rate: 80_000,
      items: [{ item_name: 'Latte', unit_price: 450, addons: [{ addon_name: 'Oat milk', price: 60 }] }],
    });
  });

  it('checks in the contract’s order and keeps nothing of a refused order', async () => {
    const { app, menu } = await open();
    const order = (body: object) => app.refusal('orders.create', { items: [{ item_id: menu.latte.id }], ...body });
    expect(await order({ customer_id: 99, discount_id: 99 })).toMatchObject({
      code: 'not_found',
      message: 'Customer with id 99 not found',
    });
    expect(await order({ discount_id: 99, items: [{ item_id: 99 }] })).toMatchObject({ message: 'Active discount with id 99 not found' });
    expect(
      await order({
        items: [
          { item_id: menu.cake.id, quantity: 3 },
          { item_id: menu.cake.id, quantity: 3 },
        ],
      }),
    ).toEqual({
      code: 'insufficient_stock',
      message: "Insufficient stock for 'Cake'. Available: 2, Requested: 3",
    });
    expect(await order({ items: [{ item_id: menu.latte.id, addon_ids: [99] }] })).toMatchObject({ message: 'Addon with id 99 not found' });
    await app.call('addons.update', { addon_id: menu.oat.id, is_available: false });
    expect(await order({ items: [{ item_id: menu.latte.id, addon_ids: [menu.oat.id] }] })).toMatchObject({
      message: "Addon 'Oat milk' is not available",
    });
    await app.call('items.update', { item_id: menu.tea.id, is_available: false });
    expect(await order({ items: [{ item_id: menu.tea.id }] })).toMatchObject({ message: "Item 'Tea' is not available" });
    await app.call('categories.update', { category_id: menu.bakery.id, is_active: false });
    expect((await order({ items: [{ item_id: menu.cake.id }] })).code).toBe('category_inactive');
    expect(await order({ shift_id: 7 })).toMatchObject({ code: 'not_found', message: 'Shift with id 7 not found' });
    expect((await app.call('orders.list', {})).total).toBe(0);
    expect((await app.call('items.get', { item_id: menu.cake.id })).stock_qty).toBe(5);
    const placed = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
    expect(placed.order_number).toBe('PHI-20260302-0001');
  });

  it('gives a discount only in its window', async () => {
    const { app, menu } = await open();
    const { id } = await app.call('discounts.create', { name: 'March', value: 50, start_date: '2026-03-03', end_date: '2026-03-05' });
    const order = { items: [{ item_id: menu.latte.id }], discount_id: id };
    expect((await app.refusal('orders.create', order)).code).toBe('discount_outside_window');
    app.clock.set('2026-03-04T10:00:00.000Z');
    expect((await app.call('orders.create', order)).discount_amount).toBe(225);
    app.clock.set('2026-03-06T10:00:00.000Z');
    expect((await app.refusal('orders.create', order)).code).toBe('discount_outside_window');
  });

  it('belongs to the open shift unless told otherwise, and never to a closed one', async () => {
    const { app, menu } = await open();
    const items = [{ item_id: menu.latte.id }];
    expect((await app.call('orders.create', { items })).shift_id).toBeNull();
    const shift = await app.call('shifts.open', { opening_cash: 10_000 });
    expect((await app.call('orders.create', { items })).shift_id).toBe(shift.id);
    expect((await app.call('orders.create', { items, shift_id: null })).shift_id).toBeNull();
    await app.call('shifts.close', { shift_id: shift.id, closing_cash: 10_486 });
    expect((await app.refusal('orders.create', { items, shift_id: shift.id })).code).toBe('shift_closed');
    expect((await app.refusal('expenses.create', { category: 'milk', amount: 100, shift_id: shift.id })).code).toBe('shift_closed');
  });

  it('numbers by the shop’s business day, and never uses a number twice', async () => {
    const { app, menu } = await open('2026-03-02T23:00:00.000Z');
    await app.call('settings.update', { time_zone: 'Europe/Oslo', day_cutover_hour: 4 });
    const place = async () => (await app.call('orders.create', { items: [{ item_id: menu.latte.id }] })).order_number;
    expect(await place()).toBe('PHI-20260302-0001'); // 00:00 on the 3rd in Oslo
    app.clock.set('2026-03-03T03:00:00.000Z');
    expect(await place()).toBe('PHI-20260303-0001');
    const { items } = await app.call('orders.list', {});
    await app.call('orders.delete', { order_id: items[0]?.id ?? 0 });
    expect(await place()).toBe('PHI-20260303-0002');
    app.clock.set('2026-03-02T20:00:00.000Z'); // a clock set back
    expect(await place()).toBe('PHI-20260302-0002');
  });
});

describe('the life of an order', () => {
  it('goes the kitchen’s way and refuses everything else, in the contract’s words', async () => {
    const { app, menu } = await open();
    const { id } = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
    expect(await app.refusal('orders.setStatus', { order_id: id, status: 'ready' })).toEqual({
      code: 'invalid_transition',
      message: "Cannot transition from 'pending' to 'ready'. Valid transitions: ['preparing', 'cancelled']",
    });
    for (const status of ['preparing', 'ready', 'completed'] as const) {
      expect((await app.call('orders.setStatus', { order_id: id, status })).status).toBe(status);
    }
    expect((await app.refusal('orders.setStatus', { order_id: id, status: 'cancelled' })).message).toBe(
      "Cannot transition from 'completed' to 'cancelled'. Valid transitions: []",
    );
    expect(await app.refusal('orders.delete', { order_id: id })).toEqual({
      code: 'order_completed',
      message: 'Cannot delete a completed order. Cancel it instead.',
    });
  });

  it('lets the kitchen move orders on, but not cancel them', async () => {
    const { app, menu } = await open();
    const { id } = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
    const kitchen = callerWithRole('kitchen');
    expect((await app.refusal('orders.setStatus', { order_id: id, status: 'cancelled' }, kitchen)).code).toBe('approval_needed');
    expect((await app.call('orders.setStatus', { order_id: id, status: 'preparing' }, kitchen)).status).toBe('preparing');
  });

  it('gives back exactly what it took, once', async () => {
    const { app, menu } = await open();
    const stock = async (id: number) => (await app.call('items.get', { item_id: id })).stock_qty;
    const place = async () =>
      (await app.call('orders.create', { items: [{ item_id: menu.cake.id, quantity: 2 }, { item_id: menu.tea.id }] })).id;
    const cancelled = await place();
    // Unlimited when sold, limited when cancelled: nothing was taken, so nothing comes back.
    await app.call('items.update', { item_id: menu.tea.id, stock_qty: 3 });
    await app.call('orders.setStatus', { order_id: cancelled, status: 'cancelled' });
    expect([await stock(menu.cake.id), await stock(menu.tea.id)]).toEqual([5, 3]);
    await app.call('orders.delete', { order_id: cancelled });
    expect(await stock(menu.cake.id)).toBe(5);
    const deleted = await place();
    expect(await stock(menu.cake.id)).toBe(3);
    await app.call('orders.delete', { order_id: deleted });
    expect(await stock(menu.cake.id)).toBe(5);
    expect((await app.refusal('orders.get', { order_id: deleted })).code).toBe('not_found');
    const audit = await app.call('audit.list', { entity_type: 'Order', entity_id: deleted });
    expect(audit.items.map((row) => row.action)).toEqual(['delete', 'create']);
    expect(audit.items[0]?.old_values).toMatchObject({
      order_number: 'PHI-20260302-0002',
      items: [{ item_name: 'Cake' }, { item_name: 'Tea' }],
    });
  });
});

describe('lists of orders', () => {
  it('filter by status, method, customer, shift and whole business days, newest first', async () => {
    const { app, menu } = await open('2026-03-01T10:00:00.000Z');
    const items = [{ item_id: menu.latte.id }];
    const first = await app.call('orders.create', { items, customer_id: menu.ann.id });
    app.clock.set('2026-03-02T23:59:59.999Z');
    const second = await app.call('orders.create', { items, payment_method: 'mobile' });
    const ids = async (query: object) => (await app.call('orders.list', query)).items.map((order) => order.id);
    expect(await ids({})).toEqual([second.id, first.id]);
    expect(await ids({ start_date: '2026-03-02', end_date: '2026-03-02' })).toEqual([second.id]);
    expect(await ids({ end_date: '2026-03-01' })).toEqual([first.id]);
    expect(await ids({ start_date: '2026-03-02', end_date: '2026-03-01' })).toEqual([]);
    expect(await ids({ payment_method: 'mobile' })).toEqual([second.id]);
    expect(await ids({ status: 'no such status' })).toEqual([]);
    expect(await ids({ customer_id: 0, shift_id: 0 })).toEqual([second.id, first.id]);
    expect((await app.call('customers.orders', { customer_id: menu.ann.id })).map((order) => order.id)).toEqual([first.id]);
    expect(await app.call('customers.get', { customer_id: menu.ann.id })).toMatchObject({ total_orders: 1, total_spent: first.total });
  });

  it('use an index for every way of asking', async () => {
    const { app } = await open();
    const { database } = app.pos;
    const q = database.q
      .selectFrom('orders')
      .selectAll()
      .where('deleted_at', 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(20);
    const plan = (query: Parameters<typeof database.explain>[0]) => database.explain(query).join('; ');
    expect(plan(q)).toContain('USING INDEX orders_created');
    expect(plan(q.where('status', '=', 'pending'))).toContain('USING INDEX orders_status');
    expect(plan(q.where('customer_id', '=', 1))).toMatch(/USING INDEX orders_customer/);
    expect(plan(q.where('shift_id', '=', 1))).toContain('USING INDEX orders_shift');
    for (const query of [q, q.where('status', '=', 'pending')]) expect(plan(query)).not.toContain('TEMP B-TREE');
  });
});
