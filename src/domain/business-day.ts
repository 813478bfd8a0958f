import { Temporal } from 'temporal-polyfill';

/** Where and when the shop's day begins. `cutover_hour` 4 puts a sale at 01:30 on the day before. */
export interface BusinessClock {
  /** IANA time zone. */
  readonly time_zone: string;
  /** 0..12, the local hour at which a new business day starts. */
  readonly cutover_hour: number;
}

/** A UTC instant as stored and sent: `2026-03-01T06:00:00.000Z`. Fixed width, so text order is time order. */
export type Instant = string;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export interface BusinessMoment {
  readonly business_date: Day;
  /** Hour on the shop's clock, 0..23. */
  readonly hour: number;
  /** Weekday of the business date, 0 = Sunday. */
  readonly weekday: number;
}

export const instantFromMs = (ms: number): Instant => new Date(ms).toISOString();

/** Whether `zone` is one that time calculations know. */
export const isTimeZone = (zone: string): boolean => {
  try {
    return zone.length > 0 && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
};

/** Where an instant (milliseconds since 1970) falls in the shop's days. */
export const businessMoment = (epochMs: number, clock: BusinessClock): BusinessMoment => {
  const local = localFields(epochMs, clock.time_zone);
  const day = local.hour < clock.cutover_hour ? addDays(local.date, -1) : local.date;
  return { business_date: day, hour: local.hour, weekday: weekdayOf(day) };
};

interface LocalFields {
  date: Day;
  hour: number;
}

/** The offset is constant within a quarter hour in every zone, so one look-up serves all instants in it. */
const QUARTER_HOUR = 900_000;
const offsets = new Map<string, number>();

const offsetAt = (epochMs: number, zone: string): number => {
  if (zone === 'UTC') return 0;
  const quarter = Math.floor(epochMs / QUARTER_HOUR);
  const key = `${zone}|${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_HOUR).toZonedDateTimeISO(zone);
    offset = zoned.offsetNanoseconds / 1_000_000;
    if (offsets.size > 4096) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
};

const localFields = (epochMs: number, zone: string): LocalFields => {
  const text = new Date(epochMs + offsetAt(epochMs, zone)).toISOString();
  return { date: text.slice(0, 10), hour: Number(text.slice(11, 13)) };
};

/** The day `days` after `day` (before, when negative). */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** 0 = Sunday ... 6 = Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

/** Days from `start` to `end`, both counted; 0 or less when reversed. */
export const daysInRange = (start: Day, end: Day): number =>
  Math.round((Date.parse(`${end}T00:00:00.000Z`) - Date.parse(`${start}T00:00:00.000Z`)) / 86_400_000) + 1;

/** Whether the text is a real day of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
};

/** The instant at which a business day begins: the cut-over hour on the shop's clock (the later one if the clocks skip it). */
export const startOfBusinessDay = (day: Day, clock: BusinessClock): Instant =>
  instantFromMs(
    Temporal.PlainDate.from(day).toPlainDateTime({ hour: clock.cutover_hour }).toZonedDateTime(clock.time_zone).epochMilliseconds,
  );

/** The instant at which the shop's clock shows 00:00 on `day`. */
export const startOfLocalDay = (day: Day, timeZone: string): Instant => startOfBusinessDay(day, { time_zone: timeZone, cutover_hour: 0 });

/** What the shop's clock shows: weekday of the calendar (0 = Sunday) and minutes since midnight. */
export const localClock = (epochMs: number, timeZone: string): { weekday: number; minutes: number } => {
  const local = new Date(epochMs + offsetAt(epochMs, timeZone));
  return { weekday: local.getUTCDay(), minutes: local.getUTCHours() * 60 + local.getUTCMinutes() };
};
