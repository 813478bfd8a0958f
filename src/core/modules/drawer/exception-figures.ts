import type { ZReport } from '../../../contract/z-report.ts';
import type { ReadDatabase } from '../../database/database.ts';
import { clockSteps } from '../audit/index.ts';
import { bounds, type ZRange } from './range.ts';
import { compsOf } from './sales-figures.ts';

/** What was taken off each order by discounts, apart from lines given free: by the order's own discount and by those of its lines. */
const GIVEN = `SELECT discount_name, discount_amount - (SELECT coalesce(sum(line_discount), 0) FROM order_lines WHERE order_id = orders.id) AS by_order,
    (SELECT coalesce(sum(line_discount), 0) FROM order_lines WHERE order_id = orders.id AND line_discount_kind = 'discount') AS by_lines
  FROM settlements JOIN orders ON orders.id = settlements.order_id
  WHERE settlements.id > ? AND settlements.id <= ? AND discount_amount > 0`;

type Exceptions = ZReport['exceptions'];
type Counted = { count: number; amount: number };

const counted = (db: ReadDatabase, sql: string, parameters: readonly unknown[]): Counted =>
  db.row<Counted>(`SELECT count(*) AS count, coalesce(sum(amount), 0) AS amount FROM (${sql})`, parameters) ?? { count: 0, amount: 0 };

const countOf = (db: ReadDatabase, sql: string, parameters: readonly unknown[]): number =>
  db.row<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, parameters)?.n ?? 0;

/** What a loss-prevention reader looks for: everything that is not a plain sale, with how often and how much. */
export const exceptionFigures = (db: ReadDatabase, range: ZRange, shift: { id: number }): Exceptions => {
  const returned = (kind: 'refund' | 'void') =>
    counted(db, 'SELECT total AS amount FROM refunds WHERE id > ? AND id <= ? AND kind = ?', [...bounds(range.refunds), kind]);
  return {
    receipts: countOf(db, "prints WHERE shift_id = ? AND document = 'receipt' AND copy = 0", [shift.id]),
    copies: counted(db, 'SELECT amount FROM prints WHERE shift_id = ? AND copy > 0', [shift.id]),
    refunds: returned('refund'),
    voids: returned('void'),
    discounts: counted(db, `SELECT by_order + by_lines AS amount FROM (${GIVEN}) WHERE by_order + by_lines > 0`, bounds(range.settlements)),
    comps: compsOf(db, range),
    waste: wasteIn(db, range),
    no_sale: countOf(db, "drawer_movements WHERE shift_id = ? AND kind = 'no_sale'", [shift.id]),
    held: countOf(db, 'held_tickets', []),
    open_orders: counted(
      db,
      "SELECT total AS amount FROM orders WHERE deleted_at IS NULL AND status IN ('pending', 'preparing', 'ready')",
      [],
    ),
    unpaid_orders: counted(
      db,
      "SELECT total - paid_amount AS amount FROM orders WHERE deleted_at IS NULL AND status <> 'cancelled' AND paid_amount < total",
      [],
    ),
    deleted_orders: countOf(db, 'orders WHERE id > ? AND id <= ? AND deleted_at IS NOT NULL', bounds(range.orders)),
    sign_ins: countOf(db, "audit_log WHERE action = 'sign_in' AND id > ? AND id <= ?", bounds(range.audit_log)),
    discounts_by_name: db.rows(
      `SELECT name, count(*) AS count, sum(amount) AS amount FROM (
         SELECT discount_name AS name, by_order AS amount FROM (${GIVEN}) WHERE by_order > 0
         UNION ALL SELECT 'Line discounts', by_lines FROM (${GIVEN}) WHERE by_lines > 0
       ) GROUP BY name ORDER BY name`,
      [...bounds(range.settlements), ...bounds(range.settlements)],
    ),
    voids_by_person: db.rows(
      "SELECT made_by AS name, count(*) AS count, sum(total) AS amount FROM refunds WHERE id > ? AND id <= ? AND kind = 'void' GROUP BY made_by ORDER BY made_by",
      bounds(range.refunds),
    ),
    clock_set_back: clockSteps(db, ...bounds(range.audit_log)),
  };
};

/** Goods thrown away in the range, at the price they would sell for now. By id: the clock may have been set back. */
const wasteIn = (db: ReadDatabase, range: ZRange): Exceptions['waste'] =>
  db.row<Exceptions['waste']>(
    `SELECT count(*) AS count, coalesce(sum(-quantity), 0) AS quantity, coalesce(sum(-quantity * items.price), 0) AS amount
     FROM stock_movements JOIN items ON items.id = stock_movements.item_id WHERE stock_movements.id > ? AND stock_movements.id <= ? AND reason = 'waste'`,
    bounds(range.stock_movements),
  ) ?? { count: 0, quantity: 0, amount: 0 };
