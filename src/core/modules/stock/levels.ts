import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { StockLevel } from '../../../contract/stock.ts';
import { foldText } from '../../../domain/search-text.ts';
import { flag } from '../../database/tables.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';

const SORTED: Readonly<Record<ParsedInputOf<'stock.levels'>['sort'], string>> = {
  name: 'items.name',
  // What is not tracked has no figure, and comes after all that have.
  stock_qty: 'items.stock_qty < 0, items.stock_qty',
  category: 'categories.display_order, categories.name',
};

interface Row extends Omit<StockLevel, 'is_available' | 'state'> {
  readonly is_available: number;
}

/** What is left of each item. The counts beside the page are of all that search and category find. */
export const listLevels = (ctx: QueryContext, input: ParsedInputOf<'stock.levels'>): OutputOf<'stock.levels'> => {
  const threshold = input.threshold ?? ctx.settings.low_stock_threshold;
  const found: string[] = ['1 = 1'];
  const bound: unknown[] = [];
  if (input.search) {
    found.push('instr(items.search_text, ?) > 0');
    bound.push(foldText(input.search));
  }
  if (input.category_id !== undefined) {
    found.push('items.category_id = ?');
    bound.push(input.category_id);
  }
  const counts = ctx.db.row<OutputOf<'stock.levels'>['counts']>(
    `SELECT coalesce(sum(stock_qty >= 0), 0) AS tracked, coalesce(sum(stock_qty BETWEEN 0 AND ?), 0) AS low,
       coalesce(sum(stock_qty = 0), 0) AS "out", coalesce(sum(stock_qty < 0), 0) AS unlimited FROM items WHERE ${found.join(' AND ')}`,
    [threshold, ...bound],
  ) ?? { tracked: 0, low: 0, out: 0, unlimited: 0 };
  const state = {
    tracked: 'items.stock_qty >= 0',
    low: 'items.stock_qty BETWEEN 0 AND ?',
    out: 'items.stock_qty = 0',
    unlimited: 'items.stock_qty < 0',
  };
  if (input.state) found.push(state[input.state]);
  if (input.state === 'low') bound.push(threshold);
  const where = found.join(' AND ');
  const total = ctx.db.row<{ n: number }>(`SELECT count(*) AS n FROM items WHERE ${where}`, bound)?.n ?? 0;
  const direction = input.order === 'desc' ? 'DESC' : 'ASC';
  const rows = ctx.db.rows<Row>(
    `SELECT items.id AS item_id, items.name AS item_name, items.category_id, categories.name AS category_name, items.is_available, items.stock_qty,
       (SELECT unit_cost FROM stock_movements WHERE item_id = items.id AND reason = 'receive' AND reason <> 'sale' AND unit_cost IS NOT NULL
        ORDER BY id DESC LIMIT 1) AS last_cost,
       (SELECT created_at FROM stock_counts WHERE item_id = items.id ORDER BY id DESC LIMIT 1) AS last_counted_at, items.updated_at
     FROM items JOIN categories ON categories.id = items.category_id WHERE ${where}
     ORDER BY ${SORTED[input.sort].replaceAll(/(, |$)/g, (end) => ` ${direction}${end}`)}, items.name, items.id LIMIT ? OFFSET ?`,
    [...bound, input.per_page, offsetOf(input)],
  );
  const levels = rows.map((row) => ({ ...row, is_available: row.is_available === flag(true), state: stateOf(row.stock_qty, threshold) }));
  return { ...pageEnvelope(levels, total, input), threshold, counts };
};

const stateOf = (quantity: number, threshold: number): StockLevel['state'] => {
  if (quantity < 0) return 'unlimited';
  if (quantity === 0) return 'out';
  return quantity <= threshold ? 'low' : 'ok';
};
