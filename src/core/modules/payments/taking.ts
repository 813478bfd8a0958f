import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Order } from '../../../contract/orders.ts';
import { paymentState, type Tender, type TenderFault, tenderFor } from '../../../domain/payment.ts';
import { PAYMENT_METHODS } from '../../../domain/payment-method.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { readOrder } from '../orders/index.ts';
import { openShiftId } from '../shifts/index.ts';
import { activeMethod, findMethod } from './methods.ts';
import { orderPayments, paymentsOf } from './reading.ts';

export interface TenderRequest {
  readonly method: string;
  readonly amount: number | null;
  readonly tendered: number | null;
  readonly tip: number;
  readonly reference: string | null;
}

const FAULTS: Readonly<Record<TenderFault, string>> = {
  nothing_due: 'Nothing is due on this order.',
  more_than_due: 'This is more than is due.',
  too_little_tendered: 'Too little was tendered for what is to be paid.',
  change_only_for_cash: 'Only cash gives change: take exactly what is due, or enter the rest as a tip.',
};

/** Takes one tender for an order and answers the order as it is then. Refuses with payment_refused or method_not_available. */
export const takeTender = (ctx: CommandContext, order: Order, request: TenderRequest, shiftId: number | null): Order => {
  const method = activeMethod(ctx, request.method);
  const due = order.total - order.paid_amount;
  const tender = tenderFor(due, { ...request, is_cash: method.kind === 'cash' }, ctx.settings.cash_rounding);
  if ('fault' in tender) throw new Refusal('payment_refused', FAULTS[tender.fault]);
  return keepPayment(ctx, order, { method: method.code, tender, reference: request.reference, shiftId });
};

/** Paid in full and exactly by one method: what an old client means that only names the method (product rule). */
export const takeExactly = (ctx: CommandContext, order: Order, method: string, shiftId: number | null): Order =>
  order.total === 0
    ? settle(ctx, order, shiftId)
    : keepPayment(ctx, order, {
        method,
        tender: { amount: order.total, rounding: 0, tip: 0, tendered: order.total, change_given: 0 },
        reference: null,
        shiftId,
      });

interface Taken {
  readonly method: string;
  readonly tender: Tender;
  readonly reference: string | null;
  /** Whose drawer the money goes into. */
  readonly shiftId: number | null;
}

const keepPayment = (ctx: CommandContext, order: Order, { method, tender, reference, shiftId }: Taken): Order => {
  ctx.db.execute(
    `INSERT INTO payments (order_id, method, amount, rounding, tip, tendered, change_given, reference, shift_id, business_date, taken_by, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      order.id,
      method,
      tender.amount,
      tender.rounding,
      tender.tip,
      tender.tendered,
      tender.change_given,
      reference,
      shiftId,
      ctx.moment.business_date,
      actorOf(ctx.caller),
      ctx.now,
    ],
  );
  const paid = order.paid_amount + tender.amount;
  ctx.db.execute('UPDATE orders SET paid_amount = ?, updated_at = ? WHERE id = ?', [paid, ctx.now, order.id]);
  const after: Order = {
    ...order,
    paid_amount: paid,
    due_amount: order.total - paid,
    payment_state: paymentState(order.total, paid),
    updated_at: ctx.now,
  };
  ctx.emit('payments', 'create', order.id);
  return paid === order.total ? settle(ctx, after, shiftId) : after;
};

/** From here on the sale counts. A fact that nothing overwrites: what happens later is a refund or a void of its own. */
export const settle = (ctx: CommandContext, order: Order, shiftId: number | null): Order => {
  ctx.db.execute('INSERT INTO settlements (order_id, shift_id, business_date, settled_by, created_at) VALUES (?, ?, ?, ?, ?)', [
    order.id,
    shiftId,
    ctx.moment.business_date,
    actorOf(ctx.caller),
    ctx.now,
  ]);
  return order;
};

export const takePayment = (ctx: CommandContext, input: ParsedInputOf<'payments.take'>) => {
  const before = readOrder(ctx, input.order_id);
  if (before.status === 'cancelled')
    throw new Refusal('order_cancelled', `Order ${before.order_number} is cancelled and takes no payments.`);
  const order = showMethod(ctx, before, takeTender(ctx, before, input, openShiftId(ctx)), input.method);
  const payment = paymentsOf(ctx, order.id).at(-1);
  if (!payment) throw new Error('the payment just kept is not there');
  recordAudit(ctx, { entity: 'Payment', id: payment.id, action: 'create', after: payment });
  ctx.emit('orders', 'update', order.id);
  return { order, payment, payments: orderPayments(ctx, order) };
};

/** An order that was to be paid later shows, as /api/v1 knows it, the method of its first payment. */
const showMethod = (ctx: CommandContext, before: Order, after: Order, code: string): Order => {
  const kind = PAYMENT_METHODS.find((method) => method === findMethod(ctx, code).kind);
  if (before.paid_amount > 0 || kind === undefined || kind === before.payment_method) return after;
  ctx.db.execute('UPDATE orders SET payment_method = ? WHERE id = ?', [kind, before.id]);
  return { ...after, payment_method: kind };
};
