import type { Money } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import type { DayRange } from './range.ts';

/**
 * Given back on the range's days, without its tax: revenue less all tax that was collected less this is what was earned.
 * Only of orders that still count as revenue: one that was cancelled or deleted is no revenue that could be given back.
 */
export const refundsIn = (ctx: QueryContext, range: DayRange): Money =>
  ctx.db.row<{ total: number }>(
    `SELECT coalesce(sum(refunds.subtotal - refunds.discount_amount), 0) AS total FROM refunds JOIN orders ON orders.id = refunds.order_id
     WHERE refunds.business_date BETWEEN ? AND ? AND kind = 'refund' AND orders.status <> 'cancelled' AND orders.deleted_at IS NULL`,
    [range.start, range.end],
  )?.total ?? 0;
