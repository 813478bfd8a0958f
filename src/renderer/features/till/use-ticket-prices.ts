import { useMemo } from 'react';
import type { Discount } from '../../../contract/discounts.ts';
import { discountIsInWindow } from '../../../domain/discount.ts';
import type { PricedOrder } from '../../../domain/pricing.ts';
import { useCall } from '../../client/queries.ts';
import { useClock } from '../lock/use-clock.ts';
import { useFormats, useMay } from '../session/session.tsx';
import { priceTicket } from './ticket-price.ts';
import { useTicket } from './ticket-store.ts';

/** The discounts that may be given now. */
export const useRunningDiscounts = (): readonly Discount[] | undefined => {
  const may = useMay();
  const discounts = useCall('discounts.list', { is_active: true, per_page: 100 }, { enabled: may('discounts.view') });
  const now = useClock().toISOString();
  return discounts.data?.items.filter((discount) => discountIsInWindow(discount.start_date, discount.end_date, now));
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
