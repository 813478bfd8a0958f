import { describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '../../src/contract/index.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { addPeople } from '../support/people.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp } from '../support/test-app.ts';

const open = async (settings: InputOf<'settings.update'> = { tax_rate: 88_750 }) => {
  const app = await openTestApp();
  await app.call('settings.update', settings);
  const menu = await addSmallMenu(app);
  await app.call('shifts.open', { opening_cash: 10_000 });
  return { app, menu };
};

const line = (order: OutputOf<'orders.create'>, index = 0): number => order.items[index]?.id ?? 0;

describe('refunds', () => {
  it('gives a line back with its exact share of discount and tax, on another day, under a number of its own', async () => {
    const { app, menu } = await open();
    const order = await app.call('orders.create', {
      items: [
        { item_id: menu.latte.id, quantity: 3, addon_ids: [menu.shot.id] },
        { item_id: menu.croissant.id, quantity: 2 },
      ],
      discount_id: menu.tenPercent.id,
      payment_method: 'card',
    });
    app.clock.advance(3 * 86_400_000);
    const refund = await app.call('refunds.create', {
      order_id: order.id,
      reason: 'Cold',
      lines: [{ order_line_id: line(order), quantity: 2 }],
    });
    expect(refund).toMatchObject({
      refund_number: 'PHI-R-20260305-0001',
      kind: 'refund',
      subtotal: 1050,
      discount_amount: 105,
      reason: 'Cold',
    });
    expect(refund.total).toBe(refund.subtotal - refund.discount_amount + refund.tax_amount);
    expect(refund.tenders).toMatchObject([{ method: 'card', amount: refund.total }]);
    const rest = await app.call('refunds.create', { order_id: order.id, reason: 'All of it' });
    expect([
      refund.subtotal + rest.subtotal,
      refund.discount_amount + rest.discount_amount,
      refund.tax_amount + rest.tax_amount,
      refund.total + rest.total,
    ]).toEqual([order.subtotal, order.discount_amount, order.tax_amount, order.total]);
    expect(rest.refund_number).toBe('PHI-R-20260305-0002');
    expect(await app.call('orders.get', { order_id: order.id })).toMatchObject({
      refunded_amount: order.total,
      payment_state: 'paid',
      status: order.status,
    });
    expect(await app.refusal('refunds.create', { order_id: order.id, reason: 'Again' })).toMatchObject({ code: 'not_refundable' });
  });

  it('never gives back more than was sold, whichever way it is asked', async () => {
    const { app, menu } = await open();
    const order = await app.call('orders.create', { items: [{ item_id: menu.latte.id, quantity: 3 }] });
    const other = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
    const codeOf = async (input: object) => (await app.refusal('refunds.create', { order_id: order.id, reason: 'x', ...input })).code;
    const one = { order_line_id: line(order), quantity: 1 };
    expect(await codeOf({ lines: [{ ...one, quantity: 4 }] })).toBe('not_refundable');
    expect(await codeOf({ lines: [one, one] })).toBe('not_refundable');
    expect(await codeOf({ lines: [{ order_line_id: line(other), quantity: 1 }] })).toBe('not_refundable');
    expect(await codeOf({ lines: [one], tenders: [{ method: 'cash', amount: 1000 }] })).toBe('not_refundable');
    expect(await codeOf({ lines: [one], tenders: [{ method: 'nope', amount: 490 }] })).toBe('method_not_available');
    expect(await codeOf({ reason: '  ' })).toBe('invalid_input');
    expect(app.pos.database.row('SELECT count(*) AS n FROM refunds')).toEqual({ n: 0 });
  });

  it('lets two tills that give the same back at once give it once', async () => {
    const { app, menu } = await open();
    const order = await app.call('orders.create', { items: [{ item_id: menu.latte.id, quantity: 2 }] });
    const half = () =>
      app.answer('refunds.create', { order_id: order.id, reason: 'Both tills', lines: [{ order_line_id: line(order), quantity: 2 }] });
    const answers = await Promise.all([half(), half(), app.answer('orders.void', { order_id: order.id, reason: 'Third till' })]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, true]);
    const back = app.pos.database.row<{ n: number }>('SELECT sum(amount) AS n FROM refunds')?.n;
    expect(back).toBe(order.total);
  });

  it('rounds cash on the running total: many parts give back what was kept, and not a coin more', async () => {
    const { app, menu } = await open({ tax_rate: 0, cash_rounding: 5 });
    await app.call('items.update', { item_id: menu.tea.id, price: 3 });
    // 34 teas at 0.03 are 1.02, which cash pays with 1.00; each alone would round up to 0.05.
    const order = await app.call('orders.create', { items: [{ item_id: menu.tea.id, quantity: 34 }], payments: [{ method: 'cash' }] });
    const given: number[] = [];
    for (let part = 0; part < 34; part += 1) {
      const refund = await app.call('refunds.create', {
        order_id: order.id,
        reason: 'One by one',
        lines: [{ order_line_id: line(order), quantity: 1 }],
      });
      given.push(refund.tenders.reduce((sum, tender) => sum + tender.amount + tender.rounding, 0));
    }
    expect(given.every((coins) => coins === 0 || coins === 5)).toBe(true);
    expect(given.reduce((a, b) => a + b)).toBe(100);
    const [shift] = (await app.call('shifts.list', {})).items;
    expect((await app.call('shifts.report', { shift_id: shift?.id ?? 0 })).drawer.expected).toBe(10_000);
  });

  it('gives back what was kept although the coins in use changed meanwhile', async () => {
    const { app, menu } = await open({ tax_rate: 0, cash_rounding: 1 });
    await app.call('items.update', { item_id: menu.tea.id, price: 7 });
    const order = await app.call('orders.create', { items: [{ item_id: menu.tea.id, quantity: 3 }], payments: [{ method: 'cash' }] });
    await app.call('settings.update', { cash_rounding: 10 });
    const first = await app.call('refunds.create', {
      order_id: order.id,
      reason: 'One',
      lines: [{ order_line_id: line(order), quantity: 1 }],
    });
    await app.call('settings.update', { cash_rounding: 1 });
    const rest = await app.call('refunds.create', { order_id: order.id, reason: 'Rest' });
    expect([first, rest].map((refund) => refund.tenders[0]?.amount)).toEqual([7, 14]);
    expect([first, rest].map((refund) => refund.tenders[0]?.rounding)).toEqual([3, -3]);
  });

  it('goes back by the latest tender first, and by another only where that is allowed', async () => {
    const { app, menu } = await open({ tax_rate: 0 });
    const { manager, cashier } = await addPeople(app);
    const order = await app.call('orders.create', {
      items: [{ item_id: menu.latte.id, quantity: 2 }],
      payments: [
        { method: 'card', amount: 500 },
        { method: 'cash', tendered: 1000 },
      ],
    });
    const one = { order_line_id: line(order), quantity: 1 };
    expect((await app.call('refunds.create', { order_id: order.id, reason: 'x', lines: [one] })).tenders).toMatchObject([
      { method: 'cash', amount: 400 },
      { method: 'card', amount: 50 },
    ]);
    const byCash = { order_id: order.id, reason: 'No card with them', lines: [one], tenders: [{ method: 'cash', amount: 450 }] };
    const noOther = { ...manager.caller(), personal: { granted: [], withheld: ['payments.refund_other_tender' as const] } };
    expect(await app.refusal('refunds.create', byCash, noOther)).toMatchObject({ code: 'approval_needed' });
    expect(await app.refusal('refunds.create', byCash, cashier.caller())).toMatchObject({ code: 'approval_needed' });
    const refund = await app.call('refunds.create', byCash, cashier.caller(), manager.approval);
    expect(refund).toMatchObject({ made_by: 'The cashier', approved_by: 'The manager', tenders: [{ method: 'cash', amount: 450 }] });
    const [row] = (await app.call('audit.list', { entity_type: 'Refund', entity_id: refund.id })).items;
    expect(row).toMatchObject({ actor: 'The cashier', approved_by: 'The manager', reason: 'No card with them' });
  });

  it('puts the goods back on the shelf, throws them away or leaves them with the customer', async () => {
    const { app, menu } = await open();
    const order = await app.call('orders.create', { items: [{ item_id: menu.cake.id, quantity: 4 }] });
    const stock = async () => (await app.call('items.get', { item_id: menu.cake.id })).stock_qty;
    const back = (goods: 'restock' | 'waste' | 'kept') =>
      app.call('refunds.create', { order_id: order.id, reason: goods, lines: [{ order_line_id: line(order), quantity: 1, goods }] });
    await back('restock');
    expect(await stock()).toBe(2);
    await back('waste');
    expect(await stock()).toBe(2);
    await back('kept');
    expect(await stock()).toBe(2);
    expect(
      app.pos.database.rows("SELECT quantity, reason, note FROM stock_movements WHERE reason IN ('refund', 'waste') ORDER BY id"),
    ).toEqual([
      { quantity: 1, reason: 'refund', note: 'restock' },
      { quantity: 1, reason: 'refund', note: 'waste' },
      { quantity: -1, reason: 'waste', note: 'waste' },
    ]);
  });

  it('keeps the tip unless it is asked for', async () => {
    const { app, menu } = await open({ tax_rate: 0 });
    const make = () => app.call('orders.create', { items: [{ item_id: menu.latte.id }], payments: [{ method: 'card', tip: 60 }] });
    expect(await app.call('refunds.create', { order_id: (await make()).id, reason: 'x' })).toMatchObject({ amount: 450, tip: 0 });
    const withTip = await make();
    expect(await app.call('refunds.create', { order_id: withTip.id, reason: 'x', include_tip: true })).toMatchObject({
      amount: 450,
      tip: 60,
      tenders: [{ amount: 450, tip: 60 }],
    });
  });

  it('answers the same request once, and a till that lost the reply gives nothing twice', async () => {
    const { app, menu } = await open();
    const order = await app.call('orders.create', { items: [{ item_id: menu.latte.id, quantity: 2 }] });
    const input = { order_id: order.id, reason: 'x', lines: [{ order_line_id: line(order), quantity: 1 }] };
    const again = () => app.call('refunds.create', input, systemCaller(), { idempotencyKey: 'r-1' });
    expect((await again()).id).toBe((await again()).id);
    expect(app.pos.database.row('SELECT count(*) AS n FROM refunds')).toEqual({ n: 1 });
  });
});

