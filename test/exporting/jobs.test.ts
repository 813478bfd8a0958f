import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { callerWithRole, openTestApp, type TestApp } from '../support/test-app.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { ended, exported, exportFiles } from './export-file.ts';

// Each starts threads, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 60_000 });

/** So many stock movements that writing them takes a while. */
const manyMovements = async (app: TestApp, count: number): Promise<void> => {
  const menu = await addSmallMenu(app);
  app.pos.database.execute(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     INSERT INTO stock_movements (item_id, quantity, reason, actor, created_at) SELECT ?, 1, 'receive', 'Somebody', '2026-03-01T12:00:00.000Z' FROM n`,
    [count, menu.cake.id],
  );
};

const MOVEMENTS = { report: 'movements', start_date: '2026-02-01', end_date: '2026-03-31' } as const;

it('is written beside the till, says how far it is, and leaves its file and its record', async () => {
  const app = await openTestApp();
  await manyMovements(app, 30_000);
  const { job, bytes } = await exported(app, { ...MOVEMENTS, format: 'csv' });
  const { total, totals } = await app.call('reports.movements', MOVEMENTS);
  expect([job.total, job.rows]).toEqual([total, total]);
  expect(new TextDecoder().decode(bytes).split('\r\n')).toHaveLength(total + 2);
  expect(totals['quantity']).toBe(30_000 + 25);
  expect(exportFiles(app)).toEqual([`report-${job.id}.csv`, `report-${job.id}.json`]);
  const [audited] = (await app.call('audit.list', { per_page: 1 })).items;
  expect(audited).toMatchObject({ entity_type: 'Export', action: 'create', new_values: { report: 'movements', format: 'csv' } });
});

it('can be read in pieces, which together are the file', async () => {
  const app = await openTestApp();
  await manyMovements(app, 100);
  const { job, bytes } = await exported(app, { ...MOVEMENTS, format: 'csv' });
  const pieces: number[] = [];
  for (let offset = 0; offset < (job.bytes ?? 0); offset += 1000)
    pieces.push(...((await app.call('exports.download', { export_id: job.id, offset, length: 1000 })) as Uint8Array));
  expect(Buffer.from(pieces).equals(bytes)).toBe(true);
  expect(await app.call('exports.download', { export_id: job.id, offset: 10_000_000 })).toHaveLength(0);
});

it('stopped while it is written leaves nothing, and the next one begins', async () => {
  const app = await openTestApp();
  await manyMovements(app, 300_000);
  const first = await app.call('exports.start', { ...MOVEMENTS, format: 'xlsx' });
  const second = await app.call('exports.start', { report: 'items', format: 'csv' });
  await expect.poll(async () => (await app.call('exports.get', { export_id: first.id })).rows, { timeout: 30_000 }).toBeGreaterThan(0);
  expect(exportFiles(app)).toEqual([`report-${first.id}.part`]);
  expect(await app.refusal('exports.download', { export_id: first.id })).toMatchObject({ code: 'export_not_done' });
  await app.call('exports.cancel', { export_id: first.id });
  expect(await app.refusal('exports.get', { export_id: first.id })).toMatchObject({ code: 'not_found' });
  await ended(app, second.id);
  expect(exportFiles(app)).toEqual([`report-${second.id}.csv`, `report-${second.id}.json`]);
  await app.call('exports.cancel', { export_id: second.id });
  expect(exportFiles(app)).toEqual([]);
});

it('ends with the program, and what is done is there again at the next start', async () => {
  const app = await openTestApp();
  await manyMovements(app, 300_000);
  const { job } = await exported(app, { report: 'items', format: 'csv' });
  const { id } = await app.call('exports.start', { ...MOVEMENTS, format: 'csv' });
  await expect.poll(async () => (await app.call('exports.get', { export_id: id })).state, { timeout: 30_000 }).toBe('running');
  await app.reopen();
  expect(exportFiles(app)).toEqual([`report-${job.id}.csv`, `report-${job.id}.json`]);
  expect((await app.call('exports.list', {})).items).toEqual([job]);
});

it('keeps no half of a file over a crash, nor an old one, nor touches what is not its own', async () => {
  const app = await openTestApp();
  const { job } = await exported(app, { report: 'items', format: 'csv' });
  const folder = join(app.dataDir, 'exports');
  const half = `report-r${'0'.repeat(32)}.part`;
  const others = ['notes.txt', `report-r${'0'.repeat(31)}.part`, 'report-../x.csv'.replaceAll('/', '_')];
  for (const name of [half, `report-r${'1'.repeat(32)}.json`, ...others]) writeFileSync(join(folder, name), '{}');
  await app.reopen();
  expect(exportFiles(app)).toEqual([...others, `report-${job.id}.csv`, `report-${job.id}.json`].sort());
  app.clock.advance(7 * 86_400_000 + 1);
  expect(await app.refusal('exports.get', { export_id: job.id })).toMatchObject({ code: 'not_found' });
  await app.reopen();
  expect(exportFiles(app)).toEqual([...others].sort());
});

it('is its owner’s alone', async () => {
  const app = await openTestApp();
  const one = callerWithRole('manager');
  const other = { ...one, id: 2 };
  const { id } = await app.call('exports.start', { report: 'items', format: 'csv' }, one);
  await ended(app, id, one);
  expect((await app.call('exports.list', {}, other)).total).toBe(0);
  for (const name of ['exports.get', 'exports.download', 'exports.cancel'] as const)
    expect(await app.refusal(name, { export_id: id }, other)).toMatchObject({ code: 'not_found' });
  expect((await app.call('exports.list', {}, one)).total).toBe(1);
});

it.each(['../../philo.db', '..\\philo.db', '/etc/passwd', 'r', `report-r${'0'.repeat(32)}`, '\0', '%2e%2e'])(
  'is not found as %j',
  async (id) => {
    const app = await openTestApp();
    for (const name of ['exports.get', 'exports.download', 'exports.cancel'] as const)
      expect(await app.refusal(name, { export_id: id })).toMatchObject({ code: 'not_found' });
    expect(existsSync(join(app.dataDir, 'philo.db'))).toBe(true);
    expect(readdirSync(join(app.dataDir, 'exports'))).toEqual([]);
  },
);

it('refuses what the report does not have before anything is written', async () => {
  const app = await openTestApp();
  expect(await app.refusal('exports.start', { report: 'items', format: 'csv', shift_id: 77 })).toMatchObject({ code: 'not_found' });
  expect(await app.refusal('exports.start', { report: 'items', format: 'csv', sort: 'hash' })).toMatchObject({ code: 'invalid_input' });
  expect(await app.refusal('exports.start', { report: '../x', format: 'csv' })).toMatchObject({ code: 'invalid_input' });
  expect((await app.call('exports.list', {})).total).toBe(0);
});

it('a repeated call with the same key makes one export', async () => {
  const app = await openTestApp();
  const start = () => app.answer('exports.start', { report: 'items', format: 'csv' }, undefined, { idempotencyKey: 'k' });
  const [first, again] = [await start(), await start()];
  expect(again).toMatchObject({ replayed: true, value: { id: (first as { value: { id: string } }).value.id } });
  expect((await app.call('exports.list', {})).total).toBe(1);
});
