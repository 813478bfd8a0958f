import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { importPhilo } from '../../src/core/modules/importing/index.ts';
import { writeOriginal } from '../support/original-schema.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, tempFolder, type TestApp } from '../support/test-app.ts';
import { faultsOf, tamper, verify } from './tampering.ts';

// Real files on a disk that others may keep busy.
vi.setConfig({ testTimeout: 30_000 });

/** A shop with sold, cancelled and deleted orders on two days, closed. */
const tradedShop = async (): Promise<TestApp> => {
  const app = await openTestApp();
  const { latte, croissant, cake, shot, oat, tenPercent, ann } = await addSmallMenu(app);
  await app.call('shifts.open', { opening_cash: 10_000 });
  await app.call('orders.create', {
    items: [
      { item_id: latte.id, quantity: 2, addon_ids: [shot.id, oat.id] },
      { item_id: croissant.id, quantity: 3 },
    ],
    discount_id: tenPercent.id,
  });
  const cancelled = await app.call('orders.create', { items: [{ item_id: cake.id, quantity: 2 }], customer_id: ann.id });
  await app.call('orders.setStatus', { order_id: cancelled.id, status: 'cancelled' });
  // Never paid, so that its lines go with it.
  const deleted = await app.call('orders.create', { items: [{ item_id: croissant.id }], payments: [] });
  await app.call('orders.delete', { order_id: deleted.id });
  app.clock.advance(86_400_000);
  await app.call('orders.create', { items: [{ item_id: latte.id }] });
  await app.call('items.update', { item_id: croissant.id, stock_qty: -1 });
  await app.call('items.update', { item_id: cake.id, stock_qty: 9 });
  return app;
};

test('a shop that has traded is sound, beside its writer and while it sells', async () => {
  const app = await tradedShop();
  const report = verify(app);
  expect(faultsOf(report)).toEqual({});
  expect(report.ok).toBe(true);
  expect(report.checks.map((check) => check.name)).toEqual([
    'integrity',
    'schema',
    'constraints',
    'foreign_keys',
    'sequences',
    'audit_chain',
    'redactions',
    'stock',
    'stock_counts',
    'customers',
    'order_numbers',
    'orders',
    'sales_days',
    'payments',
    'refunds',
    'refund_numbers',
    'drawer',
    'z_reports',
  ]);
  expect(report.audit.rows).toBe(app.pos.database.row<{ n: number }>('SELECT count(*) AS n FROM audit_log')?.n);
  expect(report.audit.last_hash).toMatch(/^[0-9a-f]{64}$/);
});

test('an empty shop and an imported one are sound', async () => {
  expect(faultsOf(verify(await openTestApp()))).toEqual({});
  const app = await openTestApp({ start: '2026-03-11T12:00:00.000Z' });
  await importPhilo(app.pos, { file: writeOriginal(join(tempFolder(), 'shop.db')), timeZone: 'Asia/Tokyo' });
  await app.call('orders.create', { items: [{ item_id: 1 }] });
  await app.call('orders.create', { items: [{ item_id: 2, quantity: 2 }] });
  expect(faultsOf(verify(app))).toEqual({});
});

