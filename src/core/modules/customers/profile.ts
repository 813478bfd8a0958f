import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { averageOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { customerRow, toCustomer } from './customers.ts';
import { likelySame } from './likeness.ts';

/** What a customer bought and how often; their orders themselves are orders.list. Cancelled ones count only as such. */
export const customerProfile = (ctx: QueryContext, input: ParsedInputOf<'customers.profile'>): OutputOf<'customers.profile'> => {
  const customer = toCustomer(ctx, customerRow(ctx, input.customer_id));
  const visits = ctx.db.row<{ first_order_at: string | null; cancelled_orders: number }>(
    `SELECT min(iif(status <> 'cancelled', created_at, NULL)) AS first_order_at, count(iif(status = 'cancelled', 1, NULL)) AS cancelled_orders
     FROM orders WHERE customer_id = ? AND deleted_at IS NULL`,
    [customer.id],
  );
  return {
    customer,
    first_order_at: visits?.first_order_at ?? null,
    avg_order_value: averageOf(customer.total_spent, customer.total_orders),
    cancelled_orders: visits?.cancelled_orders ?? 0,
    favourite_items: ctx.db.rows(
      `SELECT order_lines.item_id, coalesce(items.name, max(order_lines.item_name)) AS item_name, sum(quantity) AS quantity
       FROM orders CROSS JOIN order_lines ON order_lines.order_id = orders.id LEFT JOIN items ON items.id = order_lines.item_id
       WHERE orders.customer_id = ? AND orders.status <> 'cancelled' AND orders.deleted_at IS NULL
       GROUP BY order_lines.item_id ORDER BY quantity DESC, order_lines.item_id LIMIT 5`,
      [customer.id],
    ),
    likely_same: likelySame(ctx, customer.id),
  };
};
