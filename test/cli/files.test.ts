import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { projectNode } from '../../scripts/ready/places.mjs';
import { archiveParts } from '../support/archive-parts.ts';
import { writeOriginal } from '../support/original-schema.ts';
import { inRepository } from '../support/repository.ts';
import { tempFolder } from '../support/test-app.ts';

// Every command is a process of its own.
vi.setConfig({ testTimeout: 240_000 });

interface Ended {
  readonly code: number | null;
  /** Standard output as JSON, or as it is. */
  readonly data: Record<string, unknown>;
  readonly out: string;
  readonly talk: string;
}

/** `philo ...` as somebody at a terminal runs it: a process, from the sources. */
const philo = (...argv: string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(projectNode(), [inRepository('src/server/cli.ts'), ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let talk = '';
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (talk += piece.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, data: out.startsWith('{') ? JSON.parse(out) : {}, out, talk }));
  });

const itemPrices = async (dir: string): Promise<string> => {
  const file = join(tempFolder(), 'look.zip');
  await philo('export-shop', file, '--data', dir);
  return (await archiveParts(file)).get('tables/items.jsonl') ?? '';
};

test('backup, backups and restore, one after the other', async () => {
  const dir = join(tempFolder(), 'shop');
  expect((await philo('seed', '--data', dir)).code).toBe(0);
  const before = await itemPrices(dir);
  const made = await philo('backup', '--data', dir);
  expect(made).toMatchObject({ code: 0, data: { faults: [] } });
  const file = String(made.data['file']);
  expect(existsSync(file)).toBe(true);
  const listed = await philo('backups', '--data', dir);
  expect(listed.code).toBe(0);
  expect(listed.out).toContain(file.split('/').at(-1));

  expect((await philo('settings', 'set', 'shop_name', 'Another name', '--data', dir)).code).toBe(0);
  const looked = await philo('restore', file, '--data', dir);
  // Nothing was done, which a script must see.
  expect(looked).toMatchObject({ code: 1, data: { restored: false } });
  expect(looked.talk).toContain('Nothing was changed. Add --yes to restore it.');
  expect((await philo('settings', 'get', 'shop_name', '--data', dir)).out.trim()).toBe('Another name');

  const restored = await philo('restore', file, '--data', dir, '--yes');
  expect(restored).toMatchObject({ code: 0, data: { restored: true } });
  expect((await philo('settings', 'get', 'shop_name', '--data', dir)).out.trim()).not.toBe('Another name');
  expect(await itemPrices(dir)).toBe(before);
  expect(existsSync(join(dir, 'backups', String(restored.data['safety_backup'])))).toBe(true);
  expect((await philo('verify', '--data', dir)).code).toBe(0);

  const nothing = await philo('restore', join(dir, 'nothing.db'), '--data', dir, '--yes');
  expect(nothing).toMatchObject({ code: 1, out: '' });
  expect(nothing.talk).toContain('There is no file');
});

test('a shop that came from the Philo backend goes out and in, and out again the same', async () => {
  const parent = tempFolder();
  const dir = join(parent, 'shop');
  expect((await philo('import-philo', writeOriginal(join(parent, 'old.db')), '--data', dir)).code).toBe(0);
  const first = join(parent, 'first.zip');
  expect(await philo('export-shop', first, '--data', dir)).toMatchObject({ code: 0, data: { tables: { orders: 4, items: 3 } } });
  const twice = await philo('export-shop', first, '--data', dir);
  expect(twice.code).toBe(2);
  expect(twice.talk).toContain('is there already');

  const other = join(parent, 'other');
  const imported = await philo('import-shop', first, '--data', other, '--owner-pin', '975310');
  expect(imported).toMatchObject({ code: 0, data: { owner: null } });
  expect(imported.talk).not.toContain('975310');
  const again = join(parent, 'again.zip');
  expect((await philo('export-shop', again, '--data', other)).code).toBe(0);
  const before = await archiveParts(first);
  const after = await archiveParts(again);
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [name, text] of before) if (name !== 'manifest.json') expect(after.get(name), name).toBe(text);
  expect((await philo('verify', '--data', other)).code).toBe(0);

  const refused = await philo('import-shop', first, '--data', other);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.talk).toContain('is not empty');
  const half = join(parent, 'half');
  expect((await philo('import-shop', join(dir, 'philo.db'), '--data', half)).code).toBe(1);
  expect(existsSync(half)).toBe(false);
});

const real = inRepository('../shared/data/philo-2026-03.db');

test.skipIf(!existsSync(real))('a real shop goes out and in, and out again the same (needs ../shared/data/philo-2026-03.db)', async () => {
  const parent = tempFolder();
  const [dir, other] = [join(parent, 'shop'), join(parent, 'other')];
  expect((await philo('import-philo', real, '--data', dir)).code).toBe(0);
  const [first, again] = [join(parent, 'first.zip'), join(parent, 'again.zip')];
  expect((await philo('export-shop', first, '--data', dir)).code).toBe(0);
  expect((await philo('import-shop', first, '--data', other)).code).toBe(0);
  expect((await philo('export-shop', again, '--data', other)).code).toBe(0);
  const before = await archiveParts(first);
  const after = await archiveParts(again);
  for (const [name, text] of before) if (name !== 'manifest.json') expect(after.get(name) === text, name).toBe(true);
  expect(readdirSync(other)).toContain('philo.db');
});
