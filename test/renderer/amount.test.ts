import { expect, test } from 'vitest';
import { currencyOf } from '../../src/domain/money.ts';
import { readAmount, typeAmount } from '../../src/renderer/ui/amount.ts';

const dollars = currencyOf('USD');
const yen = currencyOf('JPY');
const dinars = currencyOf('KWD');

test.each([
  ['12', 1200],
  ['12.5', 1250],
  ['12,50', 1250],
  ['1 234.56', 123_456],
  ["1'000", 100_000],
  ['.5', 50],
  ['12.', 1200],
  ['0', 0],
])('%s is %i cents', (text, minor) => expect(readAmount(text, dollars)).toBe(minor));

test.each(['', ' ', '.', '-5', '1.234', '1,234.50', 'abc', '1e3', '99999999999999'])('"%s" is no amount of dollars', (text) =>
  expect(readAmount(text, dollars)).toBeNull(),
);

test('decimals follow the currency', () => {
  expect(readAmount('500', yen)).toBe(500);
  expect(readAmount('500.5', yen)).toBeNull();
  expect(readAmount('1.234', dinars)).toBe(1234);
});

test('the keypad never types what could not be read', () => {
  const typed = (keys: string, currency = dollars) => keys.split('').reduce((text, key) => typeAmount(text, key, currency), '');
  expect(typed('12.345')).toBe('12.34');
  expect(typed('1..5')).toBe('1.5');
  expect(typed('.5')).toBe('0.5');
  expect(typed('007')).toBe('7');
  expect(typed('5.5', yen)).toBe('55');
});
