import { useMemo } from 'react';
import type { Discount } from '../../../contract/discounts.ts';
import { discountIsInWindow, discountRule, discountUnits } from '../../../domain/discount.ts';
import { type PricedOrder, priceOrder } from '../../../domain/pricing.ts';
import { useCall } from '../../client/queries.ts';
import { useFormats, useMay } from '../session/session.tsx';
import { type Ticket, useTicket } from './ticket-store.ts';

/** The discounts that may be given now. */
export const useRunningDiscounts = (): readonly Discount[] | undefined => {
  const may = useMay();
  const discounts = useCall('discounts.list', { is_active: true, per_page: 100 }, { enabled: may('discounts.view') });
  const now = new Date().toISOString();
  return discounts.data?.items.filter((discount) => discountIsInWindow(discount.start_date, discount.end_date, now));
};

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

export interface TicketPrices {
  readonly priced: PricedOrder;
  readonly discount: Discount | null;
  /** ppm; null while the settings are not read, then nothing can be placed. */
  readonly taxRate: number | null;
}

export const useTicketPrices = (): TicketPrices => {
  const ticket = useTicket((store) => store.ticket);
  const { currency } = useFormats();
  const settings = useCall('settings.get', {});
  const discounts = useRunningDiscounts();
  const taxRate = settings.data?.tax_rate ?? null;
  const discount = discounts?.find(({ id }) => id === ticket.discount_id) ?? null;
  const priced = useMemo(
    () => priceTicket(ticket, discount, taxRate ?? 0, currency.decimals),
    [ticket, discount, taxRate, currency.decimals],
  );
  return { priced, discount, taxRate };
};
