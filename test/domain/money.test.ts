import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { allocate, applyRate, averageOf, currencyOf, formatMoney, parseDecimal, percentOf, toDecimal } from '../../src/domain/money.ts';

const amount = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });

describe('parseDecimal', () => {
  it.each([
    [1.1, 2, 110],
    [1.005, 2, null],
    ['2.50', 2, 250],
    ['0.0825', 6, 82_500],
    [1e-7, 6, null],
    [1e21, 2, null],
    [0.29, 2, 29],
    [-3.5, 2, -350],
    [5, 0, 5],
    [5.5, 0, null],
    [1.234, 3, 1234],
    [Number.NaN, 2, null],
    [Number.POSITIVE_INFINITY, 2, null],
    ['', 2, null],
    ['.', 2, null],
    ['1e2', 2, 10_000],
    ['1.50e1', 2, 1500],
    ['abc', 2, null],
    [-0, 2, 0],
  ])('%s with %i decimals is %s', (value, decimals, expected) => {
    expect(parseDecimal(value, decimals)).toBe(expected);
  });

  test.prop([amount, fc.constantFrom(0, 2, 3)])('reads back every amount that it wrote', (minor, decimals) => {
    expect(parseDecimal(toDecimal(minor, decimals), decimals)).toBe(minor);
  });
});

describe('applyRate', () => {
  it('rounds half away from zero, once', () => {
    expect(applyRate(30, 150_000)).toBe(5); // 15% of 0.30 is 4.5 cents
    expect(applyRate(-30, 150_000)).toBe(-5);
    expect(applyRate(1584, 80_000)).toBe(127);
    expect(applyRate(10_000, 88_750)).toBe(888); // 8.875% of 100.00
  });

  test.prop([amount, fc.integer({ min: 0, max: 1_000_000 })])('is the nearest integer, and symmetric in sign', (value, rate) => {
    const result = BigInt(applyRate(value, rate));
    const error = 2n * (result * 1_000_000n - BigInt(value) * BigInt(rate));
    expect(error <= 1_000_000n && error >= -1_000_000n).toBe(true);
    expect(applyRate(-value, rate) + applyRate(value, rate)).toBe(0);
  });
});

describe('allocate', () => {
  test.prop([amount, fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 40 })])(
    'gives parts that add up, none further than one unit from its exact share',
    (total, weights) => {
      const parts = allocate(total, weights);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
      const sum = weights.reduce((a, b) => a + b, 0);
      if (sum === 0) return;
      parts.forEach((part, index) => {
        const exactTimesSum = BigInt(total) * BigInt(weights[index] ?? 0);
        const off = BigInt(part) * BigInt(sum) - exactTimesSum;
        expect(off < BigInt(sum) && off > -BigInt(sum)).toBe(true);
      });
    },
  );
});

describe('averages and percentages', () => {
  it('round half away from zero', () => {
    expect(averageOf(699_669, 378)).toBe(1851);
    expect(averageOf(5, 2)).toBe(3);
    expect(averageOf(-5, 2)).toBe(-3);
    expect(averageOf(5, 0)).toBe(0);
    expect(percentOf(-134_945, 699_669)).toBe(-19.29);
    expect(percentOf(1, 0)).toBe(0);
  });
});

describe('formatMoney', () => {
  it('shows the currency’s own decimals', () => {
    expect(formatMoney(594, currencyOf('USD'), 'en')).toBe('$5.94');
    expect(formatMoney(594, currencyOf('JPY'), 'en')).toBe('¥594');
    expect(formatMoney(1234, currencyOf('KWD'), 'en')).toMatch(/1\.234/);
  });
});
