import { z } from 'zod';
import { operation } from './operation.ts';

/** What goes out and in as CSV. `menu` holds categories, items and add-ons. */
export const EXCHANGED = ['menu', 'customers', 'stock'] as const;

/** How amounts are written. Grouping signs are not taken: 1,000.00 is a fault, not a guess. */
export const DECIMAL_SIGNS = ['point', 'comma'] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];

export const MAX_CSV_BYTES = 10 * 1024 * 1024;
export const MAX_CSV_ROWS = 50_000;

const fault = z.object({
  /** As an editor counts, the header row being line 1; 0 for the file as a whole. */
  line: z.int(),
  /** The column's name in the header; empty for the row as a whole. */
  column: z.string(),
  reason: z.string(),
  /** What stands there, cut to what can be shown. */
  value: z.string(),
});
export type ImportFault = z.infer<typeof fault>;

export const importCheck = z.object({
  rows: z.int(),
  /** What importing would do, or did. */
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** The first thousand. */
  faults: z.array(fault),
  fault_count: z.int(),
  /** The first few that would be created or changed, for people to look at. */
  sample: z.array(z.object({ line: z.int(), act: z.enum(['create', 'change']), what: z.string(), detail: z.string() })),
});
export type ImportCheck = z.infer<typeof importCheck>;

const which = { what: z.enum(EXCHANGED) };
/** Counted in characters here and in bytes by the reader. */
const file = { csv: z.string().max(MAX_CSV_BYTES), decimal: z.enum(DECIMAL_SIGNS).default('point') };

export const exchangeOperations = {
  'exchange.export': operation({
    method: 'GET',
    url: '/api/v1/exchange/{what}',
    kind: 'query',
    tag: 'Import and export',
    permission: 'data.exchange',
    summary: 'The menu, the customers or the stock as CSV, safe to open in a spreadsheet',
    path: which,
    query: { decimal: z.enum(DECIMAL_SIGNS).default('point') },
    output: z.instanceof(Uint8Array),
    media: 'text/csv; charset=utf-8',
    worker: true,
  }),
  'exchange.check': operation({
    method: 'POST',
    url: '/api/v1/exchange/{what}/check',
    kind: 'query',
    tag: 'Import and export',
    permission: 'data.exchange',
    summary: 'A dry run of an import: every bad row by line and reason, and what would change. Changes nothing',
    path: which,
    body: file,
    output: importCheck,
    worker: true,
    bodyLimit: 12 * 1024 * 1024,
  }),
  'exchange.import': operation({
    method: 'POST',
    url: '/api/v1/exchange/{what}',
    kind: 'command',
    tag: 'Import and export',
    permission: 'data.exchange',
    summary: 'Import a CSV file, all or nothing; refused as long as any row is bad',
    errors: ['bad_rows'],
    path: which,
    body: file,
    output: importCheck,
    bodyLimit: 12 * 1024 * 1024,
  }),
  'archive.export': operation({
    method: 'POST',
    url: '/api/v1/archive',
    kind: 'task',
    tag: 'Import and export',
    permission: 'backups.manage',
    status: 201,
    summary: 'Write the whole shop as an open, documented archive into the folder of exports',
    errors: ['disk_failed'],
    body: {},
    output: z.object({ name: z.string(), bytes: z.int(), rows: z.int() }),
  }),
  'archive.download': operation({
    method: 'GET',
    url: '/api/v1/archive/{archive_name}',
    kind: 'task',
    tag: 'Import and export',
    permission: 'backups.manage',
    summary: 'An archive that was written',
    errors: ['not_found'],
    path: { archive_name: z.string().regex(/^philo-shop-[0-9TZ]{10,30}\.zip$/) },
    output: z.instanceof(Uint8Array),
    media: 'application/zip',
  }),
};
