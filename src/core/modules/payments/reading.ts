import type { ParsedInputOf } from '../../../contract/index.ts';
import type { OrderPayments, Payment } from '../../../contract/payments.ts';
import { cashRounding } from '../../../domain/cash.ts';
import { paymentState } from '../../../domain/payment.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { readOrder } from '../orders/index.ts';

const SELECT = `SELECT payments.id, payments.order_id, payments.method, payment_methods.name AS method_name, payments.amount, payments.rounding,
    payments.tip, payments.tendered, payments.change_given, payments.reference, payments.shift_id, payments.taken_by, payments.created_at
  FROM payments JOIN payment_methods ON payment_methods.code = payments.method`;

/** Everything that was taken for an order, oldest first. */
export const paymentsOf = (ctx: QueryContext, orderId: number): Payment[] =>
  ctx.db.rows<Payment>(`${SELECT} WHERE payments.order_id = ? ORDER BY payments.id`, [orderId]);

export const orderPayments = (
  ctx: QueryContext,
  order: { id: number; total: number; paid_amount: number; status: string },
): OrderPayments => {
  const due = order.status === 'cancelled' ? 0 : Math.max(0, order.total - order.paid_amount);
  return {
    order_id: order.id,
    total: order.total,
    paid: order.paid_amount,
    due,
    state: paymentState(order.total, order.paid_amount),
    due_in_cash: due + cashRounding(due, ctx.settings.cash_rounding),
    payments: paymentsOf(ctx, order.id),
  };
};

export const listPayments = (ctx: QueryContext, input: ParsedInputOf<'payments.list'>): OrderPayments =>
  orderPayments(ctx, readOrder(ctx, input.order_id));
