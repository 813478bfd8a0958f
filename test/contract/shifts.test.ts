import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Door, openDoor } from './doors.ts';
import { faults, makeMenu, type Menu, refuses, send } from './menu.ts';

describe.each(['http', 'ipc'] as const)('endpoints 32-40: shifts and expenses, through %s', (kind) => {
  let door: Door;
  let menu: Menu;

  beforeAll(async () => {
    door = await openDoor(kind);
    menu = await makeMenu(door);
  });
  afterAll(() => door.close());

  it('32-35 a shift from opening to closing', async () => {
    expect(faults(await door.send('POST', '/api/v1/shifts/open', { opening_cash: -0.01 }))).toEqual([
      ['body.opening_cash', 'greater_than_equal'],
    ]);
    const shift = await send(door, 'POST', '/shifts/open', { opening_cash: 150.5, notes: 'till 1' });
    expect(shift).toMatchObject({
      opening_cash: 150.5,
      closing_cash: null,
      status: 'open',
      notes: 'till 1',
      closed_at: null,
      total_orders: 0,
      total_revenue: 0,
    });
    await refuses(door, 'POST', '/shifts/open', {}, 400, `Shift #${shift.id} is still open. Close it before opening a new one.`);

    const sold = await send(door, 'POST', '/orders', { items: [{ item_id: menu.latte.id, quantity: 2 }] });
    expect(sold.shift_id).toBe(shift.id);
    expect((await send(door, 'POST', '/orders', { shift_id: null, items: [{ item_id: menu.latte.id }] })).shift_id).toBeNull();
    const gone = await send(door, 'POST', '/orders', { shift_id: shift.id, items: [{ item_id: menu.latte.id }] });
    await send(door, 'PATCH', `/orders/${gone.id}/status`, { status: 'cancelled' });
    await send(door, 'POST', '/expenses', { category: 'milk', amount: 12.5, shift_id: shift.id });
    expect(await send(door, 'GET', `/shifts/${shift.id}`)).toMatchObject({
      total_orders: 1,
      total_revenue: sold.total,
      total_expenses: 12.5,
    });

    expect(faults(await door.send('PATCH', `/api/v1/shifts/${shift.id}/close`, {}))).toEqual([['body.closing_cash', 'missing']]);
    const closed = await send(door, 'PATCH', `/shifts/${shift.id}/close`, { closing_cash: 147.72, notes: 'all well' });
    expect(closed).toMatchObject({
      status: 'closed',
      closing_cash: 147.72,
      notes: 'till 1\n[Close] all well',
      closed_at: '2026-03-02T12:00:00.000Z',
    });
    await refuses(door, 'PATCH', `/shifts/${shift.id}/close`, { closing_cash: 1 }, 400, `Shift #${shift.id} is already closed`);
    await refuses(door, 'POST', '/orders', { shift_id: shift.id, items: [{ item_id: menu.latte.id }] }, 400, /closed/);
    await refuses(door, 'POST', '/expenses', { category: 'milk', amount: 1, shift_id: shift.id }, 400, /closed/);
    const [summary] = await send(door, 'GET', `/dashboard/shift-summary?shift_id=${shift.id}`);
    expect(summary).toMatchObject({
      total_revenue: sold.total,
      total_expenses: 12.5,
      net: Math.round((sold.total - 12.5) * 100) / 100,
      cash_difference: 0,
    });
  });

  it('32 takes an empty body, and 35 an empty note', async () => {
    const shift = await send(door, 'POST', '/shifts/open', {});
    expect(shift).toMatchObject({ opening_cash: 0, notes: null });
    expect(await send(door, 'PATCH', `/shifts/${shift.id}/close`, { closing_cash: 0, notes: '' })).toMatchObject({
      notes: null,
      closing_cash: 0,
    });
  });

  it('33-34 list newest first and say when there is none', async () => {
    const page = await send(door, 'GET', '/shifts');
    expect(page.items.map((each: { id: number }) => each.id)).toEqual(
      page.items.map((each: { id: number }) => each.id).toSorted((a: number, b: number) => b - a),
    );
    expect((await send(door, 'GET', '/shifts?status=open')).total).toBe(0);
    expect((await send(door, 'GET', '/shifts?status=closed')).total).toBe(page.total);
    expect((await send(door, 'GET', '/shifts?status=nonsense')).total).toBe(0);
    await refuses(door, 'GET', '/shifts/999', undefined, 404, 'Shift with id 999 not found');
    await refuses(door, 'PATCH', '/shifts/999/close', { closing_cash: 0 }, 404, 'Shift with id 999 not found');
  });

  it('36-40 make, list, get, change and delete expenses', async () => {
    const rent = await send(door, 'POST', '/expenses', { category: 'rent', amount: 1200, date: '2026-03-01T23:30:00+05:00' });
    expect(rent).toMatchObject({
      category: 'rent',
      description: null,
      amount: 1200,
      date: '2026-03-01T18:30:00.000Z',
      shift_id: null,
      paid_from_till: false,
    });
    const beans = await send(door, 'POST', '/expenses', { category: 'beans', amount: 80.25 });
    expect(beans.date).toBe('2026-03-02T12:00:00.000Z');
    expect((await send(door, 'GET', '/expenses?category=rent')).items).toMatchObject([{ id: rent.id }]);
    expect((await send(door, 'GET', '/expenses?category=ren')).total).toBe(0);
    expect((await send(door, 'GET', '/expenses?start_date=2026-03-01&end_date=2026-03-01')).items).toMatchObject([{ id: rent.id }]);
    expect((await send(door, 'GET', '/expenses?start_date=2026-03-02&per_page=1')).items[0].date > rent.date).toBe(true);
    expect(await send(door, 'PATCH', `/expenses/${beans.id}`, { amount: 81, description: 'dark' })).toMatchObject({
      amount: 81,
      description: 'dark',
    });
    expect(await send(door, 'GET', `/expenses/${beans.id}`)).toMatchObject({ amount: 81 });
    await refuses(door, 'POST', '/expenses', { category: 'x', amount: 1, shift_id: 999 }, 404, 'Shift with id 999 not found');
    await refuses(door, 'PATCH', `/expenses/${beans.id}`, { shift_id: 999 }, 404, 'Shift with id 999 not found');
    expect(faults(await door.send('PATCH', `/api/v1/expenses/${beans.id}`, { date: null, amount: 0 }))).toEqual([
      ['body.amount', 'greater_than'],
      ['body.date', expect.stringMatching(/^(string|datetime)_type$/)],
    ]);
    expect(await send(door, 'DELETE', `/expenses/${beans.id}`)).toEqual({
      message: `Expense ${beans.id} deleted successfully`,
      success: true,
    });
    await refuses(door, 'GET', `/expenses/${beans.id}`, undefined, 404, `Expense with id ${beans.id} not found`);
  });
});
