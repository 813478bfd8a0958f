import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';
import { faultsOf, tamper, verify } from './tampering.ts';

// Real files on a disk that others may keep busy.
vi.setConfig({ testTimeout: 30_000 });

/**
 * Two closed shifts and an open one: orders 1 (split, tip, partly refunded), 2 (voided), 3 (part-paid), 4 (deleted after it
 * was paid) and 5 (a free and a reduced line), with counts and movements of the drawer.
 */
const tradedShop = async (): Promise<TestApp> => {
  const app = await openTestApp();
  await app.call('settings.update', { cash_rounding: 5 });
  const { latte, croissant, cake, shot, oat, tenPercent } = await addSmallMenu(app);
  const first = await app.call('shifts.open', { opening_cash: 10_000 });
  const order = await app.call('orders.create', {
    items: [
      { item_id: latte.id, quantity: 3, addon_ids: [shot.id, oat.id] },
      { item_id: croissant.id, quantity: 2 },
    ],
    discount_id: tenPercent.id,
    payments: [
      { method: 'card', amount: 600, tip: 50 },
      { method: 'cash', tendered: 5000, tip: 20 },
    ],
  });
  await app.call('refunds.create', {
    order_id: order.id,
    reason: 'Cold',
    lines: [{ order_line_id: order.items[0]?.id ?? 0, quantity: 2 }],
  });
  const voided = await app.call('orders.create', { items: [{ item_id: cake.id }] });
  await app.call('orders.void', { order_id: voided.id, reason: 'Left' });
  const later = await app.call('orders.create', { items: [{ item_id: cake.id }], payments: [{ method: 'cash', amount: 200 }] });
  await app.call('drawer.move', { kind: 'paid_out', amount: 300, reason: 'Stamps' });
  await app.call('shifts.count', {
    shift_id: first.id,
    denominations: [
      { value: 5000, count: 2 },
      { value: 5, count: 7 },
    ],
  });
  await app.call('shifts.close', { shift_id: first.id });
  app.clock.advance(86_400_000);
  const second = await app.call('shifts.open', { opening_cash: 5000 });
  const gone = await app.call('orders.create', { items: [{ item_id: latte.id }] });
  await app.call('orders.delete', { order_id: gone.id });
  await app.call('orders.create', {
    items: [
      { item_id: latte.id, comp: { reason: 'Slow' } },
      { item_id: cake.id, discount: { value: 20 } },
    ],
  });
  await app.call('refunds.create', { order_id: order.id, reason: 'Stale', goods: 'waste' });
  await app.call('shifts.close', { shift_id: second.id, closing_cash: 5000 });
  await app.call('shifts.open', {});
  await app.call('payments.take', { order_id: later.id, method: 'mobile' });
  return app;
};

