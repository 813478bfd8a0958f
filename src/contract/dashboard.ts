import { z } from 'zod';
import { operation } from './operation.ts';
import { day, instantOut, moneyOut } from './primitives.ts';

/** Both inclusive, each works alone; none: the last 30 days and today (DECISIONS 4). */
const range = { start_date: day().optional(), end_date: day().optional() };
const groupBy = z.enum(['daily', 'weekly', 'monthly']).default('daily');
const top = z.int().min(1).max(50).default(10);
const view = { method: 'GET', kind: 'query', tag: 'Dashboard', permission: 'reports.view', worker: true } as const;

export const summary = z.object({
  total_revenue: moneyOut(),
  total_orders: z.int(),
  completed_orders: z.int(),
  cancelled_orders: z.int(),
  avg_order_value: moneyOut(),
  total_customers: z.int(),
  new_customers: z.int(),
  total_items_sold: z.int(),
  revenue_change_pct: z.number(),
  order_change_pct: z.number(),
  top_payment_method: z.string().nullable(),
  busiest_hour: z.int().nullable(),
});

export const dashboardOperations = {
  'dashboard.summary': operation({
    ...view,
    url: '/api/v1/dashboard/summary',
    summary: 'The figures of a period beside the one before',
    query: range,
    output: summary,
  }),
  'dashboard.revenue': operation({
    ...view,
    url: '/api/v1/dashboard/revenue',
    summary: 'Revenue by day, week or month',
    query: { ...range, group_by: groupBy },
    output: z.array(z.object({ period: z.string(), revenue: moneyOut(), order_count: z.int(), avg_order_value: moneyOut() })),
  }),
  'dashboard.topItems': operation({
    ...view,
    url: '/api/v1/dashboard/top-items',
    summary: 'Items by quantity sold',
    query: { ...range, limit: top },
    output: z.array(
      z.object({
        item_id: z.int(),
        name: z.string(),
        category: z.string().nullable(),
        qty_sold: z.int(),
        revenue: moneyOut(),
        order_count: z.int(),
      }),
    ),
  }),
  'dashboard.topCategories': operation({
    ...view,
    url: '/api/v1/dashboard/top-categories',
    summary: 'Categories by revenue',
    query: { ...range, limit: top },
    output: z.array(
      z.object({
        category_id: z.int(),
        name: z.string(),
        item_count: z.int(),
        total_revenue: moneyOut(),
        order_count: z.int(),
        qty_sold: z.int(),
      }),
    ),
  }),
  'dashboard.orderTrends': operation({
    ...view,
    url: '/api/v1/dashboard/order-trends',
    summary: 'Orders by day, week or month',
    query: { ...range, group_by: groupBy },
    output: z.array(
      z.object({
        date: z.string(),
        order_count: z.int(),
        revenue: moneyOut(),
        avg_order_value: moneyOut(),
        completed: z.int(),
        cancelled: z.int(),
      }),
    ),
  }),
  'dashboard.hourlyHeatmap': operation({
    ...view,
    url: '/api/v1/dashboard/hourly-heatmap',
    summary: 'Orders by hour of the day',
    query: { ...range, day_of_week: z.int().min(0).max(6).optional() },
    output: z.array(
      z.object({
        hour: z.int(),
        order_count: z.int(),
        revenue: moneyOut(),
        avg_order_value: moneyOut(),
        items_sold: z.int(),
      }),
    ),
  }),
  'dashboard.customerInsights': operation({
    ...view,
    url: '/api/v1/dashboard/customer-insights',
    summary: 'New, active and returning customers',
    query: { ...range, top_limit: top },
    output: z.object({
      total_customers: z.int(),
      active_customers: z.int(),
      new_customers: z.int(),
      repeat_customers: z.int(),
      repeat_rate: z.number(),
      avg_customer_spend: moneyOut(),
      top_customers: z.array(
        z.object({
          customer_id: z.int(),
          name: z.string(),
          email: z.string().nullable(),
          order_count: z.int(),
          total_spent: moneyOut(),
          avg_order_value: moneyOut(),
        }),
      ),
    }),
  }),
  'dashboard.paymentBreakdown': operation({
    ...view,
    url: '/api/v1/dashboard/payment-breakdown',
    summary: 'Orders by payment method',
    query: range,
    output: z.array(z.object({ method: z.string(), count: z.int(), total_amount: moneyOut(), percentage: z.number() })),
  }),
  'dashboard.inventoryAlerts': operation({
    ...view,
    url: '/api/v1/dashboard/inventory-alerts',
    summary: 'Items of which few are left',
    query: { threshold: z.int().min(0).max(1_000_000_000).optional() },
    output: z.array(
      z.object({
        item_id: z.int(),
        name: z.string(),
        category: z.string().nullable(),
        stock_qty: z.int(),
        status: z.enum(['out_of_stock', 'low_stock']),
      }),
    ),
  }),
  'dashboard.profitLoss': operation({
    ...view,
    url: '/api/v1/dashboard/profit-loss',
    summary: 'Revenue, expenses and what is left',
    query: range,
    output: z.object({
      total_revenue: moneyOut(),
      total_expenses: moneyOut(),
      gross_profit: moneyOut(),
      profit_margin: z.number(),
      total_tax_collected: moneyOut(),
      total_discounts_given: moneyOut(),
      refunds: moneyOut(),
      net_revenue: moneyOut(),
      net_profit: moneyOut(),
      expense_breakdown: z.array(z.object({ category: z.string(), amount: moneyOut(), percentage: z.number() })),
    }),
  }),
  'dashboard.shiftSummary': operation({
    ...view,
    url: '/api/v1/dashboard/shift-summary',
    summary: 'Shifts with their takings and cash difference',
    query: { shift_id: z.int().optional(), ...range },
    output: z.array(
      z.object({
        shift_id: z.int(),
        opened_at: instantOut(),
        closed_at: instantOut().nullable(),
        status: z.string(),
        total_orders: z.int(),
        total_revenue: moneyOut(),
        total_expenses: moneyOut(),
        net: moneyOut(),
        opening_cash: moneyOut(),
        closing_cash: moneyOut().nullable(),
        cash_difference: moneyOut(),
      }),
    ),
  }),
};
