import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { StockMovement } from '../../../contract/stock.ts';
import { addDays, startOfBusinessDay } from '../../../domain/business-day.ts';
import { foldText } from '../../../domain/search-text.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';

/** From what is there now back to the movement, so that the newest pages, which are looked at, read few rows. */
const BALANCE = `coalesce(max(items.stock_qty, 0), (SELECT sum(quantity) FROM stock_movements WHERE item_id = moved.item_id))
  - coalesce((SELECT sum(quantity) FROM stock_movements WHERE item_id = moved.item_id AND id > moved.id), 0)`;

/** What came in and went out, newest first; days are business days. `received` and `gone` are of everything found. */
export const listMovements = (ctx: QueryContext, input: ParsedInputOf<'stock.movements'>): OutputOf<'stock.movements'> => {
  const { where, bound } = filterOf(ctx, input);
  const all = ctx.db.row<{ n: number; received: number; gone: number }>(
    `SELECT count(*) AS n, coalesce(sum(max(quantity, 0)), 0) AS received, coalesce(-sum(min(quantity, 0)), 0) AS gone FROM stock_movements AS moved ${where}`,
    bound,
  ) ?? { n: 0, received: 0, gone: 0 };
  const rows = ctx.db.rows<StockMovement>(
    `SELECT moved.id, moved.item_id, items.name AS item_name, moved.quantity, ${BALANCE} AS balance, moved.reason, moved.note, moved.unit_cost,
       moved.supplier, moved.reference, moved.order_id, orders.order_number, moved.refund_id, moved.actor, moved.created_at
     FROM (SELECT * FROM stock_movements AS moved ${where} ORDER BY id DESC LIMIT ? OFFSET ?) AS moved
     LEFT JOIN items ON items.id = moved.item_id LEFT JOIN orders ON orders.id = moved.order_id ORDER BY moved.id DESC`,
    [...bound, input.per_page, offsetOf(input)],
  );
  return { ...pageEnvelope(rows, all.n, input), received: all.received, gone: all.gone };
};

const filterOf = (ctx: QueryContext, input: ParsedInputOf<'stock.movements'>): { where: string; bound: unknown[] } => {
  const terms: string[] = [];
  const bound: unknown[] = [];
  const add = (term: string, value: unknown) => {
    terms.push(term);
    bound.push(value);
  };
  if (input.item_id !== undefined) add('moved.item_id = ?', input.item_id);
  if (input.search) add('moved.item_id IN (SELECT id FROM items WHERE instr(search_text, ?) > 0)', foldText(input.search));
  if (input.reason !== undefined) add('moved.reason = ?', input.reason);
  // Names the partial index of everything that is no sale.
  if (input.reason !== undefined && input.reason !== 'sale') terms.push("moved.reason <> 'sale'");
  if (input.actor) add('moved.actor = ?', input.actor);
  if (input.start_date !== undefined) add('moved.created_at >= ?', startOfBusinessDay(input.start_date, ctx.businessClock));
  if (input.end_date !== undefined) add('moved.created_at < ?', startOfBusinessDay(addDays(input.end_date, 1), ctx.businessClock));
  return { where: terms.length > 0 ? `WHERE ${terms.join(' AND ')}` : '', bound };
};
