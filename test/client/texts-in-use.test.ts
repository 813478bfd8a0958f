import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../../src/renderer/i18n/en.ts';
import { inRepository } from '../support/repository.ts';

const keysOf = (texts: object, path = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : keysOf(value as object, `${path}${key}.`)));

const sources = globSync('**/*.{ts,tsx}', { cwd: inRepository('src/renderer') })
  .filter((file) => !file.startsWith('i18n'))
  .map((file) => readFileSync(inRepository('src/renderer', file), 'utf8'))
  .join('\n');

/** `board.${next}`: keys that begin so may be any of them. */
const beginnings = [...sources.matchAll(/`([a-z_.]+)\$\{/g)].map((match) => match[1] ?? '').filter((beginning) => beginning.includes('.'));

test('every text is shown somewhere', () => {
  const unused = keysOf(en).filter((key) => {
    const name = key.replace(/_(?:one|other)$/, '');
    return !sources.includes(`'${name}'`) && !beginnings.some((beginning) => key.startsWith(beginning));
  });
  expect(unused).toEqual([]);
});
