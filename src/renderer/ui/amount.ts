import { type Currency, MAX_MONEY, parseDecimal, toDecimal } from '../../domain/money.ts';

/**
 * A typed amount as minor units: `12`, `12.5`, `12,50`, with spaces or apostrophes between thousands. Null when it is not
 * an amount, is negative, has more decimals than the currency, or is beyond what is kept exactly.
 */
export const readAmount = (text: string, currency: Currency): number | null => {
  const plain = text.replace(/[\s'’\u00a0\u202f]/g, '').replace(',', '.');
  if (!/^\d*\.?\d*$/.test(plain) || !/\d/.test(plain)) return null;
  const minor = parseDecimal(plain.endsWith('.') ? plain.slice(0, -1) : plain, currency.decimals);
  return minor === null || minor > MAX_MONEY ? null : minor;
};

/** The text after a key of the keypad: no second separator, no more decimals than the currency has. */
export const typeAmount = (text: string, key: string, currency: Currency): string => {
  const separator = /[.,]/.exec(text);
  if (key === '.') return separator || currency.decimals === 0 ? text : `${text === '' ? '0' : text}.`;
  if (separator && text.length - separator.index > currency.decimals) return text;
  return text === '0' ? key : text + key;
};

/** Minor units as a text to type on from, in the way of the screens' language. `readAmount` reads it again. */
export const writeAmount = (minor: number, currency: Currency, locale: string): string => {
  const separator = new Intl.NumberFormat(locale).format(1.1).charAt(1);
  return toDecimal(minor, currency.decimals).toFixed(currency.decimals).replace('.', separator);
};
