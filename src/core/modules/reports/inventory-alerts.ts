import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';

/** Limited items of which `threshold` or fewer are left (0 means 0, DECISIONS 22), emptiest first; also those not on sale. */
export const inventoryAlerts = (
  ctx: QueryContext,
  input: ParsedInputOf<'dashboard.inventoryAlerts'>,
): OutputOf<'dashboard.inventoryAlerts'> =>
  ctx.db
    .rows<{ item_id: number; name: string; category: string | null; stock_qty: number }>(
      `SELECT i.id AS item_id, i.name, c.name AS category, i.stock_qty
       FROM items i LEFT JOIN categories c ON c.id = i.category_id
       WHERE i.stock_qty >= 0 AND i.stock_qty <= ? ORDER BY i.stock_qty, i.id`,
      [input.threshold ?? ctx.settings.low_stock_threshold],
    )
    .map((row) => ({ ...row, status: row.stock_qty === 0 ? 'out_of_stock' : 'low_stock' }));
