import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { averageOf, percentOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { countCustomers, countNewCustomers } from './customer-counts.ts';
import { bounds, type DayRange, previousRange, rangeOf } from './range.ts';
import { soldBy } from './sales-days.ts';

interface Figures {
  readonly orders: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly revenue: number;
  readonly items: number;
}

const NOTHING: Figures = { orders: 0, completed: 0, cancelled: 0, revenue: 0, items: 0 };

const figuresOf = (ctx: QueryContext, range: DayRange): Figures =>
  ctx.db.row<Figures>(
    `SELECT COALESCE(SUM(orders), 0) AS orders, COALESCE(SUM(completed), 0) AS completed, COALESCE(SUM(cancelled), 0) AS cancelled,
       COALESCE(SUM(revenue), 0) AS revenue, COALESCE(SUM(quantity), 0) AS items FROM (${soldBy('day')})`,
    bounds(range),
  ) ?? NOTHING;

/** The payment method of most live orders, the last by name among equals, as the original answers; null without orders. */
const topMethod = (ctx: QueryContext, range: DayRange): string | null =>
  ctx.db.row<{ method: string }>(
    `SELECT method FROM (${soldBy('method')}) GROUP BY method ORDER BY SUM(orders) DESC, method DESC LIMIT 1`,
    bounds(range),
  )?.method ?? null;

/** The hour of most live orders, the latest among equals, as the original answers; null without orders. */
const busiestHour = (ctx: QueryContext, range: DayRange): number | null =>
  ctx.db.row<{ hour: number }>(
    `SELECT hour FROM (${soldBy('hour')}) GROUP BY hour ORDER BY SUM(orders) DESC, hour DESC LIMIT 1`,
    bounds(range),
  )?.hour ?? null;
/** The figures of a period, and how far they are from the period of the same length before it. */
export const summary = (ctx: QueryContext, input: ParsedInputOf<'dashboard.summary'>): OutputOf<'dashboard.summary'> => {
  const range = rangeOf(ctx, input);
  const previous = previousRange(range);
  const now = figuresOf(ctx, range);
  const before = previous ? figuresOf(ctx, previous) : NOTHING;
  return {
    total_revenue: now.revenue,
    total_orders: now.orders,
    completed_orders: now.completed,
    cancelled_orders: now.cancelled,
    avg_order_value: averageOf(now.revenue, now.orders - now.cancelled),
    total_customers: countCustomers(ctx),
    new_customers: countNewCustomers(ctx, range),
    total_items_sold: now.items,
    revenue_change_pct: percentOf(now.revenue - before.revenue, before.revenue),
    order_change_pct: percentOf(now.orders - before.orders, before.orders),
    top_payment_method: topMethod(ctx, range),
    busiest_hour: busiestHour(ctx, range),
  };
};
