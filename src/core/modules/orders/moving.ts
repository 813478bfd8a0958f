import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Order } from '../../../contract/orders.ts';
import { mayBecome, ORDER_TRANSITIONS } from '../../../domain/order-status.ts';
import { roleMay } from '../../../domain/permissions.ts';
import { deletedAnswer } from '../../kernel/changes.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { returnStock } from '../stock/index.ts';
import { readOrder } from './reading.ts';

/** Moves an order on. Cancelling gives back exactly the stock that it took. */
export const setOrderStatus = (ctx: CommandContext, input: ParsedInputOf<'orders.setStatus'>): Order => {
  const before = readOrder(ctx, input.order_id);
  const { status } = input;
  if (status === 'cancelled' && !(ctx.caller.role && roleMay(ctx.caller.role, 'orders.cancel'))) {
    throw new Refusal('forbidden', `The role ${ctx.caller.role} may not cancel orders (it needs orders.cancel).`);
  }
  if (!mayBecome(before.status, status)) {
    // The list is written as the original writes it, for clients that show it.
    const valid = ORDER_TRANSITIONS[before.status].map((name) => `'${name}'`).join(', ');
    throw new Refusal('invalid_transition', `Cannot transition from '${before.status}' to '${status}'. Valid transitions: [${valid}]`);
  }
  ctx.db.execute('UPDATE orders SET status = ?, updated_at = ?, version = version + 1 WHERE id = ?', [status, ctx.now, before.id]);
  if (status === 'cancelled') giveStockBack(ctx, before.id, 'cancel');
  const after: Order = { ...before, status, updated_at: ctx.now };
  recordAudit(ctx, { entity: 'Order', id: before.id, action: 'update', before: { status: before.status }, after: { status } });
  ctx.emit('orders', 'update', before.id);
  return after;
};

/**
 * Removes an order that is not completed. Its row stays without lines, so that its number is never given out again, and
 * the audit keeps it whole (DECISIONS 14).
 */
export const deleteOrder = (ctx: CommandContext, input: ParsedInputOf<'orders.delete'>) => {
  const before = readOrder(ctx, input.order_id);
  if (before.status === 'completed') throw new Refusal('order_completed', 'Cannot delete a completed order. Cancel it instead.');
  giveStockBack(ctx, before.id, 'delete');
  ctx.db.execute('DELETE FROM order_line_addons WHERE order_line_id IN (SELECT id FROM order_lines WHERE order_id = ?)', [before.id]);
  ctx.db.execute('DELETE FROM order_lines WHERE order_id = ?', [before.id]);
  ctx.db.execute('UPDATE orders SET deleted_at = ?, discount_id = NULL, updated_at = ?, version = version + 1 WHERE id = ?', [
    ctx.now,
    ctx.now,
    before.id,
  ]);
  recordAudit(ctx, { entity: 'Order', id: before.id, action: 'delete', before });
  ctx.emit('orders', 'delete', before.id);
  return deletedAnswer('Order', before.id);
};

const giveStockBack = (ctx: CommandContext, orderId: number, reason: 'cancel' | 'delete'): void => {
  for (const itemId of returnStock(ctx, orderId, reason)) ctx.emit('items', 'update', itemId);
};
