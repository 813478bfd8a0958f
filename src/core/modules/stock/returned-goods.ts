import type { ParsedInputOf } from '../../../contract/index.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { notFound, Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
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

/** Takes spoiled goods out of a limited stock. */
export const wasteStock = (ctx: CommandContext, input: ParsedInputOf<'stock.waste'>) => {
  const item = ctx.db.row<{ id: number; name: string; stock_qty: number }>('SELECT id, name, stock_qty FROM items WHERE id = ?', [
    input.item_id,
  ]);
  if (!item) throw notFound('Item', input.item_id);
  if (item.stock_qty < 0) throw new Refusal('unlimited_stock', `'${item.name}' has no stock figure to take from.`);
  if (item.stock_qty < input.quantity) {
    throw new Refusal(
      'insufficient_stock',
      `Insufficient stock for '${item.name}'. Available: ${item.stock_qty}, Requested: ${input.quantity}`,
    );
  }
  const approvedBy = ctx.approvalFor('stock.waste', 'Writing goods off');
  moveStock(ctx, item.id, -input.quantity, 'waste', null, { note: input.reason });
  const answer = {
    item_id: item.id,
    item_name: item.name,
    quantity: input.quantity,
    reason: input.reason,
    stock_qty: item.stock_qty - input.quantity,
  };
  recordAudit(ctx, { entity: 'Stock', id: item.id, action: 'waste', after: answer, reason: input.reason, approvedBy });
  ctx.emit('items', 'update', item.id);
  return answer;
};
