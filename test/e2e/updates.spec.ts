import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../src/contract/errors.ts';
import type { UpdateState } from '../../src/contract/desktop.ts';
import { type HostedApp, launchInStandIn } from '../support/electron-host/launch.ts';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { LockScreen, Till } from './screens/index.ts';

const NEXT = '9.9.9';

/** As an AppImage on this machine, which is what can be installed here without a system's installer. */
describe.skipIf(process.platform !== 'linux' || process.env.PHILO_ELECTRON === 'real')('updates of the desktop app', () => {
  let folder: ReturnType<typeof tempFolder>;
  let app: HostedApp;
  let page: Page;
  let server: Server;
  const inFolder = (...names: string[]): string => join(folder.path, ...names);
  const dataDir = (): string => inFolder('data');
  const installed = (): string => inFolder('apps', 'philo.AppImage');

  /** A program for this system: it notes that it was run. */
  const program = (name: string): string => `#!/bin/sh\necho ${name} >> "${inFolder('ran')}"\n`;

  /** What electron-builder publishes: the package and its manifest. */
  const publish = (target: string, options: { damaged?: boolean } = {}): void => {
    const name = `Philo-POS-${NEXT}.AppImage`;
    const text = program(NEXT);
    const sha512 = createHash('sha512').update(text).digest('base64');
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, name), options.damaged ? text.replace('echo', 'ECHO') : text);
    writeFileSync(
      join(target, `latest-linux${process.arch === 'x64' ? '' : `-${process.arch}`}.yml`),
      `version: ${NEXT}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${text.length}\npath: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-03-02T12:00:00.000Z'\n`,
    );
  };

  const open = async (options: { version?: string; button?: number[] } = {}): Promise<void> => {
    const buttons = [...(options.button ?? [])];
    app = await launchInStandIn({
      dataDir: dataDir(),
      isPackaged: true,
      ...(options.version === undefined ? {} : { version: options.version }),
      answers: { button: () => buttons.shift() ?? 0 },
    });
  };
  const signIn = async (): Promise<void> => {
    page = await app.window();
    await new LockScreen(page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
    await new Till(page).ready();
  };
  const call = <T>(name: string, input: object = {}) =>
    page.evaluate<Answer<T>>(`pos.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
  const state = async (): Promise<UpdateState> => {
    const answer = await call<UpdateState>('updates.get');
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
  const backups = (): string[] => readdirSync(join(dataDir(), 'backups')).filter((name) => name.endsWith('.db'));

  beforeEach(async () => {
    folder = tempFolder();
    server = createServer((request, response) => {
      const file = inFolder('server', new URL(request.url ?? '/', 'http://x').pathname);
      if (existsSync(file)) response.end(readFileSync(file));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    mkdirSync(inFolder('resources'));
    mkdirSync(inFolder('apps'));
    // As electron-builder writes it into a package.
    writeFileSync(
      inFolder('resources', 'app-update.yml'),
      `provider: generic\nurl: http://127.0.0.1:${(server.address() as AddressInfo).port}/\nupdaterCacheDirName: philo-pos-updater\n`,
    );
    writeFileSync(installed(), program('old'));
    chmodSync(installed(), 0o755);
    vi.stubEnv('APPIMAGE', installed());
    vi.stubEnv('XDG_CACHE_HOME', inFolder('cache'));
    vi.stubEnv('XDG_CONFIG_HOME', inFolder('config'));
    Object.defineProperty(process, 'resourcesPath', { value: inFolder('resources'), configurable: true });
    await makeDemoShop(dataDir());
  });

  afterEach(async () => {
    await app.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    vi.unstubAllEnvs();
    Reflect.deleteProperty(process, 'resourcesPath');
    folder.remove();
  });

  it('are fetched from a server, backed up before and installed at the close, which waits for the ticket', async () => {
    publish(inFolder('server'));
    await open();
    await signIn();
    await page.evaluate("location.hash = '#/office/settings/desktop'");
    const card = page.getByRole('region', { name: 'Updates' });
    await card.getByRole('button', { name: 'Look now' }).click();
    await card.getByText(`Version ${NEXT} is ready`).waitFor();

    await page.evaluate("location.hash = '#/'");
    const till = new Till(page);
    await till.add('Espresso');
    await expect.poll(async () => (await state()).blocked_by).toEqual(['open_ticket']);
    expect(await call('updates.install')).toMatchObject({ ok: false, error: { code: 'update_blocked' } });
    await page.evaluate("location.hash = '#/office/settings/desktop'");
    await card.getByText('a ticket that is not placed').waitFor();
    expect(await card.getByRole('button', { name: 'Install now and start again' }).isDisabled()).toBe(true);
    expect(await app.close()).toBe(0);
    expect([backups(), existsSync(inFolder('ran')), readFileSync(installed(), 'utf8')]).toEqual([[], false, program('old')]);

    // The stand-in's pages keep nothing from one launch to the next, so the ticket is gone here.
    await open();
    await signIn();
    expect(await call('updates.check')).toMatchObject({ value: { state: 'ready', version: NEXT, blocked_by: [] } });
    expect(await app.close()).toBe(0);
    expect(backups()).toHaveLength(1);
    expect(backups()[0]).toContain('before-update');
    expect(readFileSync(installed(), 'utf8')).toBe(program(NEXT));
    expect(readFileSync(inFolder('ran'), 'utf8')).toBe(`${NEXT}\n`);
    expect(JSON.parse(readFileSync(join(dataDir(), 'start.json'), 'utf8'))).toMatchObject({ update: { to: NEXT, backup: backups()[0] } });
  });

  it('are taken from a stick and installed at once, when asked', async () => {
    publish(inFolder('stick'));
    await open();
    await signIn();
    app.answers.folders = [inFolder('stick')];
    expect(await call('updates.fromFolder', { folder: null })).toMatchObject({ value: { state: 'ready', version: NEXT } });
    expect(await call('updates.install')).toMatchObject({ ok: true });
    expect(await app.exited).toBe(0);
    await expect.poll(() => (existsSync(inFolder('ran')) ? readFileSync(inFolder('ran'), 'utf8') : '')).toBe(`${NEXT}\n`);
  });

  it('that are damaged, or not there, are not taken', async () => {
    publish(inFolder('stick'), { damaged: true });
    await open();
    await signIn();
    expect(await call('updates.fromFolder', { folder: inFolder('stick') })).toMatchObject({
      value: { state: 'failed', problem: expect.stringContaining('sha512') },
    });
    expect(await call('updates.fromFolder', { folder: inFolder('apps') })).toMatchObject({
      ok: false,
      error: { code: 'unsupported_file' },
    });
    expect(await call('updates.check')).toMatchObject({ value: { state: 'failed' } });
    expect(await app.close()).toBe(0);
    expect([backups(), readFileSync(installed(), 'utf8')]).toEqual([[], program('old')]);
  });

  it('can be switched off on the computer', async () => {
    vi.stubEnv('PHILO_UPDATES', 'off');
    publish(inFolder('server'));
    await open();
    await signIn();
    expect(await state()).toMatchObject({ mode: 'off_by_environment', state: 'idle' });
    expect(await call('updates.check')).toMatchObject({ ok: false, error: { code: 'updates_off' } });
  });

  it('are looked for nowhere by a copy that was built without a server, and still taken from a stick', async () => {
    writeFileSync(
      inFolder('resources', 'app-update.yml'),
      'provider: generic\nurl: https://updates.invalid/\nupdaterCacheDirName: philo-pos-updater\n',
    );
    publish(inFolder('stick'));
    await open();
    await signIn();
    expect(await call('updates.check')).toMatchObject({ ok: false, error: { code: 'updates_off' } });
    expect(await call('updates.fromFolder', { folder: inFolder('stick') })).toMatchObject({ value: { state: 'ready' } });
  });

  it('that do not start twice offer the data of before, put back as it was', async () => {
    publish(inFolder('stick'));
    await open();
    await signIn();
    await call('updates.fromFolder', { folder: inFolder('stick') });
    const { version } = app;
    expect(await app.close()).toBe(0);
    const [backup = ''] = backups();
    const before = readFileSync(join(dataDir(), 'backups', backup));

    // A database that the new version cannot open, as a step of its update would leave it.
    const file = join(dataDir(), 'philo.db');
    writeFileSync(file, 'spoiled by the new version'.repeat(500));
    for (let time = 0; time < 2; time += 1) {
      await open({ version: NEXT });
      expect(await app.exited).toBe(1);
      expect(app.seen.messageBoxes).toEqual([]);
    }
    await open({ version: NEXT, button: [2, 0, 0] });
    expect(await app.exited).toBe(0);
    expect(app.seen.openedPaths).toEqual([dataDir()]);
    expect(app.seen.messageBoxes.map(({ message }) => message)).toEqual([
      `Philo POS ${NEXT} did not start`,
      `Philo POS ${NEXT} did not start`,
      'The data is as it was before the update',
    ]);
    expect(readFileSync(file).equals(before)).toBe(true);

    await open({ version });
    await signIn();
    expect(await call('customers.list')).toMatchObject({ ok: true });
  });
});
