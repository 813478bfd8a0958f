import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { bounds, rangeOf } from './range.ts';

/** Lines of live orders in the range; revenue is the lines' subtotals, before discount and tax. */
const SOLD_LINES = `FROM orders o JOIN order_lines l ON l.order_id = o.id
  WHERE o.deleted_at IS NULL AND o.status <> 'cancelled' AND o.business_date BETWEEN ? AND ?`;

/**
 * Items by quantity sold, the lower id first among equals. Name and category are today's, since the list is about items
 * and not about old orders.
 */
export const topItems = (ctx: QueryContext, input: ParsedInputOf<'dashboard.topItems'>): OutputOf<'dashboard.topItems'> =>
  ctx.db.rows(
    `SELECT sold.item_id, COALESCE(i.name, sold.item_name) AS name, COALESCE(c.name, sold.category_name) AS category,
       sold.qty_sold, sold.revenue, sold.order_count
     FROM (
       SELECT l.item_id, MAX(l.item_name) AS item_name, MAX(l.category_name) AS category_name, SUM(l.quantity) AS qty_sold,
         SUM(l.subtotal) AS revenue, COUNT(DISTINCT l.order_id) AS order_count
       ${SOLD_LINES}
       GROUP BY l.item_id ORDER BY qty_sold DESC, l.item_id LIMIT ?
     ) AS sold
     LEFT JOIN items i ON i.id = sold.item_id LEFT JOIN categories c ON c.id = i.category_id
     ORDER BY sold.qty_sold DESC, sold.item_id`,
    [...bounds(rangeOf(ctx, input)), input.limit],
  );

/** Categories, as they were when sold, by revenue; the lower id first among equals. */
export const topCategories = (ctx: QueryContext, input: ParsedInputOf<'dashboard.topCategories'>): OutputOf<'dashboard.topCategories'> =>
  ctx.db.rows(
    `SELECT sold.category_id, COALESCE(c.name, sold.category_name) AS name, sold.item_count, sold.total_revenue, sold.order_count, sold.qty_sold
     FROM (
       SELECT l.category_id, MAX(l.category_name) AS category_name, COUNT(DISTINCT l.item_id) AS item_count,
         SUM(l.subtotal) AS total_revenue, COUNT(DISTINCT l.order_id) AS order_count, SUM(l.quantity) AS qty_sold
       ${SOLD_LINES}
       GROUP BY l.category_id ORDER BY total_revenue DESC, l.category_id LIMIT ?
     ) AS sold
     LEFT JOIN categories c ON c.id = sold.category_id
     ORDER BY sold.total_revenue DESC, sold.category_id`,
    [...bounds(rangeOf(ctx, input)), input.limit],
  );
