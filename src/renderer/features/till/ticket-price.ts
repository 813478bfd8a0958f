import type { Discount } from '../../../contract/discounts.ts';
import { discountRule, discountUnits } from '../../../domain/discount.ts';
import { type PricedOrder, priceOrder } from '../../../domain/pricing.ts';
import type { Ticket } from './ticket-store.ts';

/** The core's own pricing on the ticket (src/domain/pricing.ts), in minor units. */
export const priceTicket = (ticket: Ticket, discount: Discount | null, taxRate: number, decimals: number): PricedOrder => {
  const units = discount ? discountUnits(discount.type, discount.value, decimals) : null;
  return priceOrder(
    ticket.lines.map((line) => ({
      unit_price: line.unit_price,
      quantity: line.quantity,
      addon_prices: line.addons.map(({ price }) => price),
    })),
    discount && units !== null ? discountRule(discount.type, units) : null,
    taxRate,
  );
};
