import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { applyRate } from '../../src/domain/money.ts';
import { priceOrder } from '../../src/domain/pricing.ts';

const line = fc.record({
  unit_price: fc.integer({ min: 1, max: 5_000_000 }),
  quantity: fc.integer({ min: 1, max: 100 }),
  addon_prices: fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 6 }),
});
const discount = fc.oneof(
  fc.constant(null),
  fc.record({ type: fc.constant('percentage' as const), rate: fc.integer({ min: 1, max: 1_000_000 }) }),
  fc.record({ type: fc.constant('flat' as const), amount: fc.integer({ min: 1, max: 10_000_000 }) }),
);

describe('priceOrder', () => {
  it('prices the contract’s example', () => {
    const priced = priceOrder(
      [
        { unit_price: 550, quantity: 2, addon_prices: [75, 50] },
        { unit_price: 350, quantity: 1, addon_prices: [60] },
      ],
      { type: 'percentage', rate: 100_000 },
      80_000,
    );
    expect(priced).toMatchObject({ subtotal: 1760, discount_amount: 176, tax_amount: 127, total: 1711 });
    expect(priced.lines.map((part) => part.subtotal)).toEqual([1350, 410]);
  });

  it('never discounts more than there is', () => {
    expect(priceOrder([{ unit_price: 250, quantity: 1, addon_prices: [] }], { type: 'flat', amount: 50_000 }, 80_000)).toMatchObject({
      discount_amount: 250,
      tax_amount: 0,
      total: 0,
    });
  });

  // Minor units know no currency: the same integers are cents, yen or fils, so one property covers 0, 2 and 3 decimals.
  test.prop([fc.array(line, { minLength: 1, maxLength: 30 }), discount, fc.integer({ min: 0, max: 1_000_000 })])(
    'adds up to the minor unit for any cart',
    (lines, rule, taxRate) => {
      const priced = priceOrder(lines, rule, taxRate);
      const sum = (pick: (part: (typeof priced.lines)[number]) => number) => priced.lines.reduce((total, part) => total + pick(part), 0);
      expect(sum((part) => part.subtotal)).toBe(priced.subtotal);
      expect(sum((part) => part.discount_share)).toBe(priced.discount_amount);
      expect(sum((part) => part.tax_share)).toBe(priced.tax_amount);
      expect(priced.total).toBe(priced.subtotal - priced.discount_amount + priced.tax_amount);
      expect(priced.discount_amount).toBeLessThanOrEqual(priced.subtotal);
      expect(priced.tax_amount).toBe(applyRate(priced.subtotal - priced.discount_amount, taxRate));
      for (const part of priced.lines) {
        expect(part.discount_share).toBeGreaterThanOrEqual(0);
        expect(part.discount_share).toBeLessThanOrEqual(part.subtotal);
        expect(part.tax_share).toBeGreaterThanOrEqual(0);
      }
    },
  );

  const discounted = fc.record({ line, discount });

  test.prop([fc.array(discounted, { minLength: 1, maxLength: 20 }), discount, fc.integer({ min: 0, max: 1_000_000 })])(
    'takes the lines’ own discounts first, and spreads the order’s over what they leave by largest remainder',
    (parts, rule, taxRate) => {
      const priced = priceOrder(
        parts.map(({ line: one, discount: own }) => ({ ...one, discount: own })),
        rule,
        taxRate,
      );
      const sum = (pick: (part: (typeof priced.lines)[number]) => number) => priced.lines.reduce((total, part) => total + pick(part), 0);
      expect(sum((part) => part.discount_share)).toBe(priced.discount_amount);
      expect(sum((part) => part.tax_share)).toBe(priced.tax_amount);
      expect(priced.total).toBe(priced.subtotal - priced.discount_amount + priced.tax_amount);
      const left = priced.lines.map((part) => part.subtotal - part.line_discount);
      const ofOrder = priced.lines.map((part) => part.discount_share - part.line_discount);
      const whole = left.reduce((a, b) => a + b, 0);
      const spread = ofOrder.reduce((a, b) => a + b, 0);
      priced.lines.forEach((part, index) => {
        expect(part.line_discount).toBeGreaterThanOrEqual(0);
        expect(part.discount_share).toBeLessThanOrEqual(part.subtotal);
        // Within one unit of its exact part: none is rounded further than the remainder asks.
        if (whole > 0) expect(Math.abs((ofOrder[index] ?? 0) - (spread * (left[index] ?? 0)) / whole)).toBeLessThan(1);
      });
    },
  );

  it('gives a line free without touching the others, and taxes nothing of it', () => {
    const priced = priceOrder(
      [
        { unit_price: 500, quantity: 2, addon_prices: [], discount: { type: 'percentage', rate: 1_000_000 } },
        { unit_price: 333, quantity: 1, addon_prices: [] },
      ],
      { type: 'percentage', rate: 500_000 },
      100_000,
    );
    expect(priced).toMatchObject({ subtotal: 1333, discount_amount: 1167, tax_amount: 17, total: 183 });
    expect(priced.lines).toMatchObject([
      { line_discount: 1000, discount_share: 1000, tax_share: 0 },
      { line_discount: 0, discount_share: 167, tax_share: 17 },
    ]);
  });

  it('of nothing but free lines takes nothing more off', () => {
    const free = { unit_price: 500, quantity: 1, addon_prices: [], discount: { type: 'percentage' as const, rate: 1_000_000 } };
    expect(priceOrder([free, free], { type: 'flat', amount: 300 }, 80_000)).toMatchObject({
      subtotal: 1000,
      discount_amount: 1000,
      tax_amount: 0,
      total: 0,
    });
  });
});
