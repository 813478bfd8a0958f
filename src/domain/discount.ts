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
