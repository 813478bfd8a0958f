import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Door, openDoor } from './doors.ts';
import { faults, makeMenu, type Menu, refuses, send } from './menu.ts';

describe.each(['http', 'ipc'] as const)('endpoints 16-26: customers and discounts, through %s', (kind) => {
  let door: Door;
  let menu: Menu;

  beforeAll(async () => {
    door = await openDoor(kind);
    menu = await makeMenu(door);
  });
  afterAll(() => door.close());

  it('16 makes a customer; totals are never taken from outside', async () => {
    expect(await send(door, 'POST', '/customers', { name: 'Bo', total_orders: 9, total_spent: 99 })).toMatchObject({
      name: 'Bo',
      phone: null,
      email: null,
      total_orders: 0,
      total_spent: 0,
    });
    await refuses(
      door,
      'POST',
      '/customers',
      { name: 'X', phone: '555-0101', email: 'ann@example.org' },
      409,
      "Customer with phone '555-0101' already exists",
    );
    await refuses(
      door,
      'POST',
      '/customers',
      { name: 'X', email: 'ann@example.org' },
      409,
      "Customer with email 'ann@example.org' already exists",
    );
  });

  it('16 keeps an empty phone or e-mail as none, as often as it comes', async () => {
    for (const name of ['One', 'Two']) {
      expect(await send(door, 'POST', '/customers', { name, phone: '', email: ' ' })).toMatchObject({ phone: null, email: null });
    }
  });

  it('17-18 list by name, search and get', async () => {
    const page = await send(door, 'GET', '/customers?per_page=2');
    expect(page.items.map((each: { name: string }) => each.name)).toEqual(['Ann Berg', 'Bo']);
    for (const search of ['BERG', '0101', 'example.org']) {
      expect((await send(door, 'GET', `/customers?search=${search}`)).items).toMatchObject([{ id: menu.ann.id }]);
    }
    expect(await send(door, 'GET', `/customers/${menu.ann.id}`)).toEqual(menu.ann);
    await refuses(door, 'GET', '/customers/-4', undefined, 404, 'Customer with id -4 not found');
  });

  it('19 lists all orders of a customer, oldest first, and keeps the totals equal to them', async () => {
    const first = await send(door, 'POST', '/orders', { customer_id: menu.ann.id, items: [{ item_id: menu.latte.id }] });
    const second = await send(door, 'POST', '/orders', { customer_id: menu.ann.id, items: [{ item_id: menu.cake.id }] });
    const orders = await send(door, 'GET', `/customers/${menu.ann.id}/orders`);
    expect(orders.map((order: { id: number }) => order.id)).toEqual([first.id, second.id]);
    const sum = Math.round((first.total + second.total) * 100) / 100;
    expect(await send(door, 'GET', `/customers/${menu.ann.id}`)).toMatchObject({ total_orders: 2, total_spent: sum });
    await send(door, 'PATCH', `/orders/${first.id}/status`, { status: 'cancelled' });
    expect(await send(door, 'GET', `/customers/${menu.ann.id}`)).toMatchObject({ total_orders: 1, total_spent: second.total });
    await send(door, 'DELETE', `/orders/${second.id}`);
    expect(await send(door, 'GET', `/customers/${menu.ann.id}`)).toMatchObject({ total_orders: 0, total_spent: 0 });
    await refuses(door, 'GET', '/customers/999/orders', undefined, 404, 'Customer with id 999 not found');
  });

  it("20 changes a customer; another one's phone or e-mail stays theirs", async () => {
    const { id } = await send(door, 'POST', '/customers', { name: 'Cy', phone: '1' });
    await refuses(door, 'PATCH', `/customers/${id}`, { phone: '555-0101' }, 409, "Phone '555-0101' already in use");
    await refuses(door, 'PATCH', `/customers/${id}`, { email: 'ann@example.org' }, 409, "Email 'ann@example.org' already in use");
    expect(await send(door, 'PATCH', `/customers/${id}`, { phone: '1', name: 'Cyd', total_spent: 5 })).toMatchObject({
      name: 'Cyd',
      phone: '1',
      total_spent: 0,
    });
    expect(await send(door, 'PATCH', `/customers/${id}`, { phone: null })).toMatchObject({ phone: null });
    expect(faults(await door.send('PATCH', `/api/v1/customers/${id}`, { name: null }))).toEqual([['body.name', 'string_type']]);
  });

  it('21 deletes a customer; the orders stay', async () => {
    const { id } = await send(door, 'POST', '/customers', { name: 'Gone' });
    const order = await send(door, 'POST', '/orders', { customer_id: id, items: [{ item_id: menu.latte.id }] });
    expect(order).toMatchObject({ customer_name: 'Gone', customer: { id, name: 'Gone' } });
    expect(await send(door, 'DELETE', `/customers/${id}`)).toEqual({ message: `Customer ${id} deleted successfully`, success: true });
    expect(await send(door, 'GET', `/orders/${order.id}`)).toMatchObject({ customer_id: null, customer: null, total: order.total });
  });

  it('22-26 make, list, get, change and delete discounts', async () => {
    door.clock.advance(1000);
    const made = await send(door, 'POST', '/discounts', {
      name: 'Spring',
      value: 33.333,
      start_date: '2026-03-01T10:00:00+05:00',
      end_date: '2026-04-01',
    });
    expect(made).toMatchObject({
      type: 'percentage',
      value: 33.333,
      is_active: true,
      start_date: '2026-03-01T05:00:00.000Z',
      end_date: '2026-04-01T00:00:00.000Z',
    });
    expect((await send(door, 'GET', '/discounts')).items.map((each: { name: string }) => each.name)).toEqual(['Spring', 'Two off', 'Ten']);
    expect((await send(door, 'GET', '/discounts?search=two&is_active=1')).items).toMatchObject([{ name: 'Two off', value: 2 }]);
    expect(await send(door, 'GET', `/discounts/${made.id}`)).toEqual(made);
    expect(await send(door, 'PATCH', `/discounts/${made.id}`, { start_date: null, is_active: false })).toMatchObject({
      start_date: null,
      is_active: false,
    });
    expect(await send(door, 'DELETE', `/discounts/${made.id}`)).toEqual({
      message: `Discount ${made.id} deleted successfully`,
      success: true,
    });
    await refuses(door, 'PATCH', `/discounts/${made.id}`, { value: 1 }, 404, `Discount with id ${made.id} not found`);
  });

  it.each([
    [{ name: 'x', value: 150 }, 'body.value', 'less_than_equal'],
    [{ name: 'x', value: 0 }, 'body.value', 'greater_than'],
    [{ name: 'x', type: 'bogo', value: 1 }, 'body.type', 'string_pattern_mismatch'],
    [{ name: 'x', value: 1, start_date: 'nope' }, 'body.start_date', 'datetime_from_date_parsing'],
    [{ name: 'x', type: 'flat', value: 1.239 }, 'body.value', 'decimal_max_places'],
  ])('22 refuses %j', async (body, at, type) => {
    expect(faults(await door.send('POST', '/api/v1/discounts', body))).toEqual([[at, type]]);
  });

  it('22 and 25 refuse a window that ends before it starts', async () => {
    const window = { start_date: '2026-06-01', end_date: '2026-05-01' };
    expect(faults(await door.send('POST', '/api/v1/discounts', { name: 'x', value: 1, ...window }))).toHaveLength(1);
    const { id } = await send(door, 'POST', '/discounts', { name: 'x', value: 1, start_date: window.start_date });
    expect(faults(await door.send('PATCH', `/api/v1/discounts/${id}`, { end_date: window.end_date }))).toHaveLength(1);
  });

  it('26 keeps a discount that an order used', async () => {
    expect.hasAssertions();
    await send(door, 'POST', '/orders', { discount_id: menu.ten.id, items: [{ item_id: menu.latte.id }] });
    await refuses(door, 'DELETE', `/discounts/${menu.ten.id}`, undefined, 409, /inactive|off|switch|active/i);
  });
});
