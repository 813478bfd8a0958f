import { expect, test } from 'vitest';
import { currencyOf } from '../../src/domain/money.ts';
import { listInput, moreSet, readFilters, writeFilters } from '../../src/renderer/features/orders/order-filters.ts';
import { businessDayOf, dayBefore, wallClock } from '../../src/renderer/features/session/shop-clock.ts';

test('what is looked for comes back from the address as it was put there', () => {
  const filters = {
    number: '14',
    status: 'due',
    period: 'range',
    from: '2026-11-01',
    to: '2026-11-23',
    method: 'gift_card',
    staff: '3',
    min: '4.50',
    max: '9,00',
    sort: 'largest',
    page: 3,
  } as const;
  expect(readFilters(writeFilters(filters))).toEqual(filters);
  expect(writeFilters(readFilters(''))).toBe('');
});

test('an address that somebody made up shows the default', () => {
  expect(readFilters('status=lost&period=never&page=-4&from=yesterday&staff=nora&sort=price')).toEqual(readFilters(''));
});

test('each period asks for its business days', () => {
  const ask = (text: string) => listInput(readFilters(text), '2026-03-01', currencyOf('USD'));
  expect(ask('')).toMatchObject({ start_date: '2026-03-01', end_date: '2026-03-01' });
  expect(ask('period=yesterday')).toMatchObject({ start_date: '2026-02-28', end_date: '2026-02-28' });
  expect(ask('period=week')).toMatchObject({ start_date: '2026-02-23', end_date: '2026-03-01' });
  expect(ask('period=all')).not.toHaveProperty('start_date');
  expect(ask('period=range&from=2026-01-05')).toMatchObject({ start_date: '2026-01-05' });
  expect(ask('period=range&from=2026-01-05')).not.toHaveProperty('end_date');
  expect(ask('status=due&number=14')).toMatchObject({ is_due: true, search: '14' });
  expect(ask('status=ready')).toMatchObject({ status: 'ready' });
});

test('each condition asks for what it says, and an amount that is none asks for nothing', () => {
  const ask = (text: string) => listInput(readFilters(text), '2026-03-01', currencyOf('USD'));
  expect(ask('method=card&staff=3')).toMatchObject({ tender: 'card', staff_id: 3 });
  expect(ask('min=4.50&max=9,00')).toMatchObject({ total_from: 450, total_to: 900 });
  expect(ask('min=much')).not.toHaveProperty('total_from');
  expect(ask('sort=smallest')).toMatchObject({ sort: 'total', order: 'asc' });
  expect(ask('')).not.toHaveProperty('sort');
  expect([moreSet(readFilters('')), moreSet(readFilters('method=card&min=1&status=ready'))]).toEqual([0, 2]);
});

test("the shop's day begins at its cut-over hour on its own clock", () => {
  const shop = { time_zone: 'Europe/Oslo', day_cutover_hour: 4 };
  expect(businessDayOf(new Date('2026-11-23T02:30:00Z'), shop)).toBe('2026-11-22');
  expect(businessDayOf(new Date('2026-11-23T03:00:00Z'), shop)).toBe('2026-11-23');
  expect(wallClock(new Date('2026-11-22T23:30:00Z'), 'Europe/Oslo')).toEqual({ day: '2026-11-23', weekday: 1, minutes: 30 });
  expect(dayBefore('2026-03-01', 1)).toBe('2026-02-28');
});
