import { useMemo } from 'react';
import { type Formats, useFormats } from '../session/session.tsx';
import type { Days, Group } from './address.ts';
import { bucketStart } from './buckets.ts';
import type { Cell, Column } from './figure-table.ts';

export interface DashboardFormats extends Formats {
  readonly count: (value: number) => string;
  /** 12.34 as `12.3%`. */
  readonly percent: (value: number) => string;
  /** `25 Oct – 23 Nov 2026`. */
  readonly days: (days: Days) => string;
  /** A trend's bucket by its first day: short under a bar. */
  readonly bucketShort: (bucket: string, group: Group) => string;
  readonly bucketLong: (bucket: string, group: Group) => string;
  /** 0 = Sunday. */
  readonly weekday: (weekday: number, style: 'short' | 'long') => string;
  /** `14:00`, as the language writes hours. */
  readonly hour: (hour: number) => string;
  /** Money for an axis: `$1.2K`. */
  readonly moneyShort: (minor: number) => string;
  readonly cell: (cell: Cell, kind: Column['kind']) => string;
}

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
/** 4 January 1970 was a Sunday. */
const sunday = Date.UTC(1970, 0, 4);

/** How the dashboard writes counts, shares and stretches of days, in the language of the screens. */
export const useDashboardFormats = (): DashboardFormats => {
  const formats = useFormats();
  return useMemo(() => {
    const { locale, currency, money } = formats;
    const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    const counts = new Intl.NumberFormat(locale);
    const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    const shorts = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: currency.code,
      currencyDisplay: 'narrowSymbol',
      notation: 'compact',
      maximumFractionDigits: 1,
    });
    const medium = date({ dateStyle: 'medium' });
    const dayMonth = date({ day: 'numeric', month: 'short' });
    const month = date({ month: 'short' });
    const monthYear = date({ month: 'long', year: 'numeric' });
    const weekdayDate = date({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
    const weekdays = { short: date({ weekday: 'short' }), long: date({ weekday: 'long' }) };
    const hours = date({ hour: 'numeric', minute: '2-digit' });
    const count = (value: number) => counts.format(value);
    const percent = (value: number) => percents.format(value / 100);
    return {
      ...formats,
      count,
      percent,
      days: ({ start, end }) => medium.formatRange(at(start), at(end)),
      bucketShort: (bucket, group) => (group === 'monthly' ? month : dayMonth).format(at(bucketStart(bucket, group))),
      bucketLong: (bucket, group) =>
        (group === 'monthly' ? monthYear : group === 'weekly' ? medium : weekdayDate).format(at(bucketStart(bucket, group))),
      weekday: (weekday, style) => weekdays[style].format(new Date(sunday + weekday * 86_400_000)),
      hour: (hour) => hours.format(new Date(Date.UTC(1970, 0, 1, hour))),
      moneyShort: (minor) => shorts.format(minor / 10 ** currency.decimals),
      cell: (cell, kind) => {
        if (cell === null) return '–';
        if (typeof cell === 'string') return cell;
        return kind === 'money' ? money(cell) : kind === 'percent' ? percent(cell) : count(cell);
      },
    };
  }, [formats]);
};
