import { createHash } from 'node:crypto';
import type { Pos } from '../../src/core/app.ts';

/**
 * The yardstick: the rows that one SALE writes, by bare prepared statements on the same connection with the same
 * pragmas, one commit an order, nothing checked and nothing computed but the chain's hash.
 */
export const rawOrderWriter = (pos: Pos): (() => void) => {
  const db = pos.database.raw;
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const number = db.prepare(
    'INSERT INTO order_numbers (business_date, last_number) VALUES (?, 1) ON CONFLICT (business_date) DO UPDATE SET last_number = last_number + 1 RETURNING last_number',
  );
  const order = db.prepare(
    `INSERT INTO orders (order_number, status, payment_method, subtotal, tax_rate, tax_amount, total, business_date, local_hour, weekday,
       items_count, created_by, created_at, updated_at) VALUES (?, 'pending', 'cash', 1345, 80000, 108, 1453, ?, 12, 1, 3, 'Raw', ?, ?)`,
  );
  const line = db.prepare(
    `INSERT INTO order_lines (order_id, item_id, item_name, category_id, category_name, quantity, unit_price, subtotal, discount_share, tax_share)
     VALUES (?, ?, ?, 1, 'Drinks', ?, ?, ?, 0, ?)`,
  );
  const addon = db.prepare("INSERT INTO order_line_addons (order_line_id, addon_id, addon_name, price) VALUES (?, 1, 'Oat milk', 60)");
  const stock = db.prepare('UPDATE items SET stock_qty = stock_qty - 1, updated_at = ? WHERE id = 2');
  const movement = db.prepare(
    "INSERT INTO stock_movements (item_id, quantity, reason, order_id, actor, created_at) VALUES (2, -1, 'sale', ?, 'Raw', ?)",
  );
  const head = db.prepare('SELECT hash FROM audit_log ORDER BY id DESC LIMIT 1').pluck();
  const audit = db.prepare(
    `INSERT INTO audit_log (timestamp, business_date, entity_type, entity_id, action, actor, door, new_values, hash)
     VALUES (?, ?, 'Order', ?, 'create', 'Raw', 'cli', ?, ?)`,
  );
  const after = JSON.stringify({ filler: 'x'.repeat(760) });
  const day = '2020-01-01';
  return () => {
    const now = new Date().toISOString();
    begin.run();
    const { last_number } = number.get(day) as { last_number: number };
    const id = order.run(`RAW-${last_number}`, day, now, now).lastInsertRowid;
    const first = line.run(id, 1, 'Latte', 2, 450, 1020, 82).lastInsertRowid;
    addon.run(first);
    line.run(id, 2, 'Croissant', 1, 325, 325, 26);
    stock.run(now);
    movement.run(id, now);
    const hash = createHash('sha256').update(String(head.get())).update(after).digest('hex');
    audit.run(now, day, id, after, hash);
    commit.run();
  };
};
