import { expect, test } from 'vitest';
import { type Kept, outOfAge } from '../../src/core/modules/backups/keeping.ts';

const NOW = Date.parse('2026-06-15T12:00:00.000Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const backup = (ageMs: number, rest: Partial<Kept> = {}): Kept => {
  const created_at = new Date(NOW - ageMs).toISOString();
  return { name: `${created_at}.db`, created_at, reason: 'shift_close', state: 'verified', ...rest };
};

test('of two backups a day over two years there stay all of two days, 14 days, 8 weeks and 12 months', () => {
  const all = Array.from({ length: 2 * 730 }, (_, index) => backup(index * 12 * HOUR + HOUR));
  const gone = new Set(outOfAge(all, NOW));
  const kept = all.filter((one) => !gone.has(one.name));
  expect(kept.filter((one) => NOW - Date.parse(one.created_at) < 2 * DAY)).toHaveLength(4);
  expect(new Set(kept.map((one) => one.created_at.slice(0, 10))).size).toBeGreaterThanOrEqual(14);
  expect(new Set(kept.map((one) => one.created_at.slice(0, 7))).size).toBe(12);
  expect(kept.length).toBeLessThanOrEqual(4 + 14 + 8 + 12);
  // Run again at once, nothing more goes.
  expect(outOfAge(kept, NOW)).toEqual([]);
});

test('a backup that somebody made by hand does not go by age', () => {
  const old = backup(3000 * DAY, { reason: 'manual' });
  const recent = Array.from({ length: 40 }, (_, index) => backup(index * DAY));
  expect(outOfAge([old, ...recent], NOW)).not.toContain(old.name);
});

test('the only verified one stays, however old, and a damaged one counts for no day', () => {
  const verified = backup(900 * DAY);
  const damaged = Array.from({ length: 30 }, (_, index) => backup((index + 3) * DAY, { state: 'damaged' }));
  expect(outOfAge([verified, ...damaged], NOW)).toEqual(damaged.map((one) => one.name));
});
