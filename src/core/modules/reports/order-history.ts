import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { ORDER_STATUSES } from '../../../domain/order-status.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { orderRow } from '../orders/index.ts';

type Entry = OutputOf<'orders.history'>[number];

const NOTHING = { approved_by: null, reason: null, status: null, amount: null, method: null, method_name: null, copy: null } as const;

interface Act {
  readonly timestamp: string;
  readonly action: string;
  readonly actor: string;
  readonly approved_by: string | null;
  readonly reason: string | null;
  readonly status: string | null;
}

/** Everything that happened to one order, oldest first: who did what and who allowed it. Refuses an unknown one with not_found. */
export const orderHistory = (ctx: QueryContext, input: ParsedInputOf<'orders.history'>): OutputOf<'orders.history'> => {
  const order = orderRow(ctx, input.order_id);
  const placed: Entry = { ...NOTHING, at: order.created_at, act: 'placed', who: order.created_by, approved_by: order.approved_by };
  const entries: Entry[] = [
    placed,
    ...paymentsOf(ctx, order.id),
    ...stepsOf(ctx, order.id),
    ...refundsOf(ctx, order.id),
    ...printsOf(ctx, order.id),
  ];
  // The sort keeps this order among things of the same moment: an order is placed before it is paid, cancelled before its money goes back.
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

const stepsOf = (ctx: QueryContext, id: number): Entry[] =>
  ctx.db
    .rows<Act>(
      `SELECT timestamp, action, actor, approved_by, reason, iif(json_valid(new_values), json_extract(new_values, '$.status'), NULL) AS status
       FROM audit_log WHERE entity_type = 'Order' AND entity_id = ? AND action = 'update' ORDER BY id`,
      [id],
    )
    .map(({ timestamp, actor, approved_by, reason, status }) => {
      const known = ORDER_STATUSES.find((name) => name === status) ?? null;
      return { ...NOTHING, at: timestamp, act: known ? 'status' : 'changed', who: actor, approved_by, reason, status: known };
    });

const paymentsOf = (ctx: QueryContext, id: number): Entry[] =>
  ctx.db
    .rows<{ created_at: string; taken_by: string; amount: number; method: string; method_name: string }>(
      `SELECT payments.created_at, taken_by, amount + rounding + tip AS amount, method, payment_methods.name AS method_name
       FROM payments JOIN payment_methods ON code = method WHERE order_id = ? ORDER BY payments.id`,
      [id],
    )
    .map(({ created_at, taken_by, amount, method, method_name }) => ({
      ...NOTHING,
      at: created_at,
      act: 'paid',
      who: taken_by,
      amount,
      method,
      method_name,
    }));

const refundsOf = (ctx: QueryContext, id: number): Entry[] =>
  ctx.db
    .rows<{ created_at: string; kind: 'refund' | 'void'; made_by: string; approved_by: string | null; reason: string; amount: number }>(
      `SELECT created_at, kind, made_by, approved_by, reason,
         (SELECT coalesce(sum(amount + rounding + tip), 0) FROM refund_tenders WHERE refund_id = refunds.id) AS amount
       FROM refunds WHERE order_id = ? ORDER BY id`,
      [id],
    )
    .map(({ created_at, kind, made_by, approved_by, reason, amount }) => ({
      ...NOTHING,
      at: created_at,
      act: kind === 'void' ? 'voided' : 'refunded',
      who: made_by,
      approved_by,
      reason,
      amount,
    }));

const printsOf = (ctx: QueryContext, id: number): Entry[] =>
  ctx.db
    .rows<{ created_at: string; printed_by: string; copy: number; approved_by: string | null }>(
      `SELECT created_at, printed_by, copy,
         (SELECT approved_by FROM audit_log WHERE entity_type = 'Print' AND entity_id = prints.id AND action IN ('create', 'copy') ORDER BY id LIMIT 1) AS approved_by
       FROM prints WHERE document IN ('receipt', 'bill') AND document_id = ? ORDER BY id`,
      [id],
    )
    .map(({ created_at, printed_by, copy, approved_by }) => ({
      ...NOTHING,
      at: created_at,
      act: 'printed',
      who: printed_by,
      approved_by,
      copy,
    }));
