import { z } from 'zod';
import { LIST_IDS } from './list-tables.ts';
import { operation, type StoredFile } from './operation.ts';
import { instantOut, pageOf, paging } from './primitives.ts';
import { anyReport } from './reports.ts';
import { REPORT_IDS } from './report-tables.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a file can hold: a report, or a list of the back office. */
const EXPORT_IDS = [...REPORT_IDS, ...LIST_IDS] as const;

export const exportJob = z.object({
  id: z.string(),
  report: z.enum(EXPORT_IDS),
  format: z.enum(EXPORT_FORMATS),
  /** A finished one can be downloaded for seven days. */
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** Rows written so far, of all; null until they are counted. */
  rows: z.int(),
  total: z.int().nullable(),
  /** Of the finished file. */
  bytes: z.int().nullable(),
  file_name: z.string(),
  /** Why it failed, for people. */
  problem: z.string().nullable(),
  created_at: instantOut(),
  finished_at: instantOut().nullable(),
});
export type ExportJob = z.infer<typeof exportJob>;

/** The largest piece of a file that one call answers. */
export const MOST_BYTES = 8 * 1024 * 1024;

const which = { export_id: z.string().max(100) };
const exportsOf = { tag: 'Exports', permission: 'reports.view' } as const;

export const exportOperations = {
  'exports.start': operation({
    ...exportsOf,
    method: 'POST',
    url: '/api/v1/exports',
    kind: 'command',
    status: 201,
    summary: 'Begin to write a report to a file, beside everything else; the answer is the job to ask about',
    errors: ['not_found', 'rate_limited'],
    body: { report: z.enum(REPORT_IDS), format: z.enum(EXPORT_FORMATS), ...anyReport },
    output: exportJob,
  }),
  'exports.list': operation({
    ...exportsOf,
    method: 'GET',
    url: '/api/v1/exports',
    kind: 'query',
    summary: 'Your own exports, newest first',
    query: paging,
    output: pageOf(exportJob),
  }),
  'exports.get': operation({
    ...exportsOf,
    method: 'GET',
    url: '/api/v1/exports/{export_id}',
    kind: 'query',
    summary: 'How far one of your exports is',
    errors: ['not_found'],
    entity: 'Export',
    path: which,
    output: exportJob,
  }),
  'exports.cancel': operation({
    ...exportsOf,
    method: 'DELETE',
    url: '/api/v1/exports/{export_id}',
    kind: 'command',
    summary: 'Stop one of your exports, or delete its file; nothing of it is left',
    errors: ['not_found'],
    entity: 'Export',
    path: which,
    output: z.object({ id: z.string(), removed: z.literal(true) }),
  }),
  'exports.download': operation({
    ...exportsOf,
    method: 'GET',
    url: '/api/v1/exports/{export_id}/file',
    kind: 'query',
    summary: 'The file of a finished export: whole, or the piece that is asked for',
    errors: ['not_found', 'export_not_done'],
    entity: 'Export',
    path: which,
    query: {
      offset: z.int().min(0).default(0),
      /** Left out over HTTP: all that is left, streamed. */
      length: z.int().min(1).max(MOST_BYTES).optional(),
    },
    output: z.custom<Uint8Array | StoredFile>(),
    media: 'application/octet-stream',
  }),
};
