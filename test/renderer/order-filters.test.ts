import { expect, test } from 'vitest';
import { listInput, readFilters, writeFilters } from '../../src/renderer/features/orders/order-filters.ts';
import { businessDayOf, dayBefore, wallClock } from '../../src/renderer/features/session/shop-clock.ts';

test('what is looked for comes back from the address as it was put there', () => {
  const filters = { number: '14', status: 'due', period: 'range', from: '2026-11-01', to: '2026-11-23', page: 3 } as const;
  expect(readFilters(writeFilters(filters))).toEqual(filters);
  expect(writeFilters(readFilters(''))).toBe('');
});

test('an address that somebody made up shows the default', () => {
  expect(readFilters('status=lost&period=never&page=-4&from=yesterday')).toEqual(readFilters(''));
});

test('each period asks for its business days', () => {
  const ask = (text: string) => listInput(readFilters(text), '2026-03-01');
  expect(ask('')).toMatchObject({ start_date: '2026-03-01', end_date: '2026-03-01' });
  expect(ask('period=yesterday')).toMatchObject({ start_date: '2026-02-28', end_date: '2026-02-28' });
  expect(ask('period=week')).toMatchObject({ start_date: '2026-02-23', end_date: '2026-03-01' });
  expect(ask('period=all')).not.toHaveProperty('start_date');
  expect(ask('period=range&from=2026-01-05')).toMatchObject({ start_date: '2026-01-05' });
  expect(ask('period=range&from=2026-01-05')).not.toHaveProperty('end_date');
  expect(ask('status=due&number=14')).toMatchObject({ is_due: true, search: '14' });
  expect(ask('status=ready')).toMatchObject({ status: 'ready' });
});

test("the shop's day begins at its cut-over hour on its own clock", () => {
  const shop = { time_zone: 'Europe/Oslo', day_cutover_hour: 4 };
  expect(businessDayOf(new Date('2026-11-23T02:30:00Z'), shop)).toBe('2026-11-22');
  expect(businessDayOf(new Date('2026-11-23T03:00:00Z'), shop)).toBe('2026-11-23');
  expect(wallClock(new Date('2026-11-22T23:30:00Z'), 'Europe/Oslo')).toEqual({ day: '2026-11-23', weekday: 1, minutes: 30 });
  expect(dayBefore('2026-03-01', 1)).toBe('2026-02-28');
});
