import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { verifyDatabase } from '../../src/core/modules/verification/index.ts';
import { importPhilo } from '../../src/core/modules/importing/index.ts';
import { writeOriginal } from '../support/original-schema.ts';
import { openTestApp, tempFolder } from '../support/test-app.ts';

// Real files on a disk that others may keep busy.
vi.setConfig({ testTimeout: 30_000 });

const small = (change?: (db: BetterSqlite3.Database) => void): string => writeOriginal(join(tempFolder(), 'shop.db'), change);

test('everything comes over with ids, numbers, times and amounts', async () => {
  const app = await openTestApp();
  const summary = await importPhilo(app.pos, { file: small() });

  expect(summary.counts).toEqual({
    categories: 2,
    items: 3,
    addons: 2,
    customers: 2,
    discounts: 2,
    shifts: 2,
    expenses: 2,
    orders: 4,
    order_items: 5,
    order_item_addons: 2,
    audit_logs: 2,
  });
  expect(summary.totals).toEqual({
    subtotal: 3890,
    discount: 288,
    tax: 288,
    total: 3890,
    revenue: 2324,
    items_sold: 5,
    expenses: 91_240,
    stock: 8,
  });
  expect(summary.orders_by_status).toEqual({
    completed: { orders: 1, total: 1069 },
    pending: { orders: 1, total: 850 },
    cancelled: { orders: 1, total: 1566 },
    preparing: { orders: 1, total: 405 },
  });
  expect(summary.tax_rates).toEqual([{ rate: 80_000, orders: 4 }]);

  const order = await app.call('orders.get', { order_id: 1 });
  expect(order).toMatchObject({
    order_number: 'PHI-20260310-0001',
    customer: { id: 1, name: 'Ida Ås' },
    status: 'completed',
    payment_method: 'cash',
    subtotal: 990,
    tax_amount: 79,
    tax_rate: 80_000,
    discount_amount: 0,
    total: 1069,
    shift_id: 1,
    business_date: '2026-03-10',
    created_at: '2026-03-10T08:15:00.123Z',
    updated_at: '2026-03-10T08:25:00.000Z',
  });
  expect(order.items).toEqual([
    {
      id: 1,
      item_id: 1,
      item_name: 'Flat white',
      quantity: 2,
      unit_price: 420,
      subtotal: 990,
      discount_share: 0,
      line_discount: 0,
      line_discount_kind: null,
      line_discount_reason: null,
      notes: null,
      addons: [{ id: 1, addon_id: 1, addon_name: 'Extra dose', price: 75 }],
    },
  ]);
  expect(await app.call('orders.get', { order_id: 2 })).toMatchObject({
    discount_id: 1,
    discount_name: 'Neighbours',
    discount_amount: 88,
    notes: 'By the window',
  });
  const shares = app.pos.database.rows('SELECT discount_share, tax_share FROM order_lines WHERE order_id = 2 ORDER BY id');
  expect(shares).toEqual([
    { discount_share: 38, tax_share: 27 },
    { discount_share: 50, tax_share: 36 },
  ]);
  expect(await app.call('items.get', { item_id: 7 })).toMatchObject({
    price: 500,
    is_available: false,
    stock_qty: 0,
    category_name: 'Counter',
  });
  expect(await app.call('discounts.get', { discount_id: 2 })).toMatchObject({
    value: 2,
    type: 'flat',
    start_date: '2026-01-01T00:00:00.000Z',
  });
  expect(await app.call('expenses.get', { expense_id: 1 })).toMatchObject({
    amount: 1240,
    paid_from_till: true,
    date: '2026-03-10T09:30:00.000Z',
  });
  expect(await app.call('expenses.get', { expense_id: 2 })).toMatchObject({ paid_from_till: false, shift_id: null });
  expect(await app.call('shifts.get', { shift_id: 1 })).toMatchObject({
    opened_at: '2026-03-10T06:00:00.868Z',
    opening_cash: 15_000,
    closing_cash: 16_069,
    notes: 'Early',
  });
  expect((await app.call('items.list', { search: 'two SHOTS' })).items.map((item) => item.id)).toEqual([1]);
  expect((await app.call('customers.list', { search: 'ida as' })).items.map((customer) => customer.id)).toEqual([1]);
});

