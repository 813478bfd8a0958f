import type { ZReport } from '../../../contract/z-report.ts';
import { averageOf } from '../../../domain/money.ts';
import type { ReadDatabase } from '../../database/database.ts';
import { bounds, type ZRange } from './range.ts';

const SETTLED = 'FROM settlements JOIN orders ON orders.id = settlements.order_id WHERE settlements.id > ? AND settlements.id <= ?';
const RETURNED = 'FROM refunds WHERE refunds.id > ? AND refunds.id <= ?';

interface Totals {
  n: number;
  items: number;
  subtotal: number;
  discount: number;
  tax: number;
}

const NONE: Totals = { n: 0, items: 0, subtotal: 0, discount: 0, tax: 0 };

/** Sales that count in the range, less what came back in it. Amounts in minor units. */
export const salesFigures = (db: ReadDatabase, range: ZRange): ZReport['sales'] => {
  const sold =
    db.row<Totals>(
      `SELECT count(*) AS n, coalesce(sum(items_count), 0) AS items, coalesce(sum(subtotal), 0) AS subtotal,
       coalesce(sum(discount_amount), 0) AS discount, coalesce(sum(tax_amount), 0) AS tax ${SETTLED}`,
      bounds(range.settlements),
    ) ?? NONE;
  const comps = compsOf(db, range).amount;
  const back = (kind: 'void' | 'refund'): { total: number; tax: number } =>
    db.row<{ total: number; tax: number }>(
      `SELECT coalesce(sum(total), 0) AS total, coalesce(sum(tax_amount), 0) AS tax ${RETURNED} AND kind = ?`,
      [...bounds(range.refunds), kind],
    ) ?? { total: 0, tax: 0 };
  const voids = back('void');
  const refunds = back('refund');
  const netWithTax = sold.subtotal - sold.discount + sold.tax - voids.total - refunds.total;
  const tax = sold.tax - voids.tax - refunds.tax;
  return {
    orders: sold.n,
    items_sold: sold.items,
    gross: sold.subtotal,
    discounts: sold.discount - comps,
    comps,
    voids: voids.total,
    refunds: refunds.total,
    net_with_tax: netWithTax,
    tax,
    net: netWithTax - tax,
    average: averageOf(sold.subtotal - sold.discount + sold.tax, sold.n),
  };
};

/** Lines given free in the range. */
export const compsOf = (db: ReadDatabase, range: ZRange): { count: number; amount: number } =>
  db.row<{ count: number; amount: number }>(
    `SELECT count(*) AS count, coalesce(sum(order_lines.line_discount), 0) AS amount
     FROM settlements JOIN order_lines ON order_lines.order_id = settlements.order_id
     WHERE settlements.id > ? AND settlements.id <= ? AND order_lines.line_discount_kind = 'comp'`,
    bounds(range.settlements),
  ) ?? { count: 0, amount: 0 };

/** Per category, with discount and tax taken into account, so that the amounts add up to the net sales with tax. */
export const byCategory = (db: ReadDatabase, range: ZRange): ZReport['by_category'] =>
  db.rows(
    `SELECT name, sum(quantity) AS quantity, sum(amount) AS amount FROM (
       SELECT category_name AS name, quantity, order_lines.subtotal - discount_share + tax_share AS amount
       FROM settlements JOIN order_lines ON order_lines.order_id = settlements.order_id WHERE settlements.id > ? AND settlements.id <= ?
       UNION ALL
       SELECT category_name, -refund_lines.quantity, -(refund_lines.subtotal - refund_lines.discount_share + refund_lines.tax_share)
       FROM refund_lines JOIN order_lines ON order_lines.id = refund_lines.order_line_id WHERE refund_id > ? AND refund_id <= ?
     ) GROUP BY name ORDER BY amount DESC, name`,
    [...bounds(range.settlements), ...bounds(range.refunds)],
  );

export const byHour = (db: ReadDatabase, range: ZRange): ZReport['by_hour'] =>
  db.rows(
    `SELECT local_hour AS hour, count(*) AS orders, sum(total) AS amount ${SETTLED} GROUP BY local_hour ORDER BY local_hour`,
    bounds(range.settlements),
  );

export const byCashier = (db: ReadDatabase, range: ZRange): ZReport['by_cashier'] =>
  db.rows(
    `SELECT settled_by AS name, count(*) AS count, sum(total) AS amount ${SETTLED} GROUP BY settled_by ORDER BY settled_by`,
    bounds(range.settlements),
  );

/** Net, tax and gross by rate; what came back is taken off at the rate it was sold at. */
export const byTaxRate = (db: ReadDatabase, range: ZRange): ZReport['tax'] =>
  db.rows(
    `SELECT tax_rate, sum(net) AS net, sum(tax) AS tax, sum(net + tax) AS gross FROM (
       SELECT tax_rate, subtotal - discount_amount AS net, tax_amount AS tax ${SETTLED}
       UNION ALL
       SELECT tax_rate, -(subtotal - discount_amount), -tax_amount ${RETURNED}
     ) GROUP BY tax_rate ORDER BY tax_rate`,
    [...bounds(range.settlements), ...bounds(range.refunds)],
  );
