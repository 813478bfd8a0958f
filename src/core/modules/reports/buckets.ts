import type { ParsedInputOf } from '../../../contract/index.ts';
import { addDays, type Day, isDay, weekdayOf } from '../../../domain/business-day.ts';
import type { DayRange } from './range.ts';

export type GroupBy = ParsedInputOf<'dashboard.revenue'>['group_by'];

/** The name of a day's bucket, in SQL over `day`; a week is strftime's %W: it starts on Monday, and 00 is what comes before the first. */
export const BUCKETS: Readonly<Record<GroupBy, string>> = {
  daily: 'day',
  weekly: "strftime('%Y-%W', day)",
  monthly: 'substr(day, 1, 7)',
};

/** The days of the bucket of that name, the other way round; null where no bucket is called so. */
export const daysOfBucket = (groupBy: GroupBy, name: string): (DayRange & { readonly start: Day }) | null => {
  if (groupBy === 'daily') return isDay(name) ? { start: name, end: name } : null;
  const match = /^(\d{4})-(\d{2})$/.exec(name);
  if (!match) return null;
  const [, year = '', number = ''] = match;
  if (groupBy === 'monthly') {
    const start = `${name}-01`;
    return isDay(start) ? { start, end: addDays(addDays(start, 31).slice(0, 8) + '01', -1) } : null;
  }
  const newYear = `${year}-01-01`;
  const firstMonday = addDays(newYear, (8 - weekdayOf(newYear)) % 7);
  const monday = addDays(firstMonday, (Number(number) - 1) * 7);
  const start = monday < newYear ? newYear : monday;
  const sunday = addDays(monday, 6);
  const end = sunday > `${year}-12-31` ? `${year}-12-31` : sunday;
  return start <= end ? { start, end } : null;
};
