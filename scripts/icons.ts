import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ICON_SOURCE, makeIcons } from './packaging/icon-files.ts';
import { inRoot } from './ready/places.mjs';

/** `npm run icons`: makes every icon file from the one drawing. The results are committed; a test compares them. */
const files = await makeIcons();
for (const [path, bytes] of files) {
  mkdirSync(dirname(inRoot(path)), { recursive: true });
  writeFileSync(inRoot(path), bytes);
}
process.stdout.write(`${files.size} icon files made from ${ICON_SOURCE}.\n`);
