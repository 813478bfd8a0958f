import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Order } from '../../../contract/orders.ts';
import { PAYMENT_METHODS, type PaymentMethod } from '../../../domain/payment-method.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { placeOrder } from '../orders/index.ts';
import { openShiftId } from '../shifts/index.ts';
import { findMethod } from './methods.ts';
import { settle, takeExactly, takeTender } from './taking.ts';

/**
 * Places an order and takes its payments as one act: either both are kept or neither. Without `payments` it is paid in full
 * by `payment_method`; an empty list leaves it to be paid later.
 */
export const checkout = (ctx: CommandContext, input: ParsedInputOf<'orders.create'>): Order => {
  const { payments, ...ticket } = input;
  // Whoever only takes orders leaves them to be paid; this is asked here because placing and paying are one call.
  if (payments === undefined || payments.length > 0) ctx.approvalFor('payments.take', 'Taking a payment');
  const placed = placeOrder(ctx, { ...ticket, payment_method: mainMethod(ctx, input) });
  // What is sold outside of every shift (DECISIONS 10) is paid outside of its drawer.
  const shiftId = input.shift_id === null ? null : openShiftId(ctx);
  const order = payments === undefined ? takeExactly(ctx, placed, placed.payment_method, shiftId) : takeAll(ctx, placed, payments, shiftId);
  recordAudit(ctx, {
    entity: 'Order',
    id: order.id,
    action: 'create',
    after: payments && payments.length > 0 ? { ...order, payments } : order,
    approvedBy: order.approved_by,
  });
  return order;
};

const takeAll = (
  ctx: CommandContext,
  placed: Order,
  tenders: NonNullable<ParsedInputOf<'orders.create'>['payments']>,
  shiftId: number | null,
): Order => {
  if (placed.total === 0) {
    if (tenders.some((tender) => tender.amount !== null || tender.tip > 0 || (tender.tendered ?? 0) > 0)) {
      throw new Refusal('payment_refused', 'Nothing is due on this order, so it takes no money.');
    }
    return settle(ctx, placed, shiftId);
  }
  return tenders.reduce((order, tender) => takeTender(ctx, order, tender, shiftId), placed);
};

/** What /api/v1 shows as the order's method: that of the first payment, where it is one of the original's three. */
const mainMethod = (ctx: CommandContext, input: ParsedInputOf<'orders.create'>): PaymentMethod => {
  const first = input.payments?.[0];
  if (!first) return input.payment_method;
  const { kind } = findMethod(ctx, first.method);
  return (PAYMENT_METHODS as readonly string[]).includes(kind) ? (kind as PaymentMethod) : input.payment_method;
};
