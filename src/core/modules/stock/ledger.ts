import type { StockReason } from '../../../contract/stock.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';

/** -1 in items.stock_qty. */
export const UNLIMITED = -1;

/** What belongs to a movement beside its reason. */
export interface MovementNote {
  readonly note?: string | null;
  readonly refundId?: number | null;
  /** Of a delivery: minor units for each piece, who brought it, the number on its paper. */
  readonly unitCost?: number | null;
  readonly supplier?: string | null;
  readonly reference?: string | null;
}

const appendMovement = (
  ctx: CommandContext,
  itemId: number,
  quantity: number,
  reason: StockReason,
  orderId: number | null,
  { note, refundId, unitCost, supplier, reference }: MovementNote = {},
): number =>
  ctx.db.execute(
    `INSERT INTO stock_movements (item_id, quantity, reason, order_id, actor, created_at, note, refund_id, unit_cost, supplier, reference)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      itemId,
      quantity,
      reason,
      orderId,
      actorOf(ctx.caller),
      ctx.now,
      note ?? null,
      refundId ?? null,
      unitCost ?? null,
      supplier ?? null,
      reference ?? null,
    ],
  ).id;

/** Moves a limited item's stock by `quantity` (negative: out) and answers the movement's id. The caller has checked that enough is left. */
export const moveStock = (
  ctx: CommandContext,
  itemId: number,
  quantity: number,
  reason: StockReason,
  orderId: number | null,
  note: MovementNote = {},
): number => {
  ctx.db.execute('UPDATE items SET stock_qty = stock_qty + ?, updated_at = ? WHERE id = ? AND stock_qty >= 0', [quantity, ctx.now, itemId]);
  return appendMovement(ctx, itemId, quantity, reason, orderId, note);
};

/**
 * Sets an item's stock to `target` (or to unlimited) by the movement that leads there, so that the balance stays the
 * sum of the movements; for an unlimited item that sum is 0. Answers whether anything changed.
 */
export const setStock = (
  ctx: CommandContext,
  itemId: number,
  target: number,
  reason: 'opening' | 'adjustment',
  note: MovementNote = {},
): boolean => {
  const current = ctx.db.row<{ stock_qty: number }>('SELECT stock_qty FROM items WHERE id = ?', [itemId])?.stock_qty ?? UNLIMITED;
  if (current === target) return false;
  const held = current === UNLIMITED ? 0 : current;
  const wanted = target === UNLIMITED ? 0 : target;
  ctx.db.execute('UPDATE items SET stock_qty = ?, updated_at = ?, version = version + 1 WHERE id = ?', [target, ctx.now, itemId]);
  if (wanted !== held) appendMovement(ctx, itemId, wanted - held, target === UNLIMITED ? 'unlimited' : reason, null, note);
  return true;
};

/**
 * Gives back exactly what an order took, by its movements (DECISIONS 14). An item that became unlimited meanwhile has
 * no balance to give it back to.
 */
export const returnStock = (ctx: CommandContext, orderId: number, reason: 'cancel' | 'delete'): number[] => {
  const taken = ctx.db.rows<{ item_id: number; quantity: number }>(
    `SELECT stock_movements.item_id, sum(stock_movements.quantity) AS quantity FROM stock_movements
     JOIN items ON items.id = stock_movements.item_id AND items.stock_qty >= 0
     WHERE stock_movements.order_id = ? GROUP BY stock_movements.item_id HAVING sum(stock_movements.quantity) < 0`,
    [orderId],
  );
  for (const row of taken) moveStock(ctx, row.item_id, -row.quantity, reason, orderId);
  return taken.map((row) => row.item_id);
};
