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

/** What of `whole` belongs to the first `count` of `quantity`, rounded half up. */
const upTo = (whole: Money, count: number, quantity: number): number =>
  Number(divideRounded(BigInt(whole) * BigInt(count), BigInt(quantity)));

/**
 * The share of the next `count` of a line. Each share is a difference of running totals, so any number of partial refunds
 * adds up to the line exactly: refunding everything brings price, discount and tax to zero.
 */
export const refundShare = (line: SoldLine, count: number): RefundShare => {
  const next = (whole: Money): Money =>
    money(upTo(whole, line.refunded + count, line.quantity) - upTo(whole, line.refunded, line.quantity));
  return { subtotal: next(line.subtotal), discount_share: next(line.discount_share), tax_share: next(line.tax_share) };
};
