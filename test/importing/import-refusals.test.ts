import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { importPhilo } from '../../src/core/modules/importing/index.ts';
import { writeOriginal } from '../support/original-schema.ts';
import { openTestApp, tempFolder, type TestApp } from '../support/test-app.ts';

// Real files on a disk that others may keep busy.
vi.setConfig({ testTimeout: 30_000 });

const small = (change?: (db: BetterSqlite3.Database) => void): string => writeOriginal(join(tempFolder(), 'shop.db'), change);

/** Everything that is in the database, to see that a refusal left it as it was. */
const contents = (app: TestApp): unknown => {
  const tables = app.pos.database.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  return tables.map(({ name }) => [name, app.pos.database.rows(`SELECT * FROM ${name}`)]);
};

const refusal = async (file: string, timeZone?: string): Promise<string> => {
  const app = await openTestApp();
  const before = contents(app);
  const error: unknown = await importPhilo(app.pos, { file, timeZone }).then(
    () => 'it was imported',
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'Refusal' });
  expect(contents(app)).toEqual(before);
  const { code, message } = error as { code: string; message: string };
  expect(message.split('\n')).toHaveLength(1);
  return `${code}: ${message}`;
};

const text = (name: string, content: string | Buffer): string => {
  const file = join(tempFolder(), name);
  writeFileSync(file, content);
  return file;
};

test('no file, a folder, an empty file and other kinds of files', async () => {
  const folder = tempFolder();
  expect(await refusal(join(folder, 'nothing.db'))).toMatch(/unsupported_file: nothing\.db was not found/);
  mkdirSync(join(folder, 'folder.db'));
  expect(await refusal(join(folder, 'folder.db'))).toMatch(/is not a file/);
  expect(await refusal(text('empty.db', ''))).toMatch(/is not a SQLite database/);
  expect(await refusal(text('notes.db', 'Dear diary, today we sold a latte'))).toMatch(/is not a SQLite database/);
  expect(await refusal(text('header.db', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4096, 7)])))).toMatch(
    /unsupported_file/,
  );
});

test('a damaged file', async () => {
  const bytes = readFileSync(small());
  expect(await refusal(text('cut.db', bytes.subarray(0, Math.floor(bytes.length / 2))))).toMatch(/unsupported_file: cut\.db is damaged/);
  const garbled = Buffer.from(bytes);
  for (let page = 3; page < garbled.length / 4096; page += 2) garbled.fill(0xa5, page * 4096 + 8, page * 4096 + 300);
  expect(await refusal(text('garbled.db', garbled))).toMatch(/unsupported_file: garbled\.db is damaged/);
  const dangling = small((db) => {
    db.pragma('foreign_keys = OFF');
    db.exec('UPDATE order_items SET item_id = 99 WHERE id = 1');
  });
  expect(await refusal(dangling)).toMatch(/refers to a missing row of items/);
});

test('a database of another program, and our own', async () => {
  const other = join(tempFolder(), 'other.db');
  const db = new BetterSqlite3(other);
  db.exec('CREATE TABLE orders (id INTEGER PRIMARY KEY)');
  db.close();
  expect(await refusal(other)).toMatch(/another program/);
  const app = await openTestApp();
  const copy = join(tempFolder(), 'ours.db');
  app.pos.database.execute('VACUUM INTO ?', [copy]);
  expect(await refusal(copy)).toMatch(/Philo POS itself/);
});

