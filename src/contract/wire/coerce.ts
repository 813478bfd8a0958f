import { parseDecimal } from '../../domain/money.ts';

/**
 * Reads values as leniently as the original does (pydantic's lax mode, DECISIONS 28). What does not fit is answered as it
 * came, for the schema to refuse with what was really sent.
 */

const WHOLE = /^\s*[+-]?\d+(?:_\d+)*(?:\.0*)?\s*$/;
const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** `"5"`, `"5.0"` and `true` as whole numbers. */
export const toWhole = (value: unknown): unknown => {
  if (typeof value === 'string') return WHOLE.test(value) ? Number(value.replaceAll('_', '')) : value;
  return typeof value === 'boolean' ? Number(value) : value;
};

/** `"2.5"` and `true` as numbers. Texts for infinity and "not a number" stay texts. */
export const toNumber = (value: unknown): unknown => {
  if (typeof value === 'string') {
    const number = DECIMAL.test(value) ? Number(value) : Number.NaN;
    return Number.isFinite(number) ? number : value;
  }
  return typeof value === 'boolean' ? Number(value) : value;
};

const BOOLEAN_WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'yes', 'on', 't', 'y'].map((word) => [word, true] as const),
  ...['false', '0', 'no', 'off', 'f', 'n'].map((word) => [word, false] as const),
]);

/** The boolean words of ORIGINAL.md section 1, in any case, and the numbers 1 and 0. */
export const toBoolean = (value: unknown): unknown => {
  if (typeof value === 'string') return BOOLEAN_WORDS.get(value.toLowerCase()) ?? value;
  return value === 1 ? true : value === 0 ? false : value;
};

/** A number of seconds or milliseconds since 1970 becomes text, which is how instants come in. */
export const toInstantText = (value: unknown): unknown => (typeof value === 'number' && Number.isFinite(value) ? String(value) : value);

const POWERS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/**
 * A decimal number to an integer of that many decimals. With more decimals than that the number comes back as it is, which
 * is not whole; a whole number too large to scale comes back as NaN, so that it is never taken for minor units.
 */
export const toScaled = (value: unknown, decimals: number): unknown => {
  if (typeof value === 'number') {
    const power = POWERS[decimals] ?? 10 ** decimals;
    const scaled = Math.round(value * power);
    // Exact: below 2^53 the quotient is the double nearest to that decimal, which is the one the text was read as.
    if (Number.isSafeInteger(scaled) && scaled / power === value) return scaled === 0 ? 0 : scaled;
    const exact = parseDecimal(value, decimals);
    return exact ?? (Number.isInteger(value) ? Number.NaN : value);
  }
  if (typeof value === 'string') return parseDecimal(value, decimals) ?? value;
  return typeof value === 'boolean' ? (value ? 10 ** decimals : 0) : value;
};
