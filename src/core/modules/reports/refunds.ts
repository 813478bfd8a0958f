import type { Money } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import type { DayRange } from './range.ts';

/**
 * Money given back for sales on the range's days, without voids: a void cancels its order, which then is no revenue that
 * could be given back.
 */
export const refundsIn = (ctx: QueryContext, range: DayRange): Money =>
  ctx.db.row<{ total: number }>(
    "SELECT coalesce(sum(total), 0) AS total FROM refunds WHERE business_date BETWEEN ? AND ? AND kind = 'refund'",
    [range.start, range.end],
  )?.total ?? 0;
