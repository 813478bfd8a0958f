import { open } from 'node:fs/promises';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { type ExportFormat, type ExportJob, MOST_BYTES } from '../../../contract/exports.ts';
import { LIST_EXPORTS, type ListExportName } from '../../../contract/list-exports.ts';
import { REPORT_TABLES } from '../../../contract/report-tables.ts';
import { questionOf } from '../../../contract/reports.ts';
import { LIST_WORDS } from '../../../domain/list-words.ts';
import { REPORT_WORDS } from '../../../domain/report-words.ts';
import { actorOf, type Caller, callerMay, idempotencyScope } from '../../kernel/caller.ts';
import { type CommandContext, notAllowed, type QueryContext } from '../../kernel/context.ts';
import { invalidField, Refusal } from '../../kernel/errors.ts';
import type { CommandHandler, ModuleHandlers } from '../../kernel/handlers.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { recordAudit } from '../audit/index.ts';
import { scopeOf } from '../reports/index.ts';
import { newExportId } from './export-files.ts';
import type { ExportJobs } from './export-jobs.ts';
import type { ExportSubject } from './task.ts';

export { ExportJobs } from './export-jobs.ts';
export type { ExportMessage, ExportTask, StartExport } from './task.ts';
export { writeExport } from './write-export.ts';

const MEDIA: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Whose an export is: a person, a key, or the program's own callers by their name. */
const ownerOf = (caller: Caller): string => `${idempotencyScope(caller)}:${caller.id === null ? actorOf(caller) : ''}`;

/** `sales-by-item-2026-03-01-2026-03-31.csv`: of our own words and days, whatever was asked. */
const fileName = (words: string, format: ExportFormat, days: readonly (string | null)[]): string => {
  const title = words.toLowerCase().replace(/[^a-z]+/g, '-');
  return `${[title, ...days.filter((day) => day !== null)].join('-')}.${format}`;
};

const startExport = (jobs: ExportJobs, ctx: CommandContext, input: ParsedInputOf<'exports.start'>): ExportJob => {
  const { report, format, ...rest } = input;
  const { sorts } = REPORT_TABLES[report];
  if (rest.sort !== undefined && !sorts.includes(rest.sort))
    throw invalidField('sort', 'enum', `This report is sorted by ${sorts.join(', ')}`, rest.sort);
  const asked = questionOf(report, rest);
  const { start, end } = scopeOf(ctx, asked);
  const shift = asked.shift_id === undefined ? null : `shift-${asked.shift_id}`;
  const name = fileName(REPORT_WORDS.en.titles[report] ?? report, format, [shift, start, start === end ? null : end]);
  return begin(jobs, ctx, { kind: 'report', id: report, asked }, format, name);
};

/** `customers-2026-03-02.csv`: with the day on which it was so. */
const startList =
  <N extends ListExportName>(jobs: ExportJobs, name: N): CommandHandler<N> =>
  (ctx, input) => {
    const { list, sees } = LIST_EXPORTS[name];
    if (!callerMay(ctx.caller, sees)) throw notAllowed(sees, 'This list', false);
    const { format, ...asked } = input;
    const file = fileName(LIST_WORDS.en.titles[list] ?? list, format, [ctx.moment.business_date]);
    return begin(jobs, ctx, { kind: 'list', id: list, asked }, format, file) as OutputOf<N>;
  };

const begin = (jobs: ExportJobs, ctx: CommandContext, subject: ExportSubject, format: ExportFormat, name: string): ExportJob => {
  const job: ExportJob = {
    id: newExportId(),
    report: subject.id,
    format,
    state: 'waiting',
    rows: 0,
    total: null,
    bytes: null,
    file_name: name,
    problem: null,
    created_at: ctx.now,
    finished_at: null,
  };
  jobs.add({ owner: ownerOf(ctx.caller), caller: ctx.caller, subject, job });
  ctx.onRollback(() => jobs.remove(job.id));
  recordAudit(ctx, { entity: 'Export', id: null, action: 'create', after: { report: subject.id, format, ...subject.asked } });
  return job;
};

/** A piece of the file; over HTTP, without a length, the file itself for the door to stream. */
const download = async (
  jobs: ExportJobs,
  ctx: QueryContext,
  input: ParsedInputOf<'exports.download'>,
): Promise<OutputOf<'exports.download'>> => {
  const job = jobs.jobOf(ownerOf(ctx.caller), input.export_id);
  if (job.state !== 'done') throw new Refusal('export_not_done', 'This export is not finished.');
  const path = jobs.pathOf(job);
  const { offset } = input;
  if (ctx.caller.door === 'http' && input.length === undefined)
    return { path, name: job.file_name, media: MEDIA[job.format], bytes: job.bytes ?? 0, offset };
  const length = Math.max(0, Math.min(input.length ?? MOST_BYTES, (job.bytes ?? 0) - offset));
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

/** Reports and lists as files, made beside the till. */
export const exportHandlers = (jobs: ExportJobs): ModuleHandlers => ({
  queries: {
    'exports.list': (ctx, input) => {
      const all = jobs.listOf(ownerOf(ctx.caller));
      const from = offsetOf(input);
      return pageEnvelope(all.slice(from, from + input.per_page), all.length, input);
    },
    'exports.get': (ctx, input) => jobs.jobOf(ownerOf(ctx.caller), input.export_id),
    'exports.download': (ctx, input) => download(jobs, ctx, input),
  },
  commands: {
    'exports.start': (ctx, input) => startExport(jobs, ctx, input),
    'exports.items': startList(jobs, 'exports.items'),
    'exports.categories': startList(jobs, 'exports.categories'),
    'exports.addons': startList(jobs, 'exports.addons'),
    'exports.discounts': startList(jobs, 'exports.discounts'),
    'exports.customers': startList(jobs, 'exports.customers'),
    'exports.expenses': startList(jobs, 'exports.expenses'),
    'exports.staff': startList(jobs, 'exports.staff'),
    'exports.stock': startList(jobs, 'exports.stock'),
    'exports.orders': startList(jobs, 'exports.orders'),
    'exports.cancel': (ctx, input) => {
      const { id } = jobs.jobOf(ownerOf(ctx.caller), input.export_id);
      jobs.remove(id);
      return { id, removed: true };
    },
  },
});
