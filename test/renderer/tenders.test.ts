import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOf, dueAfter, type Entry, evenPart, type Part, readEntry } from '../../src/renderer/features/pay/tenders.ts';

const cash: Entry = { isCash: true, part: null, entered: null, tip: 0 };
const card: Entry = { ...cash, isCash: false };

describe('an entry', () => {
  test('of nothing is exactly what is due', () => {
    expect(readEntry(324, cash, 1)).toMatchObject({
      kind: 'tender',
      isRest: true,
      amount: null,
      tender: { amount: 324, tendered: 324, change_given: 0 },
    });
    expect(readEntry(324, { ...card, tip: 50 }, 1)).toMatchObject({ isRest: true, tendered: null, tender: { tip: 50, tendered: 374 } });
  });

  test('in cash above what is due gives change; below it is a part', () => {
    expect(readEntry(324, { ...cash, entered: 500 }, 1)).toMatchObject({ isRest: true, amount: null, tender: { change_given: 176 } });
    expect(readEntry(324, { ...cash, entered: 200 }, 1)).toMatchObject({ isRest: false, amount: 200, tender: { change_given: 0 } });
    expect(readEntry(324, { ...cash, entered: 200, tip: 50 }, 1)).toMatchObject({
      isRest: false,
      amount: 150,
      tender: { tip: 50, tendered: 200 },
    });
  });

  test('on a card above what is due is refused with how much it is too much', () => {
    expect(readEntry(324, { ...card, entered: 400 }, 1)).toEqual({ kind: 'fault', fault: 'over', by: 76 });
    expect(readEntry(324, { ...card, entered: 324 }, 1)).toMatchObject({ isRest: true });
    expect(readEntry(324, { ...card, entered: 100 }, 1)).toMatchObject({ isRest: false, amount: 100 });
  });

  test('for a part gives change against that part, and rounds nothing', () => {
    expect(readEntry(324, { ...cash, part: 108, entered: 200 }, 5)).toMatchObject({
      isRest: false,
      amount: 108,
      tender: { rounding: 0, change_given: 92 },
    });
    expect(readEntry(324, { ...cash, part: 500, entered: null }, 5)).toMatchObject({ isRest: true, tender: { rounding: 1 } });
  });

  test('in cash that is due but not what is asked for after rounding says what is', () => {
    expect(readEntry(324, { ...cash, entered: 324 }, 5)).toEqual({ kind: 'fault', fault: 'asked', by: 325 });
    expect(readEntry(322, { ...cash, entered: 320 }, 5)).toMatchObject({ isRest: true, tender: { rounding: -2, tendered: 320 } });
  });

  test('that does not cover the tip is refused', () => {
    expect(readEntry(324, { ...cash, entered: 50, tip: 50 }, 1)).toEqual({ kind: 'fault', fault: 'too_little', by: 50 });
  });
});

test('any number of parts adds up to what is due, and what is kept is what was paid', () => {
  const entry = fc.record({
    isCash: fc.boolean(),
    part: fc.option(fc.integer({ min: 1, max: 60_000 })),
    entered: fc.option(fc.integer({ min: 1, max: 60_000 })),
    tip: fc.integer({ min: 0, max: 2000 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50_000 }),
      fc.array(entry, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(1, 5, 10),
      (due, entries, step) => {
        const parts: Part[] = [];
        for (const one of entries) {
          const left = dueAfter(due, parts);
          if (left === 0) break;
          const read = readEntry(left, one, step);
          if (read.kind === 'fault') continue;
          expect(read.isRest).toBe(read.tender.amount === left);
          expect(read.amount).toBe(read.isRest ? null : read.tender.amount);
          parts.push({
            request: { method: 'cash', amount: read.amount, tendered: read.tendered, tip: one.tip, reference: null },
            name: 'Cash',
            tender: read.tender,
          });
        }
        const kept = parts.reduce((sum, { tender }) => sum + tender.tendered, 0) - changeOf(parts);
        const paid = parts.reduce((sum, { tender }) => sum + tender.amount + tender.rounding + tender.tip, 0);
        expect(kept).toBe(paid);
        expect(dueAfter(due, parts)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test('equal parts taken one after the other leave nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 1_000_000 }), fc.integer({ min: 2, max: 4 }), (due, people) => {
      let left = due;
      for (let still = people; still > 1; still -= 1) left -= evenPart(left, still);
      expect(Math.abs(left - due / people)).toBeLessThan(1);
    }),
  );
});
