import type { Selectable } from 'kysely';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Shift } from '../../../contract/shifts.ts';
import type { Tables } from '../../database/tables.ts';
import { actorOf } from '../../kernel/caller.ts';
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
  ...totalsOf(ctx, row.id),
});

export const getShift = (ctx: QueryContext, input: ParsedInputOf<'shifts.get'>): Shift => toShift(ctx, shiftRow(ctx, input.shift_id));

export const listShifts = (ctx: QueryContext, input: ParsedInputOf<'shifts.list'>) => {
  let filtered = ctx.db.q.selectFrom('shifts');
  if (input.status) filtered = filtered.where('status', '=', input.status as Row['status']);
  const total = ctx.db.first<{ n: number }>(filtered.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const rows = ctx.db.all(
    filtered.selectAll().orderBy('opened_at', 'desc').orderBy('id', 'desc').limit(input.per_page).offset(offsetOf(input)),
  );
  return pageEnvelope(
    rows.map((row) => toShift(ctx, row)),
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
  return after;
};

export const closeShift = (ctx: CommandContext, input: ParsedInputOf<'shifts.close'>): Shift => {
  const row = shiftRow(ctx, input.shift_id);
  if (row.status === 'closed') throw new Refusal('shift_already_closed', `Shift #${row.id} is already closed`);
  const before = toShift(ctx, row);
  const notes = input.notes ? `${row.notes ?? ''}\n[Close] ${input.notes}` : row.notes;
  ctx.db.run(
    ctx.db.q
      .updateTable('shifts')
      .set({
        closed_at: ctx.now,
        closing_cash: input.closing_cash,
        status: 'closed',
        notes,
        closed_by: actorOf(ctx.caller),
        version: row.version + 1,
      })
      .where('id', '=', row.id),
  );
  const after = toShift(ctx, shiftRow(ctx, row.id));
  recordAudit(ctx, { entity: 'Shift', id: row.id, action: 'update', before, after });
  ctx.emit('shifts', 'update', row.id);
  return after;
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
