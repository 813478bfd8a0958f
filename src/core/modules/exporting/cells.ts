import type { ColumnKind, ReportColumn, ReportId, ReportRow } from '../../../contract/report-tables.ts';
import type { ReportWords } from '../../../domain/report-words.ts';
import type { OpenReport } from '../reports/index.ts';
import type { PaperWords } from './paper-words.ts';

/** A report on its way into a file: what a writer needs, whatever the format. */
export interface ExportSource {
  readonly id: ReportId;
  readonly report: OpenReport;
  /** Those that people see. */
  readonly columns: readonly (readonly [key: string, column: ReportColumn])[];
  readonly words: ReportWords;
  readonly paper: PaperWords;
  /** Of the words. */
  readonly language: string;
  readonly shop: { readonly name: string; readonly currency: string; readonly time_zone: string; readonly decimals: number };
  readonly madeAt: string;
  readonly madeBy: string;
  /** Everything that was asked, the days first. */
  readonly asked: readonly (readonly [label: string, value: string])[];
  /** To be called after each piece with the rows written so far, and waited for: the thread rests then. */
  readonly progress: (rows: number) => Promise<void>;
}

/** Rows that are read and written at a time: short readings, so that the write-ahead log can be emptied between them. */
export const ROWS_AT_A_TIME = 2000;

export const labelOf = (source: ExportSource, key: string): string => source.words.columns[key] ?? key;

/** What people read where a cell is a word. A discount without a name is one of a single line. */
export const wordIn = (source: ExportSource, key: string, kind: ColumnKind, row: ReportRow): string => {
  const value = row[key] ?? null;
  if (value === null) return key === 'discount' ? labelOf(source, 'line_discount') : '';
  return kind === 'reason' ? (source.words.reasons[String(value)] ?? String(value)) : String(value);
};
