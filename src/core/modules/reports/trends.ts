import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { averageOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { BUCKETS } from './buckets.ts';
import { bounds, rangeOf } from './range.ts';
import { soldBy } from './sales-days.ts';

interface Bucket {
  readonly bucket: string;
  readonly orders: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly revenue: number;
}

const buckets = (ctx: QueryContext, input: ParsedInputOf<'dashboard.revenue'>): Bucket[] =>
  ctx.db.rows<Bucket>(
    `SELECT ${BUCKETS[input.group_by]} AS bucket, SUM(orders) AS orders, SUM(completed) AS completed, SUM(cancelled) AS cancelled,
       SUM(revenue) AS revenue FROM (${soldBy('day')}) GROUP BY bucket ORDER BY bucket`,
    bounds(rangeOf(ctx, input)),
  );

/** Money taken by orders that are not cancelled; a bucket without any is left out. */
export const revenue = (ctx: QueryContext, input: ParsedInputOf<'dashboard.revenue'>): OutputOf<'dashboard.revenue'> =>
  buckets(ctx, input)
    .map((row) => ({ ...row, live: row.orders - row.cancelled }))
    .filter((row) => row.live > 0)
    .map((row) => ({ period: row.bucket, revenue: row.revenue, order_count: row.live, avg_order_value: averageOf(row.revenue, row.live) }));

/** All orders by bucket; the average leaves cancelled ones out (DECISIONS 21). */
export const orderTrends = (ctx: QueryContext, input: ParsedInputOf<'dashboard.orderTrends'>): OutputOf<'dashboard.orderTrends'> =>
  buckets(ctx, input).map((row) => ({
    date: row.bucket,
    order_count: row.orders,
    revenue: row.revenue,
    avg_order_value: averageOf(row.revenue, row.orders - row.cancelled),
    completed: row.completed,
    cancelled: row.cancelled,
  }));
