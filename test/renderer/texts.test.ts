import { expect, test } from 'vitest';
import { en } from '../../src/renderer/i18n/en.ts';
import { nb } from '../../src/renderer/i18n/nb.ts';

const flat = (texts: object, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value as object, `${path}${key}.`),
  );

const blanks = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

test('both languages have the same texts, each with the same blanks to fill', () => {
  const english = new Map(flat(en));
  const norwegian = new Map(flat(nb));
  expect([...norwegian.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [key, text] of english) expect(blanks(norwegian.get(key) ?? ''), key).toEqual(blanks(text));
});

test('no text is empty', () => {
  for (const [key, text] of [...flat(en), ...flat(nb)]) expect(text.trim(), key).not.toBe('');
});
