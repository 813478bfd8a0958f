import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { averageOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { bounds, rangeOf } from './range.ts';
import { soldBy } from './sales-days.ts';

interface Hour {
  readonly weekday: number;
  readonly hour: number;
  readonly orders: number;
  readonly revenue: number;
  readonly items: number;
}

const EVERY_HOUR = Array.from({ length: 168 }, (_, index) => ({ weekday: Math.floor(index / 24), hour: index % 24 }));

/** Live orders by weekday (0 = Sunday) and hour on the shop's clock, always 168 rows; each weekday is hourly-heatmap's. */
export const hourlyGrid = (ctx: QueryContext, input: ParsedInputOf<'dashboard.hourlyGrid'>): OutputOf<'dashboard.hourlyGrid'> => {
  const found = ctx.db.rows<Hour>(
    `SELECT weekday, hour, SUM(orders) AS orders, SUM(revenue) AS revenue, SUM(quantity) AS items
     FROM (${soldBy('hour')}) GROUP BY weekday, hour`,
    bounds(rangeOf(ctx, input)),
  );
  const byHour = new Map(found.map((row) => [row.weekday * 24 + row.hour, row]));
  return EVERY_HOUR.map(({ weekday, hour }) => {
    const { orders, revenue, items } = byHour.get(weekday * 24 + hour) ?? { orders: 0, revenue: 0, items: 0 };
    return { weekday, hour, order_count: orders, revenue, avg_order_value: averageOf(revenue, orders), items_sold: items };
  });
};
