import type { Table } from '../../../contract/paper.ts';
import type { ZReport } from '../../../contract/z-report.ts';
import { money } from '../../../domain/money.ts';
import type { Formats } from './formats.ts';
import type { ZWords } from './z-words.ts';

/** How a report speaks: its figures, and its own currency and time zone, as they were when it was made. */
export interface ZVoice {
  readonly report: ZReport;
  readonly words: ZWords;
  readonly say: Formats;
}

/** An amount that is taken off, with its sign; nothing is never "minus nothing". */
export const minus = ({ say }: ZVoice, amount: number): string => say.money(money(-amount));

/** A table whose first column is text and whose others are figures. */
export const figureTable = (
  heading: string,
  labels: readonly string[],
  rows: readonly (readonly string[])[],
  empty: string,
  total?: readonly string[],
): Table => ({
  kind: 'table',
  heading,
  columns: labels.map((label, at) => ({ label, align: at === 0 ? 'left' : 'right' })),
  rows,
  empty,
  ...(total ? { total } : {}),
});
