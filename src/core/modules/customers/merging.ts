import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { invalidField, Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { customerRow, customerSearchText, holderOf, refuseAnonymised, toCustomer } from './customers.ts';

/**
 * Makes one of two customers. The other's orders, parked tickets and earlier merges become the survivor's, and its id
 * answers from now on where it went. Both are kept in the audit as they were; nothing brings them apart again.
 */
export const mergeCustomers = (ctx: CommandContext, input: ParsedInputOf<'customers.merge'>): OutputOf<'customers.merge'> => {
  if (input.customer_id === input.merge_id)
    throw invalidField('merge_id', 'value_error', 'A customer cannot be merged into themselves', input.merge_id);
  const [kept, gone] = [customerRow(ctx, input.customer_id), customerRow(ctx, input.merge_id)];
  refuseAnonymised(kept);
  refuseAnonymised(gone);
  const before = { kept: toCustomer(ctx, kept), merged: toCustomer(ctx, gone) };
  const orders = ctx.db.rows<{ id: number }>('SELECT id FROM orders WHERE customer_id = ? ORDER BY id', [gone.id]).map(({ id }) => id);
  ctx.db.execute('UPDATE orders SET customer_id = ?, version = version + 1 WHERE customer_id = ?', [kept.id, gone.id]);
  const tickets = ctx.db.execute(
    "UPDATE held_tickets SET ticket = json_set(ticket, '$.customer_id', ?) WHERE json_extract(ticket, '$.customer_id') = ?",
    [kept.id, gone.id],
  ).changes;
  ctx.db.execute('UPDATE customer_merges SET customer_id = ? WHERE customer_id = ?', [kept.id, gone.id]);
  ctx.db.execute('INSERT INTO customer_merges (merged_id, customer_id, merged_by, created_at) VALUES (?, ?, ?, ?)', [
    gone.id,
    kept.id,
    actorOf(ctx.caller),
    ctx.now,
  ]);
  ctx.db.execute('DELETE FROM customers WHERE id = ?', [gone.id]);

  const next = {
    name: input.name ?? kept.name,
    phone: input.phone === undefined ? (kept.phone ?? gone.phone) : input.phone,
    email: input.email === undefined ? (kept.email ?? gone.email) : input.email,
  };
  refuseTaken(ctx, 'phone', next.phone, kept.id);
  refuseTaken(ctx, 'email', next.email, kept.id);
  // Whoever of the two came first: they are that old a customer.
  const since = kept.created_at < gone.created_at ? kept.created_at : gone.created_at;
  ctx.db.run(
    ctx.db.q
      .updateTable('customers')
      .set({ ...next, search_text: customerSearchText(next), created_at: since, updated_at: ctx.now, version: kept.version + 1 })
      .where('id', '=', kept.id),
  );
  const after = toCustomer(ctx, customerRow(ctx, kept.id));
  recordAudit(ctx, {
    entity: 'Customer',
    id: kept.id,
    action: 'merge',
    before,
    after: { ...after, merged_id: gone.id, order_ids: orders },
  });
  // Found under both ids.
  recordAudit(ctx, { entity: 'Customer', id: gone.id, action: 'merged_away', before: before.merged, after: { merged_into: kept.id } });
  ctx.emit('customers', 'update', kept.id);
  ctx.emit('customers', 'delete', gone.id);
  if (orders.length > 0) ctx.emit('orders', 'update', null);
  if (tickets > 0) ctx.emit('tickets', 'update', null);
  return { customer: after, moved_orders: orders.length, moved_tickets: tickets };
};

const refuseTaken = (ctx: CommandContext, field: 'phone' | 'email', value: string | null, own: number): void => {
  const holder = holderOf(ctx, field, value);
  if (holder !== null && holder !== own)
    throw new Refusal('already_exists', `${field === 'phone' ? 'Phone' : 'Email'} '${value}' already in use`);
};