test.each<[what: string, sql: string, check: string, fault: RegExp]>([
  ['an audit row that was edited', "UPDATE audit_log SET actor = 'Nobody' WHERE id = 5", 'audit_chain', /^row 5 was changed/],
  [
    'an audit row whose time was moved',
    "UPDATE audit_log SET timestamp = '2020-01-01T00:00:00.000Z' WHERE id = 3",
    'audit_chain',
    /^row 3 was changed/,
  ],
  [
    'an audit row whose new values were edited',
    "UPDATE audit_log SET new_values = replace(new_values, '450', '1') WHERE id = 3",
    'audit_chain',
    /^row 3 was changed/,
  ],
  ['an audit row that was taken out', 'DELETE FROM audit_log WHERE id = 4', 'audit_chain', /^row 4 is missing/],
  ['audit rows that were taken out', 'DELETE FROM audit_log WHERE id BETWEEN 4 AND 6', 'audit_chain', /^rows 4 to 6 are missing/],
  [
    'an audit row that was cut off the end',
    'DELETE FROM audit_log WHERE id = (SELECT max(id) FROM audit_log)',
    'audit_chain',
    /^1 rows at the end are missing/,
  ],
  ['all audit rows cut off', 'DELETE FROM audit_log', 'audit_chain', /rows at the end are missing/],
  [
    'an audit row put in with a hash of its own',
    `INSERT INTO audit_log (timestamp, business_date, entity_type, action, actor, door, hash) VALUES ('2026-03-04T00:00:00.000Z', '2026-03-04', 'Order', 'create', 'x', 'http', '${'a'.repeat(64)}')`,
    'audit_chain',
    /was changed/,
  ],
  [
    'stock that is not its movements',
    'UPDATE items SET stock_qty = 50 WHERE id = 4',
    'stock',
    /^item 4 has a stock of 50, its movements say 9/,
  ],
  [
    'movements of an unlimited item',
    "INSERT INTO stock_movements (item_id, quantity, reason, actor, created_at) VALUES (1, 3, 'count', 'x', 'x')",
    'stock',
    /^item 1 has a stock of -1, its movements say 3/,
  ],
  ['a movement that was edited', 'UPDATE stock_movements SET quantity = quantity + 1 WHERE id = 1', 'stock', /its movements say/],
  [
    'a balance that was below zero',
    "UPDATE stock_movements SET quantity = quantity - 30 WHERE id = 2; INSERT INTO stock_movements (item_id, quantity, reason, actor, created_at) SELECT item_id, 30, 'count', 'x', 'x' FROM stock_movements WHERE id = 2",
    'stock',
    /was below zero after movement 2/,
  ],
  [
    'an order that vanished',
    'DELETE FROM order_line_addons; DELETE FROM order_lines WHERE order_id = 1; DELETE FROM stock_movements WHERE order_id = 1; DELETE FROM orders WHERE id = 1',
    'order_numbers',
    /^2026-03-02: numbers 1 to 3 were given, 2 orders have 2 to 3/,
  ],
  [
    'a whole day that vanished',
    'DELETE FROM order_lines WHERE order_id = 4; DELETE FROM orders WHERE id = 4',
    'order_numbers',
    /^2026-03-03: numbers 1 to 1 were given, but no order has them/,
  ],
  [
    'a counter that was set back',
    "UPDATE order_numbers SET last_number = 2 WHERE business_date = '2026-03-02'",
    'order_numbers',
    /^2026-03-02: numbers 1 to 2 were given, 3 orders have 1 to 3/,
  ],
  ['a counter that is gone', 'DELETE FROM order_numbers', 'order_numbers', /has orders, but no counter/],
  [
    'a number of another day',
    "UPDATE orders SET order_number = 'PHI-20260301-0001' WHERE id = 1",
    'order_numbers',
    /^order 1 has the number PHI-20260301-0001 on 2026-03-02/,
  ],
  [
    'a number of another form',
    "UPDATE orders SET order_number = 'PHI-20260302-1' WHERE id = 1",
    'order_numbers',
    /^order 1 has the number PHI-20260302-1 /,
  ],
  ['an order moved to another day', "UPDATE orders SET business_date = '2026-03-01' WHERE id = 1", 'order_numbers', /2026-03-01/],
  ['a total that was lowered', 'UPDATE orders SET total = total - 100 WHERE id = 1', 'orders', /^order 1: its total is not subtotal/],
  ['a line that was lowered', 'UPDATE order_lines SET subtotal = subtotal - 1 WHERE id = 1', 'orders', /^order 1: its lines add up to/],
  ['a line that vanished', 'DELETE FROM order_lines WHERE id = 2', 'orders', /^order 1: its lines add up to/],
  [
    'a discount share that was moved',
    'UPDATE order_lines SET discount_share = discount_share - 1 WHERE id = 1',
    'orders',
    /^order 1: its lines add up to/,
  ],
  [
    'a tax share that was moved',
    'UPDATE order_lines SET tax_share = tax_share + 1 WHERE id = 1',
    'orders',
    /^order 1: its lines add up to/,
  ],
  [
    'an add-on that was given away',
    'UPDATE order_line_addons SET price = 0 WHERE id = 1',
    'orders',
    /^line 1 of order 1: 1170 is not its prices times its quantity/,
  ],
  [
    'a rate of tax that was changed',
    'UPDATE orders SET tax_rate = 50000 WHERE id = 1',
    'orders',
    /^order 1: a tax of \d+ on \d+ is not its rate of 50000 ppm/,
  ],
  ['a count of items that was changed', 'UPDATE orders SET items_count = 1 WHERE id = 1', 'orders', /1 items|5 items/],
  ['a deleted order with lines', 'UPDATE order_lines SET order_id = 3 WHERE id = 2', 'orders', /^order 3 was deleted, but still has lines/],
  ['a wrong weekday', 'UPDATE orders SET weekday = 5 WHERE id = 1', 'orders', /^order 1: 2026-03-02 is not weekday 5/],
  [
    'a reference to nothing',
    'UPDATE orders SET customer_id = 999 WHERE id = 1',
    'foreign_keys',
    /of orders refers to a missing row of customers/,
  ],
  [
    'a counter of ids that was set back',
    "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'orders'",
    'sequences',
    /^the counter of orders stands at 1, below its highest id 4/,
  ],
  [
    'a value that a check forbids',
    "UPDATE orders SET status = 'gone' WHERE id = 1",
    'constraints',
    /^1 rows of orders hold what it does not allow, the first is 1$/,
  ],
  [
    'a setting that is no JSON',
    "UPDATE settings SET value = 'x' WHERE key = 'currency'",
    'constraints',
    /^1 rows of settings hold what it does not allow$/,
  ],
  ['a table that does not belong', 'CREATE TABLE notes (id INTEGER)', 'schema', /^table notes does not belong here/],
  ['an index that is gone', 'DROP INDEX orders_day', 'schema', /^index orders_day is missing/],
])('finds %s', async (_what, sql, check, fault) => {
  const app = await tradedShop();
  await app.pos.close();
  tamper(join(app.dataDir, 'philo.db'), sql);
  const faults = faultsOf(verify(app));
  expect(Object.keys(faults)).toContain(check);
  expect(faults[check]?.join('\n')).toMatch(new RegExp(fault.source, 'm'));
});

