import { describe, expect, test } from 'vitest';
import { sumOfCount } from '../../src/domain/cash.ts';
import {
  changeDraft,
  EMPTY_COUNT,
  forgetDraft,
  piecesOf,
  pieceText,
  useCountDrafts,
} from '../../src/renderer/features/drawer/count-draft.ts';
import { effectOf } from '../../src/renderer/features/drawer/kinds.ts';

describe('a count by notes and coins', () => {
  test('has what somebody typed a number for, also 0, in the order of the denominations', () => {
    const pieces = piecesOf({ 25: '4', 2000: '3', 100: '0' }, [2000, 1000, 100, 25]);
    expect(pieces).toEqual([
      { value: 2000, count: 3 },
      { value: 100, count: 0 },
      { value: 25, count: 4 },
    ]);
    expect(sumOfCount(pieces)).toBe(61_00);
    expect(piecesOf({ 2000: '' }, [2000])).toEqual([]);
  });

  test('takes digits only, and no more than a count can be', () => {
    expect(pieceText('1a2 ,3')).toBe('123');
    expect(pieceText('-5')).toBe('5');
    expect(pieceText('1234567')).toBe('12345');
  });

  test('is kept by shift until it was submitted', () => {
    changeDraft(7, { pieces: { 100: '2' } });
    changeDraft(7, { way: 'sum' });
    changeDraft(8, { sum: '5' });
    expect(useCountDrafts.getState().drafts).toEqual({
      7: { ...EMPTY_COUNT, way: 'sum', pieces: { 100: '2' } },
      8: { ...EMPTY_COUNT, sum: '5' },
    });
    forgetDraft(7);
    expect(Object.keys(useCountDrafts.getState().drafts)).toEqual(['8']);
  });
});

test('cash in is a plus, cash out a minus, and an opening without a sale nothing', () => {
  expect(effectOf({ kind: 'paid_in', amount: 500 })).toBe(500);
  expect(effectOf({ kind: 'paid_out', amount: 500 })).toBe(-500);
  expect(effectOf({ kind: 'drop', amount: 500 })).toBe(-500);
  expect(Object.is(effectOf({ kind: 'no_sale', amount: 0 }), 0)).toBe(true);
});
