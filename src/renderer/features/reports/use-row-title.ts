import { BEHIND_KEYS, type BehindReport } from '../../../contract/report-behind.ts';
import type { ReportAnswer } from '../../../contract/reports.ts';
import { REPORT_TABLES, shownColumns } from '../../../contract/report-tables.ts';
import type { RowName } from './report-behind.ts';
import { useCells } from './use-cells.ts';

/** What a row is called, as its first cell writes it; by what names it while the row itself is not on the page. */
export const useRowTitle = (report: BehindReport, name: RowName, answer: ReportAnswer | undefined): string => {
  const cell = useCells();
  const keys = BEHIND_KEYS[report];
  const row = answer?.items.find((one) =>
    keys.every((key) => ((one[key] ?? null) === null ? name[key] === undefined : String(one[key]) === name[key])),
  );
  const [shown] = shownColumns(report);
  if (!shown) return '';
  const [first, column] = shown;
  if (row) return cell(first, column, row[first] ?? null);
  const [key] = keys;
  const value = name[key];
  const of = REPORT_TABLES[report].columns[key];
  if (value === undefined || !of) return cell(first, column, null);
  return of.kind === 'id' ? `#${value}` : cell(key, of, of.kind === 'hour' || of.kind === 'rate' ? Number(value) : value);
};
