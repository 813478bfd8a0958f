import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ended } from '../exporting/export-file.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, tempFolder } from '../support/test-app.ts';

vi.setConfig({ testTimeout: 60_000 });

const mounted: string[] = [];

/** A disk of one megabyte of its own. Only root can make one: where this runs as somebody else, the tests are left out. */
const smallDisk = (path: string): void => {
  mkdirSync(path, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
  mounted.push(path);
};

const canMount = ((): boolean => {
  const probe = tempFolder();
  try {
    smallDisk(probe);
    return true;
  } catch {
    return false;
  } finally {
    for (const path of mounted.splice(0)) execFileSync('umount', [path]);
    rmSync(probe, { recursive: true, force: true });
  }
})();

// Before the folders themselves are removed.
afterEach(() => {
  for (const path of mounted.splice(0)) execFileSync('umount', ['-l', path]);
});

/** Takes all the room that is left. */
const fill = (folder: string): void => {
  const file = openSync(join(folder, 'other-things'), 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096, 1));
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
  } finally {
    closeSync(file);
  }
};

test.skipIf(!canMount)('a full disk stops backups, exports and archives in words, leaves no half file, and the till goes on', async () => {
  const dataDir = tempFolder();
  const [backups, exports] = [join(dataDir, 'backups'), join(dataDir, 'exports')];
  smallDisk(backups);
  smallDisk(exports);
  const app = await openTestApp({ dataDir });
  const menu = await addSmallMenu(app);
  for (const folder of [backups, exports]) fill(folder);
  const before = [readdirSync(backups), readdirSync(exports)];
  const sell = () => app.call('orders.create', { items: [{ item_id: menu.latte.id }], payment_method: 'cash' });
  await sell();

  const backup = await app.refusal('backups.create', {});
  expect(backup).toMatchObject({ code: 'disk_failed' });
  expect(backup.message).toContain('the disk is full');
  const archive = await app.refusal('archive.export', {});
  expect(archive).toMatchObject({ code: 'disk_failed' });
  expect(archive.message).toContain('the disk is full');
  const { id } = await app.call('exports.items', { format: 'csv' });
  expect(await ended(app, id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('disk') });
  expect([readdirSync(backups), readdirSync(exports)]).toEqual(before);

  await sell();
  expect((await app.call('orders.list', {})).total).toBe(2);
  // With room again, all of it works.
  for (const folder of [backups, exports]) rmSync(join(folder, 'other-things'));
  expect(await app.call('backups.create', {})).toMatchObject({ state: 'verified' });
  await app.call('archive.export', {});
  const { id: again } = await app.call('exports.items', { format: 'csv' });
  expect(await ended(app, again)).toMatchObject({ state: 'done' });
});
