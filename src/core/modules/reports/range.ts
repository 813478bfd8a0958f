import { addDays, type Day, daysInRange, type Instant, startOfBusinessDay } from '../../../domain/business-day.ts';
import type { QueryContext } from '../../kernel/context.ts';

/** What a caller may send: whole business days, both counted, each works alone (DECISIONS 4). */
export interface AskedRange {
  readonly start_date?: Day | undefined;
  readonly end_date?: Day | undefined;
}

/** Business days from `start` to `end`, both counted. `start` null: from the first day on. May be reversed, which is empty. */
export interface DayRange {
  readonly start: Day | null;
  readonly end: Day;
}

/** Days before today that a dashboard shows when it is not told (ORIGINAL.md section 5). */
const DEFAULT_DAYS_BACK = 30;

/** Sort before and after every day, for bounds that are open. */
export const FIRST_DAY: Day = '0000-01-01';
export const LAST_DAY: Day = '9999-12-31';

/** None: the last 30 days and today. Only a start: up to today. Only an end: everything up to it. */
export const rangeOf = (ctx: QueryContext, asked: AskedRange): DayRange => {
  const { start_date, end_date } = asked;
  const today = ctx.moment.business_date;
  if (end_date !== undefined) return { start: start_date ?? null, end: end_date };
  return { start: start_date ?? addDays(today, -DEFAULT_DAYS_BACK), end: today };
};

/** The range as the two values of a BETWEEN over `business_date`. */
export const bounds = (range: DayRange): readonly [Day, Day] => [range.start ?? FIRST_DAY, range.end];

/** From here on, what is asked of a thing's days is most of what is kept of it. */
const MANY_DAYS = 120;
export const isLong = ({ start, end }: DayRange): boolean => start === null || daysInRange(start, end) > MANY_DAYS;

/** As many days, ending the day before (DECISIONS 24). Null where nothing can be before: an open or a reversed range. */
export const previousRange = (range: DayRange): DayRange | null => {
  if (range.start === null) return null;
  const days = daysInRange(range.start, range.end);
  return days > 0 ? { start: addDays(range.start, -days), end: addDays(range.start, -1) } : null;
};

/** The instants between which the range's days lie: from the first, up to but not including the second. */
export const instantBounds = (ctx: QueryContext, range: DayRange): readonly [Instant, Instant] => [
  range.start === null ? FIRST_DAY : startOfBusinessDay(range.start, ctx.businessClock),
  range.end >= '9999' ? LAST_DAY : startOfBusinessDay(addDays(range.end, 1), ctx.businessClock),
];
