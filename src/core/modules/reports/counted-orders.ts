import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { daysOfBucket } from './buckets.ts';
import { bounds, FIRST_DAY, LAST_DAY, rangeOf } from './range.ts';

type Input = ParsedInputOf<'dashboard.orders'>;
type Answer = OutputOf<'dashboard.orders'>;

/** A piece of SQL and what it binds. */
interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The orders behind a figure of the dashboard. Each row tells what of it counts there, and the totals, which are of all
 * pages, are the figure itself: they are summed by the same rule as in the view that shows it.
 */
export const countedOrders = (ctx: QueryContext, input: Input): Answer => {
  const behind = behindFigure(ctx, input);
  const totals = ctx.db.row<Answer['totals']>(
    `SELECT COUNT(*) AS order_count, COALESCE(SUM(amount), 0) AS amount, COALESCE(SUM(quantity), 0) AS quantity,
       COALESCE(SUM(discount_amount), 0) AS discount_amount, COALESCE(SUM(tax_amount), 0) AS tax_amount FROM (${behind.text})`,
    behind.values,
  ) ?? { order_count: 0, amount: 0, quantity: 0, discount_amount: 0, tax_amount: 0 };
  const items = ctx.db.rows<Answer['items'][number]>(
    `SELECT o.id, o.order_number, o.business_date, o.created_at, o.status, o.payment_method, o.customer_id, customers.name AS customer_name,
       o.shift_id, o.total, counted.amount, counted.quantity, counted.discount_amount, counted.tax_amount
     FROM (${behind.text} ORDER BY o.created_at DESC, o.id DESC LIMIT ? OFFSET ?) AS counted
     JOIN orders o ON o.id = counted.id LEFT JOIN customers ON customers.id = o.customer_id ORDER BY o.created_at DESC, o.id DESC`,
    [...behind.values, input.per_page, offsetOf(input)],
  );
  return { ...pageEnvelope(items, totals.order_count, input), totals };
};

/** One row an order: id, created_at, amount, quantity, discount_amount, tax_amount. */
const behindFigure = (ctx: QueryContext, input: Input): Sql => {
  const counted = input.counted ?? (input.status === undefined ? 'revenue' : 'all');
  const of = ordersAsked(input, counted === 'all');
  if (counted === 'refunds') return refundsBehind(ctx, input, of);
  const days = daysAsked(ctx, input, 'o.business_date');
  const where = `o.deleted_at IS NULL AND ${days.text} ${of.text}`;
  const values = [...days.values, ...of.values];
  const lines = linesAsked(input);
  if (lines) {
    return {
      text: `SELECT o.id, o.created_at, SUM(${live('l.subtotal')}) AS amount, SUM(${live('l.quantity')}) AS quantity,
         SUM(${live('l.discount_share')}) AS discount_amount, SUM(${live('l.tax_share')}) AS tax_amount
       FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE ${where} ${lines.text} GROUP BY o.id`,
      values: [...values, ...lines.values],
    };
  }
  return {
    text: `SELECT o.id, o.created_at, ${live('o.total')} AS amount, ${live('o.items_count')} AS quantity,
       ${live('o.discount_amount')} AS discount_amount, ${live('o.tax_amount')} AS tax_amount FROM orders o WHERE ${where}`,
    values,
  };
};

/** A cancelled order is one of all orders, but has no amount. */
const live = (column: string): string => `CASE WHEN o.status <> 'cancelled' THEN ${column} ELSE 0 END`;

/** What was given back on the days asked for, whenever it was sold, without its tax (docs/adr/0014). */
const refundsBehind = (ctx: QueryContext, input: Input, of: Sql): Sql => {
  const days = daysAsked(ctx, input, 'r.business_date');
  const where = `r.kind = 'refund' AND o.deleted_at IS NULL AND ${days.text} ${of.text}`;
  const values = [...days.values, ...of.values];
  const lines = linesAsked(input);
  if (lines) {
    return {
      text: `SELECT o.id, o.created_at, SUM(b.subtotal - b.discount_share) AS amount, SUM(b.quantity) AS quantity,
         SUM(b.discount_share) AS discount_amount, SUM(b.tax_share) AS tax_amount
       FROM refunds r JOIN orders o ON o.id = r.order_id JOIN refund_lines b ON b.refund_id = r.id JOIN order_lines l ON l.id = b.order_line_id
       WHERE ${where} ${lines.text} GROUP BY o.id`,
      values: [...values, ...lines.values],
    };
  }
  return {
    text: `SELECT o.id, o.created_at, SUM(r.subtotal - r.discount_amount) AS amount,
       SUM((SELECT COALESCE(SUM(quantity), 0) FROM refund_lines WHERE refund_id = r.id)) AS quantity,
       SUM(r.discount_amount) AS discount_amount, SUM(r.tax_amount) AS tax_amount
     FROM refunds r JOIN orders o ON o.id = r.order_id WHERE ${where} GROUP BY o.id`,
    values,
  };
};

/** A shift has its own days: without dates it is all of it. A period is the part of the range that lies in it. */
const daysAsked = (ctx: QueryContext, input: Input, column: string): Sql => {
  const wholeShift = input.shift_id !== undefined && input.start_date === undefined && input.end_date === undefined;
  const [start, end] = wholeShift ? [FIRST_DAY, LAST_DAY] : bounds(rangeOf(ctx, input));
  const between = `${column} BETWEEN ? AND ?`;
  if (input.period === undefined) return { text: between, values: [start, end] };
  const period = daysOfBucket(input.group_by, input.period);
  if (!period) return { text: between, values: [LAST_DAY, FIRST_DAY] };
  return { text: between, values: [start > period.start ? start : period.start, end < period.end ? end : period.end] };
};

const ordersAsked = (input: Input, cancelledToo: boolean): Sql => {
  const asked: readonly (readonly [text: string, value: unknown])[] = [
    ['o.status = ?', input.status],
    ['o.payment_method = ?', input.method],
    ['o.customer_id = ?', input.customer_id],
    ['(o.customer_id IS NOT NULL) = ?', input.has_customer === undefined ? undefined : Number(input.has_customer)],
    ['o.shift_id = ?', input.shift_id],
    ['o.local_hour = ?', input.hour],
    ['o.weekday = ?', input.weekday],
  ];
  const given = asked.filter(([, value]) => value !== undefined);
  return {
    text: [...(cancelledToo ? [] : ["AND o.status <> 'cancelled'"]), ...given.map(([text]) => `AND ${text}`)].join(' '),
    values: given.map(([, value]) => value),
  };
};

/** Null where the figure is of whole orders. */
const linesAsked = (input: Input): Sql | null => {
  const asked: readonly (readonly [text: string, value: unknown])[] = [
    ['l.item_id = ?', input.item_id],
    ['l.category_id = ?', input.category_id],
  ];
  const given = asked.filter(([, value]) => value !== undefined);
  return given.length === 0 ? null : { text: given.map(([text]) => `AND ${text}`).join(' '), values: given.map(([, value]) => value) };
};
