import type { ColumnKind, ReportColumn, ReportRow } from '../../../contract/report-tables.ts';
import type { OpenReport } from '../reports/index.ts';
import type { PaperWords } from './paper-words.ts';

type Columns = readonly (readonly [key: string, column: ReportColumn])[];

/** A report or a list on its way into a file: what a writer needs, whatever the format. */
export interface ExportSource {
  readonly title: string;
  readonly report: Pick<OpenReport, 'total' | 'totals' | 'page' | 'pieces'>;
  /** Those that people see. */
  readonly columns: Columns;
  /** Those that programs read: also the ids. */
  readonly allColumns: Columns;
  /** What columns and the codes of closed lists are called. */
  readonly words: { readonly columns: Readonly<Record<string, string>>; readonly reasons: Readonly<Record<string, string>> };
  readonly paper: PaperWords;
  /** Of the words. */
  readonly language: string;
  readonly shop: { readonly name: string; readonly currency: string; readonly time_zone: string; readonly decimals: number };
  readonly madeAt: string;
  readonly madeBy: string;
  /** Everything that was asked, the days of a report first. */
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
