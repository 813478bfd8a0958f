import type { OutputOf } from '../../../contract/index.ts';
import type { Day } from '../../../domain/business-day.ts';

type Totals = OutputOf<'dashboard.orders'>['totals'];

/** What counts of one business day. */
export interface DayCount extends Totals {
  readonly day: Day;
}

export const NOTHING_COUNTED: Totals = { order_count: 0, amount: 0, quantity: 0, discount_amount: 0, tax_amount: 0 };

export const totalsOf = (days: readonly Totals[]): Totals =>
  days.reduce(
    (sum, day) => ({
      order_count: sum.order_count + day.order_count,
      amount: sum.amount + day.amount,
      quantity: sum.quantity + day.quantity,
      discount_amount: sum.discount_amount + day.discount_amount,
      tax_amount: sum.tax_amount + day.tax_amount,
    }),
    NOTHING_COUNTED,
  );

/**
 * The days, newest first, whose rows hold a page, and how many rows of the first of them come before it: so the last page of
 * three years is found as fast as the first.
 */
export const daysOfPage = (days: readonly DayCount[], offset: number, limit: number): { days: readonly Day[]; skipped: number } => {
  const chosen: Day[] = [];
  let before = offset;
  let wanted = limit;
  for (const { day, order_count } of days) {
    if (wanted <= 0) break;
    if (chosen.length === 0 && before >= order_count) {
      before -= order_count;
      continue;
    }
    wanted -= chosen.length === 0 ? order_count - before : order_count;
    chosen.push(day);
  }
  return { days: chosen, skipped: chosen.length === 0 ? 0 : before };
};
