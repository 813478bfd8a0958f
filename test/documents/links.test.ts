import { existsSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inRepository } from '../support/repository.ts';
import { anchorsOf, type Document, documents, targetsOf } from './markdown.ts';

const all = documents();

/** What is wrong with a target; null: nothing. */
const faultOf = (document: Document, target: string): string | null => {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return faultOfAddress(target);
  const [path = '', anchor] = target.split('#', 2);
  const file = posix.normalize(posix.join(posix.dirname(document.file), decodeURIComponent(path)));
  if (path === '') return hasAnchor(document.text, anchor);
  if (file.startsWith('..')) return 'leads out of the repository';
  if (!existsSync(inRepository(file))) return 'is not there';
  if (anchor === undefined) return null;
  if (statSync(inRepository(file)).isDirectory()) return 'an anchor in a folder';
  return hasAnchor(readFileSync(inRepository(file), 'utf8'), anchor);
};

const hasAnchor = (text: string, anchor = ''): string | null => (anchorsOf(text).has(anchor) ? null : 'no heading has this anchor');

const faultOfAddress = (target: string): string | null => {
  if (!URL.canParse(target)) return 'is no address';
  const { protocol, hostname } = new URL(target);
  if (protocol === 'mailto:') return null;
  return protocol === 'https:' && hostname.includes('.') ? null : 'is not https';
};

describe('links and pictures', () => {
  test('there are documents to look at', () => expect(all.length).toBeGreaterThan(20));

  test.each(all.map((document) => [document.file, document] as const))('of %s lead somewhere', (_, document) => {
    const faults = targetsOf(document.text).flatMap((target) => {
      const fault = faultOf(document, target);
      return fault === null ? [] : [`${target}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  test('a planted fault is found', () => {
    const planted = (text: string) => targetsOf(text).map((target) => faultOf({ file: 'docs/planted.md', text }, target));
    expect(planted('[a](nowhere.md) [b](../README.md#no-such-heading) ![c](pictures/none.png) [d](http://example.com)')).toEqual([
      'is not there',
      'no heading has this anchor',
      'is not there',
      'is not https',
    ]);
    expect(planted('`[a](nowhere.md)` [b](../README.md) [c](#here)\n# Here')).toEqual([null, null]);
  });
});
