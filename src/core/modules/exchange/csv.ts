import Papa from 'papaparse';
import { MAX_CSV_BYTES, MAX_CSV_ROWS } from '../../../contract/exchange.ts';
import type { Faults } from './faults.ts';

export interface CsvRow {
  /** The line of the file on which it begins; the header is line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

const SEPARATORS = [',', ';', '\t'] as const;

/** What a spreadsheet would run as a formula, after however many marks that say it is none. */
const RISKY = /^'*[=+\-@\t\r]/;

/** `=1+1` becomes `'=1+1`, which a spreadsheet shows and does not compute. unmark takes the mark off again. */
const mark = (cell: string): string => (RISKY.test(cell) ? `'${cell}` : cell);
const unmark = (cell: string): string => (cell.startsWith("'") && RISKY.test(cell) ? cell.slice(1) : cell);

/** Comma-separated, quoted where needed, CRLF, with a byte order mark so that Excel takes it for UTF-8. */
export const writeCsv = (columns: readonly string[], rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`\uFEFF${Papa.unparse([[...columns], ...rows.map((row) => row.map(mark))], { newline: '\r\n' })}\r\n`);

/**
 * Reads a CSV file with a header row. The separator is the one that the header has most of. Faults of the file as a whole
 * (size, encoding, header) leave no rows.
 */
export const readCsv = (
  given: string,
  known: { readonly columns: readonly string[]; readonly required: readonly string[] },
  faults: Faults,
): CsvTable => {
  const none: CsvTable = { columns: [], rows: [] };
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  if (Buffer.byteLength(text) > MAX_CSV_BYTES) return faults.ofFile(`The file is larger than ${MAX_CSV_BYTES / 1024 / 1024} MB`, none);
  if (text.includes('\uFFFD')) return faults.ofFile('The file is not UTF-8. Save it as "CSV UTF-8"', none);
  if (text.includes('\0')) return faults.ofFile('The file is not a text file', none);
  const records = readRecords(text, faults);
  const [header, ...rest] = records;
  if (!header) return faults.ofFile('The file is empty', none);
  const columns = header.cells.map((cell) => cell.trim().toLowerCase());
  if (!isHeaderSound(columns, known, faults)) return none;
  const filled = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > MAX_CSV_ROWS) return faults.ofFile(`The file has more than ${MAX_CSV_ROWS} rows`, none);
  const rows: CsvRow[] = [];
  for (const { line, cells } of filled) {
    if (cells.length > columns.length) {
      faults.add(line, '', `has ${cells.length} cells, but the header has ${columns.length}`, cells.slice(columns.length).join(' | '));
      continue;
    }
    rows.push({ line, cells: Object.fromEntries(columns.map((column, index) => [column, unmark(cells[index] ?? '')])) });
  }
  return { columns, rows };
};

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Every record with the line it begins on: a quoted cell may hold line breaks. */
const readRecords = (text: string, faults: Faults): CsvRecord[] => {
  const records: CsvRecord[] = [];
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimiter: separatorOf(text),
    step: ({ data, errors, meta }) => {
      for (const error of errors)
        if (error.type === 'Quotes') faults.add(line, '', 'a quotation mark is not closed, or text stands beside it', '');
      records.push({ line, cells: data });
      line += linesIn(text, from, meta.cursor);
      from = meta.cursor;
    },
  });
  return records;
};

const linesIn = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
};

const separatorOf = (text: string): string => {
  const header = text.slice(0, /[\r\n]|$/.exec(text)?.index ?? 0).replaceAll(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
};

const isHeaderSound = (
  columns: readonly string[],
  known: { readonly columns: readonly string[]; readonly required: readonly string[] },
  faults: Faults,
): boolean => {
  let isSound = true;
  const fault = (column: string, reason: string) => {
    faults.add(1, column, reason, column);
    isSound = false;
  };
  for (const [index, column] of columns.entries()) {
    if (!known.columns.includes(column)) fault(column, `is not a column of this file; there are ${known.columns.join(', ')}`);
    else if (columns.indexOf(column) !== index) fault(column, 'stands twice in the header');
  }
  for (const column of known.required) if (!columns.includes(column)) fault(column, 'is missing in the header');
  return isSound;
};
