import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { averageOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { BUCKETS } from './buckets.ts';
import { bounds, rangeOf } from './range.ts';

interface Bucket {
  readonly bucket: string;
  readonly orders: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly revenue: number;
}

/** Days first, in the index's own order; the bucket's name is then worked out once a day and not once an order. */
const buckets = (ctx: QueryContext, input: ParsedInputOf<'dashboard.revenue'>): Bucket[] =>
  ctx.db.rows<Bucket>(
    `SELECT ${BUCKETS[input.group_by]} AS bucket, SUM(orders) AS orders, SUM(completed) AS completed, SUM(cancelled) AS cancelled,
       SUM(revenue) AS revenue
     FROM (
       SELECT business_date AS day, COUNT(*) AS orders, SUM(status = 'completed') AS completed, SUM(status = 'cancelled') AS cancelled,
         SUM(CASE WHEN status <> 'cancelled' THEN total ELSE 0 END) AS revenue
       FROM orders WHERE deleted_at IS NULL AND business_date BETWEEN ? AND ? GROUP BY business_date
     )
     GROUP BY bucket ORDER BY bucket`,
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
