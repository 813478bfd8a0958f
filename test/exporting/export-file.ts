import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ExportJob } from '../../src/contract/exports.ts';
import { contract, type InputOf } from '../../src/contract/index.ts';
import { LIST_EXPORTS, type ListExportName } from '../../src/contract/list-exports.ts';
import { questionOf } from '../../src/contract/reports.ts';
import { type Caller, systemCaller } from '../../src/core/kernel/caller.ts';
import { QueryContext } from '../../src/core/kernel/context.ts';
import { silentLog } from '../../src/core/kernel/log.ts';
import { writeExport } from '../../src/core/modules/exporting/index.ts';
import { type TestApp, tempFolder } from '../support/test-app.ts';

/** Waits until an export is written or has failed. */
export const ended = async (app: TestApp, id: string, caller?: Caller): Promise<ExportJob> => {
  const get = () => app.call('exports.get', { export_id: id }, caller);
  await expect.poll(async () => (await get()).state, { timeout: 30_000 }).toMatch(/done|failed/);
  return get();
};

/** Makes an export and answers its file. */
export const exported = async (app: TestApp, input: InputOf<'exports.start'>): Promise<{ job: ExportJob; bytes: Uint8Array }> => {
  const { id } = await app.call('exports.start', input);
  const job = await ended(app, id);
  expect(job).toMatchObject({ state: 'done', problem: null, rows: job.total });
  const bytes = (await app.call('exports.download', { export_id: id })) as Uint8Array;
  expect(bytes.length).toBe(job.bytes);
  return { job, bytes };
};

/** Writes an export as its thread does, but in this one: what is in the files needs no thread. */
export const written = async (app: TestApp, input: InputOf<'exports.start'>): Promise<Uint8Array> => {
  const { report, format, ...asked } = input;
  const path = join(tempFolder(), 'export');
  const nowMs = app.clock.now();
  const caller = systemCaller();
  const ctx = new QueryContext({ db: app.pos.database, caller, nowMs, settings: () => app.pos.settings(), log: silentLog });
  const { bytes } = await writeExport(
    ctx,
    { subject: { kind: 'report', id: report, asked: questionOf(report, asked) }, format, path, caller, nowMs },
    () => {},
  );
  const file = readFileSync(path);
  expect(file.length).toBe(bytes);
  return file;
};

/** The same of a list, asked for as its operation is. */
export const writtenList = async <N extends ListExportName>(app: TestApp, name: N, input: InputOf<N>): Promise<Uint8Array> => {
  const { format, ...asked } = contract[name].input.parse(input);
  const path = join(tempFolder(), 'export');
  const nowMs = app.clock.now();
  const caller = systemCaller();
  const ctx = new QueryContext({ db: app.pos.database, caller, nowMs, settings: () => app.pos.settings(), log: silentLog });
  await writeExport(ctx, { subject: { kind: 'list', id: LIST_EXPORTS[name].list, asked }, format, path, caller, nowMs }, () => {});
  return readFileSync(path);
};

/** The files of exports in the data folder. */
export const exportFiles = (app: TestApp): string[] => readdirSync(join(app.dataDir, 'exports')).sort();
