import { describe, expect, it } from 'vitest';
import { openPos } from '../../src/core/app.ts';
import { openDataFolderReader } from '../../src/core/database/data-folder.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { callerWithRole, openTestApp, type TestApp } from '../support/test-app.ts';
import { addSmallMenu } from '../support/small-menu.ts';

/**
 * What users of other systems lost money or sleep over, each as a test of ours (the numbers are those of the product
 * notes). 3 (sales in a browser's storage) and 9 (buffered input of a frozen screen) are matters of the screens.
 */
const open = async (start?: string) => {
  const app = await openTestApp(start ? { start } : {});
  const menu = await addSmallMenu(app);
  const { id: shift_id } = await app.call('shifts.open', { opening_cash: 10_000 });
  return { app, menu, shift_id, items: [{ item_id: menu.latte.id }] };
};

const close = async (app: TestApp, shift_id: number, closing_cash: number) => {
  const { z_number } = await app.call('shifts.close', { shift_id, closing_cash });
  return app.call('zReports.get', { z_number: z_number ?? 0 });
};

const count = (app: TestApp, table: string): number => app.pos.database.row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;

describe('from the field', () => {
  it('1: an answered sale is on disk, where another process sees it at once', async () => {
    const { app, items } = await open();
    const { id } = await app.call('orders.create', { items });
    const reader = openDataFolderReader(app.dataDir);
    expect(reader.row('SELECT (SELECT total FROM orders WHERE id = ?) AS total, (SELECT sum(amount) FROM payments) AS paid', [id])).toEqual(
      { total: 486, paid: 486 },
    );
    reader.close();
    expect([
      app.pos.database.raw.pragma('journal_mode', { simple: true }),
      app.pos.database.raw.pragma('synchronous', { simple: true }),
    ]).toEqual(['wal', 2]);
  });

  it('2: what was paid stays paid, whatever happens to the order', async () => {
    const { app, items } = await open();
    const { id } = await app.call('orders.create', { items });
    for (const status of ['preparing', 'ready', 'completed'] as const)
      expect((await app.call('orders.setStatus', { order_id: id, status })).payment_state).toBe('paid');
    await app.call('refunds.create', { order_id: id, reason: 'Cold' });
    await app.reopen();
    expect(await app.call('orders.get', { order_id: id })).toMatchObject({
      payment_state: 'paid',
      paid_amount: 486,
      refunded_amount: 486,
      due_amount: 0,
    });
    expect(await app.refusal('payments.take', { order_id: id, method: 'cash' })).toMatchObject({ code: 'payment_refused' });
  });

  it('4, 7: a retry after a lost reply, a replay of the whole queue and a restart between them post everything once', async () => {
    const { app, menu } = await open();
    const queue = [
      ['orders.create', { items: [{ item_id: menu.cake.id, quantity: 2 }], payments: [] }],
      ['payments.take', { order_id: 1, method: 'cash', tendered: 2000 }],
      ['refunds.create', { order_id: 1, reason: 'Cold', goods: 'restock', lines: [{ order_line_id: 1, quantity: 1 }] }],
      ['drawer.move', { kind: 'paid_out', amount: 100, reason: 'Stamps' }],
      ['stock.waste', { item_id: menu.croissant.id, quantity: 1, reason: 'Fell' }],
      ['shifts.count', { shift_id: 1, amount: 5 }],
      ['shifts.close', { shift_id: 1 }],
    ] as const;
    const replay = async () => {
      const answers = [];
      for (const [index, [name, input]] of queue.entries())
        answers.push(await app.answer(name, input, systemCaller(), { idempotencyKey: `q-${index}` }));
      return answers.map((answer) => (answer.ok ? answer.value : answer.error));
    };
    const tables = ['orders', 'payments', 'refunds', 'drawer_movements', 'stock_movements', 'cash_counts', 'z_reports', 'audit_log'];
    const first = await replay();
    const rows = tables.map((table) => count(app, table));
    expect(await replay()).toEqual(first);
    await app.reopen();
    expect(await replay()).toEqual(first);
    expect(tables.map((table) => count(app, table))).toEqual(rows);
    expect((await app.call('items.get', { item_id: menu.cake.id })).stock_qty).toBe(4);
  });

  it('5: a second program on the same shop is turned away', async () => {
    const { app } = await open();
    await expect(openPos({ dataDir: app.dataDir })).rejects.toMatchObject({ fault: 'in_use' });
  });

  it('6: a close that races with sales loses none: each is in this Z or in the next', async () => {
    const { app, shift_id, items } = await open();
    const sell = () => app.answer('orders.create', { items });
    const answers = await Promise.all([sell(), sell(), app.answer('shifts.close', { shift_id, closing_cash: 0 }), sell(), sell()]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const second = await app.call('shifts.open', {});
    const [z1, z2] = [await app.call('zReports.get', { z_number: 1 }), await close(app, second.id, 0)];
    expect([z1.sales.orders, z2.sales.orders, z1.sales.net_with_tax + z2.sales.net_with_tax]).toEqual([2, 2, 4 * 486]);
  });

  it('8: a double click on Pay pays once, and the second of two clicks without a key is refused', async () => {
    const { app, items } = await open();
    const { id } = await app.call('orders.create', { items, payments: [] });
    const pay = (key?: string) =>
      app.answer('payments.take', { order_id: id, method: 'cash' }, systemCaller(), key ? { idempotencyKey: key } : {});
    const answers = await Promise.all([pay('p'), pay('p'), pay()]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, false]);
    expect(count(app, 'payments')).toBe(1);
  });

  it('10: there is no receipt before the order is final, and a refused order uses no number', async () => {
    const { app, menu, items } = await open();
    expect(await app.refusal('prints.make', { document: 'receipt', document_id: 1 })).toMatchObject({ code: 'not_found' });
    await app.refusal('orders.create', { items: [{ item_id: menu.cake.id, quantity: 99 }] });
    await app.refusal('orders.create', { items, payments: [{ method: 'cash', tendered: 1 }] });
    const order = await app.call('orders.create', { items });
    expect(order.order_number).toMatch(/-0001$/);
    expect((await app.call('prints.make', { document: 'receipt', document_id: order.id })).copy).toBe(0);
    expect((await app.call('prints.make', { document: 'receipt', document_id: order.id })).copy).toBe(1);
  });

  it('11: no number is given twice, after deletes, restarts and a clock that was set back', async () => {
    const { app, items } = await open();
    const numbers: string[] = [];
    for (const hours of [0, 24, -24, 0, -48]) {
      app.clock.advance(hours * 3_600_000);
      const order = await app.call('orders.create', { items });
      const other = await app.call('orders.create', { items });
      const refund = await app.call('refunds.create', { order_id: order.id, reason: 'x' });
      numbers.push(order.order_number, other.order_number, refund.refund_number);
      await app.call('orders.delete', { order_id: other.id });
      await app.reopen();
    }
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('12, 13: prices and taxes that do not divide still add up line by line, and the shift closes', async () => {
    const { app, menu, shift_id } = await open();
    await app.call('settings.update', { tax_rate: 88_750 });
    await app.call('items.update', { item_id: menu.tea.id, price: 219 });
    const order = await app.call('orders.create', {
      items: [
        { item_id: menu.tea.id, quantity: 3 },
        { item_id: menu.tea.id },
        { item_id: menu.croissant.id, discount: { value: 33.3333 } },
      ],
      discount_id: menu.tenPercent.id,
    });
    expect(order.items.reduce((sum, line) => sum + line.subtotal - line.discount_share, 0) + order.tax_amount).toBe(order.total);
    await app.call('refunds.create', { order_id: order.id, reason: 'x', lines: [{ order_line_id: order.items[0]?.id ?? 0, quantity: 1 }] });
    const z = await close(app, shift_id, 0);
    expect(z.checks.filter((check) => !check.ok)).toEqual([]);
  });

  it.each([
    ['JPY', 450, 1],
    ['USD', 450, 1],
    ['KWD', 450, 1],
    ['USD', 452, 5],
  ] as const)('14: in %s a total of %i is exact; only cash is rounded (step %i), as its own line', async (currency, price, step) => {
    const app = await openTestApp();
    await app.call('settings.update', { currency, tax_rate: 0, cash_rounding: step });
    const menu = await addSmallMenu(app);
    await app.call('items.update', { item_id: menu.latte.id, price });
    const pay = async (method: string) => {
      const { id, total } = await app.call('orders.create', { items: [{ item_id: menu.latte.id }], payments: [{ method }] });
      const [payment] = (await app.call('payments.list', { order_id: id })).payments;
      return [total, payment?.amount, payment?.rounding];
    };
    expect(await pay('card')).toEqual([price, price, 0]);
    expect(await pay('cash')).toEqual([price, price, step === 1 ? 0 : -2]);
  });

  it('15: change that was given is not expected in the drawer', async () => {
    const { app, shift_id, items } = await open();
    for (const tendered of [500, 1000, 5000, 10_000]) await app.call('orders.create', { items, payments: [{ method: 'cash', tendered }] });
    expect((await app.call('shifts.xReport', { shift_id })).drawer.expected).toBe(10_000 + 4 * 486);
  });

  it('16: any count closes the shift, and the difference is kept', async () => {
    const { app, shift_id, items } = await open();
    await app.call('orders.create', { items });
    const z = await close(app, shift_id, 3);
    expect(z.drawer).toMatchObject({ expected: 10_486, counted: 3, over_short: -10_483 });
  });

  it('17: the close counts what was sold in the same instant, and never replaces what was counted', async () => {
    const { app, shift_id, items } = await open();
    const [, closed] = await Promise.all([
      app.call('orders.create', { items }),
      app.call('shifts.close', { shift_id, closing_cash: 10_000 }),
    ]);
    expect(closed.closing_cash).toBe(10_000);
    expect(await app.call('zReports.get', { z_number: 1 })).toMatchObject({
      sales: { orders: 1 },
      drawer: { counted: 10_000, expected: 10_486, over_short: -486 },
    });
  });

  it('18: over and short stay what they were, though orders of that shift are refunded, voided or deleted later', async () => {
    const { app, shift_id, items } = await open();
    const orders = [];
    for (let order = 0; order < 3; order += 1) orders.push(await app.call('orders.create', { items }));
    const z = await close(app, shift_id, 11_400);
    await app.call('shifts.open', {});
    await app.call('refunds.create', { order_id: orders[0]?.id ?? 0, reason: 'x' });
    await app.call('orders.void', { order_id: orders[1]?.id ?? 0, reason: 'x' });
    await app.call('orders.delete', { order_id: orders[2]?.id ?? 0 });
    expect(z.drawer.over_short).toBe(-58);
    expect(await app.call('zReports.get', { z_number: 1 })).toEqual(z);
    expect((await app.call('shifts.counts', { shift_id }))[0]?.over_short).toBe(-58);
    expect((await app.call('dashboard.shiftSummary', { shift_id }))[0]?.cash_difference).toBe(-58);
    expect((await app.call('shifts.report', { shift_id })).drawer.over_short).toBe(-58);
  });

  it('19: a Z is on disk, not in a screen; the count before it was blind; and the next shift begins from nothing', async () => {
    const { app, shift_id, items } = await open();
    const cashier = callerWithRole('cashier');
    await app.call('orders.create', { items }, cashier);
    expect(await app.refusal('shifts.report', { shift_id }, cashier)).toMatchObject({ code: 'forbidden' });
    const z = await close(app, shift_id, 10_486);
    await app.reopen();
    expect(await app.call('zReports.get', { z_number: 1 })).toEqual(z);
    const next = await app.call('shifts.open', { opening_cash: 5000 });
    expect(await app.call('shifts.xReport', { shift_id: next.id })).toMatchObject({
      sales: { orders: 0, net_with_tax: 0 },
      drawer: { expected: 5000, counts: 0 },
      exceptions: { no_sale: 0 },
    });
  });

  it('20: an evening’s sales stay on their day: numbers, refunds, lists and the Z agree', async () => {
    const { app, items } = await open('2026-03-28T12:00:00.000Z');
    await app.call('settings.update', { time_zone: 'America/New_York', day_cutover_hour: 4 });
    // 23:30 on the 28th in New York, then 03:30 and 04:30 on the 29th.
    const sold = [];
    for (const instant of ['2026-03-29T03:30:00.000Z', '2026-03-29T07:30:00.000Z', '2026-03-29T08:30:00.000Z']) {
      app.clock.set(instant);
      const order = await app.call('orders.create', { items });
      const refund = await app.call('refunds.create', { order_id: order.id, reason: 'x' });
      sold.push([order.business_date, order.order_number, refund.refund_number]);
    }
    expect(sold).toEqual([
      ['2026-03-28', 'PHI-20260328-0001', 'PHI-R-20260328-0001'],
      ['2026-03-28', 'PHI-20260328-0002', 'PHI-R-20260328-0002'],
      ['2026-03-29', 'PHI-20260329-0001', 'PHI-R-20260329-0001'],
    ]);
    const day = { start_date: '2026-03-28', end_date: '2026-03-28' };
    expect([(await app.call('orders.list', day)).total, (await app.call('refunds.list', day)).total]).toEqual([2, 2]);
  });
});
