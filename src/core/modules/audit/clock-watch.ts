import type { Instant } from '../../../domain/business-day.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { ReadDatabase } from '../../database/database.ts';
import { appendAudit } from './record.ts';

/** Within it a computer that asks a time server corrects itself; nobody need be told. */
const TOLERANCE_MS = 120_000;

const NOTED = "audit_log WHERE entity_type = 'Clock' AND entity_id IS NULL AND action = 'set_back'";

/** A clock that showed `from` when something was recorded, and `to` when the next thing was. */
export interface ClockStep {
  readonly from: Instant;
  readonly to: Instant;
}

/** The newest moment on record, where now is more than two minutes before it; else null. Every act is in the audit, in its turn. */
const aheadOfNow = (ctx: QueryContext): Instant | null => {
  const newest = ctx.db.row<{ timestamp: string }>('SELECT timestamp FROM audit_log ORDER BY id DESC LIMIT 1')?.timestamp;
  return newest !== undefined && ctx.nowMs < Date.parse(newest) - TOLERANCE_MS ? newest : null;
};

/**
 * Records, before a command does anything, that the clock was set back since the one before it: once for each time, since
 * the row itself is then the newest. Nobody is named: who set the clock is not known.
 */
export const noteClockSetBack = (ctx: CommandContext): void => {
  const from = aheadOfNow(ctx);
  if (from === null) return;
  appendAudit(ctx.db, ctx.moment.business_date, {
    timestamp: ctx.now,
    entity_type: 'Clock',
    entity_id: null,
    action: 'set_back',
    actor: 'System',
    approved_by: null,
    reason: null,
    door: ctx.caller.door,
    ip_address: null,
    user_agent: null,
    old_values: JSON.stringify({ time: from, business_date: ctx.momentOf(from).business_date }),
    new_values: JSON.stringify({ time: ctx.now, business_date: ctx.moment.business_date }),
  });
  ctx.log.warn({ from, to: ctx.now }, 'the clock was set back');
  // The session is what tells the screens.
  ctx.emit('settings', 'update', null);
};

/** Each time the clock was set back, among audit rows after `after` and up to `upTo`, oldest first. */
export const clockSteps = (db: ReadDatabase, after: number, upTo: number): ClockStep[] =>
  db.rows<ClockStep>(
    `SELECT json_extract(old_values, '$.time') AS "from", json_extract(new_values, '$.time') AS "to" FROM ${NOTED} AND id > ? AND id <= ? ORDER BY id`,
    [after, upTo],
  );

/**
 * The newest moment that was recorded before the clock was set back, while the clock is still behind it; null when all is
 * well. It ends with the next Z, which has it: a clock that was wrong by a year and put right must not be told for a year.
 */
export const clockIsBehind = (ctx: QueryContext): Instant | null => {
  const told = ctx.db.row<{ id: number }>('SELECT last_audit_id AS id FROM z_reports ORDER BY z_number DESC LIMIT 1')?.id ?? 0;
  const noted = ctx.db.row<{ time: string | null }>(`SELECT max(json_extract(old_values, '$.time')) AS time FROM ${NOTED} AND id > ?`, [
    told,
  ])?.time;
  if (noted && ctx.now < noted) return noted;
  return aheadOfNow(ctx);
};
