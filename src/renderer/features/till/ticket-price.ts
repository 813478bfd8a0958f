import type { Discount } from '../../../contract/discounts.ts';
import { discountRule, discountUnits } from '../../../domain/discount.ts';
import { PPM } from '../../../domain/money.ts';
import { type DiscountRule, type PricedOrder, priceOrder } from '../../../domain/pricing.ts';
import type { PriceCut, Ticket } from './ticket-store.ts';

/** The core's own pricing on the ticket (src/domain/pricing.ts), in minor units. */
export const priceTicket = (ticket: Ticket, discount: Discount | null, taxRate: number, decimals: number): PricedOrder => {
  const units = discount ? discountUnits(discount.type, discount.value, decimals) : null;
  return priceOrder(
    ticket.lines.map((line) => ({
      unit_price: line.unit_price,
      quantity: line.quantity,
      addon_prices: line.addons.map(({ price }) => price),
      discount: cutRule(line.price_cut, decimals),
    })),
    discount && units !== null ? discountRule(discount.type, units) : null,
    taxRate,
  );
};

/** The pricing rule of what is taken off one line; null where nothing is, or its value cannot be kept in this currency. */
export const cutRule = (cut: PriceCut | null, decimals: number): DiscountRule | null => {
  if (cut === null) return null;
  if (cut.kind === 'comp') return { type: 'percentage', rate: PPM };
  const units = discountUnits(cut.type, cut.value, decimals);
  return units === null ? null : discountRule(cut.type, units);
};
