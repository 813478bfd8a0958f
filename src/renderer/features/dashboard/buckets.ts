import { addDays, type Day, weekdayOf } from '../../../domain/business-day.ts';
import type { Days, Group } from './address.ts';

const firstMonday = (year: string): Day => {
  const january = `${year}-01-01`;
  return addDays(january, (8 - weekdayOf(january)) % 7);
};

/** The name of a day's bucket as the API has it: a week is strftime's %W, and 00 is what comes before the year's first Monday. */
export const bucketOf = (day: Day, group: Group): string => {
  if (group === 'daily') return day;
  if (group === 'monthly') return day.slice(0, 7);
  const year = day.slice(0, 4);
  const days = (Date.parse(day) - Date.parse(firstMonday(year))) / 86_400_000;
  return `${year}-${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
};

/** The first day of a bucket. */
export const bucketStart = (bucket: string, group: Group): Day => {
  if (group === 'daily') return bucket;
  if (group === 'monthly') return `${bucket}-01`;
  const week = Number(bucket.slice(5));
  return week === 0 ? `${bucket.slice(0, 4)}-01-01` : addDays(firstMonday(bucket.slice(0, 4)), (week - 1) * 7);
};

/** Every bucket of a range in order, also those in which nothing was sold. */
export const bucketsOf = ({ start, end }: Days, group: Group): string[] => {
  const buckets: string[] = [];
  for (let day = start; day <= end; day = addDays(day, 1)) {
    const bucket = bucketOf(day, group);
    if (buckets.at(-1) !== bucket) buckets.push(bucket);
  }
  return buckets;
};
