/** What a clock on the shop's wall shows at an instant. */
interface WallClock {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** 0 = Sunday. */
  readonly weekday: number;
  /** Since midnight. */
  readonly minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The shop's wall clock. Screens only show by it; what counts is decided by the core's own clock. */
export const wallClock = (now: Date, timeZone: string): WallClock => {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  const day = `${part.year}-${part.month}-${part.day}`;
  return { day, weekday: new Date(`${day}T00:00:00Z`).getUTCDay(), minutes: Number(part.hour) * 60 + Number(part.minute) };
};

/** The shop's business day: before the cut-over hour it is still the day before. */
export const businessDayOf = (now: Date, shop: { readonly time_zone: string; readonly day_cutover_hour: number }): string => {
  const { day, minutes } = wallClock(now, shop.time_zone);
  return minutes < shop.day_cutover_hour * 60 ? dayBefore(day, 1) : day;
};

/** The day that many days before. */
export const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
