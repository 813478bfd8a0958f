import { allocate, applyRate, type Money, money, type Ppm } from './money.ts';

/** One line of a cart or an order. `unit_price` and add-on prices in minor units, `quantity` a positive integer. */
export interface PricedLineInput {
  readonly unit_price: Money;
  readonly quantity: number;
  readonly addon_prices: readonly Money[];
  /** Of this line alone, before the order's discount; a comp is 100%. */
  readonly discount?: DiscountRule | null;
}

/** A percentage carries ppm (10% is 100_000), a flat discount minor units. */
export type DiscountRule = { readonly type: 'percentage'; readonly rate: Ppm } | { readonly type: 'flat'; readonly amount: Money };

export interface PricedLine {
  /** (unit price + add-ons) * quantity, before discount and tax. */
  readonly subtotal: Money;
  /** The line's own discount or comp. */
  readonly line_discount: Money;
  /** All that was taken off this line: its own discount and its share of the order's. The shares add up exactly. */
  readonly discount_share: Money;
  /** This line's share of the order's tax; the shares add up to it exactly. */
  readonly tax_share: Money;
}

export interface PricedOrder {
  readonly lines: readonly PricedLine[];
  readonly subtotal: Money;
  /** The lines' own discounts and the order's together. */
  readonly discount_amount: Money;
  readonly tax_amount: Money;
  readonly total: Money;
}

/** What one line costs before discount and tax, in minor units. */
export const lineSubtotal = (line: PricedLineInput): Money =>
  money(line.addon_prices.reduce((sum, price) => sum + price, line.unit_price as number) * line.quantity);

/** The discount on `subtotal`, in minor units; a flat discount never exceeds what there is to discount. */
export const discountOn = (subtotal: Money, discount: DiscountRule | null): Money => {
  if (!discount) return 0;
  return discount.type === 'percentage' ? applyRate(subtotal, discount.rate) : Math.min(discount.amount, subtotal);
};

/**
 * Prices an order: the core charges it and the screens show it, from this one function. The order's discount is taken of
 * what the lines' own discounts leave. Rounding is half away from zero, once for each discount and once for the tax
 * (contract rule: DECISIONS 6), so `total = subtotal - discount_amount + tax_amount` and the lines add up exactly.
 */
export const priceOrder = (lines: readonly PricedLineInput[], discount: DiscountRule | null, taxRate: Ppm): PricedOrder => {
  const subtotals = lines.map(lineSubtotal);
  const subtotal = sumOf(subtotals);
  const ownDiscounts = lines.map((line, index) => discountOn(subtotals[index] ?? 0, line.discount ?? null));
  const left = subtotals.map((part, index) => money(part - (ownDiscounts[index] ?? 0)));
  const orderDiscount = discountOn(sumOf(left), discount);
  const orderShares = orderDiscount === 0 ? [] : allocate(orderDiscount, left);
  const discountShares = ownDiscounts.map((own, index) => money(own + (orderShares[index] ?? 0)));
  const discountAmount = sumOf(discountShares);
  const taxable = money(subtotal - discountAmount);
  const taxAmount = applyRate(taxable, taxRate);
  const taxShares =
    taxAmount === 0
      ? []
      : allocate(
          taxAmount,
          subtotals.map((part, index) => part - (discountShares[index] ?? 0)),
        );
  return {
    lines: subtotals.map((part, index) => ({
      subtotal: part,
      line_discount: ownDiscounts[index] ?? 0,
      discount_share: discountShares[index] ?? 0,
      tax_share: taxShares[index] ?? 0,
    })),
    subtotal,
    discount_amount: discountAmount,
    tax_amount: taxAmount,
    total: money(taxable + taxAmount),
  };
};

const sumOf = (parts: readonly Money[]): Money => money(parts.reduce((sum, part) => sum + part, 0));
