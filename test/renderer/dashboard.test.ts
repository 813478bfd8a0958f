import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/business-day.ts';
import {
  daysOf,
  fittingGroup,
  GROUPS,
  PRESETS,
  readView,
  shifted,
  type View,
  writeView,
} from '../../src/renderer/features/dashboard/address.ts';
import { readBehind } from '../../src/renderer/features/dashboard/behind.ts';
import { bucketOf, bucketsOf, bucketStart } from '../../src/renderer/features/dashboard/buckets.ts';
import { csvOf } from '../../src/renderer/features/dashboard/figure-table.ts';

const dayBetween = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));

describe('the address', () => {
  test('says what is shown, and is read as it was written', () => {
    const views: fc.Arbitrary<View> = fc.record({
      preset: fc.constantFrom(...PRESETS),
      days: fc.constant(null),
      group: fc.option(fc.constantFrom(...GROUPS)),
      tables: fc.uniqueArray(fc.constantFrom('items', 'hours', 'shifts')),
      behind: fc.constantFrom('revenue', 'item:12', 'hour:1-13'),
      page: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
      }),
    );
    fc.assert(
      fc.property(views, dayBetween, dayBetween, (view, one, other) => {
        const days = one <= other ? { start: one, end: other } : { start: other, end: one };
        const read = readView(new URLSearchParams(`from=${one}&to=${other}`));
        expect(read.days).toEqual(days);
        expect(readView(new URLSearchParams(writeView({ ...view, preset: 'custom', days })))).toEqual({ ...view, preset: 'custom', days });
      }),
    );
  });

  test('falls back where it makes no sense', () => {
    expect(readView(new URLSearchParams('range=ever&from=2026-02-31&to=x&by=hour&page=-3'))).toEqual({
      preset: 'last_30',
      days: null,
      group: null,
      tables: [],
      behind: null,
      page: 1,
    });
  });

  test('names the days of each preset', () => {
    // A Wednesday.
    const today = '2026-03-04';
    expect(Object.fromEntries(PRESETS.map((preset) => [preset, Object.values(daysOf(preset, today))]))).toEqual({
      today: ['2026-03-04', today],
      yesterday: ['2026-03-03', '2026-03-03'],
      this_week: ['2026-03-02', today],
      last_7: ['2026-02-26', today],
      last_30: ['2026-02-03', today],
      this_month: ['2026-03-01', today],
      this_year: ['2026-01-01', today],
    });
    expect(daysOf('this_week', '2026-03-01')).toEqual({ start: '2026-02-23', end: '2026-03-01' });
    expect(shifted({ start: '2026-03-01', end: '2026-03-07' }, -1)).toEqual({ start: '2026-02-22', end: '2026-02-28' });
    expect(fittingGroup({ start: '2024-01-01', end: '2026-12-31' })).toBe('monthly');
  });

  test('knows figures by name and nothing else', () => {
    expect(readBehind('hour:6-23')).toEqual({ kind: 'hour', value: '6-23' });
    for (const text of ['hour:7-1', 'hour:1-24', 'item:x', 'item', 'revenue:1', 'toString', '__proto__:1', null])
      expect(readBehind(text)).toBe(null);
  });
});

describe('the buckets of a trend', () => {
  test('cover every day of a range once, in order', () => {
    fc.assert(
      fc.property(dayBetween, fc.integer({ min: 0, max: 800 }), fc.constantFrom(...GROUPS), (start, length, group) => {
        const end = addDays(start, length);
        const buckets = bucketsOf({ start, end }, group);
        expect(buckets).toEqual([...new Set(buckets)].sort());
        for (let day = start; day <= end; day = addDays(day, 1)) {
          const bucket = bucketOf(day, group);
          expect(buckets).toContain(bucket);
          expect(bucketStart(bucket, group) <= day).toBe(true);
          expect(bucketOf(bucketStart(bucket, group), group)).toBe(bucket);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('weeks are called as SQLite calls them', () => {
    expect(
      ['2026-01-01', '2026-01-04', '2026-01-05', '2026-03-02', '2024-01-01', '2023-12-31'].map((day) => bucketOf(day, 'weekly')),
    ).toEqual(['2026-00', '2026-00', '2026-01', '2026-09', '2024-01', '2023-52']);
  });
});

describe('a table as a file', () => {
  const columns = [
    { head: 'Name', kind: 'text' },
    { head: 'Sum', kind: 'money' },
    { head: 'Count', kind: 'count' },
  ] as const;
  const dollars = { code: 'USD', decimals: 2 };

  test('is read back by another reader, whatever the names hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.integer({ min: -1e9, max: 1e9 }), fc.nat()), { minLength: 1 }), (rows) => {
        const text = csvOf({ columns, rows: rows.map((cells, index) => ({ key: String(index), cells })) }, dollars);
        expect(text.startsWith('\ufeff')).toBe(true);
        const { data, errors } = Papa.parse<string[]>(text.slice(1).replace(/\r\n$/, ''), { newline: '\r\n', delimiter: ',' });
        expect(errors).toEqual([]);
        expect(data.slice(1).map(([name, sum, count]) => [name, Number(sum), Number(count)])).toEqual(
          rows.map(([name, sum, count]) => [/^[=+\-@\t\r]/.test(name) ? `'${name}` : name, sum / 100, count]),
        );
      }),
    );
  });

  test('holds no formula, and keeps negative amounts as numbers', () => {
    const rows = [
      { key: '1', cells: ['=HYPERLINK("http://x")', -1250, 3] },
      { key: '2', cells: ['@a', null, 0] },
    ];
    expect(csvOf({ columns, rows }, dollars)).toBe('\ufeffName,Sum,Count\r\n"\'=HYPERLINK(""http://x"")",-12.50,3\r\n\'@a,,0\r\n');
    expect(csvOf({ columns, rows: [{ key: '1', cells: ['yen', 1250, 1] }] }, { code: 'JPY', decimals: 0 })).toContain('yen,1250,1');
  });
});
