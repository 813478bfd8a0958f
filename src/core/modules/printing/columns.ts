import type { NarrowLine } from './narrow.ts';

/** A line of letters of one size, filled up to its place: what a receipt printer prints. */
export interface PrinterLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

/** Narrow lines as letters in columns. Nothing is cut off: what is too long goes on below. */
export const inColumns = (lines: readonly NarrowLine[], columns: number): PrinterLine[] => {
  const printed: PrinterLine[] = [];
  let table: Extract<NarrowLine, { kind: 'row' }>[] = [];
  for (const line of lines) {
    if (line.kind === 'row') table.push(line);
    else if (line.kind === 'rows-end') {
      printed.push(...tableInColumns(table, columns));
      table = [];
    } else printed.push(...lineInColumns(line, columns));
  }
  return printed;
};

const lineInColumns = (line: Exclude<NarrowLine, { kind: 'row' | 'rows-end' }>, columns: number): PrinterLine[] => {
  if (line.kind === 'gap') return [{ text: '', size: 1, bold: false }];
  if (line.kind === 'rule') return [{ text: '-'.repeat(columns), size: 1, bold: false }];
  if (line.kind === 'pair') return pairInColumns(line, columns);
  const { bold } = line;
  const size = largestSize(line.text, line.size, columns);
  const width = Math.floor(columns / size);
  return wrap(line.text, width - line.indent).map((text) => ({
    text: line.align === 'center' ? centred(text, width) : ' '.repeat(line.indent) + text,
    size,
    bold,
  }));
};

/** A word that is too long for the paper at its size gets smaller letters rather than a break. */
const largestSize = (text: string, size: number, columns: number): number => {
  const longest = Math.max(...text.split(/\s/).map((word) => word.length));
  let fitting = size;
  while (fitting > 1 && longest * fitting > columns) fitting -= 1;
  return fitting;
};

const centred = (text: string, width: number): string => ' '.repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text;

/** An amount stands at the right and is never broken; its name goes on above it where both do not fit. */
const pairInColumns = ({ left, right, size: wanted, bold }: Extract<NarrowLine, { kind: 'pair' }>, columns: number): PrinterLine[] => {
  const size = largestSize(right, wanted, columns);
  const width = Math.floor(columns / size);
  const room = width - right.length - 1;
  if (right === '') return wrap(left, width).map((text) => ({ text, size, bold }));
  if (room < Math.min(8, left.length))
    return [...wrap(left, width).map((text) => ({ text, size, bold })), { text: right.padStart(width), size, bold }];
  const names = wrap(left, room);
  const last = names.length - 1;
  return names.map((name, at) => ({ text: at === last ? name.padEnd(width - right.length) + right : name, size, bold }));
};

const tableInColumns = (rows: readonly Extract<NarrowLine, { kind: 'row' }>[], columns: number): PrinterLine[] => {
  const count = Math.max(0, ...rows.map((row) => row.cells.length));
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map((row) => (row.cells[at] ?? '').length)));
  const others = widths.slice(1).reduce((sum, width) => sum + width + 2, 0);
  const first = columns - others;
  return rows.flatMap((row) => {
    const names = wrap(row.cells[0] ?? '', first);
    const last = names.length - 1;
    const figures = row.cells.slice(1).map((cell, at) => {
      const width = widths[at + 1] ?? 0;
      return `  ${row.right[at + 1] ? cell.padStart(width) : cell.padEnd(width)}`;
    });
    return names.map((name, at) => ({ text: at === last ? name.padEnd(first) + figures.join('') : name, size: 1, bold: row.bold }));
  });
};

/** Broken between words; a word that is longer than the line is broken where the line ends. Leading room is kept. */
const wrap = (value: string, width: number): string[] =>
  value.split('\n').flatMap((paragraph) => {
    const [, lead = '', rest = ''] = /^(\s*)(.*)$/u.exec(paragraph) ?? [];
    const lines: string[] = [];
    let line = lead;
    let started = false;
    for (const word of rest.split(/\s+/u)) {
      let left = word;
      const joined = started ? `${line} ${left}` : line + left;
      if (joined.length <= width) {
        line = joined;
        started = true;
        continue;
      }
      if (started) lines.push(line);
      while (left.length > width) {
        lines.push(left.slice(0, width));
        left = left.slice(width);
      }
      line = left;
      started = true;
    }
    return [...lines, line];
  });
