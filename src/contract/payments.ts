import { z } from 'zod';
import { PAYMENT_STATES } from '../domain/payment.ts';
import { operation } from './operation.ts';
import { order } from './orders.ts';
import { instantOut, money, moneyOut, name, pathId, text } from './primitives.ts';

export const PAYMENT_KINDS = ['cash', 'card', 'mobile', 'other'] as const;

export const paymentMethod = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(PAYMENT_KINDS),
  is_active: z.boolean(),
  display_order: z.int(),
});
export type PaymentMethodInfo = z.infer<typeof paymentMethod>;

export const payment = z.object({
  id: z.int(),
  order_id: z.int(),
  method: z.string(),
  method_name: z.string(),
  /** What it settles of the total. */
  amount: moneyOut(),
  /** Cash rounding, either sign; not revenue. */
  rounding: moneyOut(),
  /** Not revenue, not taxed. */
  tip: moneyOut(),
  tendered: moneyOut(),
  change_given: moneyOut(),
  reference: z.string().nullable(),
  shift_id: z.int().nullable(),
  taken_by: z.string(),
  created_at: instantOut(),
});
export type Payment = z.infer<typeof payment>;

/** What was taken for an order and what is left of it. */
export const orderPayments = z.object({
  order_id: z.int(),
  total: moneyOut(),
  paid: moneyOut(),
  due: moneyOut(),
  state: z.enum(PAYMENT_STATES),
  /** What the rest is in cash, rounded to the coins in use. */
  due_in_cash: moneyOut(),
  payments: z.array(payment),
});
export type OrderPayments = z.infer<typeof orderPayments>;

const methodCode = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/);

export const paymentOperations = {
  'payments.take': operation({
    method: 'POST',
    url: '/api/v1/orders/{order_id}/payments',
    kind: 'command',
    tag: 'Payments',
    permission: 'payments.take',
    status: 201,
    summary: 'Take a payment for an order, all of what is due or a part',
    errors: ['not_found', 'payment_refused', 'order_cancelled', 'method_not_available'],
    entity: 'Order',
    path: { order_id: pathId() },
    body: {
      method: methodCode,
      amount: money({ gt: 0 }).nullable().default(null),
      tendered: money().nullable().default(null),
      tip: money().default(0),
      reference: text(100).default(null),
    },
    output: z.object({ order, payment, payments: orderPayments }),
  }),
  'payments.list': operation({
    method: 'GET',
    url: '/api/v1/orders/{order_id}/payments',
    kind: 'query',
    tag: 'Payments',
    permission: 'orders.view',
    summary: 'What was taken for an order and what is due',
    errors: ['not_found'],
    entity: 'Order',
    path: { order_id: pathId() },
    output: orderPayments,
  }),
  'paymentMethods.list': operation({
    method: 'GET',
    url: '/api/v1/payment-methods',
    kind: 'query',
    tag: 'Payments',
    permission: 'session',
    summary: 'Payment methods in the order of the till',
    output: z.array(paymentMethod),
  }),
  'paymentMethods.create': operation({
    method: 'POST',
    url: '/api/v1/payment-methods',
    kind: 'command',
    tag: 'Payments',
    permission: 'payments.manage',
    status: 201,
    summary: "Add a method of the shop's own, such as a voucher",
    errors: ['already_exists'],
    body: {
      code: methodCode,
      name: name(60),
      kind: z.enum(['card', 'mobile', 'other']).default('other'),
      display_order: z.int().min(0).max(1000).default(10),
    },
    output: paymentMethod,
  }),
  'paymentMethods.update': operation({
    method: 'PATCH',
    url: '/api/v1/payment-methods/{code}',
    kind: 'command',
    tag: 'Payments',
    permission: 'payments.manage',
    summary: 'Rename a method, move it, or switch it off',
    errors: ['not_found', 'in_use'],
    path: { code: z.string() },
    body: { name: name(60).optional(), is_active: z.boolean().optional(), display_order: z.int().min(0).max(1000).optional() },
    output: paymentMethod,
  }),
};
