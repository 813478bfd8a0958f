/**
 * The only place that makes, rounds, splits or formats money.
 *
 * An amount is an integer count of the currency's minor units (cents for USD, yen for JPY, fils for KWD).
 * A rate is an integer in parts per million: 8% is 80_000, New York's 8.875% is 88_750 (docs/adr/0002).
 */

/** An integer number of minor units. Made only by the functions of this file. */
export type Money = number & { readonly __unit?: 'minor' };

/** A rate in parts per million: 1_000_000 is 100%. */
export type Ppm = number & { readonly __unit?: 'ppm' };

export const PPM = 1_000_000;

/** No amount in a shop comes near it, and products with a rate stay checkable. */
export const MAX_MONEY = 999_999_999_999;

export interface Currency {
  /** ISO 4217 code. */
  readonly code: string;
  /** Digits after the decimal point: 0, 2 or 3. */
  readonly decimals: number;
}

const DECIMALS: Readonly<Record<string, number>> = {
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** The currency with its number of decimals by ISO 4217; anything not listed as special has two. */
export const currencyOf = (code: string): Currency => ({ code, decimals: DECIMALS[code] ?? 2 });

/** Refuses anything that is not an integer amount within bounds. A failure here is a bug, so it throws. */
export const money = (minor: number): Money => {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not an amount in minor units: ${minor}`);
  return minor === 0 ? 0 : minor;
};

/**
 * A decimal number or text to an integer of `decimals` fractional digits, exactly, or null when it has more digits than
 * that, is not finite or leaves the safe range. `1.1` with two decimals is 110 although 1.1 * 100 is not.
 */
export const parseDecimal = (value: number | string, decimals: number): number | null => {
  const text = typeof value === 'number' ? String(value) : value.trim();
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  const places = fraction.length - Number(exponent) - decimals;
  let scaled: string;
  if (places <= 0) {
    if (digits !== '0' && digits.length - places > 16) return null;
    scaled = digits === '0' ? '0' : digits + '0'.repeat(-places);
  } else {
    const kept = digits.length > places ? digits.slice(0, -places) : '0';
    const dropped = digits.length > places ? digits.slice(-places) : digits;
    if (/[1-9]/.test(dropped)) return null;
    scaled = kept;
  }
  const result = Number(scaled);
  if (!Number.isSafeInteger(result)) return null;
  return result === 0 ? 0 : sign === '-' ? -result : result;
};

/** Minor units to the decimal number that the API speaks: 594 with two decimals is 5.94. Exact by construction. */
export const toDecimal = (minor: Money, decimals: number): number => (decimals === 0 ? minor : minor / 10 ** decimals);

/** Integer division rounding half away from zero. Uses BigInt only where the product leaves the safe range. */
export const divideRounded = (numerator: bigint, denominator: bigint): bigint => {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
};

/** `amount * rate`, rounded once, half away from zero (DECISIONS 6). */
export const applyRate = (amount: Money, rate: Ppm): Money => {
  const product = amount * rate;
  if (Math.abs(product) < 2 ** 51) {
    const magnitude = Math.floor((2 * Math.abs(product) + PPM) / (2 * PPM));
    return money(product < 0 ? -magnitude : magnitude);
  }
  return money(Number(divideRounded(BigInt(amount) * BigInt(rate), BigInt(PPM))));
};

/** `numerator / denominator` of two amounts, in minor units, rounded half away from zero; 0 when there is nothing to divide by. */
export const averageOf = (total: Money, count: number): Money =>
  count === 0 ? 0 : money(Number(divideRounded(BigInt(total), BigInt(count))));

/** `part / whole` as a percentage with two decimals (12.34), rounded half away from zero; 0 for an empty whole. */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Number(divideRounded(BigInt(part) * 10_000n, BigInt(whole))) / 100;

/**
 * Splits `total` in proportion to `weights` so that the parts add up to it exactly (largest remainder; the earlier part
 * wins a tie). All weights zero: everything goes to the first. `total` may be negative, weights may not.
 */
export const allocate = (total: Money, weights: readonly number[]): Money[] => {
  if (weights.length === 0) return [];
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const sign = total < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(total));
  const bigSum = BigInt(sum);
  const parts = weights.map((weight, index) => {
    const product = whole * BigInt(weight);
    return { index, share: Number(product / bigSum), rest: product % bigSum };
  });
  let left = Math.abs(total) - parts.reduce((a, part) => a + part.share, 0);
  const byRest = [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const part of byRest) {
    if (left === 0) break;
    part.share += 1;
    left -= 1;
  }
  return parts.map((part) => money(sign * part.share));
};

const formatters = new Map<string, Intl.NumberFormat>();

/** For people: `$5.94`, `5,94 €`, `¥594`. */
export const formatMoney = (minor: Money, currency: Currency, locale: string): string => {
  const key = `${locale}|${currency.code}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: currency.code,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: currency.decimals,
      maximumFractionDigits: currency.decimals,
    });
    formatters.set(key, formatter);
  }
  return formatter.format(toDecimal(minor, currency.decimals));
};