test('finds a guard of the audit that was taken away or weakened', async () => {
  const app = await tradedShop();
  await app.pos.close();
  const raw = new BetterSqlite3(join(app.dataDir, 'philo.db'));
  raw.exec('DROP TRIGGER audit_log_no_delete; DROP TRIGGER stock_movements_no_update');
  raw.exec('CREATE TRIGGER stock_movements_no_update BEFORE UPDATE ON stock_movements BEGIN SELECT 1; END');
  raw.close();
  expect(faultsOf(verify(app))).toEqual({
    schema: ['trigger stock_movements_no_update was changed', 'trigger audit_log_no_delete is missing'],
  });
});

test('an imported number above the counter of its day would be given twice', async () => {
  const app = await openTestApp();
  await importPhilo(app.pos, { file: writeOriginal(join(tempFolder(), 'shop.db')) });
  await app.pos.close();
  tamper(join(app.dataDir, 'philo.db'), "UPDATE order_numbers SET first_number = 1, last_number = 0 WHERE business_date = '2026-03-10'");
  expect(faultsOf(verify(app))['order_numbers']).toEqual(
    [1, 2, 3].map((n) => `the imported number PHI-20260310-000${n} is above the counter of its day`),
  );
});

test('finds damaged bytes, and one edited fault is not told for every later row', async () => {
  const app = await tradedShop();
  await app.pos.close();
  const file = join(app.dataDir, 'philo.db');
  tamper(file, "UPDATE audit_log SET reason = 'x' WHERE id = 2");
  expect(faultsOf(verify(app))).toEqual({ audit_chain: ['row 2 was changed, or the row before it'] });

  const bytes = readFileSync(file);
  const handle = openSync(file, 'r+');
  const at = bytes.indexOf('PHI-20260302-0001');
  writeSync(handle, 'XXX', at);
  closeSync(handle);
  const report = verify(app);
  expect(report.ok).toBe(false);
  expect(report.checks.find((check) => check.name === 'integrity')?.ok).toBe(false);
});

test('a file damaged beyond reading is reported check by check, and faults are bounded', async () => {
  const app = await tradedShop();
  const roots = app.pos.database.rows<{ rootpage: number }>(
    "SELECT rootpage FROM sqlite_master WHERE name IN ('audit_log', 'orders', 'stock_movements')",
  );
  await app.pos.close();
  const handle = openSync(join(app.dataDir, 'philo.db'), 'r+');
  for (const { rootpage } of roots) writeSync(handle, Buffer.alloc(4096, 0xee), 0, 4096, (rootpage - 1) * 4096);
  closeSync(handle);
  const report = verify(app);
  expect(report.ok).toBe(false);
  for (const check of report.checks) expect(check.faults.length).toBeLessThanOrEqual(20);
  expect(report.checks.filter((check) => check.faults.some((fault) => fault.startsWith('could not be read'))).length).toBeGreaterThan(2);
});
