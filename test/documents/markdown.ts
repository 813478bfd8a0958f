import { globSync, readFileSync } from 'node:fs';
import { inRepository } from '../support/repository.ts';

/** A document of the repository. */
export interface Document {
  /** Its path from the root, with / as separator. */
  readonly file: string;
  readonly text: string;
}

/** The texts of other people's licences are theirs. */
const NOT_OURS: ReadonlySet<string> = new Set(['THIRD-PARTY-LICENCES.md']);

/** Every document, in the order of its path. */
export const documents = (): Document[] =>
  globSync(['*.md', 'docs/**/*.md', 'deploy/**/*.md', '.github/**/*.md'], { cwd: inRepository('.') })
    .map((file) => file.split('\\').join('/'))
    .filter((file) => !NOT_OURS.has(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(inRepository(file), 'utf8').replaceAll('\r\n', '\n') }));

const FENCE = /^(`{3,}|~{3,})(\w*)[^\n]*\n([\s\S]*?)^\1[ \t]*$/gm;
const INLINE_CODE = /(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/g;

/** The text without its code, in which nothing is a link. */
export const prose = (text: string): string => text.replaceAll(FENCE, '').replaceAll(INLINE_CODE, '');

/** Each piece of code: the blocks whole, and what stands between backticks in a sentence. */
export const codeOf = (text: string): string[] => [
  ...[...text.matchAll(FENCE)].map((found) => found[3] ?? ''),
  ...[...text.replaceAll(FENCE, '').matchAll(INLINE_CODE)].map((found) => found[2] ?? ''),
];

/** Where links and pictures lead, as written. */
export const targetsOf = (text: string): string[] => {
  const plain = prose(text);
  const links = [...plain.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map((found) => found[1] ?? '');
  const tags = [...plain.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g)].map((found) => found[1] ?? '');
  return [...links, ...tags];
};

/** The anchors that GitHub gives to the headings of a document. */
export const anchorsOf = (text: string): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  const anchors = [...text.replaceAll(FENCE, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, heading = '']) => {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = plain.replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
  return new Set(anchors);
};
