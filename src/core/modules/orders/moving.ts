import type { Order } from '../../../contract/orders.ts';
import { mayBecome, ORDER_TRANSITIONS, type OrderStatus } from '../../../domain/order-status.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { returnStock } from '../stock/index.ts';
import { readOrder } from './reading.ts';

/**
 * Moves an order on. Cancelling gives back exactly the stock that it took; its money is the business of payments. An order
 * that the kitchen has begun is cancelled with `orders.cancel_prepared`. Answers the order and who allowed it.
 */
export const moveOrder = (
  ctx: CommandContext,
  id: number,
  status: OrderStatus,
  reason: string | null,
): { order: Order; approvedBy: string | null } => {
  const before = readOrder(ctx, id);
  let approvedBy: string | null = null;
  if (status === 'cancelled') {
    approvedBy = ctx.approvalFor(before.status === 'pending' ? 'orders.cancel' : 'orders.cancel_prepared', 'Cancelling this order');
  }
  if (!mayBecome(before.status, status)) {
    // The list is written as the original writes it, for clients that show it.
    const valid = ORDER_TRANSITIONS[before.status].map((name) => `'${name}'`).join(', ');
    throw new Refusal('invalid_transition', `Cannot transition from '${before.status}' to '${status}'. Valid transitions: [${valid}]`);
  }
  ctx.db.execute('UPDATE orders SET status = ?, updated_at = ?, version = version + 1 WHERE id = ?', [status, ctx.now, before.id]);
  if (status === 'cancelled') giveStockBack(ctx, before.id, 'cancel');
  recordAudit(ctx, {
    entity: 'Order',
    id: before.id,
    action: 'update',
    before: { status: before.status },
    after: { status },
    reason,
    approvedBy,
  });
  ctx.emit('orders', 'update', before.id);
  return { order: { ...before, status, updated_at: ctx.now }, approvedBy };
};

/**
 * Removes an order that is not completed. Its row stays, so that its number is never given out again, and the audit keeps
 * it whole (DECISIONS 14). Lines that were never paid for go with it; those of a sale are facts and stay.
 */
export const removeOrder = (ctx: CommandContext, id: number): void => {
  const before = readOrder(ctx, id);
  if (before.status === 'completed') throw new Refusal('order_completed', 'Cannot delete a completed order. Cancel it instead.');
  giveStockBack(ctx, before.id, 'delete');
  if (!ctx.db.row('SELECT 1 FROM payments WHERE order_id = ? UNION ALL SELECT 1 FROM settlements WHERE order_id = ? LIMIT 1', [id, id])) {
    ctx.db.execute('DELETE FROM order_line_addons WHERE order_line_id IN (SELECT id FROM order_lines WHERE order_id = ?)', [id]);
    ctx.db.execute('DELETE FROM order_lines WHERE order_id = ?', [id]);
  }
  ctx.db.execute('UPDATE orders SET deleted_at = ?, discount_id = NULL, updated_at = ?, version = version + 1 WHERE id = ?', [
    ctx.now,
    ctx.now,
    id,
  ]);
  recordAudit(ctx, { entity: 'Order', id, action: 'delete', before });
  ctx.emit('orders', 'delete', id);
};

const giveStockBack = (ctx: CommandContext, orderId: number, reason: 'cancel' | 'delete'): void => {
  for (const itemId of returnStock(ctx, orderId, reason)) ctx.emit('items', 'update', itemId);
};
