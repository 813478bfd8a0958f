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
  /** Cash rounding of what was taken, and of what was given back. */
  readonly rounding: number;
  readonly rounding_refunded: number;
}

/** By what an order was paid or given back, latest payment first. */
export const tendersLeft = (ctx: QueryContext, orderId: number): TenderLeft[] =>
  ctx.db
    .rows<Omit<TenderLeft, 'left' | 'tip_left'> & { tips: number; tips_refunded: number }>(
      `SELECT method, payment_methods.name AS method_name, sum(paid) AS paid, sum(tips) AS tips, sum(moved.rounding) AS rounding, sum(refunded) AS refunded,
         sum(tips_refunded) AS tips_refunded, sum(rounding_refunded) AS rounding_refunded
       FROM (
         SELECT method, id AS latest, amount AS paid, tip AS tips, rounding, 0 AS refunded, 0 AS tips_refunded, 0 AS rounding_refunded
         FROM payments WHERE order_id = ?
         UNION ALL
         SELECT refund_tenders.method, 0, 0, 0, 0, refund_tenders.amount, refund_tenders.tip, refund_tenders.rounding
         FROM refunds JOIN refund_tenders ON refund_tenders.refund_id = refunds.id WHERE refunds.order_id = ?
       ) AS moved JOIN payment_methods ON payment_methods.code = method GROUP BY method ORDER BY max(latest) DESC, method`,
      [orderId, orderId],
    )
    .map(({ tips, tips_refunded, ...row }) => ({
      ...row,
      left: Math.max(0, row.paid - row.refunded),
      tip_left: Math.max(0, tips - tips_refunded),
    }));

/** What of an order can still be given back. Nothing of a cancelled one: its void gave everything back. */
export const readRefundable = (ctx: QueryContext, input: ParsedInputOf<'orders.refundable'>): Refundable => {
  const order = readOrder(ctx, input.order_id);
  return {
    order_id: order.id,
    order_number: order.order_number,
    amount: amountLeft(order),
    is_deposit: order.payment_state !== 'paid',
    lines: linesLeft(ctx, order.id),
    tenders: tendersLeft(ctx, order.id),
  };
};

export const amountLeft = (order: Order): number => (order.status === 'cancelled' ? 0 : order.paid_amount - order.refunded_amount);
