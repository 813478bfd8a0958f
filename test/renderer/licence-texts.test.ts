import { describe, expect, test } from 'vitest';
import file from '../../THIRD-PARTY-LICENCES.md?raw';
import { licenceTextsIn } from '../../src/renderer/features/settings/licence-texts.ts';

describe('the licences of others', () => {
  const texts = licenceTextsIn(file);
  const shown = texts.flatMap(({ packages }) => packages.split(', '));

  test('show each package of the table once', () => {
    const listed = [...file.matchAll(/^\| (\S+) \| (\d\S*) \| /gm)].map(([, name, version]) => `${name} ${version}`);
    expect(listed.length).toBeGreaterThan(100);
    expect([...shown].sort()).toEqual([...listed].sort());
  });

  test('none is empty', () => expect(texts.filter(({ text }) => text.trim().length < 20)).toEqual([]));
});
