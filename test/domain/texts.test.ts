import { describe, expect, it } from 'vitest';
import { readDay, readInstant } from '../../src/domain/instant-text.ts';
import { foldText, nameKey } from '../../src/domain/search-text.ts';

describe('foldText', () => {
  it.each([
    ['Émile', 'emile'],
    ['ÅSE Øyen', 'ase oyen'],
    ['Łukasz', 'lukasz'],
    ['Straße', 'strasse'],
    ['ΚΑΦΕΣ', 'καφεσ'],
    ['Καφές', 'καφεσ'],
    ['Ёлка', 'елка'],
    ['ＣＡＦＥ', 'cafe'],
    ['Crème\u0301', 'creme'],
  ])('finds %s as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keeps marks that make another letter', () => {
    expect(foldText('か')).not.toBe(foldText('が'));
    expect(foldText('कि')).not.toBe(foldText('का'));
  });
});

describe('nameKey', () => {
  it('disregards case but not accents', () => {
    expect(nameKey('SMOOTHIES')).toBe(nameKey('smoothies'));
    expect(nameKey('Café')).not.toBe(nameKey('Cafe'));
  });
});

describe('readInstant', () => {
  it.each([
    ['2026-03-01T06:00:00', '2026-03-01T06:00:00.000Z'],
    ['2026-03-01T06:00:00.868659', '2026-03-01T06:00:00.868Z'],
    ['2026-03-01T06:00:00Z', '2026-03-01T06:00:00.000Z'],
    ['2026-03-01T23:30:00+05:00', '2026-03-01T18:30:00.000Z'],
    ['2026-03-01 06:00', '2026-03-01T06:00:00.000Z'],
    ['1772344800', '2026-03-01T06:00:00.000Z'],
    ['1772344800000', '2026-03-01T06:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    const read = readInstant(text);
    expect(read?.kind === 'instant' && new Date(read.ms).toISOString()).toBe(instant);
  });

  it('leaves a date alone to the shop’s zone, and refuses the rest', () => {
    expect(readInstant('2026-06-01')).toEqual({ kind: 'day', day: '2026-06-01' });
    for (const text of ['nope', '', '2026-02-30', '2026-03-01T25:00:00', '2026-03-01T06:00:00+99:00']) expect(readInstant(text)).toBeNull();
  });
});

describe('readDay', () => {
  it('takes days and midnights only', () => {
    expect(readDay('2026-02-01T00:00:00')).toEqual({ day: '2026-02-01' });
    expect(readDay('2026-02-01T12:00:00')).toEqual({ problem: 'has_a_time' });
    expect(readDay('x')).toEqual({ problem: 'not_a_date' });
  });
});
