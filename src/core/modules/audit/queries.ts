import type { Selectable } from 'kysely';
import type { AuditRow } from '../../../contract/audit.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Tables } from '../../database/tables.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';

export type StoredAuditRow = Selectable<Tables['audit_log']>;

/** A condition of SQL on audit_log, and what it binds. */
export interface AuditFilter {
  readonly where: string;
  readonly values: readonly unknown[];
}

/**
 * The rows that the filters leave: by thing, act, person (who did it or allowed it) and business day. A plus keeps SQLite from
 * reading all rows of an act for the few that are of the thing.
 */
export const filterOf = (input: ParsedInputOf<'audit.export'>): AuditFilter => {
  const { entity_type, entity_id, action, person, start_date, end_date } = input;
  const asked: readonly (readonly [text: string, ...values: unknown[]])[] = [
    ['entity_type = ?', entity_type],
    ['entity_id = ?', entity_id],
    [entity_type === undefined ? 'action = ?' : '+action = ?', action],
    ['(actor = ? OR approved_by = ?)', person, person],
    ['business_date >= ?', start_date],
    ['business_date <= ?', end_date],
  ];
  const given = asked.filter(([, value]) => value !== undefined);
  return { where: given.map(([text]) => text).join(' AND ') || '1', values: given.flatMap(([, ...values]) => values) };
};

/** So few are found by their indexes and put in order; of more, the next of them are never far when rows are read in order. */
const FEW = 20_000;

/** Part of the rows that the filters leave, of which there are `total`, newest first. */
export const partOfRows = (ctx: QueryContext, filter: AuditFilter, total: number, limit: number, offset: number): StoredAuditRow[] => {
  const { where, values } = filter;
  if (total <= FEW) {
    return ctx.db.rows(
      `SELECT * FROM audit_log WHERE id IN (SELECT id FROM audit_log WHERE ${where} ORDER BY id DESC LIMIT ? OFFSET ?) ORDER BY id DESC`,
      [...values, limit, offset],
    );
  }
  const count = Math.max(0, Math.min(limit, total - offset));
  const fromOldest = offset > total / 2;
  return ctx.db.rows(
    `SELECT * FROM (SELECT * FROM audit_log NOT INDEXED WHERE ${where} ORDER BY id ${fromOldest ? 'ASC' : 'DESC'} LIMIT ? OFFSET ?) ORDER BY id DESC`,
    [...values, count, fromOldest ? total - offset - count : offset],
  );
};

export const countRows = (ctx: QueryContext, { where, values }: AuditFilter): number =>
  ctx.db.row<{ n: number }>(`SELECT count(*) AS n FROM audit_log WHERE ${where}`, values)?.n ?? 0;

/** Audit rows, newest first. */
export const listAudit = (ctx: QueryContext, input: ParsedInputOf<'audit.list'>) =>
  ctx.db.snapshot(() => {
    const filter = filterOf(input);
    const total = countRows(ctx, filter);
    return pageEnvelope(partOfRows(ctx, filter, total, input.per_page, offsetOf(input)).map(toRow), total, input);
  });

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
