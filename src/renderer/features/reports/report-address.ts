import { REPORT_IDS, REPORT_TABLES, type ReportFilter, type ReportId } from '../../../contract/report-tables.ts';
import type { InputOf } from '../../../contract/index.ts';
import { isDay } from '../../../domain/business-day.ts';
import { type Days, daysOf, PRESETS, type Preset } from '../dashboard/address.ts';

/** What a report shows; all of it is in the address. */
export interface ReportView {
  readonly preset: Preset;
  /** Other days than those of the preset. */
  readonly days: Days | null;
  /** Those that are set, as texts. */
  readonly filters: Readonly<Partial<Record<ReportFilter, string>>>;
  readonly sort: string;
  readonly direction: 'asc' | 'desc';
  readonly page: number;
  /** The row whose orders are listed, as nameRow writes it. */
  readonly behind: string | null;
  /** Of that list. */
  readonly behindPage: number;
}

export const DEFAULT_PRESET: Preset = 'last_30';
export const PER_PAGE = 50;

/** The groups in which the reports are found. */
export const REPORT_GROUPS = {
  sales: ['items', 'categories', 'days', 'hours', 'staff', 'tenders', 'taxes'],
  given: ['discounts', 'comps', 'refunds', 'voids'],
  drawer: ['archive', 'cash', 'cashiers'],
  stock: ['movements', 'waste'],
} as const satisfies Record<string, readonly ReportId[]>;

/** The report of an address `/office/reports/items`, or null. */
export const reportAt = (location: string): ReportId | null => REPORT_IDS.find((id) => location === `/office/reports/${id}`) ?? null;

/** Reads the address; what it does not know is as by default. */
export const readReportView = (id: ReportId, params: URLSearchParams): ReportView => {
  const { filters, sorts, direction } = REPORT_TABLES[id];
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  const sort = sorts.find((key) => key === params.get('sort')) ?? sorts[0] ?? '';
  const asked = params.get('direction');
  const pageOf = (key: string) => Math.max(1, Number.parseInt(params.get(key) ?? '1', 10) || 1);
  return {
    preset: PRESETS.find((preset) => preset === params.get('range')) ?? DEFAULT_PRESET,
    days: isDay(from) && isDay(to) ? (from <= to ? { start: from, end: to } : { start: to, end: from }) : null,
    filters: Object.fromEntries(filters.flatMap((key) => (params.get(key) ? [[key, params.get(key) ?? '']] : []))),
    sort,
    direction: asked === 'asc' || asked === 'desc' ? asked : direction,
    page: pageOf('page'),
    behind: params.get('behind'),
    behindPage: pageOf('behind_page'),
  };
};

/** The part of the address after `?`: only what differs from the default. */
export const writeReportView = (id: ReportId, view: ReportView): string => {
  const { sorts, direction } = REPORT_TABLES[id];
  const params = new URLSearchParams();
  if (view.days) {
    params.set('from', view.days.start);
    params.set('to', view.days.end);
  } else if (view.preset !== DEFAULT_PRESET) params.set('range', view.preset);
  for (const [key, value] of Object.entries(view.filters)) if (value !== '') params.set(key, value);
  if (view.sort !== sorts[0]) params.set('sort', view.sort);
  if (view.direction !== direction) params.set('direction', view.direction);
  if (view.page > 1) params.set('page', String(view.page));
  if (view.behind !== null) {
    params.set('behind', view.behind);
    if (view.behindPage > 1) params.set('behind_page', String(view.behindPage));
  }
  return params.toString();
};

export const daysShown = (view: ReportView, today: string): Days => view.days ?? daysOf(view.preset, today);

const NUMBERS: ReadonlySet<string> = new Set<ReportFilter>(['shift_id', 'category_id', 'weekday']);

/** What is asked of the core, for a page and for a file alike; `today` is the shop's business day. */
export const questionOfView = (view: ReportView, today: string): Omit<InputOf<'exports.start'>, 'report' | 'format'> => {
  const { start, end } = daysShown(view, today);
  const filters = Object.entries(view.filters).flatMap(([key, value]): [string, unknown][] => {
    if (!NUMBERS.has(key)) return [[key, value]];
    const number = Number(value);
    return Number.isSafeInteger(number) && (number > 0 || key === 'weekday') ? [[key, number]] : [];
  });
  return { start_date: start, end_date: end, sort: view.sort, direction: view.direction, ...Object.fromEntries(filters) };
};
