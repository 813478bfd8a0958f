import { type SelectQueryBuilder, sql, type SqlBool } from 'kysely';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Order } from '../../../contract/orders.ts';
import { addDays } from '../../../domain/business-day.ts';
import { MAX_MONEY, parseDecimal } from '../../../domain/money.ts';
import { foldText } from '../../../domain/search-text.ts';
import type { Tables } from '../../database/tables.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { offsetOf, pageEnvelope, type PageRequest } from '../../kernel/paging.ts';
import { requireCustomer } from '../customers/index.ts';
import { orderNumber } from './numbering.ts';
import { type OrderRow, readOrder, toOrders } from './reading.ts';

export const getOrder = (ctx: QueryContext, input: ParsedInputOf<'orders.get'>): Order => readOrder(ctx, input.order_id);

type Filters = Omit<ParsedInputOf<'orders.list'>, keyof PageRequest>;

/** The orders that a list is about. An unknown status or method matches nothing; 0 as customer or shift is no filter (ORIGINAL.md 28). */
const filteredBy = (ctx: QueryContext, input: Filters) => {
  let filtered = ctx.db.q.selectFrom('orders').where('orders.deleted_at', 'is', null);
  if (input.status) filtered = filtered.where('orders.status', '=', input.status as Order['status']);
  if (input.payment_method) filtered = filtered.where('orders.payment_method', '=', input.payment_method as Order['payment_method']);
  if (input.tender) filtered = filtered.where(isPaidBy(input.tender));
  if (input.staff_id !== undefined) filtered = filtered.where('orders.created_by', '=', nameOf(input.staff_id));
  if (input.customer_id) filtered = filtered.where('orders.customer_id', '=', input.customer_id);
  if (input.shift_id) filtered = filtered.where('orders.shift_id', '=', input.shift_id);
  if (input.start_date !== undefined) {
    filtered = filtered
      .where('orders.business_date', '>=', input.start_date)
      .where('orders.created_at', '>=', addDays(input.start_date, -MOST_DAYS_APART));
  }
  if (input.end_date !== undefined) {
    filtered = filtered.where('orders.business_date', '<=', input.end_date);
    // Behind the last day that is written with four digits of a year nothing can be bounded.
    if (input.end_date < '9999') filtered = filtered.where('orders.created_at', '<', addDays(input.end_date, MOST_DAYS_APART + 1));
  }
  if (input.order_number) filtered = filtered.where('orders.order_number', 'in', numbersMeant(ctx, input.order_number));
  if (input.search) filtered = filtered.where('orders.id', 'in', idsMeant(ctx, input.search));
  if (input.total_from !== undefined || input.total_to !== undefined)
    filtered = filtered.where('orders.id', 'in', idsOfTotals(input.total_from ?? 0, input.total_to ?? MAX_MONEY));
  if (input.is_due) filtered = filtered.where('orders.status', '<>', 'cancelled').whereRef('orders.paid_amount', '<', 'orders.total');
  return filtered;
};

/** Orders, newest first unless told otherwise. */
export const listOrders = (ctx: QueryContext, input: ParsedInputOf<'orders.list'>) => {
  const filtered = filteredBy(ctx, input);
  const total = countOf(ctx, filtered);
  const offset = offsetOf(input);
  const ids = idsOfPage(ctx, filtered, total, offset, Math.min(input.per_page, total - offset), input);
  const rows = ctx.db.all(
    ctx.db.q
      .selectFrom('orders')
      .leftJoin('customers', 'customers.id', 'orders.customer_id')
      .selectAll('orders')
      .select('customers.name as customer_name')
      .where('orders.id', 'in', ids),
  ) as OrderRow[];
  const place = new Map(ids.map((id, at) => [id, at]));
  rows.sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
  return pageEnvelope(toOrders(ctx, rows), total, input);
};

/** A business date is at most this many days from the date of the instant in UTC, whatever the zone and the cut-over hour. */
const MOST_DAYS_APART = 2;

/**
 * The ids of a page in its order: by time found in an index alone, and from its nearer end, so that the last page of a million
 * orders is as near as the first. Equals are in the order of the ids, the same way.
 */
