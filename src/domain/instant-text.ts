import { isDay } from './business-day.ts';

/** What a written date or time means before the shop's zone is known. */
export type WrittenInstant = { readonly kind: 'instant'; readonly ms: number } | { readonly kind: 'day'; readonly day: string };

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[Tt _ ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d{2}:?\d{2})?$/;

/** Seconds up to here, milliseconds beyond: the rule by which the original reads numbers as instants. */
const LARGEST_SECONDS = 2e10;

/**
 * Reads an ISO date-time, a date alone or a number of seconds (milliseconds when large) since 1970. A time without an
 * offset is UTC, an offset is converted (DECISIONS 2). Null when it is none of these.
 */
export const readInstant = (text: string): WrittenInstant | null => {
  const trimmed = text.trim();
  if (isDay(trimmed)) return { kind: 'day', day: trimmed };
  if (/^[+-]?\d+(\.\d+)?$/.test(trimmed)) {
    const value = Number(trimmed);
    const ms = Math.floor(Math.abs(value) > LARGEST_SECONDS ? value : value * 1000);
    return Math.abs(ms) <= 8.64e15 ? { kind: 'instant', ms } : null;
  }
  const match = DATE_TIME.exec(trimmed);
  if (!match) return null;
  const [, day = '', hour = '', minute = '', second = '00', fraction = '', zone = 'Z'] = match;
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const base = Date.parse(`${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  const offset = zoneOffsetMinutes(zone);
  if (Number.isNaN(base) || offset === null) return null;
  return { kind: 'instant', ms: base - offset * 60_000 };
};

const zoneOffsetMinutes = (zone: string): number | null => {
  if (zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
};

/** A calendar day written as such or as a date-time at midnight; otherwise why not. */
export const readDay = (text: string): { day: string } | { problem: 'not_a_date' | 'has_a_time' } => {
  const trimmed = text.trim();
  if (isDay(trimmed)) return { day: trimmed };
  const match = DATE_TIME.exec(trimmed);
  if (!match || !isDay(match[1] ?? '')) return { problem: 'not_a_date' };
  const midnight = match[2] === '00' && match[3] === '00' && Number(match[4] ?? 0) === 0 && Number(match[5] ?? 0) === 0;
  return midnight ? { day: match[1] ?? '' } : { problem: 'has_a_time' };
};
