import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { averageOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { bounds, rangeOf } from './range.ts';

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
  const weekday = day_of_week === undefined ? { sql: '', values: [] } : { sql: 'AND weekday = ?', values: [day_of_week] };
  const found = ctx.db.rows<Hour>(
    `SELECT local_hour AS hour, COUNT(*) AS orders, SUM(total) AS revenue, SUM(items_count) AS items
     FROM orders WHERE deleted_at IS NULL AND status <> 'cancelled' AND business_date BETWEEN ? AND ? ${weekday.sql}
     GROUP BY local_hour`,
    [...bounds(rangeOf(ctx, input)), ...weekday.values],
  );
  const byHour = new Map(found.map((row) => [row.hour, row]));
  return HOURS.map((hour) => {
    const { orders, revenue, items } = byHour.get(hour) ?? { orders: 0, revenue: 0, items: 0 };
    return { hour, order_count: orders, revenue, avg_order_value: averageOf(revenue, orders), items_sold: items };
  });
};
