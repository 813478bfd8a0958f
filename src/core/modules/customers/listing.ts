import type { Selectable } from 'kysely';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { foldText } from '../../../domain/search-text.ts';
import type { Tables } from '../../database/tables.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { toCustomer } from './customers.ts';

type Row = Selectable<Tables['customers']>;
type Sort = NonNullable<ParsedInputOf<'customers.list'>['sort']>;

/** What each customer's orders come to, in one pass over the index of customers' orders. */
const TOTALS = `LEFT JOIN (
  SELECT customer_id, count(*) AS total_orders, sum(total - refunded_amount) AS total_spent, max(created_at) AS last_order_at FROM orders
  WHERE deleted_at IS NULL AND customer_id IS NOT NULL AND status <> 'cancelled' GROUP BY customer_id
) AS totals ON totals.customer_id = customers.id`;

const SORTED: Readonly<Record<Sort, string>> = {
  name: 'customers.name',
  created_at: 'customers.created_at',
  last_order_at: 'totals.last_order_at',
  total_orders: 'coalesce(totals.total_orders, 0)',
  total_spent: 'coalesce(totals.total_spent, 0)',
};

/** Customers by name, or as asked for. */
export const listCustomers = (ctx: QueryContext, input: ParsedInputOf<'customers.list'>): OutputOf<'customers.list'> => {
  const where = input.search ? 'WHERE instr(search_text, ?) > 0' : '';
  const bound = input.search ? [foldText(input.search)] : [];
  const total = ctx.db.row<{ n: number }>(`SELECT count(*) AS n FROM customers ${where}`, bound)?.n ?? 0;
  const direction = input.order === 'desc' ? 'DESC' : 'ASC';
  const sort = input.sort ?? 'name';
  const joined = sort === 'name' || sort === 'created_at' ? '' : TOTALS;
  const rows = ctx.db.rows<Row>(
    `SELECT customers.* FROM customers ${joined} ${where} ORDER BY ${SORTED[sort]} ${direction}, customers.id ${direction} LIMIT ? OFFSET ?`,
    [...bound, input.per_page, offsetOf(input)],
  );
  return pageEnvelope(
    rows.map((row) => toCustomer(ctx, row)),
    total,
    input,
  );
};
