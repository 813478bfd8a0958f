import { type Currency, toDecimal } from '../../../domain/money.ts';

/** A figure as a table: the same figures whether it is drawn, read or saved. */
export interface FigureTable {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

export interface Column {
  readonly head: string;
  /** `money` in minor units, `percent` as 12.34. */
  readonly kind: 'text' | 'money' | 'count' | 'percent';
}

export type Cell = string | number | null;

export interface TableRow {
  readonly key: string;
  readonly cells: readonly Cell[];
  /** Where a cell leads, by its column. */
  readonly links?: Readonly<Record<number, string | undefined>>;
  readonly isTotal?: boolean;
  /** One of the parts of the row that follows them. */
  readonly isPart?: boolean;
}

/** What a spreadsheet would take for a formula gets an apostrophe before it. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const plain = (cell: Cell, kind: Column['kind'], currency: Currency): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return harmless(cell);
  return kind === 'money' ? toDecimal(cell, currency.decimals).toFixed(currency.decimals) : String(cell);
};

/** The table as a file: RFC 4180, UTF-8 with a mark so that spreadsheets see it; money as decimal numbers with a point. */
export const csvOf = ({ columns, rows }: FigureTable, currency: Currency): string => {
  const lines = [
    columns.map(({ head }) => quoted(harmless(head))),
    ...rows.map(({ cells }) => cells.map((cell, index) => quoted(plain(cell, columns[index]?.kind ?? 'text', currency)))),
  ];
  return `\ufeff${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
};
