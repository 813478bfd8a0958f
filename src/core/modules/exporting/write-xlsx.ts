import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ReportColumn, ReportRow } from '../../../contract/report-tables.ts';
import { type ExportSource, labelOf, ROWS_AT_A_TIME, wordIn } from './cells.ts';
import type { Sink } from './sink.ts';
import { dayNumber, wallClockNumbers } from './spreadsheet-time.ts';
import {
  contentTypes,
  factsSheet,
  numberCell,
  packageRelations,
  STYLE,
  sheetEnd,
  sheetStart,
  styles,
  textCell,
  workbook,
  workbookRelations,
} from './xlsx-parts.ts';

/** A sheet holds 1,048,576 rows; two of them are the header and the totals. */
const ROWS_OF_A_SHEET = 1_048_574;

/**
 * A workbook for people: real numbers, dates and times on the shop's clock, the header frozen, the totals below the last row, and a sheet
 * about what it is. It is written row by row into the zip, so that its size never lies in memory.
 */
export const writeXlsx = async (source: ExportSource, sink: Sink): Promise<void> => {
  const { report } = source;
  const columns = source.columns.map(([, column]) => column);
  const { title } = source;
  const count = Math.max(1, Math.ceil(report.total / ROWS_OF_A_SHEET));
  const zip = new ZipFile();
  zip.on('error', (error: Error) => (zip.outputStream as Readable).destroy(error));
  const written = pipeline(zip.outputStream, sink.stream);

  const names = Array.from({ length: count }, (_, at) => (at === 0 ? title : `${title.slice(0, 26)} ${at + 1}`));
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(text), path);
  add('[Content_Types].xml', contentTypes(count + 1));
  add('_rels/.rels', packageRelations);
  add('xl/workbook.xml', workbook([...names, source.paper.about]));
  add('xl/_rels/workbook.xml.rels', workbookRelations(count + 1));
  add('xl/styles.xml', styles(source.shop.decimals));

  const rows = takeRows(source);
  let left = report.total;
  for (let at = 0; at < count; at += 1) {
    const here = Math.min(left, ROWS_OF_A_SHEET);
    left -= here;
    zip.addReadStreamLazy(`xl/worksheets/sheet${at + 1}.xml`, (give) =>
      give(null, Readable.from(sheet(source, columns, rows(here), at === count - 1))),
    );
  }
  add(`xl/worksheets/sheet${count + 1}.xml`, factsSheet([[source.paper.shop, source.shop.name], ...source.asked]));
  zip.end();
  await written;
};

/** The rows as XML, one piece at a time, across the sheets. */
function* rowsOf(source: ExportSource): Generator<readonly string[], undefined> {
  const clock = wallClockNumbers(source.shop.time_zone);
  const scale = 10 ** source.shop.decimals;
  const cell = (key: string, column: ReportColumn, row: ReportRow): string => {
    const value = row[key] ?? null;
    if (value === null && key !== 'discount') return '<c/>';
    switch (column.kind) {
      case 'money':
        return numberCell(Number(value) / scale, STYLE.money);
      case 'count':
        return numberCell(Number(value), column.adds ? STYLE.count : STYLE.plain);
      case 'hour':
        return numberCell(Number(value), STYLE.plain);
      case 'rate':
        return numberCell(Number(value) / 1_000_000, STYLE.rate);
      case 'day':
        return numberCell(dayNumber(String(value)), STYLE.day);
      case 'instant':
        return numberCell(clock(String(value)), STYLE.instant);
      default:
        return textCell(wordIn(source, key, column.kind, row));
    }
  };
  for (const piece of source.report.pieces(ROWS_AT_A_TIME))
    yield piece.map((row) => `<row>${source.columns.map(([key, column]) => cell(key, column, row)).join('')}</row>`);
}

/** Hands out the rows as text, so many for each sheet, and tells how many there were. */
const takeRows = (source: ExportSource): ((count: number) => AsyncGenerator<string>) => {
  const pieces = rowsOf(source);
  let kept: readonly string[] = [];
  let written = 0;
  return async function* (count) {
    let left = count;
    while (left > 0) {
      const piece: readonly string[] = kept.length > 0 ? kept : (pieces.next().value ?? []);
      if (piece.length === 0) return;
      const here = piece.slice(0, left);
      kept = piece.slice(left);
      left -= here.length;
      written += here.length;
      await source.progress(written);
      yield here.join('');
    }
  };
};

/** One sheet; the last one ends with the totals. */
async function* sheet(
  source: ExportSource,
  columns: readonly ReportColumn[],
  rows: AsyncIterable<string>,
  isLast: boolean,
): AsyncGenerator<string> {
  yield `${sheetStart(columns)}<row>${source.columns.map(([key]) => textCell(labelOf(source, key), STYLE.header)).join('')}</row>`;
  yield* rows;
  yield `${isLast && Object.keys(source.report.totals).length > 0 ? totalsRow(source) : ''}${sheetEnd}`;
}

const totalsRow = (source: ExportSource): string => {
  const cells = source.columns.map(([key, column], at) => {
    const total = source.report.totals[key];
    if (at === 0) return textCell(source.paper.total, STYLE.totalText);
    if (total === undefined) return textCell('', STYLE.totalText);
    return column.kind === 'money' ? numberCell(total / 10 ** source.shop.decimals, STYLE.totalMoney) : numberCell(total, STYLE.totalCount);
  });
  return `<row>${cells.join('')}</row>`;
};
