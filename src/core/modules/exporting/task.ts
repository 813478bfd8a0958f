import type { ExportFormat } from '../../../contract/exports.ts';
import type { ListId } from '../../../contract/list-tables.ts';
import type { ReportId } from '../../../contract/report-tables.ts';
import type { ReportQuestion } from '../../../contract/reports.ts';
import type { Caller } from '../../kernel/caller.ts';

/** What is written: a report of a period, or a list as its own operation filters it. */
export type ExportSubject =
  | { readonly kind: 'report'; readonly id: ReportId; readonly asked: ReportQuestion }
  | { readonly kind: 'list'; readonly id: ListId; readonly asked: Readonly<Record<string, unknown>> };

/** What a thread needs to write one export. */
export interface ExportTask {
  readonly subject: ExportSubject;
  readonly format: ExportFormat;
  /** Where it is written; becomes the finished file's name only when it is whole. */
  readonly path: string;
  readonly caller: Caller;
  readonly nowMs: number;
}

/** What a thread tells while it writes. `problem` is for people, `error` for the log. */
export type ExportMessage =
  | { readonly kind: 'progress'; readonly rows: number; readonly total: number }
  | { readonly kind: 'done'; readonly rows: number; readonly total: number; readonly bytes: number }
  | { readonly kind: 'failed'; readonly problem: string | null; readonly error: string };

/** Starts a task; answers how to stop it, which resolves when nothing of it runs any more. */
export type StartExport = (task: ExportTask, tell: (message: ExportMessage) => void) => () => Promise<void>;