describe('voids', () => {
  it('give everything back, tips too, with a document of their own', async () => {
    const { app, menu } = await open({ tax_rate: 0 });
    const order = await app.call('orders.create', {
      items: [{ item_id: menu.cake.id }],
      payments: [{ method: 'cash', tendered: 1000, tip: 85 }],
    });
    await app.call('orders.void', { order_id: order.id, reason: 'Changed their mind' });
    expect((await app.call('refunds.list', { order_id: order.id })).items).toMatchObject([
      {
        kind: 'void',
        amount: 515,
        tip: 85,
        reason: 'Changed their mind',
        tenders: [{ method: 'cash', amount: 515, tip: 85 }],
        lines: [{ quantity: 1, goods: 'restock' }],
      },
    ]);
    expect((await app.call('items.get', { item_id: menu.cake.id })).stock_qty).toBe(5);
    expect(await app.refusal('refunds.create', { order_id: order.id, reason: 'x' })).toMatchObject({ code: 'not_refundable' });
    expect(await app.refusal('payments.take', { order_id: order.id, method: 'cash' })).toMatchObject({ code: 'order_cancelled' });
  });

  it('give back the tip that a refund of all lines had left', async () => {
    const { app, menu } = await open({ tax_rate: 0 });
    const order = await app.call('orders.create', { items: [{ item_id: menu.latte.id }], payments: [{ method: 'cash', tip: 50 }] });
    await app.call('refunds.create', { order_id: order.id, reason: 'Cold' });
    await app.call('orders.void', { order_id: order.id, reason: 'Never made' });
    expect((await app.call('refunds.list', { order_id: order.id })).items).toMatchObject([
      { kind: 'void', amount: 0, total: 0, tip: 50, lines: [] },
      { kind: 'refund', amount: 450, tip: 0 },
    ]);
  });

  it('of a part-paid order give back the deposit, and of an unpaid one make no document', async () => {
    const { app, menu } = await open({ tax_rate: 0 });
    const later = () => app.call('orders.create', { items: [{ item_id: menu.latte.id }], payments: [] });
    const unpaid = await later();
    await app.call('orders.setStatus', { order_id: unpaid.id, status: 'cancelled' });
    const part = await later();
    await app.call('payments.take', { order_id: part.id, method: 'cash', amount: 200 });
    expect(await app.refusal('refunds.create', { order_id: part.id, reason: 'x' })).toMatchObject({ code: 'not_refundable' });
    await app.call('orders.delete', { order_id: part.id });
    const { items } = await app.call('refunds.list', {});
    expect(items).toMatchObject([{ kind: 'void', order_id: part.id, total: 0, amount: 200, reason: 'Deleted', lines: [] }]);
  });

  it('of a prepared order need a manager; the cashier’s own are recorded with both names', async () => {
    const { app, menu } = await open();
    const { manager, cashier } = await addPeople(app);
    const order = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] }, cashier.caller());
    await app.call('orders.setStatus', { order_id: order.id, status: 'preparing' });
    const input = { order_id: order.id, reason: 'Left' };
    expect(await app.refusal('orders.void', input, cashier.caller())).toMatchObject({ code: 'approval_needed' });
    await app.call('orders.void', input, cashier.caller(), manager.approval);
    expect((await app.call('refunds.list', { order_id: order.id })).items).toMatchObject([
      { made_by: 'The cashier', approved_by: 'The manager' },
    ]);
    expect((await app.call('audit.list', { entity_type: 'Order', entity_id: order.id, action: 'update' })).items[0]).toMatchObject({
      actor: 'The cashier',
      approved_by: 'The manager',
      reason: 'Left',
    });
  });
});
