import { divideRounded, type Money, money } from './money.ts';

/** A sold line: its whole amounts and quantity, and how many of it came back before. */
export interface SoldLine {
  readonly quantity: number;
  readonly refunded: number;
  readonly subtotal: Money;
  readonly discount_share: Money;
  readonly tax_share: Money;
}

export interface RefundShare {
  readonly subtotal: Money;
  readonly discount_share: Money;
  readonly tax_share: Money;
}

/** What of `whole` belongs to the first `part` of `of`, rounded half up; 0 of nothing. */
const upTo = (whole: Money, part: number, of: number): number =>
  of === 0 ? 0 : Number(divideRounded(BigInt(whole) * BigInt(part), BigInt(of)));

/**
 * The share of the next `count` of a line. Each share is a difference of running totals, so any number of partial refunds
 * adds up to the line exactly: refunding everything brings price, discount and tax to zero. The discount follows the price,
 * not the count, so that no part has a discount larger than itself, also where a price does not divide evenly.
 */
export const refundShare = (line: SoldLine, count: number): RefundShare => {
  const price = (many: number): number => upTo(line.subtotal, many, line.quantity);
  const before = price(line.refunded);
  const after = price(line.refunded + count);
  return {
    subtotal: money(after - before),
    discount_share: money(upTo(line.discount_share, after, line.subtotal) - upTo(line.discount_share, before, line.subtotal)),
    tax_share: money(upTo(line.tax_share, line.refunded + count, line.quantity) - upTo(line.tax_share, line.refunded, line.quantity)),
  };
};
