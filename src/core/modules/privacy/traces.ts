import type { CommandContext } from '../../kernel/context.ts';
import type { ChainedRow, RedactedPrint, RedactedRow } from '../audit/index.ts';
import { packPaper, unpackPaper } from '../printing/index.ts';
import type { Eraser } from './eraser.ts';

type AuditRow = ChainedRow & { readonly id: number };

/** The audit rows of some things; `ids` as a JSON list. */
export const auditRowsOf = (ctx: CommandContext, entity: 'Customer' | 'Order', ids: readonly number[]): AuditRow[] =>
  ctx.db.rows<AuditRow>('SELECT * FROM audit_log WHERE entity_type = ? AND entity_id IN (SELECT value FROM json_each(?)) ORDER BY id', [
    entity,
    JSON.stringify(ids),
  ]);

/** Parked tickets are few, and name their customer only inside. */
const ticketAuditRows = (ctx: CommandContext, customers: readonly number[]): AuditRow[] =>
  ctx.db
    .rows<AuditRow>("SELECT * FROM audit_log WHERE entity_type = 'HeldTicket' ORDER BY id")
    .filter((row) => customers.includes(ticketCustomer(row.new_values) ?? ticketCustomer(row.old_values) ?? 0));

const ticketCustomer = (values: string | null): number | null => {
  const kept = values === null ? null : (JSON.parse(values) as { ticket?: { customer_id?: number | null } });
  return kept?.ticket?.customer_id ?? null;
};

/** The audit rows that say less without the person, as they are then. */
export const redactedRows = (
  ctx: CommandContext,
  eraser: Eraser,
  { customers, orders }: { customers: readonly number[]; orders: readonly number[] },
): RedactedRow[] =>
  [...auditRowsOf(ctx, 'Customer', customers), ...auditRowsOf(ctx, 'Order', orders), ...ticketAuditRows(ctx, customers)].flatMap(
    ({ id, ...row }) => {
      // An act of erasing holds no personal data, and its values are what proves the others.
      if (row.action === 'anonymise') return [];
      const next = { ...row, old_values: eraser.json(row.old_values), new_values: eraser.json(row.new_values) };
      return next.old_values === row.old_values && next.new_values === row.new_values ? [] : [{ id, row: next }];
    },
  );

/** Receipts, bills and refund slips that name the person, as they are without. */
export const redactedPapers = (ctx: CommandContext, eraser: Eraser, orders: readonly number[]): RedactedPrint[] =>
  ctx.db
    .rows<{ id: number; paper: Uint8Array }>(
      `SELECT id, paper FROM prints WHERE document IN ('receipt', 'bill') AND document_id IN (SELECT value FROM json_each(?)) AND paper IS NOT NULL
       UNION ALL
       SELECT prints.id, paper FROM refunds JOIN prints ON document = 'refund' AND document_id = refunds.id
       WHERE order_id IN (SELECT value FROM json_each(?)) AND paper IS NOT NULL ORDER BY id`,
      [JSON.stringify(orders), JSON.stringify(orders)],
    )
    .flatMap(({ id, paper }) => {
      const before = unpackPaper(paper);
      const after = eraser.everywhere(before);
      return JSON.stringify(after) === JSON.stringify(before) ? [] : [{ id, paper: packPaper(after) }];
    });

/** What people typed on the orders themselves. */
export const eraseFromOrders = (ctx: CommandContext, eraser: Eraser, orders: readonly number[]): void => {
  const ids = JSON.stringify(orders);
  for (const order of ctx.db.rows<{ id: number; notes: string | null; discount_reason: string | null }>(
    'SELECT id, notes, discount_reason FROM orders WHERE id IN (SELECT value FROM json_each(?)) AND (notes IS NOT NULL OR discount_reason IS NOT NULL)',
    [ids],
  )) {
    const [notes, reason] = [eraser.optional(order.notes), eraser.optional(order.discount_reason)];
    if (notes !== order.notes || reason !== order.discount_reason)
      ctx.db.execute('UPDATE orders SET notes = ?, discount_reason = ?, version = version + 1 WHERE id = ?', [notes, reason, order.id]);
  }
  for (const line of ctx.db.rows<{ id: number; notes: string | null; line_discount_reason: string | null }>(
    `SELECT id, notes, line_discount_reason FROM order_lines
     WHERE order_id IN (SELECT value FROM json_each(?)) AND (notes IS NOT NULL OR line_discount_reason IS NOT NULL)`,
    [ids],
  )) {
    const [notes, reason] = [eraser.optional(line.notes), eraser.optional(line.line_discount_reason)];
    if (notes !== line.notes || reason !== line.line_discount_reason)
      ctx.db.execute('UPDATE order_lines SET notes = ?, line_discount_reason = ? WHERE id = ?', [notes, reason, line.id]);
  }
};

/** Tickets parked for the person; they stay, under another name where they had theirs. */
export const eraseFromTickets = (ctx: CommandContext, eraser: Eraser, customers: readonly number[]): number => {
  const tickets = ctx.db.rows<{ id: number; name: string; ticket: string }>(
    "SELECT id, name, ticket FROM held_tickets WHERE json_extract(ticket, '$.customer_id') IN (SELECT value FROM json_each(?))",
    [JSON.stringify(customers)],
  );
  for (const { id, name, ticket } of tickets)
    ctx.db.execute('UPDATE held_tickets SET name = ?, ticket = ? WHERE id = ?', [eraser.text(name).slice(0, 60), eraser.json(ticket), id]);
  return tickets.length;
};

/** Answers that are kept for two days, to be given again to a repeated call. */
export const eraseFromAnswers = (ctx: CommandContext, eraser: Eraser): void => {
  for (const { scope, key, answer } of ctx.db.rows<{ scope: string; key: string; answer: string }>(
    "SELECT scope, key, answer FROM idempotency_keys WHERE operation GLOB 'customers.*' OR operation GLOB 'orders.*' OR operation GLOB 'tickets.*'",
  )) {
    const erased = eraser.json(answer);
    if (erased !== answer) ctx.db.execute('UPDATE idempotency_keys SET answer = ? WHERE scope = ? AND key = ?', [erased, scope, key]);
  }
};
