import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Door, openDoor } from './doors.ts';
import { faults, makeMenu, type Menu, refuses, send, snapshot } from './menu.ts';

describe.each(['http', 'ipc'] as const)('endpoints 27-31: orders, through %s', (kind) => {
  let door: Door;
  let menu: Menu;

  beforeAll(async () => {
    door = await openDoor(kind);
    menu = await makeMenu(door);
  });
  afterAll(() => door.close());

  const place = (body: object) => send(door, 'POST', '/orders', body);

  it('27 prices an order and copies onto it what was sold', async () => {
    const order = await place({
      customer_id: menu.ann.id,
      payment_method: 'card',
      discount_id: menu.ten.id,
      notes: 'no sugar',
      total: 0.01,
      status: 'completed',
      items: [
        { item_id: menu.latte.id, quantity: 2, addon_ids: [menu.shot.id, menu.shot.id], price: 0.01 },
        { item_id: menu.cake.id, addons: [{ addon_id: menu.oat.id }], addon_ids: [999] },
      ],
    });
    expect(order).toMatchObject({
      order_number: 'PHI-20260302-0001',
      customer_name: 'Ann Berg',
      customer: { id: menu.ann.id, name: 'Ann Berg' },
      status: 'pending',
      payment_method: 'card',
      subtotal: 17.75,
      discount_amount: 1.78,
      tax_amount: 1.28,
      total: 17.25,
      discount_id: menu.ten.id,
      shift_id: null,
      notes: 'no sugar',
      items: [
        {
          item_name: 'Latte',
          quantity: 2,
          unit_price: 4.5,
          subtotal: 12,
          addons: [{ addon_name: 'Extra shot', price: 0.75 }, { price: 0.75 }],
        },
        {
          item_name: 'Cake',
          quantity: 1,
          unit_price: 5.15,
          subtotal: 5.75,
          addons: [{ addon_id: menu.oat.id, addon_name: 'Oat milk', price: 0.6 }],
        },
      ],
    });
    await send(door, 'PATCH', `/items/${menu.latte.id}`, { name: 'Flat white', price: 9 });
    expect((await send(door, 'GET', `/orders/${order.id}`)).items[0]).toMatchObject({ item_name: 'Latte', unit_price: 4.5 });
    await send(door, 'PATCH', `/items/${menu.latte.id}`, { name: 'Latte', price: 4.5 });
  });

  it('27 takes no more off than there is', async () => {
    const big = await send(door, 'POST', '/discounts', { name: 'Big', type: 'flat', value: 500 });
    expect(await place({ discount_id: big.id, items: [{ item_id: menu.latte.id }] })).toMatchObject({
      discount_amount: 4.5,
      tax_amount: 0,
      total: 0,
    });
  });

  it("27 refuses in the original's order, and keeps nothing of it", async () => {
    const off = await send(door, 'POST', '/addons', { name: 'Off', price: 1, is_available: false });
    const inactive = await send(door, 'POST', '/discounts', { name: 'Inactive', value: 5, is_active: false });
    const past = await send(door, 'POST', '/discounts', { name: 'Past', value: 5, end_date: '2020-01-01' });
    const closed = await send(door, 'POST', '/categories', { name: 'Closed' });
    const hidden = await send(door, 'POST', '/items', { category_id: closed.id, name: 'Hidden', price: 1 });
    await send(door, 'PATCH', `/categories/${closed.id}`, { is_active: false });
    const gone = await send(door, 'POST', '/items', { category_id: menu.drinks.id, name: 'Gone', price: 1, is_available: false });
    const before = snapshot(door);
    const latte = { item_id: menu.latte.id };
    const refused: [object, number, string | RegExp][] = [
      [{ customer_id: 999, discount_id: 999, items: [{ item_id: 999 }] }, 404, 'Customer with id 999 not found'],
      [{ discount_id: 999, items: [{ item_id: 999 }] }, 404, 'Active discount with id 999 not found'],
      [{ discount_id: inactive.id, items: [latte] }, 404, `Active discount with id ${inactive.id} not found`],
      [{ discount_id: past.id, items: [latte] }, 400, /./],
      [{ items: [latte, { item_id: 999 }] }, 404, 'Item with id 999 not found'],
      [{ items: [{ item_id: gone.id }] }, 400, "Item 'Gone' is not available"],
      [{ items: [{ item_id: hidden.id }] }, 400, /Hidden/],
      [{ items: [{ ...latte, addon_ids: [999] }] }, 404, 'Addon with id 999 not found'],
      [{ items: [{ ...latte, addon_ids: [off.id] }] }, 400, "Addon 'Off' is not available"],
      [
        {
          items: [
            { item_id: menu.cake.id, quantity: 3 },
            { item_id: menu.cake.id, quantity: 3 },
          ],
        },
        400,
        "Insufficient stock for 'Cake'. Available: 1, Requested: 3",
      ],
      [{ shift_id: 999, items: [latte] }, 404, 'Shift with id 999 not found'],
    ];
    for (const [body, status, detail] of refused) await refuses(door, 'POST', '/orders', body, status, detail);
    expect(snapshot(door)).toEqual(before);
  });

  it.each<[string, unknown, [string, string][]]>([
    ['no items', {}, [['body.items', 'missing']]],
    ['an empty list', { items: [] }, [['body.items', 'too_short']]],
    ['a list that is none', { items: 'x' }, [['body.items', 'list_type']]],
    ['a line that is none', { items: [7] }, [['body.items.0', 'model_attributes_type']]],
    ['null for the payment method', { payment_method: null, items: [{ item_id: 1 }] }, [['body.payment_method', 'string_type']]],
    [
      'an unknown payment method',
      { payment_method: 'gold', items: [{ item_id: 1 }] },
      [['body.payment_method', 'string_pattern_mismatch']],
    ],
    ['a number for the notes', { notes: 5, items: [{ item_id: 1 }] }, [['body.notes', 'string_type']]],
    ['too many of one', { items: [{ item_id: 1, quantity: 101 }] }, [['body.items.0.quantity', 'less_than_equal']]],
    ['a fraction of one', { items: [{ item_id: 1, quantity: 1.5 }] }, [['body.items.0.quantity', 'int_from_float']]],
    ['nothing of one', { items: [{ item_id: 1, quantity: 0 }] }, [['body.items.0.quantity', 'greater_than']]],
    ['customer 0', { customer_id: 0, items: [{ item_id: 1 }] }, [['body.customer_id', 'greater_than']]],
    ['item 0', { items: [{ item_id: 0 }] }, [['body.items.0.item_id', 'greater_than']]],
    ['add-on 0 in the short form', { items: [{ item_id: 1, addon_ids: [2, 0] }] }, [['body.items.0.addon_id', 'greater_than']]],
    [
      'many faults',
      { customer_id: 'x', payment_method: 'z', items: [{ quantity: 0 }, { item_id: 'a', addons: [{}] }] },
      [
        ['body.customer_id', 'int_parsing'],
        ['body.payment_method', 'string_pattern_mismatch'],
        ['body.items.0.item_id', 'missing'],
        ['body.items.0.quantity', 'greater_than'],
        ['body.items.1.item_id', 'int_parsing'],
        ['body.items.1.addons.0.addon_id', 'missing'],
      ],
    ],
  ])('27 refuses %s and writes nothing', async (_what, body, expected) => {
    const before = snapshot(door);
    expect(faults(await door.send('POST', '/api/v1/orders', body))).toEqual(expected);
    expect(snapshot(door)).toEqual(before);
  });

  it('28 lists newest first, with every filter', async () => {
    const cash = await place({ items: [{ item_id: menu.latte.id }] });
    const list = async (query: string) => send(door, 'GET', `/orders?${query}`);
    const all = await list('per_page=100');
    expect(all.items.map((each: { id: number }) => each.id)).toEqual(
      all.items.map((each: { id: number }) => each.id).toSorted((a: number, b: number) => b - a),
    );
    expect((await list('payment_method=cash')).items[0].id).toBe(cash.id);
    expect((await list(`customer_id=${menu.ann.id}&payment_method=card`)).total).toBe(1);
    expect((await list('customer_id=0&shift_id=0')).total).toBe(all.total);
    expect((await list('status=nonsense')).total).toBe(0);
    expect((await list('payment_method=nonsense')).total).toBe(0);
    expect((await list('start_date=2026-03-02&end_date=2026-03-02')).total).toBe(all.total);
    expect((await list('start_date=2026-03-02T00:00:00')).total).toBe(all.total);
    expect((await list('end_date=2026-03-01')).total).toBe(0);
    expect((await list('start_date=2026-03-03&end_date=2026-03-01')).total).toBe(0);
    for (const date of ['notadate', '2026-02-30', '2026-03-02T12:00:00'])
      expect((await door.send('GET', `/api/v1/orders?start_date=${date}`)).status).toBe(422);
  });

  it('29 says when there is none', async () => {
    expect.hasAssertions();
    for (const id of [0, -1, 99_999]) await refuses(door, 'GET', `/orders/${id}`, undefined, 404, `Order with id ${id} not found`);
  });

  it('30 moves an order along, and only along', async () => {
    const { id } = await place({ items: [{ item_id: menu.latte.id }] });
    const move = (status: string) => send(door, 'PATCH', `/orders/${id}/status`, { status });
    const no = (from: string, to: string, valid: string) =>
      refuses(
        door,
        'PATCH',
        `/orders/${id}/status`,
        { status: to },
        400,
        `Cannot transition from '${from}' to '${to}'. Valid transitions: ${valid}`,
      );
    await no('pending', 'ready', "['preparing', 'cancelled']");
    await no('pending', 'pending', "['preparing', 'cancelled']");
    expect((await move('preparing')).status).toBe('preparing');
    await no('preparing', 'completed', "['ready', 'cancelled']");
    await move('ready');
    await no('ready', 'preparing', "['completed', 'cancelled']");
    await move('completed');
    await no('completed', 'cancelled', '[]');
    await refuses(door, 'DELETE', `/orders/${id}`, undefined, 400, 'Cannot delete a completed order. Cancel it instead.');
    expect(faults(await door.send('PATCH', `/api/v1/orders/${id}/status`, { status: 'eaten' }))).toEqual([
      ['body.status', 'string_pattern_mismatch'],
    ]);
    expect(faults(await door.send('PATCH', `/api/v1/orders/${id}/status`, {}))).toEqual([['body.status', 'missing']]);
    await refuses(door, 'PATCH', '/orders/999/status', { status: 'ready' }, 404, 'Order with id 999 not found');
  });

  it('30-31 give back exactly the stock that was taken', async () => {
    const stock = async () => (await send(door, 'GET', `/items/${menu.cake.id}`)).stock_qty as number;
    const before = await stock();
    const first = await place({ items: [{ item_id: menu.cake.id, quantity: 2 }] });
    expect(await stock()).toBe(before - 2);
    await send(door, 'PATCH', `/orders/${first.id}/status`, { status: 'cancelled' });
    expect(await stock()).toBe(before);
    expect(await send(door, 'DELETE', `/orders/${first.id}`)).toEqual({ message: `Order ${first.id} deleted successfully`, success: true });
    expect(await stock()).toBe(before);
    const second = await place({ items: [{ item_id: menu.cake.id, quantity: 2 }] });
    await send(door, 'DELETE', `/orders/${second.id}`);
    expect(await stock()).toBe(before);
    await refuses(door, 'DELETE', `/orders/${second.id}`, undefined, 404, `Order with id ${second.id} not found`);
  });

  it('30 gives back nothing of what was unlimited when it was sold', async () => {
    const free = await send(door, 'POST', '/items', { category_id: menu.drinks.id, name: 'Free', price: 1 });
    const order = await place({ items: [{ item_id: free.id, quantity: 5 }] });
    await send(door, 'PATCH', `/items/${free.id}`, { stock_qty: 0 });
    await send(door, 'PATCH', `/orders/${order.id}/status`, { status: 'cancelled' });
    expect((await send(door, 'GET', `/items/${free.id}`)).stock_qty).toBe(0);
  });

  it('31 never gives a number or an id twice', async () => {
    const first = await place({ items: [{ item_id: menu.latte.id }] });
    await send(door, 'DELETE', `/orders/${first.id}`);
    const second = await place({ items: [{ item_id: menu.latte.id }] });
    expect(second.id).toBeGreaterThan(first.id);
    expect(second.order_number > first.order_number).toBe(true);
  });
});
