import { z } from 'zod';
import { operation } from './operation.ts';
import { order } from './orders.ts';
import { day, instantOut, money, moneyOut, pageOf, paging, pathId, reference } from './primitives.ts';

/** What becomes of the goods: back on the shelf, thrown away, or still with the customer. */
export const GOODS = ['restock', 'waste', 'kept'] as const;

/** Why money or goods were given away; the books need it. */
export const reason = z.string().trim().min(1).max(300);

export const refundLine = z.object({
  order_line_id: z.int(),
  item_name: z.string(),
  quantity: z.int(),
  subtotal: moneyOut(),
  discount_share: moneyOut(),
  tax_share: moneyOut(),
  goods: z.enum(GOODS),
});

export const refund = z.object({
  id: z.int(),
  refund_number: z.string(),
  kind: z.enum(['refund', 'void']),
  order_id: z.int(),
  order_number: z.string(),
  reason: z.string(),
  subtotal: moneyOut(),
  discount_amount: moneyOut(),
  tax_rate: z.int().meta({ wire: 'rate' }),
  tax_amount: moneyOut(),
  total: moneyOut(),
  /** Given back of what had been paid, before cash rounding. */
  amount: moneyOut(),
  tip: moneyOut(),
  shift_id: z.int().nullable(),
  business_date: z.string(),
  made_by: z.string(),
  approved_by: z.string().nullable(),
  created_at: instantOut(),
  lines: z.array(refundLine),
  tenders: z.array(z.object({ method: z.string(), method_name: z.string(), amount: moneyOut(), rounding: moneyOut(), tip: moneyOut() })),
});
export type Refund = z.infer<typeof refund>;

export const refundable = z.object({
  order_id: z.int(),
  order_number: z.string(),
  /** The most that can be given back now. */
  amount: moneyOut(),
  /** Not paid in full: what was paid goes back whole, not by lines. */
  is_deposit: z.boolean(),
  lines: z.array(
    z.object({
      order_line_id: z.int(),
      item_id: z.int(),
      item_name: z.string(),
      quantity: z.int(),
      refunded: z.int(),
      left: z.int(),
      subtotal: moneyOut(),
      discount_share: moneyOut(),
      tax_share: moneyOut(),
    }),
  ),
  tenders: z.array(
    z.object({
      method: z.string(),
      method_name: z.string(),
      paid: moneyOut(),
      refunded: moneyOut(),
      left: moneyOut(),
      tip_left: moneyOut(),
      /** Cash rounding of what was taken, and of what was given back. */
      rounding: moneyOut(),
      rounding_refunded: moneyOut(),
    }),
  ),
});
export type Refundable = z.infer<typeof refundable>;

const goods = z.enum(GOODS);

export const refundOperations = {
  'refunds.create': operation({
    method: 'POST',
    url: '/api/v1/orders/{order_id}/refunds',
    kind: 'command',
    tag: 'Refunds',
    permission: 'payments.refund',
    status: 201,
    summary: 'Give money back: all that is left of a paid order or some of its lines, or the part payment of a completed one',
    errors: ['not_found', 'not_refundable', 'forbidden', 'approval_needed', 'method_not_available', 'no_open_shift'],
    entity: 'Order',
    path: { order_id: pathId() },
    body: {
      reason,
      /** Left out: all that was not refunded yet. */
      lines: z
        .array(z.object({ order_line_id: reference(), quantity: z.int().gt(0).max(100), goods: goods.optional() }))
        .min(1)
        .max(500)
        .optional(),
      /** For lines that do not say. */
      goods: goods.default('kept'),
      /** Left out: by what it was paid with, latest first. */
      tenders: z
        .array(z.object({ method: z.string().max(30), amount: money({ gt: 0 }) }))
        .min(1)
        .max(20)
        .optional(),
      include_tip: z.boolean().default(false),
    },
    output: refund,
  }),
  'refunds.list': operation({
    method: 'GET',
    url: '/api/v1/refunds',
    kind: 'query',
    tag: 'Refunds',
    permission: 'orders.view',
    summary: 'Refunds and voids, newest first',
    query: { order_id: z.int().optional(), start_date: day().optional(), end_date: day().optional(), ...paging },
    output: pageOf(refund),
  }),
  'refunds.get': operation({
    method: 'GET',
    url: '/api/v1/refunds/{refund_id}',
    kind: 'query',
    tag: 'Refunds',
    permission: 'orders.view',
    summary: 'One refund or void',
    errors: ['not_found'],
    entity: 'Refund',
    path: { refund_id: pathId() },
    output: refund,
  }),
  'orders.refundable': operation({
    method: 'GET',
    url: '/api/v1/orders/{order_id}/refundable',
    kind: 'query',
    tag: 'Refunds',
    permission: 'orders.view',
    summary: 'What of an order can still be given back',
    errors: ['not_found'],
    entity: 'Order',
    path: { order_id: pathId() },
    output: refundable,
  }),
  'orders.void': operation({
    method: 'POST',
    url: '/api/v1/orders/{order_id}/void',
    kind: 'command',
    tag: 'Refunds',
    permission: 'orders.cancel',
    summary: 'Cancel an order before completion with a reason: stock and money go back',
    errors: ['not_found', 'invalid_transition', 'approval_needed', 'no_open_shift'],
    entity: 'Order',
    path: { order_id: pathId() },
    body: { reason },
    output: order,
  }),
};
