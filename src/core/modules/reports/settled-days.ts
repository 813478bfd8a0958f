/**
 * What a business day comes to for the reports: by the sales that were settled, the money that moved and what came back on it
 * (docs/adr/0010). Here stands how each of them is read from its rows; sales-days.ts keeps the sums of days that are over.
 */

/** A condition of SQL and the values it binds, in their order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Tables whose rows count by the business day, or the shift, in which they were written. */
export type Counted = 'settlements' | 'payments' | 'refunds';

/** The rows of a table (under its alias) that count. */
export type CountedRows = (table: Counted, alias: string) => Condition;

export type SettledBy = 'line' | 'sale' | 'tender' | 'discount';

interface Facts {
  readonly table: string;
  readonly keys: readonly string[];
  readonly figures: readonly string[];
  /** SQL of rows with `day`, the keys and the figures, and what it binds. */
  readonly read: (of: CountedRows) => Condition;
}

const PARTS = ['gross', 'discounts', 'returned', 'tax'] as const;
const SUMS = 'sum(g) AS gross, sum(d) AS discounts, sum(r) AS returned, sum(t) AS tax';

/** What counts of a sale and of what came back of sales: `q` pieces or sales, `g` gross, `d` discounts, `r` returned without tax, `t` tax. */
const lines = (of: CountedRows): Condition => {
  const sold = of('settlements', 's');
  const back = of('refunds', 'r');
  return {
    sql: `SELECT day, item_id, category_id, person, max(category_name) AS category_name, sum(q) AS quantity, ${SUMS} FROM (
        SELECT s.business_date AS day, l.item_id, l.category_id, s.settled_by AS person, l.category_name, l.quantity AS q, l.subtotal AS g,
          l.discount_share AS d, 0 AS r, l.tax_share AS t
        FROM settlements s JOIN order_lines l ON l.order_id = s.order_id WHERE ${sold.sql}
        UNION ALL
        SELECT r.business_date, l.item_id, l.category_id, r.made_by, l.category_name, -b.quantity, 0, 0, b.subtotal - b.discount_share, -b.tax_share
        FROM refunds r JOIN refund_lines b ON b.refund_id = r.id JOIN order_lines l ON l.id = b.order_line_id WHERE ${back.sql}
      ) GROUP BY day, item_id, category_id, person`,
    values: [...sold.values, ...back.values],
  };
};

/** A refund of nothing, which a deposit that came back is, is no row of sales. */
const sales = (of: CountedRows): Condition => {
  const sold = of('settlements', 's');
  const back = of('refunds', 'r');
  return {
    sql: `SELECT day, hour, weekday, tax_rate, person, taken_by, sum(q) AS orders, ${SUMS} FROM (
        SELECT s.business_date AS day, o.local_hour AS hour, o.weekday, o.tax_rate, s.settled_by AS person, coalesce(o.created_by, '') AS taken_by,
          1 AS q, o.subtotal AS g, o.discount_amount AS d, 0 AS r, o.tax_amount AS t
        FROM settlements s JOIN orders o ON o.id = s.order_id WHERE ${sold.sql}
        UNION ALL
        SELECT r.business_date, o.local_hour, o.weekday, r.tax_rate, r.made_by, coalesce(o.created_by, ''),
          0, 0, 0, r.subtotal - r.discount_amount, -r.tax_amount
        FROM refunds r JOIN orders o ON o.id = r.order_id WHERE ${back.sql} AND (r.total <> 0 OR r.subtotal <> 0)
      ) GROUP BY day, hour, weekday, tax_rate, person, taken_by`,
    values: [...sold.values, ...back.values],
  };
};

const tenders = (of: CountedRows): Condition => {
  const taken = of('payments', 'p');
  const back = of('refunds', 'r');
  return {
    sql: `SELECT day, method, sum(n) AS times, sum(taken) AS taken, sum(tips) AS tips, sum(rounding) AS rounding, sum(refunds) AS refunds FROM (
        SELECT p.business_date AS day, p.method, 1 AS n, p.amount AS taken, p.tip AS tips, p.rounding, 0 AS refunds
        FROM payments p WHERE ${taken.sql}
        UNION ALL
        SELECT r.business_date, t.method, 0, 0, -t.tip, -t.rounding, t.amount
        FROM refunds r JOIN refund_tenders t ON t.refund_id = r.id WHERE ${back.sql}
      ) GROUP BY day, method`,
    values: [...taken.values, ...back.values],
  };
};

/** Lines that were given free are none of them: those stand in the comps. */
const discounts = (of: CountedRows): Condition => {
  const { sql, values } = of('settlements', 's');
  return {
    sql: `SELECT day, discount, given_by, approved_by, count(*) AS times, sum(amount) AS amount FROM (
        WITH given AS MATERIALIZED (
          SELECT s.business_date AS day, o.discount_name, o.created_by, o.approved_by,
            o.discount_amount - (SELECT coalesce(sum(line_discount), 0) FROM order_lines WHERE order_id = o.id) AS by_order,
            (SELECT coalesce(sum(line_discount), 0) FROM order_lines WHERE order_id = o.id AND line_discount_kind = 'discount') AS by_lines
          FROM settlements s JOIN orders o ON o.id = s.order_id WHERE ${sql} AND o.discount_amount > 0
        )
        SELECT day, discount_name AS discount, created_by AS given_by, approved_by, by_order AS amount FROM given WHERE by_order > 0
        UNION ALL SELECT day, NULL, created_by, approved_by, by_lines FROM given WHERE by_lines > 0
      ) GROUP BY day, discount, given_by, approved_by`,
    values,
  };
};

export const SETTLED: Readonly<Record<SettledBy, Facts>> = {
  line: {
    table: 'settled_day_lines',
    keys: ['item_id', 'category_id', 'person'],
    figures: ['category_name', 'quantity', ...PARTS],
    read: lines,
  },
  sale: {
    table: 'settled_day_sales',
    keys: ['hour', 'weekday', 'tax_rate', 'person', 'taken_by'],
    figures: ['orders', ...PARTS],
    read: sales,
  },
  tender: {
    table: 'settled_day_tenders',
    keys: ['method'],
    figures: ['times', 'taken', 'tips', 'rounding', 'refunds'],
    read: tenders,
  },
  discount: {
    table: 'settled_day_discounts',
    keys: ['discount', 'given_by', 'approved_by'],
    figures: ['times', 'amount'],
    read: discounts,
  },
};
