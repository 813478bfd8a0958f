import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { ageInWords, minutesSince, urgencyOf } from '../../src/renderer/features/board/age.ts';
import { shortNumber } from '../../src/renderer/features/board/order-number.ts';

const echo = ((key: string, options?: object) => `${key} ${JSON.stringify(options ?? {})}`) as unknown as TFunction;

test('age counts whole minutes and never runs backwards', () => {
  const now = Date.parse('2026-03-01T10:00:00.000Z');
  expect(minutesSince('2026-03-01T09:56:01.000Z', now)).toBe(3);
  expect(minutesSince('2026-03-01T10:00:05.000Z', now)).toBe(0);
});

test('age is told in the unit that fits', () => {
  expect(ageInWords(0, echo)).toBe('age.now {}');
  expect(ageInWords(59, echo)).toBe('age.minutes {"count":59}');
  expect(ageInWords(80, echo)).toBe('age.hours {"hours":1,"minutes":20}');
  expect(ageInWords(3 * 1440, echo)).toBe('age.days {"count":3}');
});

test('an order turns urgent in two steps', () => {
  expect([7, 8, 14, 15].map(urgencyOf)).toEqual(['calm', 'soon', 'soon', 'late']);
});

test('the number that is called out is the last part', () => {
  expect(shortNumber('PHI-20261123-0043')).toBe('0043');
});
