import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../ready/places.mjs';
import { GENERATED } from './all.ts';

/** `npm run documents`: writes the documents that are made from the code. */
for (const { file, make } of GENERATED) {
  const path = inRoot(file);
  const text = await make();
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (before !== text) writeFileSync(path, text);
  console.log(`${file}: ${before === text ? 'as it was' : 'written'}`);
}