test('another version, other columns, other tables, views and triggers', async () => {
  expect(await refusal(small((db) => db.exec("UPDATE alembic_version SET version_num = 'ffee00112233'")))).toMatch(
    /another version of the Philo backend \(ffee00112233/,
  );
  expect(await refusal(small((db) => db.exec('DELETE FROM alembic_version')))).toMatch(/has no version/);
  expect(await refusal(small((db) => db.exec('ALTER TABLE orders ADD COLUMN tip FLOAT')))).toMatch(/table orders with other columns/);
  expect(await refusal(small((db) => db.exec('ALTER TABLE items RENAME COLUMN price TO cost')))).toMatch(/table items with other columns/);
  expect(await refusal(small((db) => db.exec('CREATE TABLE loyalty (id INTEGER)')))).toMatch(/table loyalty/);
  expect(await refusal(small((db) => db.exec('DROP TABLE audit_logs')))).toMatch(/no table audit_logs/);
  expect(await refusal(small((db) => db.exec('CREATE VIEW v AS SELECT 1')))).toMatch(/view v/);
  expect(await refusal(small((db) => db.exec('CREATE TRIGGER t AFTER INSERT ON items BEGIN SELECT 1; END')))).toMatch(/trigger t/);
});

test.each([
  ['text for an amount', "UPDATE orders SET total = 'ten' WHERE id = 1", /orders 1: total is "ten"/],
  ['an infinite price', 'UPDATE items SET price = 1e999 WHERE id = 1', /items 1: price is Infinity/],
  ['a huge amount', 'UPDATE expenses SET amount = 1e15 WHERE id = 1', /expenses 1: amount is 1000000000000000/],
  ['a price of nothing', 'UPDATE items SET price = 0 WHERE id = 1', /items 1: price is 0, not an amount above zero/],
  ['a negative amount', 'UPDATE shifts SET opening_cash = -5 WHERE id = 1', /shifts 1: opening_cash is -5/],
  ['a blob for a name', "UPDATE categories SET name = x'00ff' WHERE id = 1", /categories 1: name is a blob/],
  ['text for a number', "UPDATE items SET stock_qty = 'many' WHERE id = 2", /items 2: stock_qty is "many"/],
  ['a fraction for a whole number', 'UPDATE order_items SET quantity = 1.5 WHERE id = 1', /order_items 1: quantity is 1\.5/],
  [
    'an id beyond what is counted exactly',
    'INSERT INTO addons SELECT 9223372036854775807, name || 2, price, 1, created_at, updated_at FROM addons WHERE id = 1',
    /addons 9223372036854775807: id is 9223372036854775807/,
  ],
  [
    'a negative id',
    'INSERT INTO addons SELECT -4, name || 2, price, 1, created_at, updated_at FROM addons WHERE id = 1',
    /addons -4: id is -4/,
  ],
  ['an unknown status', "UPDATE orders SET status = 'lost' WHERE id = 1", /orders 1: status is "lost", not one of pending/],
  ['an unknown method', "UPDATE orders SET payment_method = 'shells' WHERE id = 1", /payment_method is "shells"/],
  ['a flag that is neither', 'UPDATE items SET is_available = 2 WHERE id = 1', /is_available is 2, not yes or no/],
  ['a time that is none', "UPDATE orders SET created_at = 'yesterday' WHERE id = 1", /created_at is "yesterday"/],
  [
    'a day that the calendar does not have',
    "UPDATE orders SET created_at = '2026-02-30 10:00:00' WHERE id = 1",
    /created_at is "2026-02-30 10:00:00"/,
  ],
  [
    'an order that does not add up',
    'UPDATE orders SET total = 11.69 WHERE id = 1',
    /orders 1: does not add up: \$9\.90 - \$0\.00 \+ \$0\.79 is not \$11\.69/,
  ],
  ['a discount larger than its order', 'UPDATE orders SET discount_amount = 20, total = -2.34 WHERE id = 5', /orders 5: total is -2\.34/],
  [
    'lines that do not add up',
    'UPDATE order_items SET subtotal = 1 WHERE id = 2',
    /orders 2: its lines add up to \$6\.00, not to its subtotal \$8\.75/,
  ],
  ['an order without its lines', 'DELETE FROM order_items WHERE order_id = 6', /orders 6: its lines add up to \$0\.00/],
  [
    'a number given twice',
    "UPDATE orders SET order_number = 'PHI-20260310-0001' WHERE id = 2",
    /UNIQUE constraint failed: orders\.order_number/,
  ],
])('%s', async (_what, sql, expected) => {
  expect(await refusal(small((db) => db.exec(sql)))).toMatch(expected);
});

test('nulls where none may be', async () => {
  const loose = small((db) => {
    db.exec('CREATE TABLE loose AS SELECT * FROM expenses; DROP TABLE expenses');
    db.exec(
      'CREATE TABLE expenses (id INTEGER PRIMARY KEY, category VARCHAR(100), description TEXT, amount FLOAT, date DATETIME, shift_id INTEGER, created_at DATETIME)',
    );
    db.exec('INSERT INTO expenses SELECT * FROM loose; DROP TABLE loose; UPDATE expenses SET amount = NULL, category = NULL WHERE id = 2');
  });
  expect(await refusal(loose)).toMatch(/expenses 2: category is null, not text; expenses 2: amount is null, not a number/);
});

test('all faults are told together, and not without end', async () => {
  const message = await refusal(small((db) => db.exec("UPDATE order_items SET quantity = 0; UPDATE orders SET created_at = ''")));
  expect(message).toMatch(/; and \d+ more\. Nothing was changed\.$/);
  expect(message.length).toBeLessThan(1000);
});

test('a time zone that is none, and prices with decimals in a currency without', async () => {
  expect(await refusal(small(), 'Mars/Olympus')).toMatch(/invalid_input: "Mars\/Olympus" is not a time zone/);
  const app = await openTestApp();
  await app.call('settings.update', { currency: 'JPY' });
  await expect(importPhilo(app.pos, { file: small() })).rejects.toMatchObject({
    message: expect.stringContaining("set the shop's currency first"),
  });
});

test('a write-ahead log of another database is not mixed in', async () => {
  const folder = tempFolder();
  const file = writeOriginal(join(folder, 'shop.db'));
  copyFileSync(text('other', Buffer.alloc(5000, 3)), `${file}-wal`);
  const app = await openTestApp();
  const summary = await importPhilo(app.pos, { file });
  expect(summary.counts.orders).toBe(4);
});
