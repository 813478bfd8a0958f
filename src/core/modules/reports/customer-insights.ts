import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { averageOf, percentOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { countCustomers, countNewCustomers } from './customer-counts.ts';
import { bounds, rangeOf } from './range.ts';
import { soldBy } from './sales-days.ts';

interface Spender {
  readonly customer_id: number;
  readonly name: string;
  readonly email: string | null;
  readonly order_count: number;
  readonly total_spent: number;
}

/** What each known customer's live orders of the range come to. */
const SPEND_BY_CUSTOMER = `SELECT customer_id, SUM(orders) AS order_count, SUM(revenue) AS total_spent FROM (${soldBy('customer')})
  GROUP BY customer_id`;

/** Who came, who came again and who spent most; the average spend is that of the range (DECISIONS 24). */
export const customerInsights = (
  ctx: QueryContext,
  input: ParsedInputOf<'dashboard.customerInsights'>,
): OutputOf<'dashboard.customerInsights'> => {
  const range = rangeOf(ctx, input);
  const all = ctx.db.row<{ active: number; repeated: number; spent: number }>(
    `SELECT COUNT(*) AS active, COALESCE(SUM(order_count > 1), 0) AS repeated, COALESCE(SUM(total_spent), 0) AS spent FROM (${SPEND_BY_CUSTOMER})`,
    bounds(range),
  ) ?? { active: 0, repeated: 0, spent: 0 };
  const top = ctx.db.rows<Spender>(
    `SELECT spend.customer_id, c.name, c.email, spend.order_count, spend.total_spent
     FROM (${SPEND_BY_CUSTOMER} ORDER BY total_spent DESC, customer_id LIMIT ?) AS spend
     JOIN customers c ON c.id = spend.customer_id ORDER BY spend.total_spent DESC, spend.customer_id`,
    [...bounds(range), input.top_limit],
  );
  return {
    total_customers: countCustomers(ctx),
    active_customers: all.active,
    new_customers: countNewCustomers(ctx, range),
    repeat_customers: all.repeated,
    repeat_rate: percentOf(all.repeated, all.active),
    avg_customer_spend: averageOf(all.spent, all.active),
    top_customers: top.map((row) => ({ ...row, avg_order_value: averageOf(row.total_spent, row.order_count) })),
  };
};
