import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { checkout } from './checkout.ts';
import { createMethod, listMethods, updateMethod } from './methods.ts';
import { listPayments } from './reading.ts';
import { listRefunds, readRefund } from './refund-documents.ts';
import { readRefundable } from './refundable.ts';
import { makeRefund } from './refunding.ts';
import { takePayment } from './taking.ts';
import { deleteOrder, setOrderStatus, voidOrder } from './voiding.ts';

export { paymentsOf } from './reading.ts';
export { settleByMethod, startZAfterThese } from './taken-elsewhere.ts';
export { readRefund, refundsOf } from './refund-documents.ts';

export const paymentHandlers: ModuleHandlers = {
  queries: {
    'payments.list': listPayments,
    'paymentMethods.list': listMethods,
    'refunds.list': listRefunds,
    'refunds.get': (ctx, input) => readRefund(ctx, input.refund_id),
    'orders.refundable': readRefundable,
  },
  commands: {
    'orders.create': checkout,
    'orders.setStatus': setOrderStatus,
    'orders.void': voidOrder,
    'orders.delete': deleteOrder,
    'payments.take': takePayment,
    'paymentMethods.create': createMethod,
    'paymentMethods.update': updateMethod,
    'refunds.create': makeRefund,
  },
};
