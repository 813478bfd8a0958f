import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { InputOf } from '../../src/contract/index.ts';
import { nobody } from '../../src/core/kernel/caller.ts';
import { writeOriginal } from '../support/original-schema.ts';
import { openTestApp, tempFolder } from '../support/test-app.ts';

// Two weeks of the demo café's past takes a while where others are at work.
vi.setConfig({ testTimeout: 60_000 });

const stranger = nobody('ipc');
const answers: InputOf<'setup.run'> = {
  language: 'nb',
  shop_name: 'Kaffe Nord',
  currency: 'NOK',
  time_zone: 'Europe/Oslo',
  tax_rate: 150_000,
  cash_rounding: 1,
  owner_name: 'Ada',
  pin: '4821',
  start: 'empty',
};

describe('the first run', () => {
  it('sets everything up in one go and ends signed in', async () => {
    const app = await openTestApp();
    expect((await app.call('session.get', {}, stranger)).first_run).toEqual({ is_empty: true, is_here: true });
    const session = await app.call('setup.run', answers, stranger);
    expect(session).toMatchObject({
      person: { name: 'Ada', role: 'owner' },
      needs_owner: false,
      first_run: null,
      demo: false,
      shop: { name: 'Kaffe Nord', currency: 'NOK', time_zone: 'Europe/Oslo', language: 'nb' },
    });
    expect(app.pos.callerOfSession(session.token ?? '', 'ipc', { ip: null, userAgent: null })?.name).toBe('Ada');
    expect((await app.call('settings.get', {})).tax_rate).toBe(150_000);
    expect((await app.refusal('setup.run', answers, stranger)).code).toBe('setup_done');
    const { items } = await app.call('audit.list', { person: 'First run', per_page: 100 });
    expect(items.map(({ entity_type: type }) => type)).toContain('Staff');
  });

  it('makes nothing when a part of it is refused', async () => {
    const app = await openTestApp();
    const before = await app.call('settings.get', {});
    for (const pin of ['0000', '1234', '98765']) {
      const answer = await app.answer('setup.run', { ...answers, pin }, stranger);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input', details: [{ loc: ['body', 'pin'] }] } });
    }
    expect((await app.refusal('setup.run', { ...answers, start: 'import', upload_id: 'a'.repeat(24) }, stranger)).code).toBe('not_found');
    expect(await app.call('settings.get', {})).toEqual(before);
    expect((await app.call('session.get', {}, stranger)).needs_owner).toBe(true);
  });

  it('is done at the machine of the shop and nowhere else', async () => {
    const app = await openTestApp();
    const away = nobody('http', { ip: '192.168.1.20' });
    expect((await app.call('session.get', {}, away)).first_run).toEqual({ is_empty: true, is_here: false });
    expect((await app.refusal('setup.run', answers, away)).code).toBe('not_here');
    expect((await app.refusal('session.createOwner', { name: 'Eve', pin: '4711' }, away)).code).toBe('not_here');
    expect((await app.refusal('setup.upload', { offset: 0, data: '' }, away)).code).toBe('not_here');
    expect((await app.call('setup.run', answers, nobody('http', { ip: '127.0.0.1' }))).person?.name).toBe('Ada');
  });

  it('begins with the demo café, its past and an open shift', async () => {
    const app = await openTestApp();
    const session = await app.call('setup.run', { ...answers, start: 'demo' }, stranger);
    expect(session).toMatchObject({ demo: true, staff: [{ name: 'Ada' }] });
    expect((await app.call('items.list', {})).total).toBeGreaterThan(20);
    expect((await app.call('orders.list', {})).total).toBeGreaterThan(200);
  });

  it('brings over a Philo database that was sent in pieces, after a look into it', async () => {
    const app = await openTestApp();
    const bytes = readFileSync(writeOriginal(join(tempFolder(), 'shop.db')));
    let upload: string | null = null;
    for (let offset = 0; offset < bytes.length; offset += 10_000) {
      const data = bytes.subarray(offset, offset + 10_000).toString('base64');
      const sent: { upload_id: string; size: number } = await app.call(
        'setup.upload',
        { upload_id: upload, name: 'café.db', offset, data },
        stranger,
      );
      upload = sent.upload_id;
    }
    const found = await app.call('setup.inspect', { upload_id: upload ?? '', currency: 'NOK', time_zone: 'Europe/Oslo' }, stranger);
    expect(found).toMatchObject({ kind: 'philo', items: 3, orders: 4 });
    expect((await app.call('items.list', {})).total).toBe(0);
    expect((await app.call('settings.get', {})).currency).toBe('USD');
    await app.call('setup.run', { ...answers, start: 'import', upload_id: upload }, stranger);
    expect((await app.call('items.list', {})).total).toBe(3);
    expect(existsSync(join(app.dataDir, 'uploads'))).toBe(false);
  });

  it('takes no file with a gap in it, and says what is wrong with another', async () => {
    const app = await openTestApp();
    const { upload_id: upload } = await app.call(
      'setup.upload',
      { offset: 0, name: '../../x.txt', data: Buffer.from('hello').toString('base64') },
      stranger,
    );
    expect((await app.refusal('setup.upload', { upload_id: upload, offset: 9, data: '' }, stranger)).code).toBe('unsupported_file');
    const refused = await app.refusal('setup.inspect', { upload_id: upload, currency: 'USD', time_zone: 'UTC' }, stranger);
    expect(refused.code).toBe('unsupported_file');
    expect(refused.message).toContain('x.txt');
    expect((await app.refusal('setup.inspect', { upload_id: 'b'.repeat(24), currency: 'USD', time_zone: 'UTC' }, stranger)).code).toBe(
      'not_found',
    );
  });
});
