import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import type { Day } from '../../../domain/business-day.ts';
import { daysOfBucket } from './buckets.ts';
import { type DayCount, daysOfPage, NOTHING_COUNTED, totalsOf } from './day-pages.ts';
import { bounds, FIRST_DAY, LAST_DAY, rangeOf } from './range.ts';
import { soldBy, type SumsBy } from './sales-days.ts';

type Input = ParsedInputOf<'dashboard.orders'>;
type Answer = OutputOf<'dashboard.orders'>;

/** A piece of SQL and what it binds. */
interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The orders behind a figure of the dashboard, those of the newest business day first. Each row tells what of it counts there,
 * and the totals, which are of all pages, are the figure itself: they are summed by the same rule as in the view that shows it.
 */
export const countedOrders = (ctx: QueryContext, input: Input): Answer => {
  const counted = input.counted ?? (input.status === undefined ? 'revenue' : 'all');
  const range = daysAsked(ctx, input);
  if (counted === 'refunds') return refundedOrders(ctx, input, range);
  const days = countedDays(ctx, input, range, counted === 'all');
  const totals = totalsOf(days);
  const page = daysOfPage(days, offsetOf(input), input.per_page);
  const behind = behindFigure(input, counted === 'all', {
    text: 'IN (SELECT value FROM json_each(?))',
    values: [JSON.stringify(page.days)],
  });
  const items = pageOfOrders(ctx, behind, input.per_page, page.skipped);
  return { ...pageEnvelope(items, totals.order_count, input), totals };
};

/** Given back rather than sold: one order may be given back in parts on several days, and is one all the same. */
const refundedOrders = (ctx: QueryContext, input: Input, range: readonly [Day, Day]): Answer => {
  const behind = refundsBehind(input, range);
  const totals =
    ctx.db.row<Answer['totals']>(`SELECT COUNT(*) AS order_count, ${SUMMED} FROM (${behind.text})`, behind.values) ?? NOTHING_COUNTED;
  return { ...pageEnvelope(pageOfOrders(ctx, behind, input.per_page, offsetOf(input)), totals.order_count, input), totals };
};

const SUMMED = `COALESCE(SUM(amount), 0) AS amount, COALESCE(SUM(quantity), 0) AS quantity, COALESCE(SUM(discount_amount), 0) AS discount_amount,
  COALESCE(SUM(tax_amount), 0) AS tax_amount`;

const pageOfOrders = (ctx: QueryContext, behind: Sql, limit: number, offset: number): Answer['items'] =>
  ctx.db.rows(
    `SELECT o.id, o.order_number, o.business_date, o.created_at, o.status, o.payment_method, o.customer_id, customers.name AS customer_name,
       o.shift_id, o.total, counted.amount, counted.quantity, counted.discount_amount, counted.tax_amount
     FROM (${behind.text} ORDER BY o.business_date DESC, o.created_at DESC, o.id DESC LIMIT ? OFFSET ?) AS counted
     JOIN orders o ON o.id = counted.id LEFT JOIN customers ON customers.id = o.customer_id
     ORDER BY o.business_date DESC, o.created_at DESC, o.id DESC`,
    [...behind.values, limit, offset],
  );

/** What counts of each day, newest first: from the days' sums where they know what is asked for, else from the orders. */
const countedDays = (ctx: QueryContext, input: Input, range: readonly [Day, Day], cancelledToo: boolean): DayCount[] => {
  const kept = keptFor(input, cancelledToo);
  if (kept) {
    return ctx.db.rows<DayCount>(
      `SELECT day, SUM(${kept.count}) AS order_count, SUM(revenue) AS amount, SUM(quantity) AS quantity, SUM(discounts) AS discount_amount,
         SUM(tax) AS tax_amount FROM (${soldBy(kept.by)}) ${kept.where} GROUP BY day ORDER BY day DESC`,
      [...range, ...kept.values],
    );
  }
  const behind = behindFigure(input, cancelledToo, { text: 'BETWEEN ? AND ?', values: range });
  return ctx.db.rows<DayCount>(
    `SELECT day, COUNT(*) AS order_count, ${SUMMED} FROM (${behind.text}) GROUP BY day ORDER BY day DESC`,
    behind.values,
  );
};

interface Kept {
  readonly by: SumsBy;
  readonly where: string;
  readonly values: readonly unknown[];
  readonly count: string;
}

/**
 * The sums that know a figure: of whole days, or by one thing. Null where two things, a status or a shift are asked for. A plus
 * keeps SQLite from reading all years of a method or an item for the few days that are open.
 */
