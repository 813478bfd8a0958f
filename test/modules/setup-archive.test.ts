import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { nobody } from '../../src/core/kernel/caller.ts';
import { writeArchive } from '../../src/core/modules/exchange/index.ts';
import { seedDemo } from '../../src/core/modules/seeding/index.ts';
import { archiveParts } from '../support/archive-parts.ts';
import { openTestApp, tempFolder, type TestApp } from '../support/test-app.ts';

vi.setConfig({ testTimeout: 60_000 });

const stranger = nobody('ipc');
const PLACE = { currency: 'USD', time_zone: 'UTC' };

const exportOf = async (app: TestApp): Promise<string> => {
  const file = join(tempFolder(), 'shop.zip');
  await writeArchive({ database: app.pos.databaseFile, file, now: '2026-03-02T12:00:00.000Z', programVersion: '1.0.0' });
  return file;
};

const send = async (app: TestApp, file: string): Promise<string> => {
  const data = readFileSync(file).toString('base64');
  const { upload_id } = await app.call('setup.upload', { name: 'shop.zip', offset: 0, data: data.slice(0, 400_000) }, stranger);
  for (let at = 400_000; at < data.length; at += 400_000)
    await app.call('setup.upload', { upload_id, offset: (at / 4) * 3, data: data.slice(at, at + 400_000) }, stranger);
  return upload_id;
};

describe('the first run from an archive', () => {
  it('tells what is in it, becomes that shop, and is exported again the same', async () => {
    const old = await openTestApp();
    await seedDemo(old.pos, { historyDays: 3 });
    const file = await exportOf(old);
    const app = await openTestApp({ start: '2026-03-05T12:00:00.000Z' });
    const upload_id = await send(app, file);
    const found = await app.call('setup.inspect', { upload_id, ...PLACE }, stranger);
    const { shop_name } = await old.call('settings.get', {});
    const items = (await old.call('items.list', {})).total;
    expect(found).toMatchObject({ kind: 'archive', shop_name, owner: 'Nora Lind', items });

    const session = await app.call('setup.importArchive', { upload_id, pin: '4821', owner_name: 'Nobody' }, stranger);
    expect(session).toMatchObject({ person: { name: 'Nora Lind', role: 'owner' }, needs_owner: false, shop: { name: shop_name } });
    expect(app.pos.callerOfSession(session.token ?? '', 'ipc', { ip: null, userAgent: null })?.name).toBe('Nora Lind');
    expect((await app.answer('session.signIn', { staff_id: session.person?.id, pin: '4821' }, stranger)).ok).toBe(true);
    expect((await app.answer('session.signIn', { staff_id: session.person?.id, pin: '1357' }, stranger)).ok).toBe(false);

    const before = await archiveParts(file);
    const after = await archiveParts(await exportOf(app));
    for (const [name, text] of before) {
      // What happened here comes on top of what happened there.
      if (name === 'tables/audit_log.jsonl') expect(after.get(name)?.startsWith(text)).toBe(true);
      else if (name !== 'manifest.json') expect(after.get(name), name).toBe(text);
    }
    expect(existsSync(join(app.dataDir, 'uploads'))).toBe(false);
    expect(await app.call('audit.verify', {})).toMatchObject({ complete: true, fault_count: 0 });
    await app.reopen();
    expect((await app.call('items.list', {})).total).toBe(items);
  });

  it('leaves everything as it was when the archive is damaged, and nothing of it behind', async () => {
    const old = await openTestApp();
    await seedDemo(old.pos, { historyDays: 2 });
    const file = await exportOf(old);
    const bytes = readFileSync(file);
    bytes.fill(0, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 200);
    const app = await openTestApp();
    const { upload_id } = await app.call(
      'setup.upload',
      { name: 'shop.zip', offset: 0, data: bytes.toString('base64').slice(0, 700_000) },
      stranger,
    );
    for (let at = 700_000; at < bytes.toString('base64').length; at += 700_000)
      await app.call('setup.upload', { upload_id, offset: (at / 4) * 3, data: bytes.toString('base64').slice(at, at + 700_000) }, stranger);
    const told = await app.refusal('setup.importArchive', { upload_id, pin: '4821', owner_name: 'Ada' }, stranger);
    expect(told.code).toBe('unsupported_file');
    expect((await app.call('session.get', {}, stranger)).first_run).toMatchObject({ is_empty: true });
    expect(readdirSync(app.dataDir).filter((name) => name.startsWith('incoming'))).toEqual([]);
  });

  it('is for an installation where nothing was entered, with a PIN that is no first guess', async () => {
    const old = await openTestApp();
    await old.call('categories.create', { name: 'Bar' });
    const file = await exportOf(old);
    const app = await openTestApp();
    const upload_id = await send(app, file);
    const input = { upload_id, pin: '1234', owner_name: 'Ada' };
    expect(await app.refusal('setup.importArchive', input, stranger)).toMatchObject({ code: 'invalid_input' });
    const away = nobody('http', { ip: '192.168.1.20' });
    expect(await app.refusal('setup.importArchive', { ...input, pin: '4821' }, away)).toMatchObject({ code: 'not_here' });
    const session = await app.call('setup.importArchive', { ...input, pin: '4821' }, stranger);
    // That shop had no owner: whoever sets it up becomes it.
    expect(session.person).toMatchObject({ name: 'Ada', role: 'owner' });
    expect((await app.call('categories.list', {})).items.map(({ name }) => name)).toEqual(['Bar']);
    expect(await app.refusal('setup.importArchive', { ...input, pin: '4821' }, stranger)).toMatchObject({ code: 'setup_done' });
  });
});
