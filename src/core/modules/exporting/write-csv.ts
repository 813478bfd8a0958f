import Papa from 'papaparse';
import type { ReportCell, ReportColumn } from '../../../contract/report-tables.ts';
import { type ExportSource, ROWS_AT_A_TIME } from './cells.ts';
import type { Sink } from './sink.ts';

/** What a spreadsheet would take for a formula; a negative number is none. */
const FORMULA = /^(?![+-]?\d+(?:\.\d+)?$)[=+\-@\t\r]/;

/** As the API writes it, whatever the country: decimals with a point, ISO days and UTC instants, the codes of reasons. */
const plain = (value: ReportCell, { kind }: ReportColumn, decimals: number): string => {
  if (value === null) return '';
  if (kind === 'money') return (Number(value) / 10 ** decimals).toFixed(decimals);
  return kind === 'rate' ? String(Number(value) / 1_000_000) : String(value);
};

/**
 * For programs and spreadsheets: one line of the API's own names, then a line for each row, no totals. UTF-8 with the mark by which
 * spreadsheets know it.
 */
export const writeCsv = async (source: ExportSource, sink: Sink): Promise<void> => {
  const columns = source.allColumns;
  const text = (rows: string[][]) => `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
  await sink.write(`\ufeff${text([columns.map(([key]) => key)])}`);
  let written = 0;
  for (const piece of source.report.pieces(ROWS_AT_A_TIME)) {
    await sink.write(text(piece.map((row) => columns.map(([key, column]) => plain(row[key] ?? null, column, source.shop.decimals)))));
    written += piece.length;
    await source.progress(written);
  }
};
