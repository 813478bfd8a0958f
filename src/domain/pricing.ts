import { allocate, applyRate, type Money, money, type Ppm } from './money.ts';

/** One line of a cart or an order. `unit_price` and add-on prices in minor units, `quantity` a positive integer. */
export interface PricedLineInput {
  readonly unit_price: Money;
  readonly quantity: number;
  readonly addon_prices: readonly Money[];
}

/** A percentage carries ppm (10% is 100_000), a flat discount minor units. */
export type DiscountRule = { readonly type: 'percentage'; readonly rate: Ppm } | { readonly type: 'flat'; readonly amount: Money };

export interface PricedLine {
  /** (unit price + add-ons) * quantity, before discount and tax. */
  readonly subtotal: Money;
  /** This line's share of the order's discount; the shares add up to it exactly. */
  readonly discount_share: Money;
  /** This line's share of the order's tax; the shares add up to it exactly. */
  readonly tax_share: Money;
}

export interface PricedOrder {
  readonly lines: readonly PricedLine[];
  readonly subtotal: Money;
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
 * Prices an order: the core charges it and the screens show it, from this one function.
 * Rounding is half away from zero, once for the discount and once for the tax (contract rule: DECISIONS 6), so
 * `total = subtotal - discount_amount + tax_amount` and the lines' subtotals and shares add up exactly.
 */
export const priceOrder = (lines: readonly PricedLineInput[], discount: DiscountRule | null, taxRate: Ppm): PricedOrder => {
  const subtotals = lines.map(lineSubtotal);
  const subtotal = money(subtotals.reduce((sum, part) => sum + part, 0));
  const discountAmount = discountOn(subtotal, discount);
  const taxable = money(subtotal - discountAmount);
  const taxAmount = applyRate(taxable, taxRate);
  const discountShares = discountAmount === 0 ? null : allocate(discountAmount, subtotals);
  const taxShares =
    taxAmount === 0
      ? null
      : allocate(
          taxAmount,
          subtotals.map((part, index) => part - (discountShares?.[index] ?? 0)),
        );
  return {
    lines: subtotals.map((part, index) => ({
      subtotal: part,
      discount_share: discountShares?.[index] ?? 0,
      tax_share: taxShares?.[index] ?? 0,
    })),
    subtotal,
    discount_amount: discountAmount,
    tax_amount: taxAmount,
    total: money(taxable + taxAmount),
  };
};
