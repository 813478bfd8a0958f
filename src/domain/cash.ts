import { type Currency, type Money, money } from './money.ts';

/** Smallest cash step in minor units; 1 = no rounding. Only cash is rounded, never a card (product rule). */
export const CASH_STEPS = [1, 5, 10] as const;

/** What is added to `due` when it is settled in cash: to the nearest step, half away from zero. Symmetric in sign. */
export const cashRounding = (due: Money, step: number): Money => {
  if (step <= 1) return 0;
  const magnitude = Math.abs(due);
  const rounded = Math.floor((2 * magnitude + step) / (2 * step)) * step;
  return money((due < 0 ? -rounded : rounded) - due);
};

/**
 * What is added to the next `amount` given back in cash, where `paid` is what cash settled of the order, `kept` what of it
 * stayed in the drawer (rounded, without tips), `back` what cash gave back of it before and `backRounding` how that was
 * rounded. It is the rounded running total that counts, so any number of parts together give back what one would, and
 * never more than was kept.
 */
export const refundRounding = (
  cash: { readonly paid: Money; readonly kept: Money; readonly back: Money; readonly backRounding: Money },
  amount: Money,
  step: number,
): Money => {
  const rounded = (sum: Money): Money => money(sum + cashRounding(sum, step));
  const total = cash.back + amount;
  // Beyond what cash had settled it stands in for another tender.
  const wanted = total >= cash.paid ? cash.kept + rounded(money(total - cash.paid)) : Math.min(rounded(money(total)), cash.kept);
  // The step may have been changed between two parts: what was given is never taken back.
  const given = Math.max(wanted, cash.back + cash.backRounding);
  return money(given - cash.back - cash.backRounding - amount);
};

const DENOMINATIONS: Readonly<Record<string, readonly number[]>> = {
  USD: [10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25, 10, 5, 1],
  EUR: [50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  GBP: [5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  CAD: [10_000, 5_000, 2_000, 1_000, 500, 200, 100, 25, 10, 5],
  AUD: [10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5],
  NZD: [10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10],
  CHF: [100_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5],
  NOK: [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 100],
  SEK: [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100],
  DKK: [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50],
  JPY: [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1],
  INR: [50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50],
  PKR: [500_000, 100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100],
  KWD: [20_000, 10_000, 5_000, 1_000, 500, 250, 100, 50, 20, 10, 5],
};

/** The currency's own notes and coins in minor units, largest first; a 1-2-5 series for a currency that is not listed. */
export const denominationsOf = (currency: Currency): readonly Money[] => {
  const known = DENOMINATIONS[currency.code];
  if (known) return known;
  const unit = 10 ** currency.decimals;
  return [500, 200, 100, 50, 20, 10, 5, 2, 1]
    .map((value) => value * unit)
    .concat(currency.decimals > 0 ? [0.5, 0.2, 0.1].map((value) => Math.round(value * unit)) : []);
};

/**
 * The amounts a customer is likely to hand over for `due`, smallest first: the exact sum, then the next amounts that
 * notes make. At most `most` of them, all at least `due`.
 */
export const quickCash = (due: Money, currency: Currency, most = 5): Money[] => {
  if (due <= 0) return [];
  const unit = 10 ** currency.decimals;
  const notes = denominationsOf(currency).filter((value) => value >= unit);
  const sums = new Set<Money>([due]);
  for (const note of [...notes].reverse()) sums.add(money(Math.ceil(due / note) * note));
  return [...sums].sort((a, b) => a - b).slice(0, most);
};

/** The sum of a count by denominations. */
export const sumOfCount = (count: readonly { readonly value: Money; readonly count: number }[]): Money =>
  money(count.reduce((sum, row) => sum + row.value * row.count, 0));
