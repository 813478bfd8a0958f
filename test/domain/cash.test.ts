import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { CASH_STEPS, cashRounding, denominationsOf, quickCash, refundRounding, sumOfCount } from '../../src/domain/cash.ts';
import { currencyOf, type Money } from '../../src/domain/money.ts';
import { paymentState, tenderFor } from '../../src/domain/payment.ts';

const amount = fc.integer({ min: 0, max: 1_000_000 });
const step = fc.constantFrom(...CASH_STEPS);

describe('cash rounding', () => {
  it.each([
    [1, -1],
    [2, -2],
    [3, 2],
    [4, 1],
    [5, 0],
    [6, -1],
    [7, -2],
    [8, 2],
    [9, 1],
    [10, 0],
    [-3, -2],
    [-2, 2],
  ])('of %i to five is %i', (due, rounding) => {
    expect(cashRounding(due, 5)).toBe(rounding);
  });

  test.prop([amount, step])('ends on a coin, by at most half a step, the same on both sides of zero', (due, coin) => {
    const rounding = cashRounding(due, coin);
    expect((due + rounding) % coin).toBe(0);
    expect(Math.abs(rounding) * 2).toBeLessThanOrEqual(coin);
    expect(cashRounding(-due, coin) + rounding).toBe(0);
  });
});

/** Gives `parts` back one after the other as refunds do, and answers the coins of each. */
const giveBack = (paid: Money, kept: Money, parts: readonly (readonly [amount: Money, step: number])[]): Money[] => {
  let back = 0;
  let backRounding = 0;
  return parts.map(([part, coin]) => {
    const rounding = refundRounding({ paid, kept, back, backRounding }, part, coin);
    back += part;
    backRounding += rounding;
    return part + rounding;
  });
};

/** Cuts a whole at some points. */
const cut = (whole: number, points: readonly number[]): number[] => {
  const at = [0, ...points.map((point) => point % (whole + 1)).sort((a, b) => a - b), whole];
  return at.slice(1).map((end, index) => end - (at[index] ?? 0));
};

describe('cash that goes back in parts', () => {
  test.prop([amount, step, fc.array(fc.nat(), { maxLength: 12 })])(
    'is in the end what was kept, never less than nothing and never more on the way',
    (paid, coin, points) => {
      const kept = paid + cashRounding(paid, coin);
      const coins = giveBack(
        paid,
        kept,
        cut(paid, points).map((part) => [part, coin] as const),
      );
      expect(coins.reduce((sum, part) => sum + part, 0)).toBe(kept);
      for (const part of coins) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part % coin).toBe(0);
      }
    },
  );

  test.prop([amount, step, fc.array(fc.tuple(fc.nat(), step), { maxLength: 8 })])(
    'holds although the coins in use change between the parts',
    (paid, coin, points) => {
      const kept = paid + cashRounding(paid, coin);
      const steps = [...points.map(([, other]) => other), coin];
      const coins = giveBack(
        paid,
        kept,
        cut(
          paid,
          points.map(([point]) => point),
        ).map((part, index) => [part, steps[index] ?? 1] as const),
      );
      let sum = 0;
      for (const part of coins) {
        sum += part;
        expect(part).toBeGreaterThanOrEqual(0);
        expect(sum).toBeLessThanOrEqual(kept);
      }
      expect(sum).toBe(kept);
    },
  );

  it('in place of another tender is rounded like a sum of its own', () => {
    expect(refundRounding({ paid: 0, kept: 0, back: 0, backRounding: 0 }, 103, 5)).toBe(2);
    expect(refundRounding({ paid: 102, kept: 100, back: 0, backRounding: 0 }, 205, 5)).toBe(0);
  });
});

describe('a tender', () => {
  test.prop([fc.integer({ min: 1, max: 1_000_000 }), fc.option(amount), fc.option(amount), amount, fc.boolean(), step])(
    'either fits what is due, and its change is exact, or it has a fault',
    (due, part, tendered, tip, isCash, coin) => {
      const tender = tenderFor(due, { is_cash: isCash, amount: part, tendered, tip }, coin);
      if ('fault' in tender) return;
      expect(tender.amount).toBeLessThanOrEqual(due);
      expect(tender.tendered - tender.change_given).toBe(tender.amount + tender.rounding + tender.tip);
      expect(tender.change_given).toBeGreaterThanOrEqual(0);
      if (tender.rounding !== 0) expect([isCash, tender.amount]).toEqual([true, due]);
      if (!isCash) expect(tender.change_given).toBe(0);
    },
  );

  it('has a state that payments decide, not the order', () => {
    expect([paymentState(100, 0), paymentState(100, 99), paymentState(100, 100), paymentState(0, 0)]).toEqual([
      'unpaid',
      'part_paid',
      'paid',
      'paid',
    ]);
  });
});

describe('notes and coins', () => {
  it.each(['USD', 'EUR', 'NOK', 'JPY', 'KWD', 'XYZ'])('of %s are distinct and come largest first', (code) => {
    const values = [...denominationsOf(currencyOf(code))];
    expect(values).toEqual([...new Set(values)].sort((a, b) => b - a));
    expect(values.every((value) => Number.isInteger(value) && value > 0)).toBe(true);
  });

  test.prop([fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom('USD', 'NOK', 'JPY', 'KWD')])(
    'make the quick sums that cover what is due',
    (due, code) => {
      const sums = quickCash(due, currencyOf(code));
      expect(sums[0]).toBe(due);
      expect(sums).toEqual([...new Set(sums)].sort((a, b) => a - b));
    },
  );

  it('add up', () => {
    expect(
      sumOfCount([
        { value: 2000, count: 3 },
        { value: 25, count: 7 },
      ]),
    ).toBe(6175);
  });
});
