import { businessDayOf, wallClock } from '../session/shop-clock.ts';

interface Shop {
  readonly time_zone: string;
  readonly day_cutover_hour: number;
}

/** The business day on which an expense counts. */
export const dayOfExpense = (instant: string, shop: Shop): string => businessDayOf(new Date(instant), shop);

/** Noon of a day on the shop's clock: an hour that every cut-over leaves on that day. */
export const noonOf = (day: string, shop: Shop): string => {
  const utcNoon = Date.parse(`${day}T12:00:00Z`);
  const shown = wallClock(new Date(utcNoon), shop.time_zone);
  const ahead = (Date.parse(`${shown.day}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 60_000 + shown.minutes - 720;
  return new Date(utcNoon - ahead * 60_000).toISOString();
};
