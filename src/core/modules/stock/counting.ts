import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { StockCount } from '../../../contract/stock.ts';
import { foldText } from '../../../domain/search-text.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { invalidField } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { recordAudit } from '../audit/index.ts';
import { requireTracked } from './acts.ts';
import { moveStock } from './ledger.ts';

type Line = ParsedInputOf<'stock.count'>['lines'][number];

/**
 * Puts counts in, all or none. A count corrects the stock by what was missing or too much when it was made, so that what
 * was sold between counting and putting in stays sold. Where less is left than that would take away, nothing is.
 */
export const countStock = (ctx: CommandContext, input: ParsedInputOf<'stock.count'>): OutputOf<'stock.count'> => {
  const ids = input.lines.map((line) => line.item_id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw invalidField('lines', 'value_error', `Item ${twice} is counted twice; add the two up`, twice);
  const counts = input.lines.map((line) => countOne(ctx, line, input.note));
  return {
    counts,
    differing: counts.filter((count) => count.difference !== 0).length,
    surplus: counts.reduce((sum, count) => sum + Math.max(0, count.difference), 0),
    missing: counts.reduce((sum, count) => sum + Math.max(0, -count.difference), 0),
  };
};

const countOne = (ctx: CommandContext, line: Line, note: string | null): StockCount => {
  const item = requireTracked(ctx, line.item_id);
  const seen = line.seen ?? item.stock_qty;
  const after = Math.max(0, item.stock_qty + line.counted - seen);
  const moved = after - item.stock_qty;
  const movementId = moved === 0 ? null : moveStock(ctx, item.id, moved, 'count', null, { note });
  const { id } = ctx.db.execute(
    `INSERT INTO stock_counts (item_id, seen, counted, stock_before, stock_after, movement_id, note, counted_by, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [item.id, seen, line.counted, item.stock_qty, after, movementId, note, actorOf(ctx.caller), ctx.now],
  );
  const count = {
    id,
    item_id: item.id,
    item_name: item.name,
    seen,
    counted: line.counted,
    difference: line.counted - seen,
    sold_meanwhile: seen - item.stock_qty,
    stock_qty: after,
    note,
    counted_by: actorOf(ctx.caller),
    created_at: ctx.now,
  };
  recordAudit(ctx, { entity: 'Stock', id: item.id, action: 'count', before: { stock_qty: item.stock_qty }, after: count, reason: note });
  ctx.emit('items', 'update', item.id);
  return count;
};

/** Counts, newest first. */
export const listCounts = (ctx: QueryContext, input: ParsedInputOf<'stock.counts'>): OutputOf<'stock.counts'> => {
  const terms = [
    ...(input.item_id === undefined ? [] : ['stock_counts.item_id = ?']),
    ...(input.search ? ['stock_counts.item_id IN (SELECT id FROM items WHERE instr(search_text, ?) > 0)'] : []),
  ];
  const where = terms.length > 0 ? `WHERE ${terms.join(' AND ')}` : '';
  const bound = [...(input.item_id === undefined ? [] : [input.item_id]), ...(input.search ? [foldText(input.search)] : [])];
  const total = ctx.db.row<{ n: number }>(`SELECT count(*) AS n FROM stock_counts ${where}`, bound)?.n ?? 0;
  const rows = ctx.db.rows<StockCount>(
    `SELECT stock_counts.id, stock_counts.item_id, items.name AS item_name, seen, counted, counted - seen AS difference,
       seen - stock_before AS sold_meanwhile, stock_after AS stock_qty, note, counted_by, stock_counts.created_at
     FROM stock_counts LEFT JOIN items ON items.id = stock_counts.item_id ${where} ORDER BY stock_counts.id DESC LIMIT ? OFFSET ?`,
    [...bound, input.per_page, offsetOf(input)],
  );
  return pageEnvelope(rows, total, input);
};
