import type { Selectable } from 'kysely';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Shift } from '../../../contract/shifts.ts';
import type { Tables } from '../../database/tables.ts';
import { actorOf, callerMay } from '../../kernel/caller.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { notFound, Refusal } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { recordAudit } from '../audit/index.ts';

type Row = Selectable<Tables['shifts']>;

const shiftRow = (ctx: QueryContext, id: number): Row => {
  const row = ctx.db.first(ctx.db.q.selectFrom('shifts').selectAll().where('id', '=', id));
  if (!row) throw notFound('Shift', id);
  return row;
};

/** Orders that are not cancelled, and all expenses of the shift (ORIGINAL.md section 4). */
const totalsOf = (ctx: QueryContext, id: number) => {
  const orders = ctx.db.row<{ n: number; total: number }>(
    "SELECT count(*) AS n, coalesce(sum(total), 0) AS total FROM orders WHERE shift_id = ? AND status <> 'cancelled' AND deleted_at IS NULL",
    [id],
  );
  const expenses = ctx.db.row<{ total: number }>('SELECT coalesce(sum(amount), 0) AS total FROM expenses WHERE shift_id = ?', [id]);
  return { total_orders: orders?.n ?? 0, total_revenue: orders?.total ?? 0, total_expenses: expenses?.total ?? 0 };
};

const toShift = (ctx: QueryContext, row: Row): Shift => ({
  id: row.id,
  opened_at: row.opened_at,
  closed_at: row.closed_at,
  opening_cash: row.opening_cash,
  closing_cash: row.closing_cash,
  status: row.status,
  notes: row.notes,
  opened_by: row.opened_by,
  closed_by: row.closed_by,
  z_number: ctx.db.row<{ z_number: number }>('SELECT z_number FROM z_reports WHERE shift_id = ?', [row.id])?.z_number ?? null,
  counts: ctx.db.row<{ n: number }>('SELECT count(*) AS n FROM cash_counts WHERE shift_id = ?', [row.id])?.n ?? 0,
  ...totalsOf(ctx, row.id),
});

/**
 * The shift as this caller may see it. What an open shift has sold is, in a shop that takes only cash, what lies in its drawer:
 * who may see no X learns it after the count (docs/adr/0013).
 */
export const shownShift = (ctx: QueryContext, shift: Shift): Shift =>
  shift.status === 'closed' || callerMay(ctx.caller, 'shifts.x_report') ? shift : { ...shift, total_revenue: null };

export const getShift = (ctx: QueryContext, input: ParsedInputOf<'shifts.get'>): Shift =>
  shownShift(ctx, toShift(ctx, shiftRow(ctx, input.shift_id)));

export const listShifts = (ctx: QueryContext, input: ParsedInputOf<'shifts.list'>) => {
  let filtered = ctx.db.q.selectFrom('shifts');
  if (input.status) filtered = filtered.where('status', '=', input.status as Row['status']);
  const total = ctx.db.first<{ n: number }>(filtered.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const rows = ctx.db.all(
    filtered.selectAll().orderBy('opened_at', 'desc').orderBy('id', 'desc').limit(input.per_page).offset(offsetOf(input)),
  );
  return pageEnvelope(
    rows.map((row) => shownShift(ctx, toShift(ctx, row))),
    total,
    input,
  );
};

export const openShift = (ctx: CommandContext, input: ParsedInputOf<'shifts.open'>): Shift => {
  const open = openShiftId(ctx);
  if (open !== null) throw new Refusal('shift_still_open', `Shift #${open} is still open. Close it before opening a new one.`);
  const { id } = ctx.db.run(
    ctx.db.q.insertInto('shifts').values({
      opened_at: ctx.now,
      closed_at: null,
      business_date: ctx.moment.business_date,
      opening_cash: input.opening_cash,
      closing_cash: null,
      status: 'open',
      notes: input.notes,
      opened_by: actorOf(ctx.caller),
      closed_by: null,
    }),
  );
  const after = toShift(ctx, shiftRow(ctx, id));
  recordAudit(ctx, { entity: 'Shift', id, action: 'create', after });
  ctx.emit('shifts', 'create', id);
  return shownShift(ctx, after);
};

/** The shift as the API shows it, or "Shift with id <id> not found". */
export const readShift = (ctx: QueryContext, id: number): Shift => toShift(ctx, shiftRow(ctx, id));

export interface Closing {
  readonly closing_cash: number;
  readonly notes: string | null;
  readonly over_short_comment: string | null;
  readonly float_left: number | null;
}

/** Marks the shift closed with what was counted. The drawer module counts, checks and writes the Z around it. */
export const markClosed = (ctx: CommandContext, id: number, closing: Closing): void => {
  const row = shiftRow(ctx, id);
  const notes = closing.notes ? `${row.notes ?? ''}\n[Close] ${closing.notes}` : row.notes;
  ctx.db.execute(
    `UPDATE shifts SET closed_at = ?, closing_cash = ?, status = 'closed', notes = ?, closed_by = ?, over_short_comment = ?, float_left = ?,
       version = version + 1 WHERE id = ?`,
    [ctx.now, closing.closing_cash, notes, actorOf(ctx.caller), closing.over_short_comment, closing.float_left, id],
  );
  ctx.emit('shifts', 'update', id);
};

/** The open shift, or null. */
export const openShiftId = (ctx: QueryContext): number | null =>
  ctx.db.row<{ id: number }>("SELECT id FROM shifts WHERE status = 'open'")?.id ?? null;

/** Refuses a shift that is unknown or closed: a closed shift's figures never change (DECISIONS 10). */
export const requireOpenShift = (ctx: QueryContext, id: number): void => {
  const row = ctx.db.row<{ status: string }>('SELECT status FROM shifts WHERE id = ?', [id]);
  if (!row) throw notFound('Shift', id);
  if (row.status === 'closed') throw new Refusal('shift_closed', `Shift #${id} is closed. Open a shift, or leave the shift out.`);
};
