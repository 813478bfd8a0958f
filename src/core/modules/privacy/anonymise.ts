import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { recordAudit, redact } from '../audit/index.ts';
import { customerRow, customerSearchText, refuseAnonymised, toCustomer } from '../customers/index.ts';
import { ANONYMISED_NAME, Eraser, personalTexts } from './eraser.ts';
import { auditRowsOf, eraseFromAnswers, eraseFromOrders, eraseFromTickets, redactedPapers, redactedRows } from './traces.ts';

const parsed = (text: string | null): unknown => {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    // Rows of an imported shop may hold any text.
    return null;
  }
};

/** The id in question and all that were merged into it. */
const idsOf = (ctx: CommandContext, id: number): number[] => [
  id,
  ...ctx.db.rows<{ merged_id: number }>('SELECT merged_id FROM customer_merges WHERE customer_id = ?', [id]).map((row) => row.merged_id),
];

/** What the audit knows of the person: all that they were called, and, when they were deleted, whose orders those were. */
const audited = (ctx: CommandContext, customers: readonly number[]) => {
  const rows = auditRowsOf(ctx, 'Customer', customers).map((row) => [parsed(row.old_values), parsed(row.new_values)]);
  return {
    isKnown: rows.length > 0,
    texts: rows.flatMap(personalTexts),
    orders: rows.flat().flatMap((values) => (values as { order_ids?: number[] } | null)?.order_ids ?? []),
  };
};

/**
 * Erases who a customer is: from their row, and from every place that it was copied to (docs/adr/0015). Their orders and
 * figures stay. Works for one who was deleted before, as the audit and the papers still name them.
 */
export const anonymiseCustomer = (ctx: CommandContext, input: ParsedInputOf<'customers.anonymise'>): OutputOf<'customers.anonymise'> => {
  const id = input.customer_id;
  const customers = idsOf(ctx, id);
  const known = audited(ctx, customers);
  const row = ctx.db.row<{ id: number }>('SELECT id FROM customers WHERE id = ?', [id]);
  // Refuses an id that never was, and one that went into another.
  if (row || !known.isKnown || isMergedAway(ctx, id)) refuseAnonymised(customerRow(ctx, id));
  const current = row ? customerRow(ctx, id) : null;
  const eraser = new Eraser([...known.texts, ...(current ? [current.name, current.phone ?? '', current.email ?? ''] : [])]);
  const orders = ordersOf(ctx, customers, known.orders);

  const rows = redactedRows(ctx, eraser, { customers, orders });
  const papers = redactedPapers(ctx, eraser, orders);
  eraseFromOrders(ctx, eraser, orders);
  const tickets = eraseFromTickets(ctx, eraser, customers);
  eraseFromAnswers(ctx, eraser);
  if (current) {
    ctx.db.run(
      ctx.db.q
        .updateTable('customers')
        .set({
          name: ANONYMISED_NAME,
          phone: null,
          email: null,
          search_text: customerSearchText({ name: ANONYMISED_NAME, phone: null, email: null }),
          anonymised_at: ctx.now,
          updated_at: ctx.now,
          version: current.version + 1,
        })
        .where('id', '=', id),
    );
  }
  const erased = { orders: orders.length, tickets, papers: papers.length, audit_rows: rows.length };
  redact(ctx, rows, papers, (digest) =>
    recordAudit(ctx, {
      entity: 'Customer',
      id,
      action: 'anonymise',
      after: { ...erased, redaction_digest: digest },
      reason: eraser.optional(input.reason),
    }),
  );
  ctx.emit('customers', 'update', id);
  if (orders.length > 0) ctx.emit('orders', 'update', null);
  if (tickets > 0) ctx.emit('tickets', 'update', null);
  return { customer: current ? toCustomer(ctx, customerRow(ctx, id)) : null, erased };
};

const isMergedAway = (ctx: CommandContext, id: number): boolean =>
  ctx.db.row('SELECT 1 FROM customer_merges WHERE merged_id = ?', [id]) !== undefined;

/** Deleted orders too: their rows keep whose they were. */
const ordersOf = (ctx: CommandContext, customers: readonly number[], formerly: readonly number[]): number[] => [
  ...new Set([
    ...formerly,
    ...ctx.db
      .rows<{ id: number }>('SELECT id FROM orders WHERE customer_id IN (SELECT value FROM json_each(?))', [JSON.stringify(customers)])
      .map((order) => order.id),
  ]),
];
