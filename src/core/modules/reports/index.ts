import { orderHistory } from './order-history.ts';
import { REPORT_IDS } from '../../../contract/report-tables.ts';
import type { OperationName, OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { Day } from '../../../domain/business-day.ts';
import type { QueryContext } from '../../kernel/context.ts';
import type { ModuleHandlers, QueryHandler } from '../../kernel/handlers.ts';
import { compare } from './compare.ts';
import { countedOrders } from './counted-orders.ts';
import { customerInsights } from './customer-insights.ts';
import { hourlyGrid } from './hourly-grid.ts';
import { hourlyHeatmap } from './hourly-heatmap.ts';
import { inventoryAlerts } from './inventory-alerts.ts';
import { paymentBreakdown } from './payment-breakdown.ts';
import { profitLoss } from './profit-loss.ts';
import { topCategories, topItems } from './rankings.ts';
import { ordersBehind } from './report-behind.ts';
import { shiftReport } from './shift-report.ts';
import { shiftSummary } from './shift-summary.ts';
import { summary } from './summary.ts';
import { addUpDay, type DaySums } from './summing.ts';
import { readReport } from './tables/read-report.ts';
import { orderTrends, revenue } from './trends.ts';

export { type OpenReport, openReport } from './tables/read-report.ts';
export { scopeOf } from './tables/scope.ts';

/** A report reads more than once, beside a till that sells: all its readings are of one moment. */
const ofOneMoment =
  <N extends OperationName>(report: QueryHandler<N>): QueryHandler<N> =>
  (ctx, input) =>
    ctx.db.snapshot(() => report(ctx, input));

/** The shift's end-of-day report; also for what puts it on paper. Refuses an unknown shift with not_found. */
export const readShiftReport = (ctx: QueryContext, input: ParsedInputOf<'shifts.report'>): OutputOf<'shifts.report'> =>
  ctx.db.snapshot(() => shiftReport(ctx, input));

/** The back office's reports: each a table with its filters and totals. */
const tables = Object.fromEntries(
  REPORT_IDS.map((id) => [`reports.${id}`, (ctx, input) => readReport(ctx, id, input)] satisfies [string, QueryHandler<'reports.items'>]),
);

/** What the worker runs for the program itself, beside the contract's queries. */
export const reportTasks = {
  'reports.addUpDay': (ctx: QueryContext, input: { day: Day }): DaySums => addUpDay(ctx.db, input.day),
};

export { keepDaysSummed, type SummingShop, sumFinishedDays } from './day-summing.ts';
export { ALL_SUMS, columnsOf, keptSums, SUMS } from './sales-days.ts';
export { addUpDay, type DaySums, openAllDays } from './summing.ts';

/** The dashboard's views, the reports and the shift's report: they read any table and call no service. */
export const reportHandlers: ModuleHandlers = {
  queries: {
    'orders.history': orderHistory,
    'dashboard.summary': ofOneMoment<'dashboard.summary'>(summary),
    'dashboard.revenue': revenue,
    'dashboard.topItems': topItems,
    'dashboard.topCategories': ofOneMoment<'dashboard.topCategories'>(topCategories),
    'dashboard.orderTrends': orderTrends,
    'dashboard.hourlyHeatmap': hourlyHeatmap,
    'dashboard.customerInsights': ofOneMoment<'dashboard.customerInsights'>(customerInsights),
    'dashboard.paymentBreakdown': paymentBreakdown,
    'dashboard.inventoryAlerts': inventoryAlerts,
    'dashboard.profitLoss': ofOneMoment<'dashboard.profitLoss'>(profitLoss),
    'dashboard.shiftSummary': shiftSummary,
    'dashboard.hourlyGrid': hourlyGrid,
    'dashboard.compare': ofOneMoment<'dashboard.compare'>(compare),
    'dashboard.orders': ofOneMoment<'dashboard.orders'>(countedOrders),
    'shifts.report': readShiftReport,
    'reports.behind': ofOneMoment<'reports.behind'>(ordersBehind),
    ...tables,
  },
};
