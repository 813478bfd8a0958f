import type { TFunction } from 'i18next';

/** How long ago, in whole minutes, never below 0 (the clocks of two machines may differ). */
export const minutesSince = (instant: string, nowMs: number): number => Math.max(0, Math.floor((nowMs - Date.parse(instant)) / 60_000));

/** An age in words: `just now`, `4 min`, `1 h 20 min`, `3 days`. */
export const ageInWords = (minutes: number, t: TFunction): string => {
  if (minutes < 1) return t('age.now');
  if (minutes < 60) return t('age.minutes', { count: minutes });
  if (minutes < 24 * 60) return t('age.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return t('age.days', { count: Math.floor(minutes / (24 * 60)) });
};

/** How urgent an order of this age is to the eye. */
export const urgencyOf = (minutes: number): 'calm' | 'soon' | 'late' => (minutes >= 15 ? 'late' : minutes >= 8 ? 'soon' : 'calm');