test('a shop that took, gave back and counted money is sound', async () => {
  const app = await tradedShop();
  const report = verify(app);
  expect(faultsOf(report)).toEqual({});
  const checked = (name: string) => report.checks.find((check) => check.name === name)?.checked ?? 0;
  expect(['payments', 'refunds', 'refund_numbers', 'drawer', 'z_reports'].map((name) => checked(name) > 0)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
});

test.each<[what: string, sql: string, check: string, fault: RegExp]>([
  [
    'a payment that was lowered',
    'UPDATE payments SET amount = amount - 100, tendered = tendered - 100 WHERE id = 1',
    'payments',
    /^order 1: \d+ of \d+ is said to be paid, its payments add up to/,
  ],
  [
    'change that was made larger',
    'UPDATE payments SET change_given = change_given + 100 WHERE id = 2',
    'payments',
    /^payment 2: 5000 tendered less/,
  ],
  ['a payment that vanished', 'DELETE FROM payments WHERE id = 3', 'payments', /^order 2: .* its payments add up to 0/],
  [
    'more paid than the order costs',
    'UPDATE payments SET amount = 9000, tendered = 9000 WHERE order_id = 5; UPDATE orders SET paid_amount = 9000 WHERE id = 5',
    'payments',
    /^order 5: 9000 of/,
  ],
  [
    'a card that was rounded',
    "UPDATE payments SET method = 'card' WHERE id = 2",
    'payments',
    /^payment 2 is rounded or gave change, but card is not cash/,
  ],
  [
    'a sale that was not counted',
    'DELETE FROM settlements WHERE order_id = 1',
    'payments',
    /^order 1 is paid in full, but its sale was never counted/,
  ],
  [
    'a sale that was counted before it was paid',
    "DELETE FROM payments WHERE order_id = 3 AND method = 'mobile'; UPDATE orders SET paid_amount = 200 WHERE id = 3",
    'payments',
    /^order 3 was counted as a sale, but is not paid in full/,
  ],
  [
    'a refund that was raised',
    'UPDATE refunds SET amount = amount + 1, total = total + 1 WHERE id = 1',
    'refunds',
    /^refund 1: its tenders do not add up to/,
  ],
  [
    'a refund that vanished',
    'DELETE FROM refund_lines WHERE refund_id = 1; DELETE FROM refund_tenders WHERE refund_id = 1; DELETE FROM refunds WHERE id = 1',
    'refunds',
    /^order 1: \d+ of \d+ is said to be given back/,
  ],
  [
    'money of a cancelled order that was kept',
    "UPDATE orders SET status = 'cancelled' WHERE id = 3",
    'refunds',
    /^order 3 is cancelled, but \d+ of it was never given back/,
  ],
  [
    'a line that was given back twice',
    'INSERT INTO refund_lines (refund_id, order_line_id, quantity, subtotal, discount_share, tax_share, goods) SELECT refund_id, order_line_id, quantity, 0, 0, 0, goods FROM refund_lines WHERE id = 1',
    'refunds',
    /were given back of 3/,
  ],
  [
    'a share of tax that was moved',
    'UPDATE refund_lines SET tax_share = tax_share + 1 WHERE id = 1; UPDATE refunds SET tax_amount = tax_amount + 1 WHERE id = 1',
    'refunds',
    /^refund 1: .* is not the share of 2 of line 1/,
  ],
  [
    'a refund of another order’s line',
    'UPDATE refund_lines SET order_line_id = 7 WHERE id = 1',
    'refunds',
    /^refund 1 gives back a line of another order/,
  ],
  [
    'a tip that was given back without being taken',
    'UPDATE refund_tenders SET tip = 900 WHERE refund_id = 1; UPDATE refunds SET tip = 900 WHERE id = 1',
    'refunds',
    /^order 1: tips of 900 were given back, but only 70 were taken/,
  ],
  [
    'a refund number out of its row',
    "UPDATE refunds SET refund_number = 'PHI-R-20260302-0009' WHERE id = 1",
    'refund_numbers',
    /^2026-03-02: refund numbers 1 to 2 were given, 2 refunds have 2 to 9/,
  ],
  [
    'a refund number of another day',
    "UPDATE refunds SET refund_number = 'PHI-R-20260301-0001' WHERE id = 1",
    'refund_numbers',
    /^refund 1 has the number PHI-R-20260301-0001 on 2026-03-02/,
  ],
  [
    'a counter of refunds that was set back',
    "UPDATE refund_numbers SET last_number = 1 WHERE business_date = '2026-03-02'",
    'refund_numbers',
    /^2026-03-02: refund numbers 1 to 1 were given/,
  ],
  [
    'a count that was raised',
    'UPDATE cash_counts SET amount = amount + 5 WHERE id = 1',
    'drawer',
    /^count 1: its denominations add up to 10035, not to 10040/,
  ],
  [
    'an expected sum that was bent to the count',
    'UPDATE cash_counts SET expected = amount',
    'drawer',
    /^shift 1: \d+ was expected at its count, its rows say/,
  ],
  [
    'closing cash that is not what was counted',
    'UPDATE shifts SET closing_cash = 4000 WHERE id = 2',
    'drawer',
    /^shift 2 was closed with 4000, but its last count is 5000/,
  ],
  ['a movement of the drawer that vanished', 'DELETE FROM drawer_movements', 'drawer', /^shift 1: \d+ was expected at its count/],
  ['a float that was raised', 'UPDATE shifts SET opening_cash = opening_cash + 500 WHERE id = 1', 'drawer', /^shift 1: /],
  ['a payment that was moved to another shift', 'UPDATE payments SET shift_id = 2 WHERE id = 2', 'drawer', /^shift 1: /],
  ['a Z that vanished from the middle', 'DELETE FROM z_reports WHERE z_number = 1', 'z_reports', /^Z 1 is missing/],
  ['the last Z cut off', 'DELETE FROM z_reports WHERE z_number = 2', 'z_reports', /^Z 2 to 2 are missing: the audit knows them/],
  [
    'a closed shift whose Z vanished',
    'DELETE FROM z_reports WHERE z_number = 2',
    'drawer',
    /^shift 2 was counted and closed, but has no Z report/,
  ],
  [
    'a Z whose snapshot was edited',
    'UPDATE z_reports SET snapshot = replace(snapshot, \'"over_short":\', \'"over_short":1\') WHERE z_number = 1',
    'z_reports',
    /^Z 1 was changed: it does not fit its hash/,
  ],
  [
    'a Z that was put in place of another',
    "UPDATE z_reports SET previous_hash = '0' WHERE z_number = 2",
    'z_reports',
    /^Z 2 does not follow the Z before it/,
  ],
  [
    'a Z whose range was moved',
    'UPDATE z_reports SET last_payment_id = last_payment_id + 1 WHERE z_number = 1',
    'z_reports',
    /^Z 1: its (tenders|deposits) are not those of the rows it covers/,
  ],
  [
    'ranges of Zs that overlap',
    'UPDATE z_reports SET last_order_id = 1, last_refund_id = 0 WHERE z_number = 2',
    'z_reports',
    /^Z 2 ends before it begins, in refunds/,
  ],
  [
    'a sale of a closed day that was changed',
    "UPDATE order_lines SET category_name = 'Other' WHERE order_id = 1",
    'z_reports',
    /^Z 1: its categories are not those of the rows it covers/,
  ],
  [
    'a free line that costs something',
    "UPDATE order_lines SET line_discount = line_discount - 1 WHERE order_id = 5 AND line_discount_kind = 'comp'",
    'orders',
    /its own discount of 449 does not fit/,
  ],
])('finds %s', async (_what, sql, check, fault) => {
  const app = await tradedShop();
  await app.pos.close();
  tamper(join(app.dataDir, 'philo.db'), sql);
  const faults = faultsOf(verify(app));
  expect(Object.keys(faults)).toContain(check);
  expect(faults[check]?.join('\n')).toMatch(new RegExp(fault.source, 'm'));
});
