import type { Money } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { bounds, type DayRange } from './range.ts';

/** What was given back; `amount` is without its tax. */
export interface Refunded {
  readonly count: number;
  readonly amount: Money;
  readonly tax: Money;
}

const NOTHING: Refunded = { count: 0, amount: 0, tax: 0 };

/** Only of orders that still count as revenue: one that was cancelled or deleted is no revenue that could be given back. */
export const COUNTED_REFUNDS = `refunds JOIN orders ON orders.id = refunds.order_id
     WHERE refunds.business_date BETWEEN ? AND ? AND refunds.kind = 'refund' AND orders.status <> 'cancelled' AND orders.deleted_at IS NULL`;

const SUMS =
  'COUNT(*) AS count, COALESCE(SUM(refunds.subtotal - refunds.discount_amount), 0) AS amount, COALESCE(SUM(refunds.tax_amount), 0) AS tax';

/** Given back on the range's days, whenever it was sold: revenue less all tax that was collected less its amount is what was earned. */
export const refundsIn = (ctx: QueryContext, range: DayRange): Refunded =>
  ctx.db.row<Refunded>(`SELECT ${SUMS} FROM ${COUNTED_REFUNDS}`, bounds(range)) ?? NOTHING;

/** The same by the day on which it was given back; days without any are left out. */
export const refundsByDay = (ctx: QueryContext, range: DayRange): ReadonlyMap<string, Refunded> =>
  new Map(
    ctx.db
      .rows<Refunded & { day: string }>(
        `SELECT refunds.business_date AS day, ${SUMS} FROM ${COUNTED_REFUNDS} GROUP BY refunds.business_date`,
        bounds(range),
      )
      .map((row) => [row.day, row]),
  );
