import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { bounds, rangeOf } from './range.ts';
import { soldBy } from './sales-days.ts';

/**
 * Items by quantity sold, the lower id first among equals. Name and category are today's, since the list is about items
 * and not about old orders.
 */
export const topItems = (ctx: QueryContext, input: ParsedInputOf<'dashboard.topItems'>): OutputOf<'dashboard.topItems'> =>
  ctx.db.rows(
    `SELECT sold.item_id, i.name, c.name AS category, sold.qty_sold, sold.revenue, sold.order_count
     FROM (
       SELECT item_id, SUM(quantity) AS qty_sold, SUM(revenue) AS revenue, SUM(orders) AS order_count
       FROM (${soldBy('item')}) GROUP BY item_id ORDER BY qty_sold DESC, item_id LIMIT ?
     ) AS sold
     JOIN items i ON i.id = sold.item_id LEFT JOIN categories c ON c.id = i.category_id
     ORDER BY sold.qty_sold DESC, sold.item_id`,
    [...bounds(rangeOf(ctx, input)), input.limit],
  );

/** Categories, as they were when sold, by revenue; the lower id first among equals. */
export const topCategories = (ctx: QueryContext, input: ParsedInputOf<'dashboard.topCategories'>): OutputOf<'dashboard.topCategories'> => {
  const range = bounds(rangeOf(ctx, input));
  const sold = ctx.db.rows<Omit<OutputOf<'dashboard.topCategories'>[number], 'item_count'>>(
    `SELECT sold.category_id, COALESCE(c.name, sold.category_name) AS name, sold.total_revenue, sold.order_count, sold.qty_sold
     FROM (
       SELECT category_id, MAX(category_name) AS category_name, SUM(revenue) AS total_revenue, SUM(orders) AS order_count, SUM(quantity) AS qty_sold
       FROM (${soldBy('category')}) GROUP BY category_id ORDER BY total_revenue DESC, category_id LIMIT ?
     ) AS sold
     LEFT JOIN categories c ON c.id = sold.category_id
     ORDER BY sold.total_revenue DESC, sold.category_id`,
    [...range, input.limit],
  );
  const items = new Map(
    ctx.db
      .rows<{ category_id: number; items: number }>(
        `SELECT category_id, COUNT(DISTINCT item_id) AS items FROM (${soldBy('item')}) GROUP BY category_id`,
        range,
      )
      .map((row) => [row.category_id, row.items]),
  );
  return sold.map((row) => ({ ...row, item_count: items.get(row.category_id) ?? 0 }));
};
