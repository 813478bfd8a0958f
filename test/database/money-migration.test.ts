import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolderPaths } from '../../src/core/database/data-folder-paths.ts';
import { Database } from '../../src/core/database/database.ts';
import { migrate } from '../../src/core/database/migrate.ts';
import { loadMigrations } from '../../src/core/database/migrations.ts';
import { verifyDatabase } from '../../src/core/modules/verification/index.ts';
import { openTestApp, tempFolder } from '../support/test-app.ts';

const AT = '2026-03-01T10:00:00.000Z';

/** A shop as it was before payments were kept: an open shift, a paid, a cancelled, a deleted and a free order. */
const oldShop = (): string => {
  const dataDir = tempFolder();
  const paths = dataFolderPaths(dataDir);
  mkdirSync(paths.backups, { recursive: true });
  const database = Database.openWriter(join(dataDir, 'philo.db'));
  migrate(database, loadMigrations().slice(0, 1), { backupFolder: paths.backups, now: AT });
  database.raw.exec(`
    INSERT INTO categories (name, name_key, search_text, created_at, updated_at) VALUES ('Drinks', 'drinks', 'drinks', '${AT}', '${AT}');
    INSERT INTO items (category_id, name, search_text, price, created_at, updated_at) VALUES (1, 'Tea', 'tea', 300, '${AT}', '${AT}');
    INSERT INTO shifts (opened_at, business_date, opening_cash, status, opened_by) VALUES ('${AT}', '2026-03-01', 5000, 'open', 'Ann');
    INSERT INTO order_numbers (business_date, last_number) VALUES ('2026-03-01', 5);
  `);
  const order = (number: number, method: string, status: string, deleted: boolean, discount: number) => {
    database.execute(
      `INSERT INTO orders (order_number, status, payment_method, subtotal, discount_amount, tax_rate, tax_amount, total, shift_id, business_date, local_hour, weekday,
         items_count, created_by, created_at, updated_at, deleted_at) VALUES (?, ?, ?, 900, ?, 0, 0, ?, 1, '2026-03-01', 10, 0, 3, 'Ann', ?, ?, ?)`,
      [`PHI-20260301-000${number}`, status, method, discount, 900 - discount, AT, AT, deleted ? AT : null],
    );
    if (deleted) return;
    database.execute(
      `INSERT INTO order_lines (order_id, item_id, item_name, category_id, category_name, quantity, unit_price, subtotal, discount_share, tax_share)
       VALUES (?, 1, 'Tea', 1, 'Drinks', 3, 300, 900, ?, 0)`,
      [number, discount],
    );
  };
  order(1, 'cash', 'completed', false, 0);
  order(2, 'cash', 'cancelled', false, 0);
  order(3, 'card', 'pending', true, 0);
  order(4, 'mobile', 'pending', false, 900);
  order(5, 'card', 'ready', false, 100);
  database.close();
  return dataDir;
};

test('a shop of before goes on: what it sold is paid by its method, and its first Z begins now', async () => {
  const app = await openTestApp({ dataDir: oldShop() });
  expect(verifyDatabase(app.pos.database).checks.filter((check) => !check.ok)).toEqual([]);
  expect(app.pos.database.rows('SELECT order_id, method, amount, tendered, taken_by, source FROM payments ORDER BY id')).toEqual([
    { order_id: 1, method: 'cash', amount: 900, tendered: 900, taken_by: 'Ann', source: 'import' },
    { order_id: 5, method: 'card', amount: 800, tendered: 800, taken_by: 'Ann', source: 'import' },
  ]);
  expect(app.pos.database.rows('SELECT order_id FROM settlements ORDER BY order_id')).toEqual([
    { order_id: 1 },
    { order_id: 4 },
    { order_id: 5 },
  ]);

  const refund = await app.call('refunds.create', { order_id: 1, reason: 'Cold', lines: [{ order_line_id: 1, quantity: 1 }] });
  expect(refund).toMatchObject({ amount: 300, tenders: [{ method: 'cash', amount: 300 }] });
  await app.call('orders.void', { order_id: 5, reason: 'Left' });
  await app.call('orders.create', { items: [{ item_id: 1 }] });
  const { z_number } = await app.call('shifts.close', { shift_id: 1, closing_cash: 5924 });
  const z = await app.call('zReports.get', { z_number: z_number ?? 0 });
  // The drawer was filled before as well, the sales of before were counted by another program.
  expect(z.drawer).toMatchObject({ opening: 5000, cash_sales: 1224, cash_refunds: 300, expected: 5924, over_short: 0 });
  expect(z.sales).toMatchObject({ orders: 1, gross: 300, refunds: 300, voids: 800 });
  expect(z.checks.filter((check) => !check.ok)).toEqual([]);
  expect(verifyDatabase(app.pos.database).checks.filter((check) => !check.ok)).toEqual([]);
});
