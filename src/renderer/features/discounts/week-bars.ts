import type { WeeklyWindow } from '../../../domain/discount.ts';

/** Monday first. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

const DAY = 24 * 60;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The parts of a day, in minutes, in which one of the windows is open; one past midnight reaches into the next day. */
export const barsOf = (windows: readonly WeeklyWindow[], day: number): readonly (readonly [number, number])[] =>
  windows.flatMap(({ weekdays, from, to }): [number, number][] => {
    if (from === '' || to === '') return [];
    const [start, end] = [minutesOf(from), minutesOf(to)];
    const own = weekdays.includes(day);
    if (start < end) return own ? [[start, end]] : [];
    const before = weekdays.includes((day + 6) % 7);
    return [...(own ? [[start, DAY] as [number, number]] : []), ...(before && end > 0 ? [[0, end] as [number, number]] : [])];
  });
