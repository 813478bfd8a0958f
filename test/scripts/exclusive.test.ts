import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../support/repository.ts';
import { tempFolder } from '../support/test-app.ts';

/** A copy of the script in a folder of its own takes a lock of its own. */
const worker = (folder: string, notes: string, body: string) => `
  import { appendFileSync } from 'node:fs';
  import { exclusively } from ${JSON.stringify(pathToFileURL(join(folder, 'scripts/ready/exclusive.mjs')).href)};
  const note = (word) => appendFileSync(${JSON.stringify(notes)}, word + ' ');
  await exclusively(async () => { ${body} });
`;

const run = (source: string) => spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: 'inherit' });

describe('installing and building', () => {
  it('happen one at a time, and a process that died in the middle holds nobody up', async () => {
    const folder = tempFolder();
    cpSync(inRepository('scripts/ready'), join(folder, 'scripts/ready'), { recursive: true });
    const notes = join(folder, 'notes.txt');
    writeFileSync(notes, '');
    const dying = run(worker(folder, notes, "note('died'); process.exit(0);"));
    await once(dying, 'exit');
    const slow = "note('in'); await new Promise((go) => setTimeout(go, 150)); note('out');";
    const all = [run(worker(folder, notes, slow)), run(worker(folder, notes, slow)), run(worker(folder, notes, slow))];
    await Promise.all(all.map((child) => once(child, 'exit')));
    expect(readFileSync(notes, 'utf8').trim()).toBe('died in out in out in out');
  });
});
