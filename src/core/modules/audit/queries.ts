import type { Selectable } from 'kysely';
import type { AuditRow } from '../../../contract/audit.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Tables } from '../../database/tables.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';

export type StoredAuditRow = Selectable<Tables['audit_log']>;

/** The rows that the filters leave: by thing, act, person (who did it or allowed it) and business day. */
export const filteredRows = (ctx: QueryContext, input: ParsedInputOf<'audit.export'>) => {
  let filtered = ctx.db.q.selectFrom('audit_log');
  if (input.entity_type !== undefined) filtered = filtered.where('entity_type', '=', input.entity_type);
  if (input.entity_id !== undefined) filtered = filtered.where('entity_id', '=', input.entity_id);
  if (input.action !== undefined) filtered = filtered.where('action', '=', input.action);
  const { person } = input;
  if (person !== undefined) filtered = filtered.where((eb) => eb.or([eb('actor', '=', person), eb('approved_by', '=', person)]));
  if (input.start_date !== undefined) filtered = filtered.where('business_date', '>=', input.start_date);
  if (input.end_date !== undefined) filtered = filtered.where('business_date', '<=', input.end_date);
  return filtered;
};

/** Audit rows, newest first. */
export const listAudit = (ctx: QueryContext, input: ParsedInputOf<'audit.list'>) => {
  const filtered = filteredRows(ctx, input);
  const total = ctx.db.first<{ n: number }>(filtered.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const rows = ctx.db.all(filtered.selectAll().orderBy('id', 'desc').limit(input.per_page).offset(offsetOf(input)));
  return pageEnvelope(rows.map(toRow), total, input);
};

/** One row. Refuses not_found. */
export const readAudit = (ctx: QueryContext, { audit_id: id }: ParsedInputOf<'audit.get'>): AuditRow => {
  const row = ctx.db.first(ctx.db.q.selectFrom('audit_log').selectAll().where('id', '=', id));
  if (!row) throw notFound('Audit row', id);
  return toRow(row);
};

/** Names are looked for in so many of the newest rows, beside those who work here now: reading all rows would take too long. */
const NEWEST_ROWS = 2000;

/** What there is to choose from. Things and acts are found by hopping through their indexes, however many rows there are. */
export const auditChoices = (ctx: QueryContext) => {
  const distinct = (column: 'entity_type' | 'action'): string[] =>
    ctx.db
      .rows<{ value: string }>(
        `WITH RECURSIVE found (value) AS (
           SELECT min(${column}) FROM audit_log
           UNION ALL
           SELECT (SELECT min(${column}) FROM audit_log WHERE ${column} > found.value) FROM found WHERE found.value IS NOT NULL
         ) SELECT value FROM found WHERE value IS NOT NULL`,
      )
      .map(({ value }) => value);
  const people = ctx.db.rows<{ name: string }>(
    `SELECT name FROM staff
     UNION SELECT 'API key: ' || name FROM api_keys
     UNION SELECT actor FROM (SELECT actor FROM audit_log ORDER BY id DESC LIMIT ?)
     ORDER BY 1`,
    [NEWEST_ROWS],
  );
  return { entity_types: distinct('entity_type'), actions: distinct('action'), people: people.map(({ name }) => name) };
};

const toRow = (row: StoredAuditRow): AuditRow => ({
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
});

const parsed = (text: string | null): unknown => {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Rows of an imported shop may hold any text.
    return text;
  }
};
