import type { AuditRow } from '../../../contract/audit.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';

/** Audit rows, newest first, by thing, act and business day. */
export const listAudit = (ctx: QueryContext, input: ParsedInputOf<'audit.list'>) => {
  let filtered = ctx.db.q.selectFrom('audit_log');
  if (input.entity_type !== undefined) filtered = filtered.where('entity_type', '=', input.entity_type);
  if (input.entity_id !== undefined) filtered = filtered.where('entity_id', '=', input.entity_id);
  if (input.action !== undefined) filtered = filtered.where('action', '=', input.action);
  if (input.start_date !== undefined) filtered = filtered.where('business_date', '>=', input.start_date);
  if (input.end_date !== undefined) filtered = filtered.where('business_date', '<=', input.end_date);
  const total = ctx.db.first<{ n: number }>(filtered.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const rows = ctx.db.all(filtered.selectAll().orderBy('id', 'desc').limit(input.per_page).offset(offsetOf(input)));
  const items: AuditRow[] = rows.map((row) => ({
    id: row.id,
    timestamp: row.timestamp,
    entity_type: row.entity_type,
    entity_id: row.entity_id,
    action: row.action,
    actor: row.actor,
    approved_by: row.approved_by,
    reason: row.reason,
    door: row.door,
    ip_address: row.ip_address,
    user_agent: row.user_agent,
    old_values: parsed(row.old_values),
    new_values: parsed(row.new_values),
    hash: row.hash,
  }));
  return pageEnvelope(items, total, input);
};

const parsed = (text: string | null): unknown => {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Rows of an imported shop may hold any text.
    return text;
  }
};
