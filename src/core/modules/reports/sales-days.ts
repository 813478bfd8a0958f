import { SETTLED, type SettledBy } from './settled-days.ts';

/**
 * What the shop's business days come to. A day that is over is read from the sums kept for it, a day that is open (today, and
 * any older one that was changed since) from its orders: both by the one definition that stands here.
 */

/** The day itself, or its orders by one thing. */
type OrderedBy = 'day' | 'hour' | 'method' | 'customer' | 'item' | 'category';
/** Orders by the day they were made on, or what was settled, paid and given back by the day of that. */
export type SumsBy = OrderedBy | SettledBy;

interface Sums {
  readonly table: string;
  readonly keys: readonly string[];
  readonly figures: readonly string[];
  /** Adds up the orders of days; `days` is what stands behind `business_date`. */
  readonly live: (days: string) => string;
}

const PARTS = ['orders', 'revenue', 'quantity', 'discounts', 'tax'] as const;

const LIVE_ORDERS = (days: string) => `FROM orders o WHERE o.deleted_at IS NULL AND o.status <> 'cancelled' AND o.business_date ${days}`;
const OF_ORDERS = `COUNT(*) AS orders, SUM(o.total) AS revenue, SUM(o.items_count) AS quantity, SUM(o.discount_amount) AS discounts,
  SUM(o.tax_amount) AS tax`;

/** Lines before discount and tax; an order with two lines of one thing is one order. */
const LIVE_LINES = (days: string) =>
  `FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE o.deleted_at IS NULL AND o.status <> 'cancelled' AND o.business_date ${days}`;
const OF_LINES = `COUNT(DISTINCT o.id) AS orders, SUM(l.subtotal) AS revenue, SUM(l.quantity) AS quantity, SUM(l.discount_share) AS discounts,
  SUM(l.tax_share) AS tax`;

const unlessCancelled = (column: string) => `SUM(CASE WHEN o.status <> 'cancelled' THEN ${column} ELSE 0 END)`;

const ORDERED: Readonly<Record<OrderedBy, Sums>> = {
  day: {
    table: 'sales_days',
    keys: [],
    figures: ['orders', 'completed', 'cancelled', 'revenue', 'quantity', 'discounts', 'tax', 'customers'],
    live: (days) => `SELECT o.business_date AS day, COUNT(*) AS orders, SUM(o.status = 'completed') AS completed,
      SUM(o.status = 'cancelled') AS cancelled, ${unlessCancelled('o.total')} AS revenue, ${unlessCancelled('o.items_count')} AS quantity,
      ${unlessCancelled('o.discount_amount')} AS discounts, ${unlessCancelled('o.tax_amount')} AS tax,
      COUNT(DISTINCT CASE WHEN o.status <> 'cancelled' THEN o.customer_id END) AS customers
      FROM orders o WHERE o.deleted_at IS NULL AND o.business_date ${days} GROUP BY o.business_date`,
  },
  hour: {
    table: 'sales_day_hours',
    keys: ['weekday', 'hour'],
    figures: PARTS,
    live: (days) => `SELECT o.business_date AS day, o.weekday, o.local_hour AS hour, ${OF_ORDERS} ${LIVE_ORDERS(days)}
      GROUP BY o.business_date, o.weekday, o.local_hour`,
  },
  method: {
    table: 'sales_day_methods',
    keys: ['method'],
    figures: PARTS,
    live: (days) => `SELECT o.business_date AS day, o.payment_method AS method, ${OF_ORDERS} ${LIVE_ORDERS(days)}
      GROUP BY o.business_date, o.payment_method`,
  },
  customer: {
    table: 'sales_day_customers',
    keys: ['customer_id'],
    figures: PARTS,
    live: (days) => `SELECT o.business_date AS day, o.customer_id, ${OF_ORDERS} ${LIVE_ORDERS(days)} AND o.customer_id IS NOT NULL
      GROUP BY o.business_date, o.customer_id`,
  },
  item: {
    table: 'sales_day_items',
    keys: ['item_id', 'category_id'],
    figures: PARTS,
    live: (days) => `SELECT o.business_date AS day, l.item_id, l.category_id, ${OF_LINES} ${LIVE_LINES(days)}
      GROUP BY o.business_date, l.item_id, l.category_id`,
  },
  category: {
    table: 'sales_day_categories',
    keys: ['category_id'],
    figures: ['category_name', ...PARTS],
    live: (days) => `SELECT o.business_date AS day, l.category_id, MAX(l.category_name) AS category_name, ${OF_LINES} ${LIVE_LINES(days)}
      GROUP BY o.business_date, l.category_id`,
  },
};

const settledSums = (by: SettledBy): Sums => {
  const { table, keys, figures, read } = SETTLED[by];
  const live = (days: string) => read((_, alias) => ({ sql: `${alias}.business_date ${days}`, values: [] })).sql;
  return { table, keys, figures, live };
};

export const SUMS: Readonly<Record<SumsBy, Sums>> = {
  ...ORDERED,
  line: settledSums('line'),
  sale: settledSums('sale'),
  tender: settledSums('tender'),
  discount: settledSums('discount'),
};

export const ALL_SUMS = Object.keys(SUMS) as SumsBy[];

/** The columns that a day's row has beside `day`. */
export const columnsOf = (by: SumsBy): readonly string[] => [...SUMS[by].keys, ...SUMS[by].figures];

/** What is kept of summed days, as SQL with the columns `day` and columnsOf; `where` is on the day's own column, business_date. */
export const keptSums = (by: SumsBy, where: string): string =>
  `SELECT business_date AS day, ${columnsOf(by).join(', ')} FROM ${SUMS[by].table} WHERE business_date ${where}`;

const ASKED = 'BETWEEN (SELECT first_day FROM asked) AND (SELECT last_day FROM asked)';
const OPEN_DAYS = `IN (SELECT business_date FROM sales_days WHERE state <> 'summed' AND business_date ${ASKED})`;

/**
 * SQL of rows of whole business days, `day` and columnsOf, to stand in parentheses. It binds the first and the last day; a day
 * without anything to count has no row. To be read in one snapshot with whatever else has to agree with it.
 */
export const soldBy = (by: SumsBy): string => {
  const kept = keptSums(by, by === 'day' ? `${ASKED} AND state = 'summed' AND orders > 0` : ASKED);
  const columns = ['day', ...columnsOf(by)].join(', ');
  return `WITH asked (first_day, last_day) AS (VALUES (?, ?)) ${kept} UNION ALL SELECT ${columns} FROM (${SUMS[by].live(OPEN_DAYS)})`;
};

/**
 * SQL of rows with customer_id, orders and revenue, one or two a customer, bound like soldBy. Of `long` times the days kept are
 * read customer by customer, so that a group is one stretch of an index; of others day by day.
 */
export const soldToCustomers = (long: boolean): string => {
  const kept = `SELECT customer_id, SUM(orders) AS orders, SUM(revenue) AS revenue FROM sales_day_customers
    WHERE ${long ? '+' : ''}business_date ${ASKED} GROUP BY customer_id`;
  return `WITH asked (first_day, last_day) AS (VALUES (?, ?)) ${kept} UNION ALL SELECT customer_id, orders, revenue FROM (${SUMS.customer.live(OPEN_DAYS)})`;
};
