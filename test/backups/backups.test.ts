import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ChangeEvent } from '../../src/contract/events.ts';
import { addPeople } from '../support/people.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp, tempFolder } from '../support/test-app.ts';

vi.setConfig({ testTimeout: 30_000 });

const sellOne = async (app: Awaited<ReturnType<typeof openTestApp>>, itemId: number) =>
  app.call('orders.create', { items: [{ item_id: itemId }] });

test('a backup is verified, listed and verified again; a changed one is found out', async () => {
  const app = await openTestApp();
  const menu = await addSmallMenu(app);
  await sellOne(app, menu.tea.id);
  const made = await app.call('backups.create', {});
  expect(made).toMatchObject({ reason: 'manual', state: 'verified', faults: [], keeps_pins: true, created_at: '2026-03-02T12:00:00.000Z' });
  expect((await app.call('backups.list', {})).items).toEqual([made]);
  expect(readdirSync(join(app.dataDir, 'backups')).filter((name) => name.endsWith('.partial'))).toEqual([]);
  expect((await app.call('backups.verify', { backup_name: made.name })).state).toBe('verified');

  const file = join(app.dataDir, 'backups', made.name);
  const bytes = readFileSync(file);
  bytes[bytes.length - 3000] = (bytes[bytes.length - 3000] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
  const again = await app.call('backups.verify', { backup_name: made.name });
  expect(again.state).toBe('damaged');
  expect(again.faults[0]).toContain('does not fit its hash');
  expect(await app.refusal('backups.restore', { backup_name: made.name, confirm: 'RESTORE' })).toMatchObject({ code: 'unsupported_file' });
  expect((await app.call('audit.list', { action: 'backup' })).items).toHaveLength(1);
});

test('a restore says what it undoes, undoes it, and keeps what was there', async () => {
  const app = await openTestApp();
  const menu = await addSmallMenu(app);
  const people = await addPeople(app);
  const first = await sellOne(app, menu.tea.id);
  const backup = await app.call('backups.create', {});
  app.clock.advance(60_000);
  const second = await sellOne(app, menu.tea.id);
  await sellOne(app, menu.latte.id);

  const preview = await app.call('backups.preview', { backup_name: backup.name });
  expect(preview.undone).toMatchObject({ orders: 2, payments: 2, refunds: 0, z_reports: 0, revived_keys: 0 });
  expect(preview.undone.paid_amount).toBe(
    second.total + ((await app.call('orders.list', {})).items.find((order) => order.id > second.id)?.total ?? 0),
  );
  expect(await app.refusal('backups.restore', { backup_name: backup.name, confirm: 'restore' })).toMatchObject({ code: 'invalid_input' });
  expect((await app.call('orders.list', {})).total).toBe(3);

  const heard: ChangeEvent['topic'][] = [];
  app.pos.onChange((event) => heard.push(event.topic));
  const owner = people.owner.caller();
  const restored = await app.call('backups.restore', { backup_name: backup.name, confirm: 'RESTORE' }, owner);
  expect(restored.undone).toMatchObject({ orders: 2, payments: 2 });
  expect(heard).toContain('shop');
  expect((await app.call('orders.list', {})).items.map((order) => order.id)).toEqual([first.id]);
  // Everybody signs in again; the same PINs fit.
  expect(() => people.owner.caller()).toThrow();
  await expect(
    app.call('session.signIn', { staff_id: people.owner.id, pin: people.owner.pin }, callerWithRole(null)),
  ).resolves.toMatchObject({
    person: { id: people.owner.id },
  });
  const [row] = (await app.call('audit.list', { action: 'restore' })).items;
  expect(row).toMatchObject({ actor: 'The owner' });
  // Selling goes on, also after the next start.
  await sellOne(app, menu.tea.id);
  await app.reopen();
  expect((await app.call('orders.list', {})).total).toBe(2);

  const safety = (await app.call('backups.list', {})).items.find((one) => one.name === restored.safety_backup);
  expect(safety).toMatchObject({ reason: 'before_restore', state: 'unverified' });
  expect((await app.call('backups.verify', { backup_name: restored.safety_backup })).state).toBe('verified');
  await app.call('backups.restore', { backup_name: restored.safety_backup, confirm: 'RESTORE' });
  expect((await app.call('orders.list', {})).total).toBe(3);
});

test('calls made while a database is put in place are refused, and none is lost', async () => {
  const app = await openTestApp();
  const menu = await addSmallMenu(app);
  const backup = await app.call('backups.create', {});
  const restoring = app.call('backups.restore', { backup_name: backup.name, confirm: 'RESTORE' });
  const answers: string[] = [];
  const state = { isDone: false };
  const ended = restoring.finally(() => {
    state.isDone = true;
  });
  while (!state.isDone) {
    const answer = await app.answer('orders.create', { items: [{ item_id: menu.tea.id }] });
    answers.push(answer.ok ? 'sold' : answer.error.code);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { safety_backup, undone } = await ended;
  expect(answers.filter((answer) => answer !== 'sold' && answer !== 'closing')).toEqual([]);
  const now = (await app.call('orders.list', {})).total;
  // What was sold before the moment is counted as undone and lies in the safety backup; what was sold after it is here.
  expect(undone.orders + now).toBe(answers.filter((answer) => answer === 'sold').length);
  expect(existsSync(join(app.dataDir, 'backups', safety_backup))).toBe(true);
});

test('on another computer the PINs work, and a key revoked meanwhile is told of', async () => {
  const old = await openTestApp();
  const people = await addPeople(old);
  const key = await old.call('keys.create', { name: 'Kitchen screen' });
  const backup = await old.call('backups.create', {});
  await old.call('keys.revoke', { key_id: key.id });
  expect((await old.call('backups.preview', { backup_name: backup.name })).undone.revived_keys).toBe(1);

  const other = await openTestApp();
  for (const end of ['.db', '.json']) {
    const name = backup.name.replace('.db', end);
    writeFileSync(join(other.dataDir, 'backups', name), readFileSync(join(old.dataDir, 'backups', name)));
  }
  await other.call('backups.restore', { backup_name: backup.name, confirm: 'RESTORE' });
  await expect(
    other.call('session.signIn', { staff_id: people.owner.id, pin: people.owner.pin }, callerWithRole(null)),
  ).resolves.toMatchObject({ person: { name: 'The owner' } });
});

test('the close of a shift makes a backup; a second folder gets it too, and one that is gone is told', async () => {
  const app = await openTestApp({ automaticBackups: true });
  const stick = tempFolder();
  await app.call('settings.update', { backup_second_folder: stick });
  const { id } = await app.call('shifts.open', { opening_cash: 0 });
  await app.call('shifts.close', { shift_id: id, closing_cash: 0 });
  await expect
    .poll(async () => (await app.call('backups.list', {})).items.map((one) => [one.reason, one.in_second_folder]))
    .toEqual([['shift_close', true]]);
  expect(new Set(readdirSync(stick).map((name) => name.split('.').at(-1)))).toEqual(new Set(['db', 'json']));

  rmSync(stick, { recursive: true });
  app.clock.advance(60_000);
  const next = await app.call('shifts.open', { opening_cash: 0 });
  expect((await app.call('shifts.close', { shift_id: next.id, closing_cash: 0 })).status).toBe('closed');
  await expect.poll(async () => (await app.call('backups.list', {})).last_failure?.message).toContain('is not there');
  expect((await app.call('backups.list', {})).items).toHaveLength(2);
});

test('a backup that cannot be written leaves nothing, stops no close and is told until one succeeds', async () => {
  const app = await openTestApp({ automaticBackups: true });
  const folder = join(app.dataDir, 'backups');
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where the folder should be');
  const { id } = await app.call('shifts.open', { opening_cash: 0 });
  expect((await app.call('shifts.close', { shift_id: id, closing_cash: 0 })).status).toBe('closed');
  await expect.poll(async () => (await app.call('backups.list', {})).last_failure?.message).toContain('could not be written');
  const refused = await app.refusal('backups.create', {});
  expect(refused.code).toBe('disk_failed');
  rmSync(folder);
  await expect(app.call('backups.create', {})).resolves.toMatchObject({ state: 'verified' });
  expect((await app.call('backups.list', {})).last_failure).toBeNull();
});

test('the only verified backup stays', async () => {
  const app = await openTestApp();
  const first = await app.call('backups.create', {});
  expect(await app.refusal('backups.delete', { backup_name: first.name })).toMatchObject({ code: 'last_backup' });
  const second = await app.call('backups.create', {});
  expect(second.name).not.toBe(first.name);
  expect(await app.call('backups.delete', { backup_name: first.name })).toEqual({ deleted: first.name });
  expect((await app.call('backups.list', {})).items.map((one) => one.name)).toEqual([second.name]);
  for (const name of ['../philo.db', 'philo.json', '.x.db', 'a/b.db'])
    expect(await app.refusal('backups.delete', { backup_name: name })).toMatchObject({ code: 'invalid_input' });
});
