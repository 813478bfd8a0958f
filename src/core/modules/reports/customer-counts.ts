import type { QueryContext } from '../../kernel/context.ts';
import { type DayRange, instantBounds } from './range.ts';

/** All customers there are, whatever the range. */
export const countCustomers = (ctx: QueryContext): number => ctx.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM customers')?.n ?? 0;

/** Customers whose card was made on one of the range's business days. */
export const countNewCustomers = (ctx: QueryContext, range: DayRange): number =>
  ctx.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM customers WHERE created_at >= ? AND created_at < ?', instantBounds(ctx, range))?.n ??
  0;
