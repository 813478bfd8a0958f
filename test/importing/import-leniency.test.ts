import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { importPhilo } from '../../src/core/modules/importing/index.ts';
import { writeOriginal } from '../support/original-schema.ts';
import { openTestApp, tempFolder } from '../support/test-app.ts';

// Real files on a disk that others may keep busy.
vi.setConfig({ testTimeout: 30_000 });

const imported = async (sql: string | ((db: BetterSqlite3.Database) => void)) => {
  const app = await openTestApp();
  const file = writeOriginal(join(tempFolder(), 'shop.db'), typeof sql === 'string' ? (db) => db.exec(sql) : sql);
  const summary = await importPhilo(app.pos, { file });
  return { app, summary, warned: summary.warnings.join('\n') };
};

test('the small shop needs no warning', async () => {
  expect((await imported('SELECT 1')).summary.warnings).toEqual([
    "customers 3: the file says 1 orders, $15.66; the customer's orders say 0, $0.00, and they count",
  ]);
});

test('names that differ by case only get a number, names of spaces a name', async () => {
  const { app, warned } = await imported(`
    INSERT INTO categories SELECT 9, 'BREWS', NULL, 3, 1, created_at, updated_at FROM categories WHERE id = 1;
    INSERT INTO addons SELECT 9, 'honey ', 1, 1, created_at, updated_at FROM addons WHERE id = 1;
    UPDATE items SET name = '   ' WHERE id = 2`);
  expect((await app.call('categories.get', { category_id: 9 })).name).toBe('BREWS (2)');
  expect((await app.call('addons.get', { addon_id: 9 })).name).toBe('honey (2)');
  expect((await app.call('items.get', { item_id: 2 })).name).toBe('Item 2');
  expect(warned).toContain('categories 9: "BREWS" is there already in other letters; called "BREWS (2)"');
  expect(warned).toContain('items 2: has no name; called "Item 2"');
});

test('empty phones and e-mails are none', async () => {
  const { app } = await imported("UPDATE customers SET phone = '', email = ' ' WHERE id = 1");
  expect(await app.call('customers.get', { customer_id: 1 })).toMatchObject({ phone: null, email: null });
});

test('binary noise is not a third decimal', async () => {
  const { app, warned } = await imported(
    'UPDATE shifts SET opening_cash = 0.1 + 0.2 WHERE id = 1; UPDATE orders SET total = 10.690000000000001 WHERE id = 1',
  );
  expect((await app.call('shifts.get', { shift_id: 1 })).opening_cash).toBe(30);
  expect((await app.call('orders.get', { order_id: 1 })).total).toBe(1069);
  expect(warned).not.toContain('decimals');
});

test('a price below the minor unit is rounded half away from zero and told', async () => {
  const { app, warned } = await imported('UPDATE items SET price = 1.005 WHERE id = 1; UPDATE addons SET price = 0.3333 WHERE id = 2');
  expect((await app.call('items.get', { item_id: 1 })).price).toBe(101);
  expect((await app.call('addons.get', { addon_id: 2 })).price).toBe(33);
  expect(warned).toContain('items 1: price 1.005 has more decimals than the currency; kept as 1.01');
});

test('lines rounded apart from their order add up afterwards', async () => {
  const { app, warned } = await imported(`
    UPDATE orders SET subtotal = 3.01, tax_amount = 0.24, total = 3.25 WHERE id = 6;
    DELETE FROM order_items WHERE order_id = 6;
    INSERT INTO order_items VALUES (10, 6, 2, 1, 1.0, 1.0), (11, 6, 2, 1, 1.0, 1.0), (12, 6, 2, 1, 1.0, 1.0)`);
  expect((await app.call('orders.get', { order_id: 6 })).items.map((line) => line.subtotal)).toEqual([101, 100, 100]);
  expect(warned).toContain('order_items 10: its amount is kept as $1.01 instead of $1.00');
});

