import { z } from 'zod';
import { ORDER_STATUSES } from '../domain/order-status.ts';
import { DISCOUNT_TYPES } from '../domain/discount.ts';
import { PAYMENT_STATES } from '../domain/payment.ts';
import { PAYMENT_METHODS } from '../domain/payment-method.ts';
import { operation } from './operation.ts';
import { day, deleted, instantOut, money, moneyOut, pageOf, paging, pathId, rate, reference, sorting, text } from './primitives.ts';

export const orderLineAddon = z.object({
  id: z.int(),
  addon_id: z.int(),
  addon_name: z.string().nullable(),
  price: moneyOut(),
});

export const orderLine = z.object({
  id: z.int(),
  item_id: z.int(),
  item_name: z.string().nullable(),
  quantity: z.int(),
  unit_price: moneyOut(),
  subtotal: moneyOut(),
  /** All that was taken off this line: its own discount and its share of the order's. */
  discount_share: moneyOut(),
  line_discount: moneyOut(),
  line_discount_kind: z.enum(['discount', 'comp']).nullable(),
  line_discount_reason: z.string().nullable(),
  notes: z.string().nullable(),
  addons: z.array(orderLineAddon),
});
export type OrderLine = z.infer<typeof orderLine>;

export const order = z.object({
  id: z.int(),
  order_number: z.string(),
  customer_id: z.int().nullable(),
  customer_name: z.string().nullable(),
  customer: z.object({ id: z.int(), name: z.string() }).nullable(),
  status: z.enum(ORDER_STATUSES),
  payment_method: z.enum(PAYMENT_METHODS),
  subtotal: moneyOut(),
  tax_amount: moneyOut(),
  tax_rate: rate(),
  discount_amount: moneyOut(),
  discount_id: z.int().nullable(),
  discount_name: z.string().nullable(),
  discount_reason: z.string().nullable(),
  approved_by: z.string().nullable(),
  total: moneyOut(),
  payment_state: z.enum(PAYMENT_STATES),
  paid_amount: moneyOut(),
  due_amount: moneyOut(),
  refunded_amount: moneyOut(),
  shift_id: z.int().nullable(),
  notes: z.string().nullable(),
  business_date: z.string(),
  items: z.array(orderLine),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Order = z.infer<typeof order>;

/** What a list of orders can be sorted by. */
export const ORDER_SORTS = ['created_at', 'total', 'order_number'] as const;

/** One thing that happened to an order; without what the audit keeps of before and after. */
export const orderEvent = z.object({
  at: instantOut(),
  act: z.enum(['placed', 'status', 'changed', 'paid', 'refunded', 'voided', 'printed']),
  /** Null where it is not known: an order of before the program. */
  who: z.string().nullable(),
  approved_by: z.string().nullable(),
  reason: z.string().nullable(),
  /** Of a step: what it became. */
  status: z.enum(ORDER_STATUSES).nullable(),
  /** Of money: with rounding and tip. */
  amount: moneyOut().nullable(),
  method: z.string().nullable(),
  method_name: z.string().nullable(),
  /** Of a print: 0 is the original. */
  copy: z.int().nullable(),
});

/** One tender of a checkout. Left out, the amount is all that is due and what was tendered is exact. */
const tenderInput = z.object({
  method: z.string().regex(/^[a-z][a-z0-9_]{0,29}$/),
  amount: money({ gt: 0 }).nullable().default(null),
  tendered: money().nullable().default(null),
  tip: money().default(0),
  reference: text(100).default(null),
});

export const lineDiscount = z
  .object({
    type: z.enum(DISCOUNT_TYPES).default('percentage'),
    value: z.number().gt(0).max(1_000_000_000),
    reason: text(300).default(null),
  })
  .nullable()
  .default(null);
export const lineComp = z
  .object({ reason: z.string().trim().min(1).max(300) })
  .nullable()
  .default(null);

const orderLineInput = z
  .object({
    item_id: reference(),
    quantity: z.int().gt(0).max(100).default(1),
    addon_ids: z.array(z.int()).max(100).default([]),
    addons: z
      .array(z.object({ addon_id: reference() }))
      .max(100)
      .default([]),
    notes: text(500).default(null),
    /** Of this line alone: percent (10 = 10%) or an amount as people write it. */
    discount: lineDiscount,
    /** Given free, for this reason; kept in the figures as such. */
    comp: lineComp,
  })
  .superRefine((line, context) => {
    // `addon_ids` counts only where `addons` is empty, and so does its check (ORIGINAL.md section 2).
    if (line.addons.length > 0) return;
    for (const id of line.addon_ids) {
      if (id > 0) continue;
      context.addIssue({
        code: 'custom',
        path: ['addon_id'],
        message: 'Input should be greater than 0',
        params: { type: 'greater_than', input: id, ctx: { gt: 0 } },
      });
    }
  });

export const orderOperations = {
  'orders.create': operation({
    method: 'POST',
    url: '/api/v1/orders',
    kind: 'command',
    tag: 'Orders',
    permission: 'orders.create',
    status: 201,
    summary: 'Place an order: prices it, takes the stock and gives it the next number of the day',
    errors: [
      'not_found',
      'item_not_available',
      'addon_not_available',
      'category_inactive',
      'insufficient_stock',
      'discount_not_active',
      'discount_outside_window',
      'shift_closed',
      'amount_out_of_range',
      'payment_refused',
      'method_not_available',
      'approval_needed',
      'reason_needed',
    ],
    body: {
      customer_id: reference().nullable().default(null),
      payment_method: z.enum(PAYMENT_METHODS).default('cash'),
      discount_id: reference().nullable().default(null),
      /** Left out: the open shift, if there is one. Null: none. */
      shift_id: reference().nullable().optional(),
      notes: text(2000).default(null),
      discount_reason: text(300).default(null),
      /** Left out: paid in full by payment_method. An empty list: to be paid later. */
      payments: z.array(tenderInput).max(20).optional(),
      items: z.array(orderLineInput).min(1).max(500),
    },
    output: order,
  }),
  'orders.list': operation({
    method: 'GET',
    url: '/api/v1/orders',
    kind: 'query',
    tag: 'Orders',
    permission: 'orders.view',
    summary: 'Orders, newest first unless another order is asked for',
    query: {
      status: z.string().max(50).optional(),
      /** As it is written on the order. For a method of the shop's own, or one of several tenders: `tender`. */
      payment_method: z.string().max(50).optional(),
      /** The code of a payment method by which something was paid, whatever else it was paid with. */
      tender: z.string().max(30).optional(),
      /** Who took it; an order keeps the name that the person had then. */
      staff_id: z.int().optional(),
      customer_id: z.int().optional(),
      shift_id: z.int().optional(),
      start_date: day().optional(),
      end_date: day().optional(),
      /** The whole number, or its digits as they are called out: 14 finds every day's 0014. */
      order_number: z.string().trim().max(40).optional(),
      /** A number as above, a customer's name or phone, or an amount written with its decimals: 12.50. */
      search: z.string().trim().max(60).optional(),
      total_from: money().optional(),
      total_to: money().optional(),
      /** True: only those with something left to pay. */
      is_due: z.boolean().optional(),
      ...sorting(ORDER_SORTS),
      ...paging,
    },
    output: pageOf(order),
  }),
  'orders.get': operation({
    method: 'GET',
    url: '/api/v1/orders/{order_id}',
    kind: 'query',
    tag: 'Orders',
    permission: 'orders.view',
    summary: 'One order',
    errors: ['not_found'],
    entity: 'Order',
    path: { order_id: pathId() },
    output: order,
  }),
  'orders.history': operation({
    method: 'GET',
    url: '/api/v1/orders/{order_id}/history',
    kind: 'query',
    tag: 'Orders',
    permission: 'orders.view',
    summary: 'Everything that happened to an order, oldest first: placed, moved on, paid, given back, printed, by whom and allowed by whom',
    errors: ['not_found'],
    entity: 'Order',
    path: { order_id: pathId() },
    output: z.array(orderEvent),
  }),
  'orders.setStatus': operation({
    method: 'PATCH',
    url: '/api/v1/orders/{order_id}/status',
    kind: 'command',
    tag: 'Orders',
    permission: 'orders.advance',
    summary: 'Move an order on; cancelling gives the stock back',
    errors: ['not_found', 'invalid_transition', 'forbidden', 'approval_needed'],
    entity: 'Order',
    path: { order_id: pathId() },
    body: { status: z.enum(ORDER_STATUSES) },
    output: order,
  }),
  'orders.delete': operation({
    method: 'DELETE',
    url: '/api/v1/orders/{order_id}',
    kind: 'command',
    tag: 'Orders',
    permission: 'orders.delete',
    summary: 'Remove an order that is not completed; money and stock go back, its number stays taken',
    errors: ['not_found', 'order_completed', 'approval_needed'],
    entity: 'Order',
    path: { order_id: pathId() },
    output: deleted,
  }),
};
