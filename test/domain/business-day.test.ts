import { fc, test } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, businessMoment, daysInRange, isDay, isTimeZone, startOfBusinessDay } from '../../src/domain/business-day.ts';

const at = (instant: string, time_zone = 'UTC', cutover_hour = 0) => businessMoment(Date.parse(instant), { time_zone, cutover_hour });

describe('businessMoment', () => {
  it('puts a sale after midnight on the day before, until the cut-over', () => {
    expect(at('2026-03-02T01:30:00Z', 'UTC', 4)).toEqual({ business_date: '2026-03-01', hour: 1, weekday: 0 });
    expect(at('2026-03-02T03:59:59.999Z', 'UTC', 4).business_date).toBe('2026-03-01');
    expect(at('2026-03-02T04:00:00.000Z', 'UTC', 4).business_date).toBe('2026-03-02');
  });

  it('uses the shop’s clock', () => {
    expect(at('2026-03-01T20:00:00Z', 'Asia/Karachi')).toEqual({ business_date: '2026-03-02', hour: 1, weekday: 1 });
    expect(at('2026-07-01T03:00:00Z', 'America/New_York')).toEqual({ business_date: '2026-06-30', hour: 23, weekday: 2 });
  });

  it('counts the hours of both clock changes', () => {
    // Oslo: 29 March 02:00 -> 03:00, 25 October 03:00 -> 02:00.
    expect(at('2026-03-29T00:59:59Z', 'Europe/Oslo').hour).toBe(1);
    expect(at('2026-03-29T01:00:00Z', 'Europe/Oslo').hour).toBe(3);
    expect(at('2026-10-25T00:30:00Z', 'Europe/Oslo').hour).toBe(2);
    expect(at('2026-10-25T01:30:00Z', 'Europe/Oslo').hour).toBe(2);
  });

  test.prop([
    fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2032-01-01') }),
    fc.constantFrom('UTC', 'Europe/Oslo', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Auckland'),
    fc.integer({ min: 0, max: 12 }),
  ])('agrees with Temporal, and every instant lies in its own business day', (ms, time_zone, cutover_hour) => {
    const clock = { time_zone, cutover_hour };
    const moment = businessMoment(ms, clock);
    const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(time_zone);
    expect(moment.hour).toBe(zoned.hour);
    const instant = new Date(ms).toISOString();
    expect(startOfBusinessDay(moment.business_date, clock) <= instant).toBe(true);
    expect(instant < startOfBusinessDay(addDays(moment.business_date, 1), clock)).toBe(true);
  });
});

describe('days', () => {
  it('knows the calendar', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysInRange('2026-01-31', '2026-03-02')).toBe(31);
    expect([isDay('2026-02-29'), isDay('2028-02-29'), isDay('2026-2-1'), isDay('x')]).toEqual([false, true, false, false]);
    expect([isTimeZone('Europe/Oslo'), isTimeZone('Mars/Base'), isTimeZone('')]).toEqual([true, false, false]);
  });
});
