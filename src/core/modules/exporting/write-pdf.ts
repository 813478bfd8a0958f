import type { PaperDocument } from '../../../contract/paper.ts';
import type { ReportColumn, ReportRow } from '../../../contract/report-tables.ts';
import { formatsFor, renderPdf } from '../printing/index.ts';
import { type ExportSource, labelOf, wordIn } from './cells.ts';
import type { Sink } from './sink.ts';

/** About sixty pages. A paper is laid out whole, so it must have an end; the totals are of all rows all the same. */
const MOST_ROWS = 2000;

/** More columns than these lie on their side. */
const UPRIGHT_COLUMNS = 6;

/** More columns than these have small letters. */
const DENSE_COLUMNS = 9;

/** A report on A4, in the shop's language, with what was asked, the totals and page numbers. */
export const writePdf = async (source: ExportSource, sink: Sink): Promise<void> => {
  const rows = source.report.page(0, MOST_ROWS);
  await sink.write(await renderPdf(reportDocument(source, rows), source.madeAt));
  await source.progress(source.report.total);
};

const reportDocument = (source: ExportSource, rows: readonly ReportRow[]): PaperDocument => {
  const { title, report, paper, shop } = source;
  const say = formatsFor({ language: source.language, currency: shop.currency, time_zone: shop.time_zone });
  const day = new Intl.DateTimeFormat(source.language, { timeZone: 'UTC', dateStyle: 'medium' });
  const shown = (value: string | number, { kind, adds }: ReportColumn): string => {
    switch (kind) {
      case 'money':
        return say.money(Number(value));
      case 'count':
        return adds ? say.count(Number(value)) : String(value);
      case 'rate':
        return say.rate(Number(value));
      case 'day':
        return day.format(new Date(`${value}T00:00:00Z`));
      case 'instant':
        return say.time(String(value));
      case 'hour':
        return `${String(value).padStart(2, '0')}:00`;
      default:
        return String(value);
    }
  };
  const cell = (key: string, column: ReportColumn, row: ReportRow): string => {
    if (column.kind === 'text' || column.kind === 'reason') return wordIn(source, key, column.kind, row);
    const value = row[key] ?? null;
    return value === null ? '' : shown(value, column);
  };
  const isText = ({ kind }: ReportColumn) => kind === 'text' || kind === 'reason';
  const all = say.count(report.total);
  return {
    language: source.language,
    issuer: shop.name,
    title: title.toLocaleUpperCase(source.language),
    subject: source.asked[0]?.[1] ?? '',
    landscape: source.columns.length > UPRIGHT_COLUMNS,
    footer: `${shop.name} · ${title} · ${source.asked[0]?.[1] ?? ''}`,
    blocks: [
      { kind: 'facts', wide: true, facts: source.asked.map(([label, value]) => ({ label, value })) },
      {
        kind: 'table',
        heading: rows.length < report.total ? paper.first_rows(say.count(rows.length), all) : paper.rows(all),
        columns: source.columns.map(([key, column], at) => ({
          label: labelOf(source, key),
          align: isText(column) || at === 0 || column.kind === 'instant' || column.kind === 'day' ? 'left' : 'right',
          wraps: isText(column) && !key.endsWith('_number'),
        })),
        rows: rows.map((row) => source.columns.map(([key, column]) => cell(key, column, row))),
        dense: source.columns.length > DENSE_COLUMNS,
        empty: paper.empty,
        total: source.columns.map(([key, column], at) => {
          const sum = report.totals[key];
          return at === 0 ? paper.total : sum === undefined ? '' : shown(sum, column);
        }),
      },
    ],
  };
};
