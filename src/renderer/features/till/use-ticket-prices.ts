import { useMemo } from 'react';
import type { Discount } from '../../../contract/discounts.ts';
import { discountIsInWindow, isInWeeklyWindow } from '../../../domain/discount.ts';
import type { PricedOrder } from '../../../domain/pricing.ts';
import { useCall } from '../../client/queries.ts';
import { useClock } from '../lock/use-clock.ts';
import { useFormats, useMay, useSession } from '../session/session.tsx';
import { wallClock } from '../session/shop-clock.ts';
import { priceTicket } from './ticket-price.ts';
import { useTicket } from './ticket-store.ts';

/** A discount of these days, and whether its hours of the week are now. */
export interface RunningDiscount extends Discount {
  readonly isNow: boolean;
}

/** The discounts of these days. The core decides again when the order is placed. */
export const useRunningDiscounts = (): readonly RunningDiscount[] | undefined => {
  const may = useMay();
  const discounts = useCall('discounts.list', { is_active: true, per_page: 100 }, { enabled: may('discounts.view') });
  const { shop } = useSession();
  const now = useClock();
  const instant = now.toISOString();
  const clock = wallClock(now, shop.time_zone);
  return discounts.data?.items
    .filter((discount) => discountIsInWindow(discount.start_date, discount.end_date, instant))
    .map((discount) => ({ ...discount, isNow: isInWeeklyWindow(discount.weekly_windows, clock) }));
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