test('stock comes over as opening movements, and orders that took none give none back', async () => {
  const app = await openTestApp();
  await importPhilo(app.pos, { file: small() });
  expect(app.pos.database.rows('SELECT item_id, quantity, reason FROM stock_movements')).toEqual([
    { item_id: 2, quantity: 8, reason: 'opening' },
  ]);
  await app.call('orders.setStatus', { order_id: 6, status: 'cancelled' });
  expect((await app.call('items.get', { item_id: 2 })).stock_qty).toBe(8);
});

test('audit rows keep their time and text and begin the chain', async () => {
  const app = await openTestApp();
  await importPhilo(app.pos, { file: small() });
  const { items } = await app.call('audit.list', { per_page: 100 });
  expect(items.map((row) => row.action)).toEqual(['import', 'update', 'create']);
  expect(items[2]).toMatchObject({
    timestamp: '2026-03-10T05:59:00.100Z',
    entity_type: 'Categorie',
    actor: 'Imported',
    new_values: { name: 'Counter' },
    ip_address: '127.0.0.1',
    user_agent: 'curl/8',
  });
  expect(items[1]).toMatchObject({ entity_id: 6, new_values: 'not json {' });
});

test('the next order continues after the highest imported number of its day', async () => {
  const app = await openTestApp({ start: '2026-03-10T20:00:00.000Z' });
  await importPhilo(app.pos, { file: small() });
  const order = await app.call('orders.create', { items: [{ item_id: 1 }], shift_id: null });
  expect(order).toMatchObject({ id: 7, order_number: 'PHI-20260310-0004' });
});

test('the days are those of the zone asked for, and the shop keeps it', async () => {
  const app = await openTestApp();
  const summary = await importPhilo(app.pos, { file: small(), timeZone: 'Europe/Oslo' });
  expect(summary.time_zone).toBe('Europe/Oslo');
  expect(app.pos.settings().time_zone).toBe('Europe/Oslo');
  expect(app.pos.database.row('SELECT business_date, local_hour, weekday FROM orders WHERE id = 5')).toEqual({
    business_date: '2026-03-11',
    local_hour: 0,
    weekday: 3,
  });
  expect(app.pos.database.row('SELECT business_date FROM expenses WHERE id = 2')).toEqual({ business_date: '2026-03-11' });
});

test('a dry run tells the same and keeps nothing', async () => {
  const app = await openTestApp();
  const file = small();
  const before = app.pos.database.rows('SELECT * FROM settings');
  const dry = await importPhilo(app.pos, { file, dryRun: true, timeZone: 'Asia/Tokyo' });
  expect(dry.dry_run).toBe(true);
  expect(app.pos.settings().time_zone).toBe('UTC');
  expect(app.pos.database.rows('SELECT * FROM settings')).toEqual(before);
  for (const table of ['orders', 'items', 'imports', 'audit_log', 'stock_movements', 'order_numbers']) {
    expect(app.pos.database.row(`SELECT count(*) AS n FROM ${table}`), table).toEqual({ n: 0 });
  }
  const real = await importPhilo(app.pos, { file, timeZone: 'Asia/Tokyo' });
  expect({ ...real, dry_run: true }).toEqual(dry);
});

test('a second run and a folder that holds a shop are refused', async () => {
  const app = await openTestApp();
  const file = small();
  await importPhilo(app.pos, { file });
  await expect(importPhilo(app.pos, { file })).rejects.toMatchObject({
    code: 'already_imported',
    message: expect.stringContaining('was imported into this folder on'),
  });
  const used = await openTestApp();
  await used.call('categories.create', { name: 'Mine' });
  await expect(importPhilo(used.pos, { file })).rejects.toMatchObject({
    code: 'already_imported',
    message: expect.stringContaining('already holds a shop'),
  });
  expect((await used.call('categories.list', {})).total).toBe(1);
});

