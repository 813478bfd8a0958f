import type { ZReport } from '../../../contract/z-report.ts';
import type { ReadDatabase } from '../../database/database.ts';
import { bounds, type ZRange } from './range.ts';

/** By method: what was taken for orders, tips and rounding, what was given back, and what is left of it. */
export const byTender = (db: ReadDatabase, range: ZRange): ZReport['tenders'] =>
  db.rows(
    `SELECT method, payment_methods.name, sum(n) AS count, sum(sales) AS sales, sum(tips) AS tips, sum(rounding) AS rounding, sum(refunds) AS refunds,
       sum(sales + tips + rounding - refunds) AS net
     FROM (
       SELECT method, 1 AS n, amount AS sales, tip AS tips, rounding, 0 AS refunds FROM payments WHERE id > ? AND id <= ?
       UNION ALL
       SELECT method, 0, 0, -tip, -rounding, amount FROM refund_tenders WHERE refund_id > ? AND refund_id <= ?
     ) JOIN payment_methods ON payment_methods.code = method GROUP BY method ORDER BY payment_methods.display_order, method`,
    [...bounds(range.payments), ...bounds(range.refunds)],
  );

/** What was held of each order that is settled in the range, from before it: part payments less those that went back unsettled. */
const HELD = `SELECT (SELECT coalesce(sum(amount), 0) FROM payments WHERE order_id = settlements.order_id AND id <= ?)
    - (SELECT coalesce(sum(amount - total), 0) FROM refunds WHERE order_id = settlements.order_id) AS held
  FROM settlements WHERE id > ? AND id <= ?`;

const sum = (db: ReadDatabase, sql: string, parameters: readonly unknown[]): number =>
  db.row<{ total: number }>(sql, parameters)?.total ?? 0;

/**
 * Part payments: money that is here before its sale counts, or counted in an earlier report. Of an order that is settled
 * here, what came before less what went back again is used; where more went back than came before, the rest was taken here.
 */
export const deposits = (db: ReadDatabase, range: ZRange): ZReport['deposits'] => ({
  taken:
    sum(
      db,
      `SELECT coalesce(sum(amount), 0) AS total FROM payments WHERE id > ? AND id <= ?
         AND NOT EXISTS (SELECT 1 FROM settlements WHERE settlements.order_id = payments.order_id AND settlements.id <= ?)`,
      [...bounds(range.payments), range.settlements.upTo],
    ) + sum(db, `SELECT coalesce(sum(max(-held, 0)), 0) AS total FROM (${HELD})`, [range.payments.after, ...bounds(range.settlements)]),
  used: sum(db, `SELECT coalesce(sum(max(held, 0)), 0) AS total FROM (${HELD})`, [range.payments.after, ...bounds(range.settlements)]),
  returned: sum(db, 'SELECT coalesce(sum(amount - total), 0) AS total FROM refunds WHERE id > ? AND id <= ?', bounds(range.refunds)),
});
