import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Session } from '../../../contract/session.ts';
import { instantFromMs } from '../../../domain/business-day.ts';
import { PERMISSIONS, type Role } from '../../../domain/permissions.ts';
import type { ReadDatabase } from '../../database/database.ts';
import { type Caller, callerMay, type Door } from '../../kernel/caller.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { clockIsBehind, recordAudit } from '../audit/index.ts';
import { addStaff } from './people.ts';
import { personalPermissions } from './personal.ts';
import { acceptPin } from './pin-guard.ts';
import { hashToken, newToken } from './secrets.ts';

/** A session ends this long after signing in, whatever happens. */
const SESSION_MS = 16 * 3_600_000;

interface SessionRow {
  id: number;
  staff_id: number;
  name: string;
  role: Role;
}

/** Whoever holds this session token, or null when it is unknown, over or its person no longer works here. */
export const callerOfSession = (
  db: ReadDatabase,
  token: string,
  from: { door: Door; nowMs: number; ip: string | null; userAgent: string | null },
): Caller | null => {
  const row = db.row<SessionRow>(
    `SELECT sessions.id, sessions.staff_id, staff.name, staff.role FROM sessions JOIN staff ON staff.id = sessions.staff_id
     WHERE sessions.token_hash = ? AND sessions.door = ? AND sessions.expires_at > ? AND staff.is_active = 1`,
    [hashToken(token), from.door, instantFromMs(from.nowMs)],
  );
  if (!row) return null;
  return {
    kind: 'staff',
    id: row.staff_id,
    name: row.name,
    role: row.role,
    personal: personalPermissions(db, row.staff_id),
    door: from.door,
    sessionId: row.id,
    ip: from.ip,
    userAgent: from.userAgent,
  };
};

/** The CSRF token that belongs to a session, or null. */
export const csrfTokenOf = (db: ReadDatabase, sessionId: number | null): string | null =>
  sessionId === null
    ? null
    : (db.row<{ csrf_token: string }>('SELECT csrf_token FROM sessions WHERE id = ?', [sessionId])?.csrf_token ?? null);

/** Who is signed in, and what the screens need to start. */
export const sessionOf = (ctx: QueryContext, caller: Caller, version: string): Session => {
  const staff = ctx.db.rows<{ id: number; name: string; role: Role }>('SELECT id, name, role FROM staff WHERE is_active = 1 ORDER BY id');
  const { settings } = ctx;
  const { role } = caller;
  return {
    person: role ? { id: caller.kind === 'staff' ? caller.id : null, name: caller.name, role } : null,
    permissions: role ? PERMISSIONS.filter((permission) => callerMay(caller, permission)) : [],
    staff,
    needs_owner: staff.length === 0,
    first_run: staff.length === 0 ? { is_empty: isEmptyShop(ctx.db), is_here: isHere(caller) } : null,
    shop: {
      name: settings.shop_name,
      currency: settings.currency,
      time_zone: settings.time_zone,
      day_cutover_hour: settings.day_cutover_hour,
      language: settings.language,
      cash_rounding: settings.cash_rounding,
      idle_lock_minutes: settings.idle_lock_minutes,
      appearance: settings.appearance,
    },
    clock_behind: clockIsBehind(ctx),
    csrf_token: caller.door === 'http' ? csrfTokenOf(ctx.db, caller.sessionId) : null,
    demo: ctx.db.row('SELECT 1 FROM imports WHERE kind = ?', ['demo']) !== undefined,
    version,
  };
};

/** The call comes from the machine that the shop is on: by the desktop app, the command line, or a loopback address. */
const isHere = (caller: Caller): boolean =>
  caller.door !== 'http' || caller.ip === null || caller.ip === '::1' || caller.ip.startsWith('127.');

const SHOP_TABLES = ['categories', 'items', 'customers', 'discounts', 'shifts', 'orders'] as const;

/** Nobody is its owner, and nothing was entered yet. */
export const isNewShop = (db: ReadDatabase): boolean => !db.row('SELECT 1 FROM staff LIMIT 1') && isEmptyShop(db);

const isEmptyShop = (db: ReadDatabase): boolean => SHOP_TABLES.every((table) => !db.row(`SELECT 1 FROM ${table} LIMIT 1`));

/** Refuses setup_done where somebody works already, and not_here for a call from another machine: a stranger on the network must not become the owner. */
export const refuseSetUp = (ctx: QueryContext): void => {
  if (ctx.db.row('SELECT 1 FROM staff LIMIT 1'))
    throw new Refusal('setup_done', 'The owner exists already. Sign in, or ask the owner to add you.');
  if (!isHere(ctx.caller)) throw new Refusal('not_here', 'A new shop is set up at the computer it is installed on. Go there first.');
};

export const signIn = (ctx: CommandContext, input: ParsedInputOf<'session.signIn'>, fits: boolean, version: string) =>
  beginSession(ctx, acceptPin(ctx, input.staff_id, fits, 'sign in'), version);

export const signOut = (ctx: CommandContext, version: string): Session => {
  if (ctx.caller.sessionId !== null) ctx.db.execute('DELETE FROM sessions WHERE id = ?', [ctx.caller.sessionId]);
  if (ctx.caller.kind === 'staff') recordAudit(ctx, { entity: 'Session', id: ctx.caller.id, action: 'sign_out' });
  return sessionOf(ctx, { ...ctx.caller, kind: 'nobody', id: null, role: null, sessionId: null }, version);
};

/** The first person of an empty installation. There is no default PIN. */
export const createOwner = (ctx: CommandContext, input: ParsedInputOf<'session.createOwner'>, pinHash: string, version: string) => {
  refuseSetUp(ctx);
  const person = addStaff(ctx, { name: input.name, role: 'owner', pinHash });
  return beginSession(ctx, person, version);
};

export const beginSession = (ctx: CommandContext, person: { id: number; name: string; role: Role }, version: string) => {
  const door = ctx.caller.door === 'ipc' ? 'ipc' : 'http';
  const token = newToken('ses_');
  ctx.db.execute('DELETE FROM sessions WHERE expires_at <= ?', [ctx.now]);
  if (ctx.caller.sessionId !== null) ctx.db.execute('DELETE FROM sessions WHERE id = ?', [ctx.caller.sessionId]);
  const { id } = ctx.db.execute(
    'INSERT INTO sessions (token_hash, csrf_token, staff_id, door, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
    [hashToken(token), newToken(''), person.id, door, ctx.now, instantFromMs(ctx.nowMs + SESSION_MS)],
  );
  recordAudit(ctx, { entity: 'Session', id: person.id, action: 'sign_in', after: { name: person.name } });
  const caller: Caller = {
    ...ctx.caller,
    kind: 'staff',
    id: person.id,
    name: person.name,
    role: person.role,
    personal: personalPermissions(ctx.db, person.id),
    sessionId: id,
  };
  return { ...sessionOf(ctx, caller, version), token };
};
