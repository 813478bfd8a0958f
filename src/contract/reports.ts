import { z } from 'zod';
import { type Operation, operation, type Shape } from './operation.ts';
import { day, instantOut, moneyOut, pageOf, paging } from './primitives.ts';
import { type ColumnKind, REPORT_IDS, REPORT_TABLES, type ReportCell, type ReportFilter, type ReportId } from './report-tables.ts';

export const STOCK_REASONS = [
  'opening',
  'sale',
  'cancel',
  'delete',
  'adjustment',
  'unlimited',
  'receive',
  'count',
  'waste',
  'refund',
] as const;

const FILTERS = {
  /** What the shift's Z covers; of a shift without a Z, what was written in it. */
  shift_id: z.int().gt(0).optional(),
  /** A name as the report shows it: who took the payment, gave it away, moved or counted. */
  staff: z.string().max(200).optional(),
  /** Of sales by staff: who was paid, or who took the order. */
  who: z.enum(['settled', 'took']).optional(),
  category_id: z.int().gt(0).optional(),
  method: z.string().max(30).optional(),
  reason: z.enum(STOCK_REASONS).optional(),
  /** 0 is Sunday. */
  weekday: z.int().min(0).max(6).optional(),
  /** Words of the item's name. */
  find: z.string().max(100).optional(),
} satisfies Record<ReportFilter, z.ZodType>;

/** Whole business days, both counted, each works alone; neither: the last 30 days and today, or all of the shift that is named. */
const RANGE = { start_date: day().optional(), end_date: day().optional() };
const direction = z.enum(['asc', 'desc']).optional();

const CELLS: Readonly<Record<ColumnKind, () => z.ZodType>> = {
  id: () => z.union([z.int(), z.string()]).nullable(),
  text: () => z.string().nullable(),
  count: () => z.int().nullable(),
  money: () => moneyOut().nullable(),
  rate: () => z.int().meta({ wire: 'rate' }),
  day: () => z.string(),
  instant: () => instantOut(),
  hour: () => z.int(),
  reason: () => z.enum(STOCK_REASONS),
};

/** A sale counts on the day, in the shift and for the person with whom it became paid in full (docs/adr/0010). */
const SUMMARIES: Readonly<Record<ReportId, string>> = {
  items: 'Settled sales less returns, by item',
  categories: 'Settled sales less returns, by category as sold',
  days: 'Settled sales less returns, by business day',
  hours: 'Settled sales less returns, by the hour in which the order was placed',
  staff: 'Settled sales less returns, by who was paid or who took the order',
  tenders: 'Money taken and given back, by payment method',
  taxes: 'Settled sales less returns, by tax rate',
  discounts: 'Discounts on settled sales, by name and by who gave them',
  comps: 'Lines of settled sales that were given free',
  refunds: 'Refunds, each',
  voids: 'Voids, each',
  waste: 'Goods thrown away, at the price they sell for now',
  cash: 'Cash over and short by closed shift, from its last count',
  cashiers: 'Cash over and short by who counted last',
  archive: 'The Z reports, by their snapshots',
  movements: 'Stock movements, each',
};

const columnsOf = (id: ReportId, only: (adds: boolean) => boolean): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(REPORT_TABLES[id].columns).flatMap(([key, { kind, adds }]) => (only(adds) ? [[key, CELLS[kind]()] as const] : [])),
  );

/** The filters of one report. */
const filtersOf = (id: ReportId): Shape => ({
  ...RANGE,
  ...Object.fromEntries(REPORT_TABLES[id].filters.map((name) => [name, FILTERS[name]])),
  sort: z.enum(REPORT_TABLES[id].sorts as [string, ...string[]]).optional(),
  direction,
});

const row = z.record(z.string(), z.custom<ReportCell>());

/** What every report answers: a page of rows, and the totals of all rows that the filters let through. */
const answer = z.object({
  ...pageOf(row).shape,
  totals: z.record(z.string(), z.custom<number>()),
  /** The business days that were counted; null: no bound. */
  start_date: z.string().nullable(),
  end_date: z.string().nullable(),
});
export type ReportAnswer = z.infer<typeof answer>;

/** What any report may be asked; each takes those of its table. */
export const anyReport = { ...RANGE, ...FILTERS, sort: z.string().max(40).optional(), direction };
export type ReportQuestion = z.output<z.ZodObject<typeof anyReport>>;

type AnyQuery = typeof anyReport & typeof paging;
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- no path and no body add no keys to the flat input
type NoKeys = Record<never, never>;
export type ReportOperation = Operation<NoKeys, AnyQuery, NoKeys, typeof answer>;

/** Typed as the one shape that they share, so that one screen and one export serve them all; the schemas are each report's own. */
const reportOperation = (id: ReportId): ReportOperation =>
  operation({
    method: 'GET',
    url: `/api/v1/reports/${id}`,
    kind: 'query',
    tag: 'Reports',
    permission: 'reports.view',
    summary: SUMMARIES[id],
    errors: ['not_found'],
    worker: true,
    query: { ...filtersOf(id), ...paging },
    output: z.object({
      ...pageOf(z.object(columnsOf(id, () => true))).shape,
      totals: z.object(columnsOf(id, (adds) => adds)),
      start_date: z.string().nullable(),
      end_date: z.string().nullable(),
    }),
  }) as unknown as ReportOperation;

export type ReportName = `reports.${ReportId}`;

export const reportOperations = Object.fromEntries(REPORT_IDS.map((id) => [`reports.${id}`, reportOperation(id)])) as unknown as {
  readonly [N in ReportName]: ReportOperation;
};

/** A report's own filters out of those that any report may have; throws ZodError. */
export const questionOf = (id: ReportId, asked: object): ReportQuestion => z.object(filtersOf(id)).parse(asked);