test('an unrounded flat discount leaves what was paid as it was', async () => {
  const { app, warned } = await imported(
    'UPDATE orders SET subtotal = 3.75, discount_amount = 1.245, tax_amount = 0.2, total = 2.71 WHERE id = 6',
  );
  expect(await app.call('orders.get', { order_id: 6 })).toMatchObject({ subtotal: 375, discount_amount: 124, tax_amount: 20, total: 271 });
  expect(warned).toContain('orders 6: its discount is kept as $1.24 instead of $1.25, so that it adds up to what was paid');
});

test('the rate of tax is found from the amounts, the usual one first', async () => {
  const { app, warned, summary } = await imported(`
    UPDATE orders SET tax_amount = 0.88, total = 10.78 WHERE id = 1;
    UPDATE orders SET tax_amount = 0.7, total = 8.57 WHERE id = 2;
    UPDATE orders SET tax_amount = 1.29, total = 15.79 WHERE id = 5;
    UPDATE orders SET tax_amount = 0.33, total = 4.08 WHERE id = 6`);
  expect(summary.tax_rates).toEqual([{ rate: 88_750, orders: 4 }]);
  expect((await app.call('orders.get', { order_id: 6 })).tax_rate).toBe(88_750);
  expect(warned).toContain("4 orders were taxed at 8.875 percent by their amounts; the shop's rate is 8 percent");
});

test('discounts that could never be given come over switched off', async () => {
  const { app, warned } = await imported(`
    UPDATE discounts SET value = 150 WHERE id = 1;
    UPDATE discounts SET start_date = '2026-05-01 00:00:00', end_date = '2026-04-01 00:00:00' WHERE id = 2`);
  expect(await app.call('discounts.get', { discount_id: 1 })).toMatchObject({ value: 100, is_active: false });
  expect(await app.call('discounts.get', { discount_id: 2 })).toMatchObject({
    start_date: '2026-05-01T00:00:00.000Z',
    end_date: null,
    is_active: false,
  });
  expect(warned).toContain('150 percent is more than everything');
  expect((await app.call('orders.get', { order_id: 2 })).discount_amount).toBe(88);
});

test('of several open shifts only the last stays open', async () => {
  const { app, warned } = await imported("UPDATE shifts SET status = 'open', closed_at = NULL, closing_cash = NULL WHERE id = 1");
  expect((await app.call('shifts.list', { status: 'open' })).items.map((shift) => shift.id)).toEqual([2]);
  expect(await app.call('shifts.get', { shift_id: 1 })).toMatchObject({
    status: 'closed',
    closing_cash: null,
    closed_at: '2026-03-10T06:00:00.868Z',
  });
  expect(warned).toContain('shifts 1: was still open beside shift 2');
});

test('numbers of another form and stock below nothing are kept as far as they can be', async () => {
  const { app, warned } = await imported(
    "UPDATE orders SET order_number = 'A-17' WHERE id = 1; UPDATE items SET stock_qty = -3 WHERE id = 2",
  );
  expect((await app.call('orders.get', { order_id: 1 })).order_number).toBe('A-17');
  expect((await app.call('items.get', { item_id: 2 })).stock_qty).toBe(0);
  expect(warned).toContain('its number "A-17" has another form');
});

test('warnings are bounded, and an empty file is told', async () => {
  const many = await imported((db) => {
    const add = db.prepare("INSERT INTO items SELECT ?, 1, ' ', NULL, 1, NULL, 1, -1, created_at, updated_at FROM items WHERE id = 1");
    for (let id = 100; id < 400; id += 1) add.run(id);
  });
  expect(many.summary.warnings).toHaveLength(201);
  expect(many.summary.warnings.at(-1)).toBe('... and 101 more');
  const empty = await imported('DELETE FROM order_item_addons; DELETE FROM order_items; DELETE FROM orders');
  expect(empty.warned).toContain('the file holds no orders');
});
