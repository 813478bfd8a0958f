import { PPM, type Ppm } from '../../../domain/money.ts';

/** From round percentages to single parts per million: the first that fits is what somebody most likely set. */
const GRAINS = [10_000, 5_000, 2_500, 1_250, 1_000, 500, 250, 125, 100, 10, 1] as const;
/** A shop changes its rate a few times in its life; beyond this the tax was not made by rates. */
const MOST_RATES = 40;

interface Taxed {
  readonly taxable: number;
  readonly tax: number;
}

/** Whether a rate gives this tax. A tie may have been rounded either way, since the original rounds binary fractions. */
export const rateFits = (rate: Ppm, { taxable, tax }: Taxed): boolean => Math.abs(2 * taxable * rate - 2 * tax * PPM) <= PPM;

/** The simplest rate that gives this tax, or null when it is above 100% or there was nothing to tax. */
export const simplestRate = (taxed: Taxed): Ppm | null => {
  if (taxed.taxable <= 0) return null;
  const exact = (taxed.tax * PPM) / taxed.taxable;
  if (exact > PPM || exact < 0) return null;
  for (const grain of GRAINS) {
    const rate = Math.round(exact / grain) * grain;
    if (rate <= PPM && rateFits(rate, taxed)) return rate;
  }
  return Math.round(exact);
};

/**
 * The rates at which a shop's orders were taxed, when only the amounts were kept. `preferred` (the rate in force) is
 * tried like the others; whichever explains most orders is tried first, so a small order, which many rates explain, gets
 * the shop's usual one.
 */
export class TaxRates {
  readonly #rates: readonly Ppm[];

  constructor(preferred: Ppm, taxed: readonly Taxed[]) {
    const rates: Ppm[] = [preferred];
    // The largest order narrows its rate the most.
    let left = taxed.filter((order) => !rateFits(preferred, order)).sort((a, b) => b.taxable - a.taxable);
    while (left[0] && rates.length < MOST_RATES) {
      const rate = simplestRate(left[0]);
      if (rate !== null) rates.push(rate);
      left = left.slice(1).filter((order) => rate === null || !rateFits(rate, order));
    }
    const explained = new Map(rates.map((rate) => [rate, taxed.filter((order) => rateFits(rate, order)).length]));
    this.#rates = [...explained.keys()].sort((a, b) => (explained.get(b) ?? 0) - (explained.get(a) ?? 0));
  }

  /** The rate of an order, in ppm, or null when none gives this tax. */
  rateOf(order: Taxed): Ppm | null {
    return this.#rates.find((rate) => rateFits(rate, order)) ?? simplestRate(order);
  }
}
