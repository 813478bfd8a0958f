import { REPORT_TABLES, type ReportCell, type ReportId, type ReportRow } from '../../../../contract/report-tables.ts';
import type { ReportAnswer, ReportQuestion } from '../../../../contract/reports.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { offsetOf, type PageRequest, pageEnvelope } from '../../../kernel/paging.ts';
import { cashByCashier, cashByShift, zArchive } from './cash.ts';
import { compsGiven, discountsGiven } from './given-away.ts';
import { longReport, type Mark } from './movements.ts';
import { returnsOf } from './returns.ts';
import { salesBy, salesByCategory, salesByItem, salesByStaff } from './sales.ts';
import { type Scope, scopeOf } from './scope.ts';
import { moneyByTender } from './tenders.ts';

type Reader = (ctx: QueryContext, asked: ReportQuestion, scope: Scope) => ReportRow[];

/** Reports whose rows are as many as a shop has items, days or exceptions: read at once, so that all is of one moment. */
const READERS: Readonly<Record<Exclude<ReportId, 'movements' | 'waste'>, Reader>> = {
  items: salesByItem,
  categories: salesByCategory,
  days: salesBy('days'),
  hours: salesBy('hours'),
  staff: salesByStaff,
  tenders: moneyByTender,
  taxes: salesBy('taxes'),
  discounts: discountsGiven,
  comps: compsGiven,
  refunds: returnsOf('refund'),
  voids: returnsOf('void'),
  cash: cashByShift,
  cashiers: cashByCashier,
  archive: zArchive,
};

/** A report that has been read: what it counts, and its rows in pieces. */
export interface OpenReport {
  readonly total: number;
  /** Of all rows, by column. */
  readonly totals: Readonly<Record<string, number>>;
  readonly start: string | null;
  readonly end: string | null;
  readonly page: (offset: number, limit: number) => readonly ReportRow[];
  /** All rows, in the order of the pages. */
  readonly pieces: (size: number) => Iterable<readonly ReportRow[]>;
}

/** Reads a report. Refuses an unknown shift with not_found. */
export const openReport = (ctx: QueryContext, id: ReportId, asked: ReportQuestion): OpenReport => {
  const scope = scopeOf(ctx, asked);
  const { start, end } = scope;
  if (id === 'movements' || id === 'waste') {
    const long = ctx.db.snapshot(() => longReport(ctx, id, asked, scope));
    return {
      ...long,
      start,
      end,
      pieces: function* (size) {
        let mark: Mark | null = null;
        for (;;) {
          const piece: ReturnType<typeof long.after> = long.after(mark, size);
          if (piece.rows.length === 0) return;
          mark = piece.mark;
          yield piece.rows;
        }
      },
    };
  }
  const rows = inOrder(ctx, id, asked, READERS[id](ctx, asked, scope));
  return {
    total: rows.length,
    totals: totalsOf(id, rows),
    start,
    end,
    page: (offset, limit) => rows.slice(offset, offset + limit),
    pieces: function* (size) {
      for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
    },
  };
};

/** A page of a report, with the totals of all that its filters let through. */
export const readReport = (ctx: QueryContext, id: ReportId, input: ReportQuestion & PageRequest): ReportAnswer =>
  ctx.db.snapshot(() => {
    const report = openReport(ctx, id, input);
    return {
      ...pageEnvelope([...report.page(offsetOf(input), input.per_page)], report.total, input),
      totals: { ...report.totals },
      start_date: report.start,
      end_date: report.end,
    };
  });

const totalsOf = (id: ReportId, rows: readonly ReportRow[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(REPORT_TABLES[id].columns).flatMap(([key, { adds }]) =>
      adds ? [[key, rows.reduce((sum, row) => sum + Number(row[key]), 0)] as const] : [],
    ),
  );

/** By the column asked for; equals stay in the order of the query, and nothing comes last either way. */
const inOrder = (ctx: QueryContext, id: ReportId, asked: ReportQuestion, rows: ReportRow[]): ReportRow[] => {
  const { sorts, direction } = REPORT_TABLES[id];
  const key = asked.sort ?? sorts[0] ?? '';
  const sign = (asked.direction ?? (asked.sort === undefined ? direction : 'asc')) === 'asc' ? 1 : -1;
  const collator = new Intl.Collator(ctx.settings.language, { numeric: true });
  const compare = (a: ReportCell, b: ReportCell): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return rows.sort((one, other) => {
    const a = one[key] ?? null;
    const b = other[key] ?? null;
    return a === null || b === null ? Number(a === null) - Number(b === null) : sign * compare(a, b);
  });
};
