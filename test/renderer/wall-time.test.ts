import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { durationText, instantOfWall, wallText } from '../../src/renderer/features/time/wall-time.ts';

describe("the shop's clock", () => {
  test.each([
    ['2026-01-15T08:02', 'Europe/Oslo', '2026-01-15T07:02:00.000Z'],
    ['2026-07-15T08:02', 'Europe/Oslo', '2026-07-15T06:02:00.000Z'],
    ['2026-07-15T08:02', 'UTC', '2026-07-15T08:02:00.000Z'],
    ['2026-07-15T00:10', 'Asia/Kathmandu', '2026-07-14T18:25:00.000Z'],
    ['2026-11-01T12:00', 'America/New_York', '2026-11-01T17:00:00.000Z'],
  ])('%s in %s is %s, and back', (wall, zone, instant) => {
    expect(instantOfWall(wall, zone)).toBe(instant);
    expect(wallText(instant, zone)).toBe(wall);
  });

  test('a time that comes twice is the earlier one, one that is skipped lies after the skip', () => {
    expect(instantOfWall('2026-10-25T02:30', 'Europe/Oslo')).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOfWall('2026-03-29T02:30', 'Europe/Oslo')).toBe('2026-03-29T01:30:00.000Z');
  });

  test.each(['', 'tomorrow', '2026-13-01T00:00'])('"%s" is no time', (text) => expect(instantOfWall(text, 'Europe/Oslo')).toBeNull());

  property.prop([
    fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true }),
    fc.constantFrom('UTC', 'Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Chatham'),
  ])('what the clock shows at an instant is shown at the instant read back from it', (date, zone) => {
    const wall = wallText(date.toISOString(), zone);
    const back = instantOfWall(wall, zone);
    expect(back === null ? null : wallText(back, zone)).toBe(wall);
  });
});

test('hours are counted in whole minutes and never below nothing', () => {
  expect(durationText('2026-03-01T08:00:00.000Z', '2026-03-01T16:05:59.000Z')).toBe('8:05');
  expect(durationText('2026-03-01T08:00:00.000Z', '2026-03-01T08:00:10.000Z')).toBe('0:00');
  expect(durationText('2026-03-01T08:00:00.000Z', '2026-03-01T07:00:00.000Z')).toBe('0:00');
});
