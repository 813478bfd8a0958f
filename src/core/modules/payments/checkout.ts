import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Order } from '../../../contract/orders.ts';
import { PAYMENT_METHODS, type PaymentMethod } from '../../../domain/payment-method.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { recordAudit } from '../audit/index.ts';
import { placeOrder } from '../orders/index.ts';
import { findMethod } from './methods.ts';
import { settle, takeExactly, takeTender } from './taking.ts';

/**
 * Places an order and takes its payments as one act: either both are kept or neither. Without `payments` it is paid in full
 * by `payment_method`; an empty list leaves it to be paid later.
 */
export const checkout = (ctx: CommandContext, input: ParsedInputOf<'orders.create'>): Order => {
  const { payments, ...ticket } = input;
  const placed = placeOrder(ctx, { ...ticket, payment_method: mainMethod(ctx, input) });
  const order = payments === undefined ? takeExactly(ctx, placed, placed.payment_method) : takeAll(ctx, placed, payments);
  recordAudit(ctx, {
    entity: 'Order', id: order.id, action: 'create', after: payments && payments.length > 0 ? { ...order, payments } : order, approvedBy: order.approved_by,
  });
  return order;
};

const takeAll = (ctx: CommandContext, placed: Order, tenders: NonNullable<ParsedInputOf<'orders.create'>['payments']>): Order => {
  if (placed.total === 0) return settle(ctx, placed);
  return tenders.reduce((order, tender) => takeTender(ctx, order, tender), placed);
};

/** What /api/v1 shows as the order's method: that of the first payment, where it is one of the original's three. */
const mainMethod = (ctx: CommandContext, input: ParsedInputOf<'orders.create'>): PaymentMethod => {
  const first = input.payments?.[0];
  if (!first) return input.payment_method;
  const { kind } = findMethod(ctx, first.method);
  return (PAYMENT_METHODS as readonly string[]).includes(kind) ? (kind as PaymentMethod) : input.payment_method;
};