const keptFor = (input: Input, cancelledToo: boolean): Kept | null => {
  if (input.status !== undefined || input.shift_id !== undefined || input.has_customer === false) return null;
  const things: readonly (readonly [by: SumsBy, asked: readonly (readonly [text: string, value: unknown])[]])[] = [
    [
      'hour',
      [
        ['+hour = ?', input.hour],
        ['+weekday = ?', input.weekday],
      ],
    ],
    ['method', [['+method = ?', input.method]]],
    [
      'customer',
      [
        ['+customer_id = ?', input.customer_id],
        ['1 = ?', input.has_customer === true ? 1 : undefined],
      ],
    ],
    ['item', [['+item_id = ?', input.item_id]]],
    ['category', [['+category_id = ?', input.category_id]]],
  ];
  const asked = things
    .map(([by, parts]) => ({ by, parts: parts.filter(([, value]) => value !== undefined) }))
    .filter(({ parts }) => parts.length > 0);
  const [first, ...others] = asked;
  if (!first) return { by: 'day', where: '', values: [], count: cancelledToo ? 'orders' : 'orders - cancelled' };
  if (others.length > 0 || cancelledToo) return null;
  return {
    by: first.by,
    where: `WHERE ${first.parts.map(([text]) => text).join(' AND ')}`,
    values: first.parts.map(([, value]) => value),
    count: 'orders',
  };
};

/** One row an order: id, day, amount, quantity, discount_amount, tax_amount. */
const behindFigure = (input: Input, cancelledToo: boolean, days: Sql): Sql => {
  const of = ordersAsked(input, cancelledToo);
  const where = `o.deleted_at IS NULL AND o.business_date ${days.text} ${of.text}`;
  const values = [...days.values, ...of.values];
  const lines = linesAsked(input);
  if (lines) {
    return {
      text: `SELECT o.id, o.business_date AS day, SUM(${live('l.subtotal')}) AS amount, SUM(${live('l.quantity')}) AS quantity,
         SUM(${live('l.discount_share')}) AS discount_amount, SUM(${live('l.tax_share')}) AS tax_amount
       FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE ${where} ${lines.text} GROUP BY o.id`,
      values: [...values, ...lines.values],
    };
  }
  return {
    text: `SELECT o.id, o.business_date AS day, ${live('o.total')} AS amount, ${live('o.items_count')} AS quantity,
       ${live('o.discount_amount')} AS discount_amount, ${live('o.tax_amount')} AS tax_amount FROM orders o WHERE ${where}`,
    values,
  };
};

/** A cancelled order is one of all orders, but has no amount. */
const live = (column: string): string => `CASE WHEN o.status <> 'cancelled' THEN ${column} ELSE 0 END`;

/** What was given back on the days asked for, whenever it was sold, without its tax (docs/adr/0014). */
const refundsBehind = (input: Input, range: readonly [Day, Day]): Sql => {
  const of = ordersAsked(input, false);
  const where = `r.kind = 'refund' AND o.deleted_at IS NULL AND r.business_date BETWEEN ? AND ? ${of.text}`;
  const values = [...range, ...of.values];
  const lines = linesAsked(input);
  if (lines) {
    return {
      text: `SELECT o.id, SUM(b.subtotal - b.discount_share) AS amount, SUM(b.quantity) AS quantity,
         SUM(b.discount_share) AS discount_amount, SUM(b.tax_share) AS tax_amount
       FROM refunds r JOIN orders o ON o.id = r.order_id JOIN refund_lines b ON b.refund_id = r.id JOIN order_lines l ON l.id = b.order_line_id
       WHERE ${where} ${lines.text} GROUP BY o.id`,
      values: [...values, ...lines.values],
    };
  }
  return {
    text: `SELECT o.id, SUM(r.subtotal - r.discount_amount) AS amount,
       SUM((SELECT COALESCE(SUM(quantity), 0) FROM refund_lines WHERE refund_id = r.id)) AS quantity,
       SUM(r.discount_amount) AS discount_amount, SUM(r.tax_amount) AS tax_amount
     FROM refunds r JOIN orders o ON o.id = r.order_id WHERE ${where} GROUP BY o.id`,
    values,
  };
};

/** A shift has its own days: without dates it is all of it. A period is the part of the range that lies in it. */
const daysAsked = (ctx: QueryContext, input: Input): readonly [Day, Day] => {
  const wholeShift = input.shift_id !== undefined && input.start_date === undefined && input.end_date === undefined;
  const [start, end] = wholeShift ? [FIRST_DAY, LAST_DAY] : bounds(rangeOf(ctx, input));
  if (input.period === undefined) return [start, end];
  const period = daysOfBucket(input.group_by, input.period);
  if (!period) return [LAST_DAY, FIRST_DAY];
  return [start > period.start ? start : period.start, end < period.end ? end : period.end];
};

/** With pluses for the same reason. */
const ordersAsked = (input: Input, cancelledToo: boolean): Sql => {
  const asked: readonly (readonly [text: string, value: unknown])[] = [
    ['+o.status = ?', input.status],
    ['+o.payment_method = ?', input.method],
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
    ['+l.item_id = ?', input.item_id],
    ['+l.category_id = ?', input.category_id],
  ];
  const given = asked.filter(([, value]) => value !== undefined);
  return given.length === 0 ? null : { text: given.map(([text]) => `AND ${text}`).join(' '), values: given.map(([, value]) => value) };
};
