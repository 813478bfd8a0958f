import type { ParsedInputOf } from '../../../contract/index.ts';
import type { TimePunch } from '../../../contract/staff.ts';
import { actorOf, callerMay } from '../../kernel/caller.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { invalidField, notFound, Refusal } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { recordAudit } from '../audit/index.ts';

interface Row {
  id: number;
  staff_id: number;
  staff_name: string;
  clocked_in_at: string;
  clocked_out_at: string | null;
  corrected_in: string | null;
  corrected_out: string | null;
  reason: string | null;
  corrected_by: string | null;
  corrected_at: string | null;
}

const SELECT = `SELECT time_punches.*, staff.name AS staff_name, last.clocked_in_at AS corrected_in, last.clocked_out_at AS corrected_out,
    last.reason, last.corrected_by, last.created_at AS corrected_at
  FROM time_punches JOIN staff ON staff.id = time_punches.staff_id
  LEFT JOIN time_corrections AS last ON last.id = (SELECT max(id) FROM time_corrections WHERE punch_id = time_punches.id)`;

/** The newest correction counts; what was clocked stays beside it. */
const toPunch = (row: Row): TimePunch => {
  const clocked = { clocked_in_at: row.clocked_in_at, clocked_out_at: row.clocked_out_at };
  const base = { id: row.id, staff_id: row.staff_id, staff_name: row.staff_name };
  if (row.corrected_in === null) return { ...base, ...clocked, original: null, correction: null };
  return {
    ...base,
    clocked_in_at: row.corrected_in,
    clocked_out_at: row.corrected_out,
    original: clocked,
    correction: { reason: row.reason ?? '', corrected_by: row.corrected_by ?? '', created_at: row.corrected_at ?? '' },
  };
};

const readPunch = (ctx: QueryContext, id: number): TimePunch => {
  const row = ctx.db.row<Row>(`${SELECT} WHERE time_punches.id = ?`, [id]);
  if (!row) throw notFound('Time punch', id);
  return toPunch(row);
};

/** Clocks the person who signed in. */
export const punchClock = (ctx: CommandContext, input: ParsedInputOf<'timeClock.punch'>): TimePunch => {
  const { caller } = ctx;
  if (caller.kind !== 'staff' || caller.id === null) throw new Refusal('not_staff', 'Sign in with your PIN to clock in or out.');
  const open = ctx.db.row<{ id: number; clocked_in_at: string }>(
    'SELECT id, clocked_in_at FROM time_punches WHERE staff_id = ? AND clocked_out_at IS NULL',
    [caller.id],
  );
  if (input.direction === 'in') {
    if (open) throw new Refusal('already_clocked', `You are clocked in since ${open.clocked_in_at}.`);
    const { id } = ctx.db.execute('INSERT INTO time_punches (staff_id, clocked_in_at) VALUES (?, ?)', [caller.id, ctx.now]);
    return punched(ctx, id, 'clock_in');
  }
  if (!open) throw new Refusal('already_clocked', 'You are not clocked in.');
  // A clock that was set back must not make hours negative; the manager corrects them.
  const out = ctx.now < open.clocked_in_at ? open.clocked_in_at : ctx.now;
  ctx.db.execute('UPDATE time_punches SET clocked_out_at = ? WHERE id = ?', [out, open.id]);
  return punched(ctx, open.id, 'clock_out');
};

const punched = (ctx: CommandContext, id: number, action: string): TimePunch => {
  const after = readPunch(ctx, id);
  recordAudit(ctx, { entity: 'TimePunch', id, action, after });
  ctx.emit('time', 'update', id);
  return after;
};

/** Everybody sees their own hours; with time.manage those of all. */
export const listPunches = (ctx: QueryContext, input: ParsedInputOf<'timeClock.list'>) => {
  // A key's id is no person's: it sees nobody's hours.
  const own = callerMay(ctx.caller, 'time.manage') ? null : ctx.caller.kind === 'staff' ? (ctx.caller.id ?? -1) : -1;
  const staffId = own ?? input.staff_id ?? null;
  const where = staffId === null ? '' : ' WHERE time_punches.staff_id = ?';
  const parameters = staffId === null ? [] : [staffId];
  const total = ctx.db.row<{ n: number }>(`SELECT count(*) AS n FROM time_punches${where}`, parameters)?.n ?? 0;
  const rows = ctx.db.rows<Row>(`${SELECT}${where} ORDER BY time_punches.clocked_in_at DESC, time_punches.id DESC LIMIT ? OFFSET ?`, [
    ...parameters,
    input.per_page,
    offsetOf(input),
  ]);
  return pageEnvelope(rows.map(toPunch), total, input);
};

export const correctPunch = (ctx: CommandContext, input: ParsedInputOf<'timeClock.correct'>): TimePunch => {
  const before = readPunch(ctx, input.punch_id);
  const from = ctx.instantOf(input.clocked_in_at, 'clocked_in_at');
  const to = input.clocked_out_at === null ? null : ctx.instantOf(input.clocked_out_at, 'clocked_out_at');
  if (to !== null && to < from)
    throw invalidField('clocked_out_at', 'value_error', 'clocked_out_at should not be before clocked_in_at', input.clocked_out_at);
  ctx.db.execute(
    'INSERT INTO time_corrections (punch_id, clocked_in_at, clocked_out_at, reason, corrected_by, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    [before.id, from, to, input.reason, actorOf(ctx.caller), ctx.now],
  );
  const after = readPunch(ctx, before.id);
  recordAudit(ctx, { entity: 'TimePunch', id: before.id, action: 'correct', before, after, reason: input.reason });
  ctx.emit('time', 'update', before.id);
  return after;
};
