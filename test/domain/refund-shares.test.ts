import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { refundShare, type SoldLine } from '../../src/domain/refund-shares.ts';

/** A line as sold here or as imported: its price need not divide by its quantity. */
const soldLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 100 }),
    subtotal: fc.nat(100_000),
    discount: fc.double({ min: 0, max: 1, noNaN: true }),
    tax_share: fc.nat(50_000),
  })
  .map(
    ({ quantity, subtotal, discount, tax_share }): SoldLine => ({
      quantity,
      refunded: 0,
      subtotal,
      discount_share: Math.round(subtotal * discount),
      tax_share,
    }),
  );

describe('a line that comes back in parts', () => {
  test.prop([soldLine, fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 30 })])(
    'brings price, discount and tax back to exactly zero, and no part is below zero',
    (line, wanted) => {
      const sum = { subtotal: 0, discount_share: 0, tax_share: 0 };
      let refunded = 0;
      for (const count of [...wanted, line.quantity]) {
        const part = Math.min(count, line.quantity - refunded);
        if (part === 0) continue;
        const share = refundShare({ ...line, refunded }, part);
        refunded += part;
        expect(Math.min(share.subtotal, share.discount_share, share.tax_share)).toBeGreaterThanOrEqual(0);
        expect(share.discount_share).toBeLessThanOrEqual(share.subtotal);
        sum.subtotal += share.subtotal;
        sum.discount_share += share.discount_share;
        sum.tax_share += share.tax_share;
      }
      expect(sum).toEqual({ subtotal: line.subtotal, discount_share: line.discount_share, tax_share: line.tax_share });
    },
  );
});
