import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../src/contract/errors.ts';
import { contentFaults, listArchive } from '../../scripts/packaging/contents.ts';
import { drivableCopy, startShipped } from '../../scripts/packaging/drive.ts';
import { fuseFaults } from '../../scripts/packaging/fuse-check.ts';
import { type HostedApp, launchInStandIn } from '../support/electron-host/launch.ts';
import { type PackedApp, packWithStandIn } from '../support/packed-app.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { FirstRun, LockScreen, Till } from './screens/index.ts';

// One package is made for all of them, which takes the packager half a minute on a quiet machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 400_000 });

const call = async <T>(page: Page, name: string, input: object): Promise<T> => {
  const answer = await page.evaluate<Answer<T>>(`pos.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
  return answer.value;
};

// The packager's Linux folder is the one that a stand-in can take Electron's place in.
describe.runIf(process.platform === 'linux')('the packed app', () => {
  const output = tempFolder();
  const data = tempFolder();
  let packed: PackedApp;
  let open: HostedApp | null = null;

  beforeAll(async () => {
    packed = await packWithStandIn(output.path);
  });
  afterEach(async () => {
    await open?.close();
    open = null;
  });
  afterAll(() => {
    output.remove();
    data.remove();
  });

  it('says plainly that a stand-in lies in it, and that no update server is built in', () => {
    expect(packed.said).toContain('Packed with a stand-in, for checking only');
    expect(packed.said).toContain('No update server is built in');
  });

  it('holds what it needs, nothing else, within its budget', () => {
    const files = listArchive(packed.archive);
    expect(contentFaults(files, 'linux-x64')).toEqual([]);
    expect(files.filter(({ unpacked }) => unpacked).map(({ path }) => path)).toEqual([
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]);
    const beside = readdirSync(`${packed.archive}.unpacked`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(beside.map(({ name }) => name)).toEqual(['linux-x64.node']);
  });

  it('has the fuses that electron-builder.yml asks for, and a wrong one would be noticed', async () => {
    expect(await fuseFaults(packed.program)).toEqual([]);
    const copy = join(output.path, 'copy-of-the-program');
    copyFileSync(packed.program, copy);
    await flipFuses(copy, { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: true });
    expect(await fuseFaults(copy)).toEqual(['the fuse runAsNode should be off, but is not']);
  });

  it('is started as it is shipped, and driven in a copy that lets the debugger in', async () => {
    // The stand-in only says what it is; where Electron itself is, `npm run package:test` goes on from here.
    await expect(startShipped(packed.program, join(output.path, 'data'), 30_000)).rejects.toThrow('made for checking only');
    const copy = await drivableCopy(packed.program, 'linux-x64', join(output.path, 'copy'));
    expect(await fuseFaults(copy)).toEqual(['the fuse enableNodeCliInspectArguments should be off, but is not']);
    expect(await fuseFaults(packed.program)).toEqual([]);
    expect(existsSync(join(copy, '..', 'resources/app.asar'))).toBe(true);
  });

  it('knows where its updates are, brings the licences of others, and has a program to start', () => {
    expect(readFileSync(join(packed.archive, '..', 'app-update.yml'), 'utf8')).toMatch(/provider: generic/);
    expect(statSync(packed.program).mode & 0o111).not.toBe(0);
    const resources = join(packed.archive, '..');
    expect(readFileSync(join(resources, 'THIRD-PARTY-LICENCES.md'), 'utf8')).toContain('react');
    for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) expect(existsSync(join(packed.program, '..', name))).toBe(true);
    expect(readdirSync(join(packed.program, '..', 'locales')).sort()).toEqual(['en-US.pak', 'nb.pak']);
  });

  it('starts on an empty folder, makes the demo café, and sells a coffee', async () => {
    open = await launchInStandIn({ dataDir: data.path, programFolder: packed.folder });
    const page = await open.window();
    const run = new FirstRun(page);
    await run.language('English');
    await run.shop({ name: 'Demo bar', currency: 'USD', zone: 'UTC' });
    await run.money('8');
    await run.owner('Ada', '4821');
    await run.finish('With the demo');
    const till = new Till(page);
    await till.ready();
    await till.add('Espresso');
    await till.payButton.click();
    await till.payment.quick('$3.24').click();
    expect((await till.readPlaced()).total).toBe('$3.24');
    expect(open.seen.errorBoxes).toEqual([]);
    expect(open.seen.strayRequests).toEqual([]);
    // A PDF is made in a thread of its own, by packages that read their fonts from the package: all of that is inside too.
    const { items } = await call<{ items: { id: number }[] }>(page, 'orders.list', { per_page: 1 });
    const print = await call<{ id: number }>(page, 'prints.make', { document: 'receipt', document_id: items[0]?.id, target: 'pdf' });
    const beginning = await page.evaluate(
      `pos.call('prints.pdf', { print_id: ${print.id} }).then(({ value }) => new TextDecoder().decode(value.subarray(0, 5)))`,
    );
    expect(beginning).toBe('%PDF-');
    expect(await open.close()).toBe(0);
    open = null;
  });

  it('finds its data again', async () => {
    open = await launchInStandIn({ dataDir: data.path, programFolder: packed.folder });
    const page = await open.window();
    await new LockScreen(page).signIn('Ada', '4821');
    await new Till(page).ready();
    const orders = await call<{ items: { total: number }[] }>(page, 'orders.list', {});
    expect(orders.items[0]).toMatchObject({ total: 3_24 });
  });
});
