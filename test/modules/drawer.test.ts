import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../src/contract/index.ts';
import { addPeople } from '../support/people.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp } from '../support/test-app.ts';

const open = async (settings: InputOf<'settings.update'> = {}) => {
  const app = await openTestApp();
  await app.call('settings.update', { tax_rate: 0, ...settings });
  const menu = await addSmallMenu(app);
  const people = await addPeople(app);
  const { id: shift_id } = await app.call('shifts.open', { opening_cash: 10_000 }, people.cashier.caller());
  const sell = (extra: Partial<InputOf<'orders.create'>> = {}) =>
    app.call('orders.create', { items: [{ item_id: menu.latte.id }], ...extra }, people.cashier.caller());
  return { app, menu, people, shift_id, sell };
};

describe('the drawer', () => {
  it('holds the float, what was kept of cash, and what was put in and taken out: change given is not left in it', async () => {
    const { app, people, shift_id, sell } = await open();
    const cashier = people.cashier.caller();
    await sell({ payments: [{ method: 'cash', tendered: 2000 }] });
    await sell({ payments: [{ method: 'cash', amount: 200, tendered: 500, tip: 30 }, { method: 'card' }] });
    await sell({ payment_method: 'card' });
    for (const [kind, amount] of [
      ['paid_in', 5000],
      ['paid_out', 1200],
      ['drop', 4000],
    ] as const) {
      await app.call('drawer.move', { kind, amount, reason: 'Because' }, cashier);
    }
    await app.call('expenses.create', { category: 'Milk', amount: 300, shift_id, paid_from_till: true }, cashier);
    await app.call('expenses.create', { category: 'Rent', amount: 99_900, shift_id, paid_from_till: false }, cashier);
    const count = await app.call('shifts.count', { shift_id, amount: 10_150 }, cashier);
    expect(count).toMatchObject({ expected: 10_000 + 450 + 230 + 5000 - 1200 - 4000 - 300, over_short: -30, counted_by: 'The cashier' });
  });

  it('is opened without a sale only with a reason and by somebody who may', async () => {
    const { app, people } = await open();
    const look = { kind: 'no_sale', reason: 'Wrong note given' } as const;
    expect(await app.refusal('drawer.move', look, people.cashier.caller())).toMatchObject({ code: 'approval_needed' });
    expect(await app.call('drawer.move', look, people.cashier.caller(), people.manager.approval)).toMatchObject({
      amount: 0,
      made_by: 'The cashier',
      approved_by: 'The manager',
    });
    expect(await app.refusal('drawer.move', { kind: 'paid_out', amount: 5, reason: ' ' }, people.manager.caller())).toMatchObject({
      code: 'invalid_input',
    });
    expect(await app.refusal('drawer.move', { kind: 'no_sale', amount: 5, reason: 'x' })).toMatchObject({ code: 'invalid_input' });
    expect(await app.refusal('drawer.move', { kind: 'drop', amount: 0, reason: 'x' })).toMatchObject({ code: 'invalid_input' });
  });

  it('is nobody’s while no shift is open', async () => {
    const { app, shift_id } = await open();
    await app.call('shifts.close', { shift_id, closing_cash: 10_000 });
    expect(await app.refusal('drawer.move', { kind: 'paid_in', amount: 5, reason: 'x' })).toMatchObject({ code: 'no_open_shift' });
  });

  it('takes an expense of the till back only while its shift is open', async () => {
    const { app, shift_id } = await open();
    const expense = await app.call('expenses.create', { category: 'Milk', amount: 300, shift_id });
    await app.call('expenses.update', { expense_id: expense.id, amount: 350 });
    await app.call('shifts.close', { shift_id, closing_cash: 9650 });
    for (const change of [{ amount: 1 }, { paid_from_till: false }, { shift_id: null }]) {
      expect(await app.refusal('expenses.update', { expense_id: expense.id, ...change })).toMatchObject({ code: 'shift_closed' });
    }
    expect(await app.refusal('expenses.delete', { expense_id: expense.id })).toMatchObject({ code: 'shift_closed' });
    await app.call('expenses.update', { expense_id: expense.id, category: 'Dairy' });
    const [summary] = await app.call('dashboard.shiftSummary', { shift_id });
    expect(summary?.cash_difference).toBe(0);
  });
});

