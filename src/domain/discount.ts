import { parseDecimal } from './money.ts';
import type { DiscountRule } from './pricing.ts';

export const DISCOUNT_TYPES = ['percentage', 'flat'] as const;
export type DiscountType = (typeof DISCOUNT_TYPES)[number];

/** A percentage is kept to four decimals (12.5, 33.333): one ppm is 0.0001 percent. */
export const PERCENT_DECIMALS = 4;

/**
 * The stored integer of a discount's value as people write it: ppm for a percentage, minor units for a flat amount.
 * Null when it has more decimals than can be kept.
 */
export const discountUnits = (type: DiscountType, value: number, currencyDecimals: number): number | null =>
  parseDecimal(value, type === 'percentage' ? PERCENT_DECIMALS : currencyDecimals);

/** The stored integer back to what people write: 100_000 ppm is 10 (percent), 200 minor units is 2 (dollars). */
export const discountValue = (type: DiscountType, units: number, currencyDecimals: number): number =>
  units / 10 ** (type === 'percentage' ? PERCENT_DECIMALS : currencyDecimals);

/** The pricing rule of a stored discount. */
export const discountRule = (type: DiscountType, units: number): DiscountRule =>
  type === 'percentage' ? { type, rate: units } : { type, amount: units };

/** Whether `now` lies in the discount's window; both bounds are UTC instants and inclusive, null means open. */
export const discountIsInWindow = (start: string | null, end: string | null, now: string): boolean =>
  (start === null || now >= start) && (end === null || now <= end);

/** A happy hour: on these weekdays (0 = Sunday) from `from` until before `to`, `HH:MM` on the shop's clock. */
export interface WeeklyWindow {
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Whether the shop's clock is inside one of the windows. One whose `to` is not after `from` runs past midnight. */
export const isInWeeklyWindow = (windows: readonly WeeklyWindow[] | null, clock: { weekday: number; minutes: number }): boolean => {
  if (windows === null) return true;
  const dayBefore = (clock.weekday + 6) % 7;
  return windows.some(({ weekdays, from, to }) => {
    const start = minutesOf(from);
    const end = minutesOf(to);
    if (start < end) return weekdays.includes(clock.weekday) && clock.minutes >= start && clock.minutes < end;
    return (weekdays.includes(clock.weekday) && clock.minutes >= start) || (weekdays.includes(dayBefore) && clock.minutes < end);
  });
};
