import type { Selectable } from 'kysely';
import type { Customer } from '../../../contract/customers.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { foldText } from '../../../domain/search-text.ts';
import type { Tables } from '../../database/tables.ts';
import { changedFields, deletedAnswer, hasChanges } from '../../kernel/changes.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { notFound, Refusal, refuseStale, refuseStaleDelete } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';

type Row = Selectable<Tables['customers']>;

interface Totals {
  readonly total_orders: number;
  readonly total_spent: number;
  readonly last_order_at: string | null;
}

/** Always derived from the orders themselves, so they can never drift (DECISIONS 15). */
const totalsOf = (ctx: QueryContext, id: number): Totals =>
  ctx.db.row<Totals>(
    `SELECT count(*) AS total_orders, coalesce(sum(total - refunded_amount), 0) AS total_spent, max(created_at) AS last_order_at FROM orders
     WHERE customer_id = ? AND status <> 'cancelled' AND deleted_at IS NULL`,
    [id],
  ) ?? { total_orders: 0, total_spent: 0, last_order_at: null };

export const toCustomer = (ctx: QueryContext, row: Row): Customer => ({
  id: row.id,
  name: row.name,
  phone: row.phone,
  email: row.email,
  ...totalsOf(ctx, row.id),
  anonymised_at: row.anonymised_at,
  created_at: row.created_at,
  updated_at: row.updated_at,
  version: row.version,
});

/** Refuses with "Customer with id <id> not found", or with where they went when they were merged into another. */
export const customerRow = (ctx: QueryContext, id: number): Row => {
  const row = ctx.db.first(ctx.db.q.selectFrom('customers').selectAll().where('id', '=', id));
  if (row) return row;
  const into = mergedInto(ctx, id);
  if (into !== null) throw new Refusal('not_found', `Customer with id ${id} not found: it was merged into customer ${into}`);
  throw notFound('Customer', id);
};

const mergedInto = (ctx: QueryContext, id: number): number | null =>
  ctx.db.row<{ customer_id: number }>('SELECT customer_id FROM customer_merges WHERE merged_id = ?', [id])?.customer_id ?? null;

/** What a search of customers looks in. */
export const customerSearchText = (customer: { name: string; phone: string | null; email: string | null }): string =>
  foldText([customer.name, customer.phone, customer.email].filter((part) => part !== null).join('\n'));

/**
 * The customer an order is for. One who was merged into another is that one: a ticket that was begun before is not lost.
 * Refuses with "Customer with id <id> not found".
 */
export const requireCustomer = (ctx: QueryContext, id: number): { id: number; name: string } => {
  const find = (sought: number) => ctx.db.row<{ id: number; name: string }>('SELECT id, name FROM customers WHERE id = ?', [sought]);
  const row = find(id) ?? find(mergedInto(ctx, id) ?? 0);
  if (!row) throw notFound('Customer', id);
  return row;
};

/** Nothing is written about somebody of whom nothing personal is to be kept. */
export const refuseAnonymised = (row: { id: number; anonymised_at: string | null }): void => {
  if (row.anonymised_at !== null)
    throw new Refusal('customer_anonymised', `Customer ${row.id} was anonymised. Add a new customer instead.`);
};

export const getCustomer = (ctx: QueryContext, input: ParsedInputOf<'customers.get'>): Customer =>
  toCustomer(ctx, customerRow(ctx, input.customer_id));

export const createCustomer = (ctx: CommandContext, input: ParsedInputOf<'customers.create'>): Customer => {
  const { name, phone, email } = input;
  if (holderOf(ctx, 'phone', phone) !== null) throw new Refusal('already_exists', `Customer with phone '${phone}' already exists`);
  if (holderOf(ctx, 'email', email) !== null) throw new Refusal('already_exists', `Customer with email '${email}' already exists`);
  const { id } = ctx.db.run(
    ctx.db.q
      .insertInto('customers')
      .values({ name, phone, email, search_text: customerSearchText(input), created_at: ctx.now, updated_at: ctx.now }),
  );
  const after = toCustomer(ctx, customerRow(ctx, id));
  recordAudit(ctx, { entity: 'Customer', id, action: 'create', after });
  ctx.emit('customers', 'create', id);
  return after;
};

export const updateCustomer = (ctx: CommandContext, input: ParsedInputOf<'customers.update'>): Customer => {
  const row = customerRow(ctx, input.customer_id);
  const before = toCustomer(ctx, row);
  const { customer_id: _, if_version, ...patch } = input;
  refuseStale('Customer', before, if_version, patch);
  const changes = changedFields(before, patch);
  if (!hasChanges(changes)) return before;
  refuseAnonymised(row);
  if (changes.phone && holderOf(ctx, 'phone', changes.phone) !== null)
    throw new Refusal('already_exists', `Phone '${changes.phone}' already in use`);
  if (changes.email && holderOf(ctx, 'email', changes.email) !== null)
    throw new Refusal('already_exists', `Email '${changes.email}' already in use`);
  ctx.db.run(
    ctx.db.q
      .updateTable('customers')
      .set({ ...changes, search_text: customerSearchText({ ...before, ...changes }), updated_at: ctx.now, version: row.version + 1 })
      .where('id', '=', row.id),
  );
  const after = toCustomer(ctx, customerRow(ctx, row.id));
  recordAudit(ctx, { entity: 'Customer', id: row.id, action: 'update', before, after });
  ctx.emit('customers', 'update', row.id);
  return after;
};

/** Their orders stay and lose the reference; the audit keeps who they were. */
export const deleteCustomer = (ctx: CommandContext, input: ParsedInputOf<'customers.delete'>) => {
  const row = customerRow(ctx, input.customer_id);
  refuseStaleDelete('Customer', row, input.if_version);
  const before = toCustomer(ctx, row);
  const orders = ctx.db.rows<{ id: number }>('SELECT id FROM orders WHERE customer_id = ?', [row.id]).map((order) => order.id);
  ctx.db.execute('DELETE FROM customers WHERE id = ?', [row.id]);
  recordAudit(ctx, { entity: 'Customer', id: row.id, action: 'delete', before: { ...before, order_ids: orders } });
  ctx.emit('customers', 'delete', row.id);
  if (orders.length > 0) ctx.emit('orders', 'update', null);
  return deletedAnswer('Customer', row.id);
};

/** The id of the customer who has this phone or e-mail, or null. */
export const holderOf = (ctx: QueryContext, field: 'phone' | 'email', value: string | null): number | null =>
  value === null ? null : (ctx.db.row<{ id: number }>(`SELECT id FROM customers WHERE ${field} = ?`, [value])?.id ?? null);
