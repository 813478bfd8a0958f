import { instantFromMs } from '../../../domain/business-day.ts';
import type { Role } from '../../../domain/permissions.ts';
import type { ReadDatabase } from '../../database/database.ts';
import type { Approver, Caller } from '../../kernel/caller.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { personalPermissions } from './personal.ts';
import { hashPin, pinMatches } from './secrets.ts';

/** Free tries before a lock: a person mistypes, a device serves several people. */
const FREE_TRIES = { person: 5, device: 10 };
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 15 * 60_000;
/** A quiet spell after which earlier failures no longer count. */
const FORGET_MS = 60 * 60_000;

interface Failures {
  failures: number;
  last_failed_at: string;
  locked_until: string | null;
}

type Subject = { readonly key: string; readonly free: number };

const subjectsOf = (caller: Caller, staffId: number): Subject[] => [
  { key: `person:${staffId}`, free: FREE_TRIES.person },
  { key: `device:${caller.door}:${caller.ip ?? ''}`, free: FREE_TRIES.device },
];

const failuresOf = (db: ReadDatabase, subject: Subject): Failures | undefined =>
  db.row<Failures>('SELECT failures, last_failed_at, locked_until FROM pin_failures WHERE subject = ?', [subject.key]);

/** Refuses with locked_out while this person or this device has to wait. Asked before any PIN is looked at. */
export const refuseLockedOut = (ctx: QueryContext, staffId: number): void => {
  for (const subject of subjectsOf(ctx.caller, staffId)) {
    const until = failuresOf(ctx.db, subject)?.locked_until;
    const left = until ? Date.parse(until) - ctx.nowMs : 0;
    // Longer than any lock: the clock was set back meanwhile, and nobody waits for it to catch up.
    if (left <= 0 || left > LONGEST_LOCK_MS) continue;
    const seconds = Math.ceil(left / 1000);
    throw new Refusal('locked_out', `Too many wrong PINs. Wait ${seconds} seconds, then try again.`);
  }
};

/** Before the queue: whether the PIN is this active person's. An unknown person costs as much time as a known one. */
export const pinFits = async (ctx: QueryContext, staffId: number, pin: string, pepper: string): Promise<boolean> => {
  refuseLockedOut(ctx, staffId);
  const row = ctx.db.row<{ pin_hash: string }>('SELECT pin_hash FROM staff WHERE id = ? AND is_active = 1', [staffId]);
  if (row) return pinMatches(pin, row.pin_hash, pepper);
  await hashPin(pin, pepper);
  return false;
};

/** In the queue: the person whose PIN fitted. A wrong one is counted and audited although the command is refused. */
export const acceptPin = (ctx: CommandContext, staffId: number, fits: boolean, what: string): Approver => {
  // Again, because many guesses may have been on their way at once.
  refuseLockedOut(ctx, staffId);
  const person = ctx.db.row<{ id: number; name: string; role: Role }>('SELECT id, name, role FROM staff WHERE id = ? AND is_active = 1', [
    staffId,
  ]);
  if (!fits || !person) {
    throw new Refusal('wrong_pin', 'This PIN is not right. Try again.', undefined, (kept) => noteFailure(kept, staffId, what));
  }
  ctx.db.execute('DELETE FROM pin_failures WHERE subject = ?', [`person:${staffId}`]);
  return { ...person, personal: personalPermissions(ctx.db, person.id) };
};

const noteFailure = (ctx: CommandContext, staffId: number, what: string): void => {
  for (const subject of subjectsOf(ctx.caller, staffId)) {
    const before = failuresOf(ctx.db, subject);
    const recent = before && ctx.nowMs - Date.parse(before.last_failed_at) < FORGET_MS;
    const failures = (recent ? before.failures : 0) + 1;
    const over = failures - subject.free;
    const lockMs = over < 0 ? 0 : Math.min(FIRST_LOCK_MS * 2 ** over, LONGEST_LOCK_MS);
    ctx.db.execute(
      `INSERT INTO pin_failures (subject, failures, last_failed_at, locked_until) VALUES (?, ?, ?, ?)
       ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, last_failed_at = excluded.last_failed_at, locked_until = excluded.locked_until`,
      [subject.key, failures, ctx.now, lockMs === 0 ? null : instantFromMs(ctx.nowMs + lockMs)],
    );
  }
  recordAudit(ctx, { entity: 'Pin', id: staffId, action: 'wrong_pin', after: { for: what } });
};
