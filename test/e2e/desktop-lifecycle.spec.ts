import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/contract/errors.ts';
import { openPos } from '../../src/core/app.ts';
import { type DesktopApp, launchDesktop } from '../support/desktop.ts';
import { tempFolder } from '../support/temp-folder.ts';

let folder: ReturnType<typeof tempFolder>;

beforeEach(() => {
  folder = tempFolder();
});

afterEach(() => folder.remove());

/** Starts on a folder that cannot be opened: answers what the user is told. Real Electron shows it, and cannot be asked. */
const refusedWith = async (): Promise<string> => {
  const app = await launchDesktop(folder.path);
  expect(await app.exited).toBe(1);
  return app.hosted?.seen.errorBoxes.map(({ content }) => content).join('\n') ?? '';
};

describe('the desktop app', () => {
  it('keeps what was done, closes cleanly and opens again, signed out', async () => {
    const first = await launchDesktop(folder.path);
    const page = await first.window();
    await page.evaluate("pos.call('session.createOwner', { name: 'Ada', pin: '4821' })");
    await page.evaluate("pos.call('customers.create', { name: 'Grace' })");
    expect(await first.close()).toBe(0);
    expect(existsSync(join(folder.path, 'philo.db-wal'))).toBe(false);

    const second = await launchDesktop(folder.path);
    const again = await second.window();
    expect(await again.evaluate<Answer<unknown>>("pos.call('customers.list', {})")).toMatchObject({ error: { code: 'unauthenticated' } });
    await again.evaluate("pos.call('session.signIn', { staff_id: 1, pin: '4821' })");
    expect(await again.evaluate<Answer<unknown>>("pos.call('customers.list', {})")).toMatchObject({
      value: { items: [{ name: 'Grace' }] },
    });
    expect(await second.close()).toBe(0);
  });

  it('stays signed in when its page is loaded again', async () => {
    const app: DesktopApp = await launchDesktop(folder.path);
    const page = await app.window();
    await page.evaluate("pos.call('session.createOwner', { name: 'Ada', pin: '4821' })");
    await page.reload();
    expect(await page.evaluate<Answer<unknown>>("pos.call('session.get', {})")).toMatchObject({ value: { person: { name: 'Ada' } } });
    await app.close();
  });

  it.skipIf(process.env.PHILO_ELECTRON === 'real')('says who holds the data folder', async () => {
    const holder = await openPos({ dataDir: folder.path, what: 'philo serve' });
    const words = await refusedWith();
    await holder.close();
    expect(words).toMatch(new RegExp(`in use by process ${process.pid} \\(philo serve`));
  });

  it.skipIf(process.env.PHILO_ELECTRON === 'real')('does not carry on with a damaged database', async () => {
    const file = join(folder.path, 'philo.db');
    writeFileSync(file, 'this is no database'.repeat(500));
    expect(await refusedWith()).toMatch(/is damaged/);
    expect(readFileSync(file, 'utf8')).toBe('this is no database'.repeat(500));
  });

  it.skipIf(process.env.PHILO_ELECTRON === 'real')('does not carry on empty where a database was', async () => {
    const pos = await openPos({ dataDir: folder.path });
    await pos.close();
    rmSync(join(folder.path, 'philo.db'));
    expect(await refusedWith()).toMatch(/is missing, but this folder had one/);
    expect(existsSync(join(folder.path, 'philo.db'))).toBe(false);
  });
});
