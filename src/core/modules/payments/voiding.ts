import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Order } from '../../../contract/orders.ts';
import { deletedAnswer } from '../../kernel/changes.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { moveOrder, readOrder, removeOrder } from '../orders/index.ts';
import { refundsOf } from './refund-documents.ts';
import { refuseCashWithoutDrawer, voidSale } from './refunding.ts';

/** What the books say where an old client cancels without a reason. */
const NO_REASON = 'Cancelled';

/** Moves an order on; a cancelled one gives its money back in the same act. */
export const setOrderStatus = (ctx: CommandContext, input: ParsedInputOf<'orders.setStatus'>): Order =>
  input.status === 'cancelled' ? cancel(ctx, input.order_id, NO_REASON) : moveOrder(ctx, input.order_id, input.status, null).order;

/** Cancels an order before completion, with its reason: stock and money go back. */
export const voidOrder = (ctx: CommandContext, input: ParsedInputOf<'orders.void'>): Order => {
  const order = cancel(ctx, input.order_id, input.reason);
  // Asked afterwards, when it is known what went back: a refusal takes all of it back. An old client that cancels by status
  // is not refused for it; such money is on the Z but in no drawer.
  const [refund] = refundsOf(ctx, order.id).slice(-1);
  if (refund) refuseCashWithoutDrawer(ctx, order.id, refund.tenders);
  return order;
};

const cancel = (ctx: CommandContext, id: number, reason: string): Order => {
  const { order, approvedBy } = moveOrder(ctx, id, 'cancelled', reason);
  return voidSale(ctx, order, reason, approvedBy) ? readOrder(ctx, id) : order;
};

/** Deletes an order that is not completed: what was paid goes back, its number stays taken. */
export const deleteOrder = (ctx: CommandContext, input: ParsedInputOf<'orders.delete'>) => {
  const before = readOrder(ctx, input.order_id);
  const approvedBy = ctx.approvalFor('orders.delete', 'Deleting an order');
  if (before.status !== 'cancelled' && before.status !== 'completed') voidSale(ctx, before, 'Deleted', approvedBy);
  removeOrder(ctx, before.id);
  return deletedAnswer('Order', before.id);
};