test('what was only in the write-ahead log comes over, and the source is not touched', async () => {
  const app = await openTestApp();
  const folder = tempFolder();
  const live = new BetterSqlite3(join(folder, 'live.db'));
  live.pragma('journal_mode = WAL');
  live.pragma('wal_autocheckpoint = 0');
  live.close();
  writeOriginal(join(folder, 'live.db'), (db) => {
    for (const suffix of ['', '-wal']) copyFileSync(join(folder, `live.db${suffix}`), join(folder, `stray.db${suffix}`));
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  });
  const state = () =>
    readdirSync(folder)
      .sort()
      .map((name) => [name, statSync(join(folder, name)).mtimeMs, readFileSync(join(folder, name)).length]);
  const before = state();
  expect(existsSync(join(folder, 'stray.db-wal'))).toBe(true);
  const privateCopies = tempFolder();
  vi.stubEnv('TMPDIR', privateCopies);
  const summary = await importPhilo(app.pos, { file: join(folder, 'stray.db') });
  vi.unstubAllEnvs();
  expect(summary.counts.orders).toBe(4);
  expect(state()).toEqual(before);
  expect(readdirSync(privateCopies)).toEqual([]);
});

const root = join(import.meta.dirname, '../..');
const real = join(root, '../shared/data/philo-2026-03.db');

test.skipIf(!existsSync(real))('a real shop: the figures of its own dashboard (needs ../shared/data/philo-2026-03.db)', async () => {
  const app = await openTestApp({ start: '2026-03-02T13:00:00.000Z' });
  const summary = await importPhilo(app.pos, { file: real, timeZone: 'UTC' });
  expect(summary.counts).toMatchObject({
    orders: 442,
    order_items: 1102,
    order_item_addons: 491,
    shifts: 61,
    expenses: 64,
    customers: 8,
    audit_logs: 2,
  });
  expect(summary.tax_rates).toEqual([{ rate: 80_000, orders: 442 }]);
  expect(summary.warnings.filter((warning) => !warning.startsWith('customers '))).toEqual([]);
  expect(await app.call('dashboard.summary', { start_date: '2026-01-31', end_date: '2026-03-02' })).toMatchObject({
    total_revenue: 699_669,
    total_orders: 442,
    completed_orders: 206,
    cancelled_orders: 64,
    avg_order_value: 1851,
    total_items_sold: 1240,
    top_payment_method: 'mobile',
    busiest_hour: 13,
  });
  expect(await app.call('dashboard.profitLoss', { start_date: '2026-01-31', end_date: '2026-03-02' })).toMatchObject({
    total_expenses: 834_614,
    gross_profit: -134_945,
    total_tax_collected: 51_846,
    total_discounts_given: 9902,
  });
});

test('what was sold before counts as paid by its method, in the shift of then, and belongs to no Z of ours', async () => {
  const app = await openTestApp({ start: '2026-03-12T09:00:00.000Z' });
  await importPhilo(app.pos, { file: small() });
  for (const order of (await app.call('orders.list', {})).items) {
    const { payments, due } = await app.call('payments.list', { order_id: order.id });
    const { payment_method: method, total, shift_id } = order;
    const paid = { method, amount: total, tendered: total, shift_id, taken_by: 'Imported' };
    expect([order.id, due]).toEqual([order.id, 0]);
    expect(payments).toMatchObject(order.status === 'cancelled' ? [] : [paid]);
  }
  expect(app.pos.database.row('SELECT count(*) AS n FROM settlements')).toEqual({ n: 3 });

  const [open] = (await app.call('shifts.list', { status: 'open' })).items;
  if (open) await app.call('shifts.close', { shift_id: open.id, closing_cash: 0 });
  const shift = await app.call('shifts.open', { opening_cash: 20_000 });
  const before = (await app.call('customers.get', { customer_id: 1 })).total_spent;
  const back = await app.call('refunds.create', { order_id: 1, reason: 'Brought back' });
  expect(back).toMatchObject({ amount: 1069, tenders: [{ method: 'cash', amount: 1069 }] });
  expect((await app.call('customers.get', { customer_id: 1 })).total_spent).toBe(before - 1069);
  const { z_number } = await app.call('shifts.close', { shift_id: shift.id, closing_cash: 18_931 });
  const z = await app.call('zReports.get', { z_number: z_number ?? 0 });
  expect(z).toMatchObject({
    sales: { orders: 0, gross: 0, refunds: 1069, net_with_tax: -1069 },
    drawer: { expected: 18_931, over_short: 0 },
    grand_totals: { sales: 0, returns: 1069, net: -1069 },
  });
  expect(z.checks.filter((check) => !check.ok)).toEqual([]);
  expect(verifyDatabase(app.pos.database).checks.filter((check) => !check.ok)).toEqual([]);
});
