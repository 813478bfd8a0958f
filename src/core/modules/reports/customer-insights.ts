import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { averageOf, percentOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { countCustomers, countNewCustomers } from './customer-counts.ts';
import { bounds, isLong, rangeOf } from './range.ts';
import { soldToCustomers } from './sales-days.ts';

interface Spender {
  readonly customer_id: number;
  readonly name: string;
  readonly email: string | null;
  readonly order_count: number;
  readonly total_spent: number;
}

/** Of all who came, beside each of those who spent most. */
interface All {
  readonly active: number;
  readonly repeated: number;
  readonly spent: number;
}

const NOBODY: All = { active: 0, repeated: 0, spent: 0 };

/** Who came, who came again and who spent most; the average spend is that of the range (DECISIONS 24). */
export const customerInsights = (
  ctx: QueryContext,
  input: ParsedInputOf<'dashboard.customerInsights'>,
): OutputOf<'dashboard.customerInsights'> => {
  const range = rangeOf(ctx, input);
  const rows = ctx.db.rows<Spender & All>(
    `SELECT spend.*, c.name, c.email FROM (
       SELECT customer_id, order_count, total_spent, COUNT(*) OVER () AS active, SUM(order_count > 1) OVER () AS repeated,
         SUM(total_spent) OVER () AS spent
       FROM (SELECT customer_id, SUM(orders) AS order_count, SUM(revenue) AS total_spent FROM (${soldToCustomers(isLong(range))}) GROUP BY customer_id)
       ORDER BY total_spent DESC, customer_id LIMIT ?
     ) AS spend JOIN customers c ON c.id = spend.customer_id ORDER BY spend.total_spent DESC, spend.customer_id`,
    [...bounds(range), input.top_limit],
  );
  const all = rows[0] ?? NOBODY;
  return {
    total_customers: countCustomers(ctx),
    active_customers: all.active,
    new_customers: countNewCustomers(ctx, range),
    repeat_customers: all.repeated,
    repeat_rate: percentOf(all.repeated, all.active),
    avg_customer_spend: averageOf(all.spent, all.active),
    top_customers: rows.map(({ customer_id, name, email, order_count, total_spent }) => ({
      customer_id,
      name,
      email,
      order_count,
      total_spent,
      avg_order_value: averageOf(total_spent, order_count),
    })),
  };
};
