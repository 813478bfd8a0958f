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
});
