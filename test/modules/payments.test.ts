import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../src/contract/index.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { addPeople } from '../support/people.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp } from '../support/test-app.ts';

/** No tax, so that a latte is 4.50 and nothing else. */
const open = async (settings: InputOf<'settings.update'> = {}) => {
  const app = await openTestApp();
  await app.call('settings.update', { tax_rate: 0, ...settings });
  const menu = await addSmallMenu(app);
  const later = (extra: Partial<InputOf<'orders.create'>> = {}) =>
    app.call('orders.create', { payments: [], items: [{ item_id: menu.latte.id, quantity: 2 }], ...extra });
  return { app, menu, later };
};

describe('taking payments', () => {
  it('pays an old client’s order in full by its method', async () => {
    const { app, menu } = await open();
    const order = await app.call('orders.create', { payment_method: 'card', items: [{ item_id: menu.latte.id }] });
    expect(order).toMatchObject({ payment_state: 'paid', paid_amount: 450, due_amount: 0, payment_method: 'card' });
    expect((await app.call('payments.list', { order_id: order.id })).payments).toMatchObject([
      { method: 'card', amount: 450, tendered: 450, change_given: 0, tip: 0, rounding: 0 },
    ]);
  });

  it('keeps tendered, change, tip and rounding of each part of a split tender', async () => {
    const { app, menu } = await open({ cash_rounding: 5 });
    const order = await app.call('orders.create', {
      items: [{ item_id: menu.latte.id }, { item_id: menu.croissant.id }],
      payments: [
        { method: 'card', amount: 300, tip: 40, reference: '4711' },
        { method: 'cash', tendered: 1000, tip: 50 },
      ],
    });
    expect(order).toMatchObject({ total: 749, payment_state: 'paid', payment_method: 'card' });
    expect((await app.call('payments.list', { order_id: order.id })).payments).toMatchObject([
      { method: 'card', amount: 300, tip: 40, rounding: 0, tendered: 340, change_given: 0, reference: '4711' },
      { method: 'cash', amount: 449, tip: 50, rounding: 1, tendered: 1000, change_given: 500 },
    ]);
  });

  it('keeps order and payments together or neither', async () => {
    const { app, menu } = await open();
    const answer = await app.answer('orders.create', {
      items: [{ item_id: menu.cake.id }],
      payments: [
        { method: 'card', amount: 100 },
        { method: 'cash', tendered: 10 },
      ],
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'payment_refused' } });
    expect((await app.call('orders.list', {})).total).toBe(0);
    expect((await app.call('items.get', { item_id: menu.cake.id })).stock_qty).toBe(5);
    expect(app.pos.database.row('SELECT count(*) AS n FROM payments')).toEqual({ n: 0 });
  });

  it('takes an order later, in parts, and never more than is due', async () => {
    const { app, later } = await open();
    const { id, payment_state } = await later();
    expect(payment_state).toBe('unpaid');
    expect((await app.call('payments.take', { order_id: id, method: 'cash', amount: 400, tendered: 500 })).payments).toMatchObject({
      state: 'part_paid',
      due: 500,
    });
    expect(await app.refusal('payments.take', { order_id: id, method: 'card', amount: 501 })).toMatchObject({ code: 'payment_refused' });
    expect(await app.refusal('payments.take', { order_id: id, method: 'card', tendered: 499 })).toMatchObject({ code: 'payment_refused' });
    expect(await app.refusal('payments.take', { order_id: id, method: 'card', tendered: 501 })).toMatchObject({ code: 'payment_refused' });
    expect(await app.refusal('payments.take', { order_id: id, method: 'voucher' })).toMatchObject({ code: 'method_not_available' });
    expect((await app.call('payments.take', { order_id: id, method: 'mobile' })).order).toMatchObject({
      payment_state: 'paid',
      due_amount: 0,
    });
    expect(await app.refusal('payments.take', { order_id: id, method: 'cash' })).toMatchObject({ code: 'payment_refused' });
  });

  it('shows an order that was paid later by the method it was really paid with', async () => {
    const { app, later } = await open();
    const first = await later();
    expect((await app.call('payments.take', { order_id: first.id, method: 'card', amount: 100 })).order.payment_method).toBe('card');
    expect((await app.call('payments.take', { order_id: first.id, method: 'cash' })).order.payment_method).toBe('card');
    expect((await app.call('orders.get', { order_id: first.id })).payment_method).toBe('card');
    expect(await app.call('dashboard.paymentBreakdown', {})).toMatchObject([{ method: 'card', count: 1 }]);
  });

  it('takes no money for an order of nothing, and says so instead of losing the tip', async () => {
    const { app, menu } = await open();
    const free = { items: [{ item_id: menu.latte.id, comp: { reason: 'Spilt' } }] };
    expect(await app.refusal('orders.create', { ...free, payments: [{ method: 'cash', tip: 100 }] })).toMatchObject({
      code: 'payment_refused',
    });
    expect(await app.call('orders.create', { ...free, payments: [{ method: 'cash' }] })).toMatchObject({ total: 0, payment_state: 'paid' });
    expect(await app.call('orders.create', { ...free, payments: [] })).toMatchObject({ total: 0, payment_state: 'paid' });
    expect(
      app.pos.database.row('SELECT (SELECT count(*) FROM payments) AS payments, (SELECT count(*) FROM settlements) AS settled'),
    ).toEqual({ payments: 0, settled: 2 });
  });

  it('lets the owner’s own methods pay, until they are switched off; old payments stay readable', async () => {
    const { app, later } = await open();
    await app.call('paymentMethods.create', { code: 'voucher', name: 'Gift card' });
    const { id } = await later();
    await app.call('payments.take', { order_id: id, method: 'voucher', amount: 100, reference: 'G-1' });
    await app.call('paymentMethods.update', { code: 'voucher', is_active: false });
    expect(await app.refusal('payments.take', { order_id: id, method: 'voucher' })).toMatchObject({ code: 'method_not_available' });
    expect((await app.call('payments.list', { order_id: id })).payments).toMatchObject([{ method_name: 'Gift card' }]);
    // Another cash would be a drawer of its own.
    expect(await app.refusal('paymentMethods.create', { code: 'till2', name: 'Second cash', kind: 'cash' })).toMatchObject({
      code: 'invalid_input',
    });
  });

  it('leaves a shop one method at least', async () => {
    const { app } = await open();
    for (const code of ['cash', 'card']) await app.call('paymentMethods.update', { code, is_active: false });
    expect(await app.refusal('paymentMethods.update', { code: 'mobile', is_active: false })).toMatchObject({ code: 'in_use' });
  });

  it('makes one payment of a double click, also after a restart', async () => {
    const { app, later } = await open();
    const { id } = await later();
    const pay = () =>
      app.call('payments.take', { order_id: id, method: 'cash', amount: 300, tendered: 500 }, systemCaller(), { idempotencyKey: 'pay-1' });
    const [first, second] = await Promise.all([pay(), pay()]);
    await app.reopen();
    expect(second).toEqual(first);
    expect(await pay()).toEqual(first);
    expect((await app.call('payments.list', { order_id: id })).paid).toBe(300);
  });

  it('lets only one of two tills pay the same order', async () => {
    const { app, later } = await open();
    const { id } = await later();
    const answers = await Promise.all(['cash', 'card', 'mobile'].map((method) => app.answer('payments.take', { order_id: id, method })));
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, false]);
    expect((await app.call('payments.list', { order_id: id })).paid).toBe(900);
  });

  it('lies outside of the drawer where the order was made outside of every shift', async () => {
    const { app, menu } = await open();
    const { id: shift_id } = await app.call('shifts.open', { opening_cash: 5000 });
    const items = [{ item_id: menu.latte.id }];
    await app.call('orders.create', { items });
    await app.call('orders.create', { items, shift_id: null });
    const gone = await app.call('orders.create', { items, shift_id: null });
    await app.call('orders.void', { order_id: gone.id, reason: 'x' });
    expect((await app.call('shifts.report', { shift_id })).drawer).toMatchObject({ cash_sales: 450, cash_refunds: 0, expected: 5450 });
    const { z_number } = await app.call('shifts.close', { shift_id, closing_cash: 5450 });
    const z = await app.call('zReports.get', { z_number: z_number ?? 0 });
    expect([z.sales.orders, z.sales.net_with_tax, z.checks.every((check) => check.ok)]).toEqual([3, 900, true]);
  });

  it('is not done by whoever only takes orders', async () => {
    const { app, menu } = await open();
    const waiter = { ...callerWithRole('cashier'), personal: { granted: [], withheld: ['payments.take' as const] } };
    const items = [{ item_id: menu.latte.id }];
    const codeOf = async (input: object) => (await app.refusal('orders.create', { items, ...input }, waiter)).code;
    expect(await codeOf({})).toBe('forbidden');
    expect(await codeOf({ payments: [{ method: 'cash' }] })).toBe('forbidden');
    expect(await app.call('orders.create', { items, payments: [] }, waiter)).toMatchObject({ payment_state: 'unpaid' });
  });

  it('says who took it, and the rows can never be changed', async () => {
    const { app, later } = await open();
    const { cashier } = await addPeople(app);
    const { id } = await later();
    await app.call('payments.take', { order_id: id, method: 'cash' }, cashier.caller());
    expect((await app.call('payments.list', { order_id: id })).payments).toMatchObject([{ taken_by: 'The cashier' }]);
    for (const sql of [
      'UPDATE payments SET amount = 1',
      'DELETE FROM payments',
      'DELETE FROM settlements',
      'UPDATE settlements SET order_id = 9',
    ]) {
      expect(() => app.pos.database.raw.exec(sql)).toThrow('append-only');
    }
  });
});
