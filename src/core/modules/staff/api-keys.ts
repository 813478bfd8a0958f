import type { ParsedInputOf } from '../../../contract/index.ts';
import type { ApiKey } from '../../../contract/session.ts';
import { NO_PERSONAL_PERMISSIONS, type Role } from '../../../domain/permissions.ts';
import type { ReadDatabase } from '../../database/database.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { hashToken, newToken } from './secrets.ts';

interface KeyRow {
  id: number;
  name: string;
  role: Role;
  prefix: string;
  created_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
}

const COLUMNS = 'id, name, role, prefix, created_at, last_used_at, revoked_at';

/** Who revoked a key, and why: the audit knows. */
const REVOCATION =
  "SELECT actor, reason FROM audit_log WHERE entity_type = 'ApiKey' AND entity_id = ? AND action = 'revoke' ORDER BY id DESC LIMIT 1";

/** Whoever holds this key, or null when it is unknown or revoked. */
export const callerOfKey = (db: ReadDatabase, key: string, from: { ip: string | null; userAgent: string | null }): Caller | null => {
  const row = db.row<KeyRow>(`SELECT ${COLUMNS} FROM api_keys WHERE key_hash = ? AND revoked_at IS NULL`, [hashToken(key)]);
  if (!row) return null;
  return {
    kind: 'key',
    id: row.id,
    name: row.name,
    role: row.role,
    personal: NO_PERSONAL_PERMISSIONS,
    door: 'http',
    sessionId: null,
    ip: from.ip,
    userAgent: from.userAgent,
  };
};

export const listKeys = (ctx: QueryContext): ApiKey[] =>
  ctx.db.rows<KeyRow>(`SELECT ${COLUMNS} FROM api_keys ORDER BY id DESC`).map((row) => toKey(ctx, row));

/** Makes a key. It is answered this once and stored only as a hash. */
export const createKey = (ctx: CommandContext, input: ParsedInputOf<'keys.create'>): ApiKey & { key: string } => {
  const key = newToken('philo_');
  const prefix = key.slice(0, 12);
  const { id } = ctx.db.execute('INSERT INTO api_keys (name, role, prefix, key_hash, created_at) VALUES (?, ?, ?, ?, ?)', [
    input.name,
    input.role,
    prefix,
    hashToken(key),
    ctx.now,
  ]);
  recordAudit(ctx, { entity: 'ApiKey', id, action: 'create', after: { name: input.name, role: input.role, prefix } });
  ctx.emit('keys', 'create', id);
  return { ...keyRow(ctx, id), key };
};

export const revokeKey = (ctx: CommandContext, input: ParsedInputOf<'keys.revoke'>): ApiKey => {
  const before = keyRow(ctx, input.key_id);
  if (before.revoked_at === null) {
    ctx.db.execute('UPDATE api_keys SET revoked_at = ? WHERE id = ?', [ctx.now, before.id]);
    recordAudit(ctx, {
      entity: 'ApiKey',
      id: before.id,
      action: 'revoke',
      before: { name: before.name, role: before.role },
      reason: input.reason === undefined || input.reason === '' ? null : input.reason,
    });
    ctx.emit('keys', 'update', before.id);
  }
  return keyRow(ctx, before.id);
};

/** Notes that a key was used; the doors call it at most once a minute for a key. */
export const touchKey = (ctx: CommandContext, id: number): void => {
  ctx.db.execute('UPDATE api_keys SET last_used_at = ? WHERE id = ?', [ctx.now, id]);
};

const toKey = (ctx: QueryContext, row: KeyRow): ApiKey => {
  const revocation = row.revoked_at === null ? undefined : ctx.db.row<{ actor: string; reason: string | null }>(REVOCATION, [row.id]);
  return { ...row, revoked_by: revocation?.actor ?? null, revoke_reason: revocation?.reason ?? null };
};

const keyRow = (ctx: QueryContext, id: number): ApiKey => {
  const row = ctx.db.row<KeyRow>(`SELECT ${COLUMNS} FROM api_keys WHERE id = ?`, [id]);
  if (!row) throw notFound('API key', id);
  return toKey(ctx, row);
};
