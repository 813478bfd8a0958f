import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { percentOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { bounds, rangeOf } from './range.ts';
import { soldBy } from './sales-days.ts';

/** Live orders by payment method, most first, among equals the last by name as in the original; the share is that of the number of orders. */
export const paymentBreakdown = (
  ctx: QueryContext,
  input: ParsedInputOf<'dashboard.paymentBreakdown'>,
): OutputOf<'dashboard.paymentBreakdown'> => {
  const rows = ctx.db.rows<{ method: string; count: number; total_amount: number }>(
    `SELECT method, SUM(orders) AS count, SUM(revenue) AS total_amount FROM (${soldBy('method')})
     GROUP BY method ORDER BY count DESC, method DESC`,
    bounds(rangeOf(ctx, input)),
  );
  const orders = rows.reduce((sum, row) => sum + row.count, 0);
  return rows.map((row) => ({ ...row, percentage: percentOf(row.count, orders) }));
};
