/**
 * What every report of the back office shows, as data: the HTTP door's schemas, the screens, and the CSV, XLSX and PDF files
 * are all made from these tables. The words stand in domain/report-words.ts.
 */

/** `id` is for programs and stands in no table for people; `reason` is a word of a closed list. */
export type ColumnKind = 'id' | 'text' | 'count' | 'money' | 'rate' | 'day' | 'instant' | 'hour' | 'reason';

export interface ReportColumn {
  readonly kind: ColumnKind;
  /** Counts and amounts add up, but for those that would make no sense as a sum. */
  readonly adds: boolean;
}

/** Beside the range of business days, which every report takes. */
export const REPORT_FILTERS = ['shift_id', 'staff', 'who', 'category_id', 'method', 'reason', 'weekday', 'find'] as const;
export type ReportFilter = (typeof REPORT_FILTERS)[number];

export interface ReportTable {
  readonly columns: Readonly<Record<string, ReportColumn>>;
  readonly filters: readonly ReportFilter[];
  /** Columns that it can be sorted by; the first is the one it has by itself, in that direction. */
  readonly sorts: readonly string[];
  readonly direction: 'asc' | 'desc';
}

const of = (kind: ColumnKind, adds = kind === 'money' || kind === 'count'): ReportColumn => ({ kind, adds });

/** Gross less discounts less what came back is net; net and tax are the total. */
const SALES = {
  gross: of('money'),
  discounts: of('money'),
  returned: of('money'),
  net: of('money'),
  tax: of('money'),
  total: of('money'),
};

type Columns = Readonly<Record<string, ReportColumn>>;

const table = (
  columns: Columns,
  options: { filters?: readonly ReportFilter[]; sort: string; direction?: 'asc' | 'desc'; only?: boolean },
): ReportTable => {
  const rest = Object.keys(columns).filter((key) => key !== options.sort && columns[key]?.kind !== 'id');
  return {
    columns,
    filters: options.filters ?? [],
    sorts: options.only ? [options.sort] : [options.sort, ...rest],
    direction: options.direction ?? 'desc',
  };
};

const BACK = {
  time: of('instant'),
  refund_number: of('text'),
  order_number: of('text'),
  cause: of('text'),
  made_by: of('text'),
  approved_by: of('text'),
  tenders: of('text'),
  net: of('money'),
  tax: of('money'),
  total: of('money'),
  paid_back: of('money'),
};

export const REPORT_IDS = [
  'items',
  'categories',
  'days',
  'hours',
  'staff',
  'tenders',
  'taxes',
  'discounts',
  'comps',
  'refunds',
  'voids',
  'waste',
  'cash',
  'cashiers',
  'archive',
  'movements',
] as const;
export type ReportId = (typeof REPORT_IDS)[number];

export const REPORT_TABLES: Readonly<Record<ReportId, ReportTable>> = {
  items: table(
    { item_id: of('id'), item: of('text'), category: of('text'), quantity: of('count'), ...SALES },
    { filters: ['find', 'category_id', 'staff', 'shift_id'], sort: 'total' },
  ),
  categories: table(
    { category_id: of('id'), category: of('text'), quantity: of('count'), ...SALES },
    { filters: ['staff', 'shift_id'], sort: 'total' },
  ),
  days: table({ day: of('day'), orders: of('count'), ...SALES }, { filters: ['weekday', 'staff', 'shift_id'], sort: 'day' }),
  hours: table(
    { hour: of('hour'), orders: of('count'), ...SALES },
    { filters: ['weekday', 'staff', 'shift_id'], sort: 'hour', direction: 'asc' },
  ),
  staff: table(
    { name: of('text'), orders: of('count'), average: of('money', false), ...SALES },
    { filters: ['who', 'shift_id'], sort: 'total' },
  ),
  tenders: table(
    {
      method: of('id'),
      tender: of('text'),
      count: of('count'),
      taken: of('money'),
      tips: of('money'),
      rounding: of('money'),
      refunds: of('money'),
      kept: of('money'),
    },
    { filters: ['method', 'shift_id'], sort: 'kept' },
  ),
  taxes: table(
    { tax_rate: of('rate'), orders: of('count'), ...SALES },
    { filters: ['staff', 'shift_id'], sort: 'tax_rate', direction: 'asc' },
  ),
  discounts: table(
    { discount: of('text'), given_by: of('text'), approved_by: of('text'), count: of('count'), amount: of('money') },
    { filters: ['staff', 'shift_id'], sort: 'amount' },
  ),
  comps: table(
    {
      time: of('instant'),
      order_number: of('text'),
      item: of('text'),
      quantity: of('count'),
      amount: of('money'),
      cause: of('text'),
      given_by: of('text'),
      approved_by: of('text'),
    },
    { filters: ['staff', 'shift_id'], sort: 'time' },
  ),
  refunds: table(BACK, { filters: ['staff', 'method', 'shift_id'], sort: 'time' }),
  voids: table(BACK, { filters: ['staff', 'method', 'shift_id'], sort: 'time' }),
  waste: table(
    {
      item_id: of('id'),
      time: of('instant'),
      item: of('text'),
      category: of('text'),
      quantity: of('count'),
      value: of('money'),
      cause: of('text'),
      made_by: of('text'),
    },
    { filters: ['find', 'category_id', 'staff', 'shift_id'], sort: 'time', only: true },
  ),
  cash: table(
    {
      shift_id: of('count', false),
      day: of('day'),
      closed_at: of('instant'),
      counted_by: of('text'),
      expected: of('money', false),
      counted: of('money', false),
      over_short: of('money'),
      comment: of('text'),
    },
    { filters: ['staff', 'shift_id'], sort: 'closed_at' },
  ),
  cashiers: table(
    { name: of('text'), shifts: of('count'), over: of('money'), short: of('money'), over_short: of('money') },
    { filters: [], sort: 'over_short', direction: 'asc' },
  ),
  archive: table(
    {
      z_number: of('count', false),
      day: of('day'),
      shift_id: of('count', false),
      closed_at: of('instant'),
      closed_by: of('text'),
      orders: of('count'),
      total: of('money'),
      over_short: of('money'),
    },
    { sort: 'z_number' },
  ),
  movements: table(
    {
      item_id: of('id'),
      time: of('instant'),
      item: of('text'),
      reason: of('reason'),
      quantity: of('count'),
      order_number: of('text'),
      note: of('text'),
      made_by: of('text'),
    },
    { filters: ['find', 'category_id', 'reason', 'staff', 'shift_id'], sort: 'time', only: true },
  ),
};

export type ReportCell = string | number | null;
export type ReportRow = Readonly<Record<string, ReportCell>>;

/** The columns that people see, in their order. */
export const shownColumns = (id: ReportId): readonly (readonly [string, ReportColumn])[] =>
  Object.entries(REPORT_TABLES[id].columns).filter(([, { kind }]) => kind !== 'id');