describe('a count', () => {
  it('is a fact: never refused for its amount, never changed, corrected by another', async () => {
    const { app, people, shift_id, sell } = await open();
    await sell();
    const cashier = people.cashier.caller();
    await app.call('shifts.count', { shift_id, amount: 0 }, cashier);
    await app.call(
      'shifts.count',
      {
        shift_id,
        denominations: [
          { value: 2000, count: 5 },
          { value: 50, count: 9 },
          { value: 25, count: 0 },
        ],
      },
      cashier,
    );
    expect(await app.call('shifts.counts', { shift_id }, cashier)).toMatchObject([
      { amount: 10_450, expected: 10_450, over_short: 0 },
      { amount: 0, expected: 10_450, over_short: -10_450 },
    ]);
    expect(await app.refusal('shifts.count', { shift_id, amount: 5, denominations: [{ value: 10, count: 1 }] })).toMatchObject({
      code: 'invalid_input',
    });
    expect(await app.refusal('shifts.count', { shift_id })).toMatchObject({ code: 'invalid_input' });
    for (const sql of ['UPDATE cash_counts SET amount = 10450', 'DELETE FROM cash_counts', 'DELETE FROM drawer_movements']) {
      expect(() =>
        app.pos.database.raw.exec(
          `INSERT INTO drawer_movements (shift_id, kind, amount, reason, made_by, created_at) VALUES (${shift_id}, 'drop', 1, 'x', 'x', 'x'); ${sql}`,
        ),
      ).toThrow('append-only');
    }
  });

  it('is what the close takes, unless cash moved after it', async () => {
    const { app, people, shift_id, sell } = await open();
    const cashier = people.cashier.caller();
    expect(await app.refusal('shifts.close', { shift_id }, cashier)).toMatchObject({ code: 'invalid_input' });
    await app.call('shifts.count', { shift_id, amount: 9990 }, cashier);
    await sell({ payment_method: 'card' });
    await sell({ payment_method: 'cash' });
    expect(await app.refusal('shifts.close', { shift_id }, cashier)).toMatchObject({ code: 'count_outdated' });
    await app.call('shifts.count', { shift_id, amount: 10_440 }, cashier);
    expect(await app.call('shifts.close', { shift_id }, cashier)).toMatchObject({ closing_cash: 10_440, status: 'closed', counts: 2 });
    expect(await app.refusal('shifts.count', { shift_id, amount: 1 }, cashier)).toMatchObject({ code: 'shift_already_closed' });
    expect(await app.refusal('shifts.close', { shift_id, closing_cash: 1 }, cashier)).toMatchObject({ code: 'shift_already_closed' });
  });

  it('stays although its close is refused for a comment or a manager', async () => {
    const { app, people, shift_id } = await open({ over_short_comment_above: 500 });
    const cashier = people.cashier.caller();
    const close = (extra: object) => ({ shift_id, closing_cash: 9000, ...extra });
    expect(await app.refusal('shifts.close', close({}), cashier)).toMatchObject({ code: 'comment_needed' });
    expect((await app.call('shifts.counts', { shift_id })).map((count) => count.over_short)).toEqual([-1000]);
    expect(
      await app.refusal('shifts.close', close({ closing_cash: 8000, over_short_comment: 'A note is missing' }), cashier),
    ).toMatchObject({ code: 'approval_needed' });
    expect((await app.call('shifts.counts', { shift_id })).map((count) => count.over_short)).toEqual([-2000, -1000]);
    const { z_number } = await app.call(
      'shifts.close',
      { shift_id, over_short_comment: 'A note is missing', float_left: 5000 },
      cashier,
      people.manager.approval,
    );
    expect((await app.call('zReports.get', { z_number: z_number ?? 0 })).drawer).toMatchObject({
      expected: 10_000,
      counted: 8000,
      over_short: -2000,
      comment: 'A note is missing',
      float_left: 5000,
      to_bank: 3000,
      counts: 2,
    });
    const [row] = (await app.call('audit.list', { entity_type: 'Shift', entity_id: shift_id })).items;
    expect(row).toMatchObject({ actor: 'The cashier', approved_by: 'The manager', reason: 'A note is missing' });
    // Nothing that happens later changes what was over or short.
    expect((await app.call('shifts.counts', { shift_id }))[0]).toMatchObject({ over_short: -2000 });
  });

  it('bounds the float that is left of it', async () => {
    const { app, people, shift_id } = await open();
    const close = (float_left: number) => ({ shift_id, closing_cash: 4000, float_left });
    expect(await app.refusal('shifts.close', close(4001), people.cashier.caller())).toMatchObject({
      code: 'invalid_input',
      details: [{ loc: ['body', 'float_left'] }],
    });
    expect(await app.call('shifts.counts', { shift_id })).toMatchObject([{ amount: 4000 }]);
    expect(await app.call('shifts.close', close(4000), people.cashier.caller())).toMatchObject({ status: 'closed', counts: 2 });
  });

  it('can be repeated with a PIN under the key of the first try', async () => {
    const { app, people, shift_id } = await open({ over_short_comment_above: 0 });
    const key = { idempotencyKey: 'close-1' };
    const input = { shift_id, closing_cash: 9999, over_short_comment: 'A cent' };
    expect(await app.answer('shifts.close', input, people.cashier.caller(), key)).toMatchObject({
      ok: false,
      error: { code: 'approval_needed' },
    });
    const closed = await app.call('shifts.close', input, people.cashier.caller(), { ...key, ...people.manager.approval });
    expect(await app.call('shifts.close', input, people.cashier.caller(), key)).toEqual(closed);
  });
});

describe('open orders at the close', () => {
  it('block it, or are carried over, as set', async () => {
    const { app, shift_id, sell, people } = await open({ open_orders_at_close: 'block' });
    const order = await sell();
    expect(await app.refusal('shifts.close', { shift_id, closing_cash: 1 })).toMatchObject({
      code: 'open_orders',
      message: expect.stringContaining(order.order_number) as string,
    });
    await app.call('settings.update', { open_orders_at_close: 'carry_over' });
    const { z_number } = await app.call('shifts.close', { shift_id, closing_cash: 10_450 }, people.cashier.caller());
    expect((await app.call('zReports.get', { z_number: z_number ?? 0 })).exceptions).toMatchObject({
      open_orders: { count: 1, amount: 450 },
      unpaid_orders: { count: 0, amount: 0 },
    });
  });
});
