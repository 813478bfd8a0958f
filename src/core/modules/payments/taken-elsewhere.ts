import type { WriteDatabase } from '../../database/database.ts';

/**
 * Payments and settlements for orders of which only the method is known: an imported shop's and a generated one's. Each
 * that is not cancelled counts as paid in full by its method, as its figures always said. Covers the orders after `afterId`.
 */
export const settleByMethod = (db: WriteDatabase, afterId: number, actor: string): void => {
  const live = "FROM orders WHERE id > ? AND deleted_at IS NULL AND status <> 'cancelled'";
  db.execute(
    `INSERT INTO payments (order_id, method, amount, tendered, shift_id, business_date, taken_by, source, created_at)
     SELECT id, payment_method, total, total, shift_id, business_date, ?, 'import', created_at ${live} AND total > 0 ORDER BY id`,
    [actor, afterId],
  );
  db.execute(
    `INSERT INTO settlements (order_id, shift_id, business_date, settled_by, created_at)
     SELECT id, shift_id, business_date, ?, created_at ${live} ORDER BY id`,
    [actor, afterId],
  );
  db.execute("UPDATE orders SET paid_amount = total WHERE id > ? AND deleted_at IS NULL AND status <> 'cancelled'", [afterId]);
};

/** What was brought in from elsewhere belongs to no Z of ours: the first Z begins after it. Only before the first Z. */
export const startZAfterThese = (db: WriteDatabase): void => {
  db.execute(
    `UPDATE z_start SET last_settlement_id = (SELECT coalesce(max(id), 0) FROM settlements), last_payment_id = (SELECT coalesce(max(id), 0) FROM payments),
       last_order_id = (SELECT coalesce(max(id), 0) FROM orders), last_stock_movement_id = (SELECT coalesce(max(id), 0) FROM stock_movements),
       last_audit_id = (SELECT coalesce(max(id), 0) FROM audit_log) WHERE NOT EXISTS (SELECT 1 FROM z_reports)`,
  );
};
