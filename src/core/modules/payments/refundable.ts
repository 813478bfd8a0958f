import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Order } from '../../../contract/orders.ts';
import type { Refundable } from '../../../contract/refunds.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { readOrder } from '../orders/index.ts';

export interface LineLeft {
  readonly order_line_id: number;
  readonly item_id: number;
  readonly item_name: string;
  readonly quantity: number;
  readonly refunded: number;
  readonly left: number;
  /** Of the whole line. */
  readonly subtotal: number;
  readonly discount_share: number;
  readonly tax_share: number;
}

/** An order's lines with how many of each came back already. */
export const linesLeft = (ctx: QueryContext, orderId: number): LineLeft[] =>
  ctx.db
    .rows<Omit<LineLeft, 'left'>>(
      `SELECT order_lines.id AS order_line_id, order_lines.item_id, order_lines.item_name, order_lines.quantity,
         (SELECT coalesce(sum(quantity), 0) FROM refund_lines WHERE order_line_id = order_lines.id) AS refunded,
         order_lines.subtotal, order_lines.discount_share, order_lines.tax_share
       FROM order_lines WHERE order_id = ? ORDER BY order_lines.id`,
      [orderId],
    )
    .map((line) => ({ ...line, left: line.quantity - line.refunded }));

export interface TenderLeft {
  readonly method: string;
  readonly method_name: string;
  readonly paid: number;
  readonly refunded: number;
  readonly left: number;
  readonly tip_left: number;
}

/** By what an order was paid and what of each was given back, latest payment first. */
export const tendersLeft = (ctx: QueryContext, orderId: number): TenderLeft[] =>
  ctx.db
    .rows<{ method: string; method_name: string; paid: number; tips: number; refunded: number; tips_refunded: number }>(
      `SELECT payments.method, payment_methods.name AS method_name, sum(payments.amount) AS paid, sum(payments.tip) AS tips,
         (SELECT coalesce(sum(refund_tenders.amount), 0) FROM refunds JOIN refund_tenders ON refund_tenders.refund_id = refunds.id
           WHERE refunds.order_id = payments.order_id AND refund_tenders.method = payments.method) AS refunded,
         (SELECT coalesce(sum(refund_tenders.tip), 0) FROM refunds JOIN refund_tenders ON refund_tenders.refund_id = refunds.id
           WHERE refunds.order_id = payments.order_id AND refund_tenders.method = payments.method) AS tips_refunded
       FROM payments JOIN payment_methods ON payment_methods.code = payments.method
       WHERE payments.order_id = ? GROUP BY payments.method ORDER BY max(payments.id) DESC`,
      [orderId],
    )
    .map(({ tips, tips_refunded, ...row }) => ({ ...row, left: Math.max(0, row.paid - row.refunded), tip_left: Math.max(0, tips - tips_refunded) }));

/** What of an order can still be given back. Nothing of a cancelled one: its void gave everything back. */
export const readRefundable = (ctx: QueryContext, input: ParsedInputOf<'orders.refundable'>): Refundable => {
  const order = readOrder(ctx, input.order_id);
  return {
    order_id: order.id,
    order_number: order.order_number,
    amount: amountLeft(order),
    lines: linesLeft(ctx, order.id),
    tenders: tendersLeft(ctx, order.id),
  };
};

export const amountLeft = (order: Order): number => (order.status === 'cancelled' ? 0 : order.paid_amount - order.refunded_amount);
