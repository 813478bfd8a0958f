import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { percentOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { bounds, rangeOf } from './range.ts';

/** Live orders by payment method, most first, among equals the last by name as in the original; the share is that of the number of orders. */
export const paymentBreakdown = (
  ctx: QueryContext,
  input: ParsedInputOf<'dashboard.paymentBreakdown'>,
): OutputOf<'dashboard.paymentBreakdown'> => {
  const rows = ctx.db.rows<{ method: string; count: number; total_amount: number }>(
    `SELECT payment_method AS method, COUNT(*) AS count, SUM(total) AS total_amount
     FROM orders WHERE deleted_at IS NULL AND status <> 'cancelled' AND business_date BETWEEN ? AND ?
     GROUP BY payment_method ORDER BY count DESC, method DESC`,
    bounds(rangeOf(ctx, input)),
  );
  const orders = rows.reduce((sum, row) => sum + row.count, 0);
  return rows.map((row) => ({ ...row, percentage: percentOf(row.count, orders) }));
};
