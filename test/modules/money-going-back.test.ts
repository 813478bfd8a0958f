import { describe, expect, it } from 'vitest';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp } from '../support/test-app.ts';
import { faultsOf, verify } from '../verification/tampering.ts';

const open = async () => {
  const app = await openTestApp();
  return { app, menu: await addSmallMenu(app) };
};

describe('a part payment of an order that was handed over', () => {
  const handOver = async () => {
    const { app, menu } = await open();
    const order = await app.call('orders.create', {
      items: [{ item_id: menu.latte.id }],
      payments: [{ method: 'cash', amount: 100, tendered: 150, tip: 50 }],
    });
    for (const status of ['preparing', 'ready', 'completed'] as const) await app.call('orders.setStatus', { order_id: order.id, status });
    return { app, order };
  };

  it('goes back whole, with its reason, and leaves the order due again', async () => {
    const { app, order } = await handOver();
    const { id: shift_id } = await app.call('shifts.open', {});
    expect(await app.call('orders.refundable', { order_id: order.id })).toMatchObject({ amount: 100, is_deposit: true });
    const line = order.items[0]?.id ?? 0;
    const byLine = { order_id: order.id, reason: 'x', lines: [{ order_line_id: line, quantity: 1 }] };
    expect(await app.refusal('refunds.create', byLine)).toMatchObject({ code: 'not_refundable' });
    const refund = await app.call('refunds.create', { order_id: order.id, reason: 'Not what was asked for', include_tip: true });
    expect(refund).toMatchObject({ kind: 'refund', total: 0, amount: 100, tip: 50, lines: [], reason: 'Not what was asked for' });
    expect(await app.call('orders.get', { order_id: order.id })).toMatchObject({
      status: 'completed',
      payment_state: 'unpaid',
      paid_amount: 0,
      refunded_amount: 0,
      due_amount: order.total,
    });
    expect(await app.refusal('refunds.create', { order_id: order.id, reason: 'Twice' })).toMatchObject({ code: 'not_refundable' });
    await app.call('payments.take', { order_id: order.id, method: 'card' });
    const x = await app.call('shifts.xReport', { shift_id });
    expect(x.checks.filter((check) => !check.ok)).toEqual([]);
    expect(x.deposits).toEqual({ taken: 100, used: 0, returned: 100 });
    expect(x.sales.net_with_tax).toBe(order.total);
    await app.call('refunds.create', { order_id: order.id, reason: 'After all' });
    expect(await app.call('orders.get', { order_id: order.id })).toMatchObject({ refunded_amount: order.total });
    expect(faultsOf(verify(app))).toEqual({});
  });

  it('is told by the Zs between which it came, went and was settled', async () => {
    const { app, order } = await handOver();
    const shift = async (act: () => Promise<unknown>) => {
      const { id } = await app.call('shifts.open', {});
      await act();
      const { z_number } = await app.call('shifts.close', { shift_id: id, closing_cash: 0 });
      return app.call('zReports.get', { z_number: z_number ?? 0 });
    };
    const zs = [
      await shift(async () => undefined),
      await shift(() => app.call('refunds.create', { order_id: order.id, reason: 'x' })),
      await shift(() => app.call('payments.take', { order_id: order.id, method: 'card' })),
    ];
    expect(zs.flatMap((z) => z.checks.filter((check) => !check.ok))).toEqual([]);
    expect(zs.map((z) => z.deposits)).toEqual([
      { taken: 100, used: 0, returned: 0 },
      { taken: 0, used: 0, returned: 100 },
      { taken: 0, used: 0, returned: 0 },
    ]);
  });
});

describe('cash that goes back while no shift is open', () => {
  it('is refused where it came into a drawer, and given back by another method', async () => {
    const { app, menu } = await open();
    const { id: shift_id } = await app.call('shifts.open', {});
    const sold = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
    const waiting = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
    await app.call('shifts.close', { shift_id, closing_cash: 0 });
    expect(await app.refusal('refunds.create', { order_id: sold.id, reason: 'x' })).toMatchObject({ code: 'no_open_shift' });
    expect(await app.refusal('orders.void', { order_id: waiting.id, reason: 'x' })).toMatchObject({ code: 'no_open_shift' });
    expect((await app.call('orders.get', { order_id: waiting.id })).status).toBe('pending');
    await app.call('refunds.create', { order_id: sold.id, reason: 'x', tenders: [{ method: 'card', amount: sold.total }] });
    // An old client that cancels by status alone is answered as ever.
    expect((await app.call('orders.setStatus', { order_id: waiting.id, status: 'cancelled' })).status).toBe('cancelled');
  });

  it('moves no drawer where it never was in one: a void goes back where it came from, a refund out of the open drawer', async () => {
    const { app, menu } = await open();
    const first = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
    const second = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
    await app.call('orders.void', { order_id: first.id, reason: 'x' });
    const { id: shift_id } = await app.call('shifts.open', { opening_cash: 5000 });
    const third = await app.call('orders.create', { items: [{ item_id: menu.latte.id }], shift_id: null });
    await app.call('orders.void', { order_id: third.id, reason: 'x' });
    expect((await app.call('shifts.xReport', { shift_id })).drawer).toMatchObject({ cash_sales: 0, cash_refunds: 0, expected: 5000 });
    await app.call('refunds.create', { order_id: second.id, reason: 'x' });
    const x = await app.call('shifts.xReport', { shift_id });
    expect(x.drawer).toMatchObject({ cash_sales: 0, cash_refunds: second.total, expected: 5000 - second.total });
    expect(x.checks.filter((check) => !check.ok)).toEqual([]);
  });
});
