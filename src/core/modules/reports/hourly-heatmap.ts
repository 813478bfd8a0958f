import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { averageOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { bounds, rangeOf } from './range.ts';
import { soldBy } from './sales-days.ts';

interface Hour {
  readonly hour: number;
  readonly orders: number;
  readonly revenue: number;
  readonly items: number;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Live orders by hour on the shop's clock, always 24 rows; a weekday (0 = Sunday) filters every figure (DECISIONS 20). */
export const hourlyHeatmap = (ctx: QueryContext, input: ParsedInputOf<'dashboard.hourlyHeatmap'>): OutputOf<'dashboard.hourlyHeatmap'> => {
  const { day_of_week } = input;
  const weekday = day_of_week === undefined ? { sql: '', values: [] } : { sql: 'WHERE weekday = ?', values: [day_of_week] };
  const found = ctx.db.rows<Hour>(
    `SELECT hour, SUM(orders) AS orders, SUM(revenue) AS revenue, SUM(quantity) AS items
     FROM (${soldBy('hour')}) ${weekday.sql} GROUP BY hour`,
    [...bounds(rangeOf(ctx, input)), ...weekday.values],
  );
  const byHour = new Map(found.map((row) => [row.hour, row]));
  return HOURS.map((hour) => {
    const { orders, revenue, items } = byHour.get(hour) ?? { orders: 0, revenue: 0, items: 0 };
    return { hour, order_count: orders, revenue, avg_order_value: averageOf(revenue, orders), items_sold: items };
  });
};
