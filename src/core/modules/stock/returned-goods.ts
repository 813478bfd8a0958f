import type { CommandContext } from '../../kernel/context.ts';
import { moveStock } from './ledger.ts';

export interface ReturnedGoods {
  readonly itemId: number;
  readonly orderId: number;
  readonly refundId: number;
  readonly quantity: number;
  /** Thrown-away goods come back and leave again, so that the waste shows. */
  readonly goods: 'restock' | 'waste';
  readonly note: string;
}

/** What a refund brings back of goods that the order took from a limited stock; others have no figure to go back to. */
export const giveBackStock = (ctx: CommandContext, returned: ReturnedGoods): void => {
  const { itemId, orderId, refundId, goods, note } = returned;
  const taken = ctx.db.row<{ quantity: number }>(
    `SELECT -sum(stock_movements.quantity) AS quantity FROM stock_movements JOIN items ON items.id = stock_movements.item_id AND items.stock_qty >= 0
     WHERE stock_movements.order_id = ? AND stock_movements.item_id = ?`,
    [orderId, itemId],
  );
  const quantity = Math.min(returned.quantity, taken?.quantity ?? 0);
  if (quantity <= 0) return;
  moveStock(ctx, itemId, quantity, 'refund', orderId, { note, refundId });
  if (goods === 'waste') moveStock(ctx, itemId, -quantity, 'waste', null, { note, refundId });
  ctx.emit('items', 'update', itemId);
};
