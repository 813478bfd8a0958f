import { BEHIND_KEYS, BEHIND_REPORTS, type BehindReport } from '../../../contract/report-behind.ts';
import type { ReportId, ReportRow } from '../../../contract/report-tables.ts';
import type { InputOf } from '../../../contract/index.ts';
import type { questionOfView } from './report-address.ts';

/** A row of a report by the cells that name it; those that are empty are left out. */
export type RowName = Readonly<Record<string, string>>;

export const isBehindReport = (id: ReportId): id is BehindReport => BEHIND_REPORTS.some((report) => report === id);

/** How the address names a row: `item_id=12`, `discount=Staff&given_by=Ines`. */
export const nameRow = (report: BehindReport, row: ReportRow): string => {
  const name = new URLSearchParams();
  for (const key of BEHIND_KEYS[report]) {
    const value = row[key] ?? null;
    if (value !== null) name.set(key, String(value));
  }
  return name.toString();
};

/** Null for what no row of the report is called. */
export const readRowName = (report: ReportId, text: string | null): RowName | null => {
  if (text === null || !isBehindReport(report)) return null;
  const params = new URLSearchParams(text);
  const keys: readonly string[] = BEHIND_KEYS[report];
  const found = Object.fromEntries(keys.flatMap((key) => (params.has(key) ? [[key, params.get(key) ?? '']] : [])));
  return report === 'discounts' || Object.keys(found).length === keys.length ? found : null;
};

const NUMBERS: ReadonlySet<string> = new Set(['item_id', 'category_id', 'hour', 'tax_rate']);

/** What of the report's own question holds for the orders behind it too; the others only choose among its rows. */
const HOLD = ['start_date', 'end_date', 'shift_id', 'staff', 'who', 'weekday'] as const;

export const behindQuestion = (
  report: BehindReport,
  name: RowName,
  question: ReturnType<typeof questionOfView>,
): Omit<InputOf<'reports.behind'>, 'page' | 'per_page'> => {
  const asked = HOLD.flatMap((key) => (question[key] === undefined ? [] : [[key, question[key]] as const]));
  const row = Object.entries(name).map(([key, value]) => [key, NUMBERS.has(key) ? Number(value) : value] as const);
  return { report, ...Object.fromEntries(asked), ...Object.fromEntries(row) };
};
