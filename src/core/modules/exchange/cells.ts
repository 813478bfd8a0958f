import type { DecimalSign } from '../../../contract/exchange.ts';
import { type Currency, parseDecimal, toDecimal } from '../../../domain/money.ts';

/** What stands in a cell, or why it cannot be read. */
export type Read = { readonly value: unknown } | { readonly fault: string };

/** How one column's cells are read. */
export type Reader = (cell: string) => Read;

const YES = new Set(['yes', 'true', '1', 'ja', 'y', 'x']);
const NO = new Set(['no', 'false', '0', 'nei', 'n']);

export const readText: Reader = (cell) => ({ value: cell === '' ? null : cell });

export const readName: Reader = (cell) => (cell.trim() === '' ? { fault: 'is empty' } : { value: cell.trim() });

export const readFlag: Reader = (cell) => {
  const word = cell.trim().toLowerCase();
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : { fault: 'should be yes or no' };
};

export const writeFlag = (flag: number): string => (flag === 1 ? 'yes' : 'no');

export const readWhole: Reader = (cell) => {
  const text = cell.trim();
  return /^\d{1,15}$/.test(text) ? { value: Number(text) } : { fault: 'should be a whole number, 0 or more' };
};

/** -1 stands for unlimited inside the program only. */
export const readStock: Reader = (cell) => {
  const text = cell.trim().toLowerCase();
  if (text === 'unlimited' || text === 'ubegrenset') return { value: -1 };
  const read = readWhole(text);
  return 'value' in read ? read : { fault: 'should be a whole number, or the word unlimited' };
};

export const writeStock = (quantity: number): string => (quantity < 0 ? 'unlimited' : String(quantity));

/** An amount with the given decimal sign and no grouping: what could be read in two ways is refused. */
export const readMoney =
  (currency: Currency, sign: DecimalSign): Reader =>
  (cell) => {
    const text = cell.trim();
    const form = sign === 'comma' ? /^\d+(,\d+)?$/ : /^\d+(\.\d+)?$/;
    const example = toDecimal(1250, currency.decimals)
      .toFixed(currency.decimals)
      .replace('.', sign === 'comma' ? ',' : '.');
    if (!form.test(text)) return { fault: `should be an amount such as ${example}, with a decimal ${sign} and nothing between thousands` };
    const minor = parseDecimal(text.replace(',', '.'), currency.decimals);
    return minor === null ? { fault: `should have no more than ${currency.decimals} decimals` } : { value: minor };
  };

export const writeMoney = (minor: number, currency: Currency, sign: DecimalSign): string =>
  toDecimal(minor, currency.decimals)
    .toFixed(currency.decimals)
    .replace('.', sign === 'comma' ? ',' : '.');
