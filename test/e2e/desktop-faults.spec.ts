import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/contract/errors.ts';
import { type HostedApp, launchInStandIn } from '../support/electron-host/launch.ts';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { Header, LockScreen, Till } from './screens/index.ts';

/** What only Electron itself can bring about (a dead page, a system that shuts down) is told to the program by the stand-in. */
describe.skipIf(process.env.PHILO_ELECTRON === 'real')('the desktop app', () => {
  let folder: ReturnType<typeof tempFolder>;
  let app: HostedApp;
  let page: Page;

  const open = async (): Promise<void> => {
    app = await launchInStandIn({ dataDir: folder.path });
    page = await app.window();
  };
  const signIn = async (who: { name: string; pin: string } = PEOPLE.cashier): Promise<Till> => {
    await new LockScreen(page).signIn(who.name, who.pin);
    const till = new Till(page);
    await till.ready();
    return till;
  };
  const call = (name: string, input: object = {}) =>
    page.evaluate<Answer<unknown>>(`pos.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
  const crashes = (): unknown[] => {
    const crashFolder = join(folder.path, 'crashes');
    return existsSync(crashFolder)
      ? readdirSync(crashFolder)
          .filter((name) => name.endsWith('.json'))
          .map((name) => JSON.parse(readFileSync(join(crashFolder, name), 'utf8')) as unknown)
      : [];
  };

  beforeEach(async () => {
    folder = tempFolder();
    await makeDemoShop(folder.path);
    await open();
  });

  afterEach(async () => {
    app.answers.button = () => 0;
    await app.close();
    folder.remove();
  });

  it('asks before it closes on a ticket that is not placed', async () => {
    const till = await signIn();
    await till.add('Espresso');
    await till.line('Espresso').waitFor();
    app.answers.button = () => 1;
    await app.closeWindow();
    expect(app.seen.messageBoxes.map(({ message }) => message)).toEqual(['A ticket is not finished']);
    await till.line('Espresso').waitFor();
    app.answers.button = () => 0;
    expect(await app.close()).toBe(0);
    expect(existsSync(join(folder.path, 'philo.db-wal'))).toBe(false);
    await open();
  });

  it('closes without a word when nothing is under way', async () => {
    await signIn();
    expect(await app.close()).toBe(0);
    expect(app.seen.messageBoxes).toEqual([]);
    await open();
  });

  it('asks before unsaved settings are lost, instead of just not closing', async () => {
    await signIn(PEOPLE.owner);
    await page.evaluate("location.hash = '#/office/settings/shop'");
    await page.getByRole('textbox', { name: 'Name of the shop' }).fill('Another name');
    app.answers.button = () => 1;
    await app.closeWindow();
    expect(app.seen.messageBoxes.map(({ message }) => message)).toEqual(['Changes are not saved']);
    await page.getByRole('textbox', { name: 'Name of the shop' }).waitFor();
  });

  it('brings dead screens back at the same ticket, signed in, and keeps a record', async () => {
    const till = await signIn();
    await till.add('Espresso');
    await till.line('Espresso').waitFor();
    app.crashScreens('oom');
    await till.line('Espresso').waitFor();
    await new Header(page).navigation.waitFor();
    expect(crashes()).toMatchObject([{ kind: 'screens', reason: 'oom', exit_code: 1, program_version: app.version }]);
    expect(JSON.stringify(crashes())).not.toContain(PEOPLE.cashier.name);
  });

  it('asks what to do when the screens die again and again', async () => {
    app.answers.button = () => 1;
    for (let time = 0; time < 3; time += 1) {
      const back = page.waitForEvent('load');
      app.crashScreens();
      await back;
    }
    app.crashScreens();
    expect(await app.exited).toBe(0);
    expect(app.seen.messageBoxes.map(({ message }) => message)).toEqual(['The screens keep stopping']);
    await open();
  });

  it('offers the record of a fault to the owner only, until it was saved', async () => {
    app.crashScreens('crashed');
    await new LockScreen(page).people.waitFor();
    await signIn(PEOPLE.cashier);
    const notice = page.getByRole('region', { name: 'Something went wrong' });
    expect(await notice.count()).toBe(0);
    expect(await call('desktop.get')).toMatchObject({ value: { is_desktop: true, crash: null } });
    await page.getByRole('button', { name: 'Lock the till' }).click();
    await signIn(PEOPLE.owner);
    await notice.getByRole('button', { name: 'Save the file' }).click();
    await expect.poll(() => app.seen.saveDialogs.length).toBe(1);
    await notice.waitFor({ state: 'detached' });
    expect(crashes()).toHaveLength(1);
  });

  it('closes the shop cleanly when the system shuts down, ticket or not', async () => {
    const till = await signIn();
    await till.add('Espresso');
    app.shutDown();
    expect(await app.exited).toBe(0);
    expect(app.seen.messageBoxes).toEqual([]);
    expect(existsSync(join(folder.path, 'philo.db-wal'))).toBe(false);
    await open();
  });

  it('fills the screen when it is told to, and lets only a manager out', async () => {
    await signIn(PEOPLE.owner);
    expect(await call('settings.update', { kiosk_mode: true })).toMatchObject({ ok: true });
    await expect.poll(() => app.isKiosk()).toBe(true);
    await app.closeWindow();
    expect(page.isClosed()).toBe(false);
    await page.getByRole('button', { name: 'Lock the till' }).click();
    await signIn(PEOPLE.cashier);
    expect(await call('desktop.leaveKiosk')).toMatchObject({ ok: false, error: { code: 'approval_needed' } });
    expect(app.isKiosk()).toBe(true);
    await page.getByRole('button', { name: 'Lock the till' }).click();
    await signIn(PEOPLE.manager);
    await page.getByRole('button', { name: 'Leave the full screen' }).click();
    await expect.poll(() => app.isKiosk()).toBe(false);
    await page.getByRole('button', { name: 'Leave the full screen' }).waitFor({ state: 'detached' });
  });
});
