import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'performance.md');
const HEAD = '# Performance\n\nMeasured by `npm run bench -- <part> --save`, which writes these figures; none is written by hand.\n';

/** Writes one part of docs/performance.md and leaves the others as they are. */
export const saveSection = (name: string, lines: readonly string[]): void => {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD;
  const section = `## ${name.charAt(0).toUpperCase()}${name.slice(1)}\n\n${lines.join('\n')}\n`;
  const others = before.split(/^(?=## )/m);
  const [head = HEAD, ...sections] = others;
  const kept = sections.filter((one) => !one.startsWith(section.split('\n', 1)[0] ?? ''));
  writeFileSync(FILE, [head.trimEnd(), ...[...kept, section].map((one) => one.trimEnd())].join('\n\n') + '\n');
};
