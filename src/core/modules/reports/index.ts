import type { ModuleHandlers } from '../../kernel/handlers.ts';

const pending = (): never => {
  throw new Error('this report is not there yet');
};

/** The dashboard's views and the shift's report: they read any table and call no service. */
export const reportHandlers: ModuleHandlers = {
  queries: {
    'dashboard.summary': pending,
    'dashboard.revenue': pending,
    'dashboard.topItems': pending,
    'dashboard.topCategories': pending,
    'dashboard.orderTrends': pending,
    'dashboard.hourlyHeatmap': pending,
    'dashboard.customerInsights': pending,
    'dashboard.paymentBreakdown': pending,
    'dashboard.inventoryAlerts': pending,
    'dashboard.profitLoss': pending,
    'dashboard.shiftSummary': pending,
    'shifts.report': pending,
  },
};