const idsOfPage = (
  ctx: QueryContext,
  filtered: SelectQueryBuilder<Tables, 'orders', object>,
  total: number,
  offset: number,
  count: number,
  sorted: Pick<Filters, 'sort' | 'order'>,
): number[] => {
  if (count <= 0) return [];
  const fromEnd = offset > total / 2;
  const asked = sorted.sort === undefined ? 'desc' : sorted.order;
  const way = fromEnd ? (asked === 'desc' ? 'asc' : 'desc') : asked;
  const found = filtered
    .select('orders.id')
    .orderBy(`orders.${sorted.sort ?? 'created_at'}`, way)
    .orderBy('orders.id', way)
    .limit(count)
    .offset(fromEnd ? total - offset - count : offset);
  const ids = ctx.db.all(found).map((row) => row.id);
  return fromEnd ? ids.reverse() : ids;
};

/** The ids of all that a list is about, in its order. */
export const listedIds = (ctx: QueryContext, input: Filters): readonly number[] => {
  const filtered = filteredBy(ctx, input);
  const total = countOf(ctx, filtered);
  return idsOfPage(ctx, filtered, total, 0, total, input);
};

const countOf = (ctx: QueryContext, filtered: SelectQueryBuilder<Tables, 'orders', object>): number =>
  ctx.db.first<{ n: number }>(filtered.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;

/** Has a payment by the method, among others or alone. */
const isPaidBy = (method: string) => sql<SqlBool>`EXISTS (SELECT 1 FROM payments WHERE order_id = orders.id AND method = ${method})`;

/** The name under which a person takes orders; nobody's is null, which equals nothing. */
const nameOf = (staffId: number) => sql<string>`(SELECT name FROM staff WHERE id = ${staffId})`;

/** The numbers that a text may mean: itself, or, for digits alone, the order that was called so on each day. */
const numbersMeant = (ctx: QueryContext, text: string): string[] => {
  if (!/^\d{1,9}$/.test(text)) return [text.toUpperCase()];
  const called = Number(text);
  return ctx.db
    .rows<{ business_date: string }>('SELECT business_date FROM order_numbers WHERE last_number >= ?', [called])
    .map(({ business_date }) => orderNumber(business_date, called));
};

/** Orders of an amount: read from the index of days, which has every total, and not from the orders themselves. */
const idsOfTotals = (from: number, to: number) =>
  sql<number>`(SELECT id FROM orders INDEXED BY orders_day WHERE deleted_at IS NULL AND total BETWEEN ${from} AND ${to})`;

/** Orders that a text may mean: by number, by the customer's name or phone, and by the amount where it has decimals. */
const idsMeant = (ctx: QueryContext, text: string) => {
  const numbers = JSON.stringify(numbersMeant(ctx, text));
  const amount = /^\d+[.,]\d+$/.test(text) ? parseDecimal(text.replace(',', '.'), ctx.currency.decimals) : null;
  // A few digits are an order's number; a telephone number has more.
  const customer = /^\d{1,4}$/.test(text) || amount !== null ? '' : foldText(text);
  const byAmount =
    amount === null ? sql`` : sql` UNION SELECT id FROM orders INDEXED BY orders_day WHERE deleted_at IS NULL AND total = ${amount}`;
  const byCustomer =
    customer === ''
      ? sql``
      : sql` UNION SELECT id FROM orders WHERE deleted_at IS NULL AND customer_id IN (SELECT id FROM customers WHERE instr(search_text, ${customer}) > 0)`;
  return sql<number>`(SELECT id FROM orders WHERE order_number IN (SELECT value FROM json_each(${numbers}))${byAmount}${byCustomer})`;
};

/** All of a customer's orders, oldest id first, not paged (ORIGINAL.md 19). */
export const customerOrders = (ctx: QueryContext, input: ParsedInputOf<'customers.orders'>): Order[] => {
  const customer = requireCustomer(ctx, input.customer_id);
  const rows = ctx.db.rows<OrderRow>(
    `SELECT orders.*, ? AS customer_name FROM orders WHERE customer_id = ? AND deleted_at IS NULL ORDER BY id`,
    [customer.name, customer.id],
  );
  return toOrders(ctx, rows);
};
