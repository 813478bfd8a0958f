import type { Selectable } from 'kysely';
import type { Expense } from '../../../contract/expenses.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { flag, type Tables } from '../../database/tables.ts';
import { changedFields, deletedAnswer, hasChanges } from '../../kernel/changes.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { invalidField, notFound, Refusal, refuseStale, refuseStaleDelete } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { openShiftId, requireOpenShift } from '../shifts/index.ts';

type Row = Selectable<Tables['expenses']>;

export const toExpense = (row: Row): Expense => ({
  id: row.id,
  category: row.category,
  description: row.description,
  amount: row.amount,
  date: row.date,
  shift_id: row.shift_id,
  paid_from_till: row.paid_from_till === 1,
  created_at: row.created_at,
  version: row.version,
});

const expenseRow = (ctx: QueryContext, id: number): Row => {
  const row = ctx.db.first(ctx.db.q.selectFrom('expenses').selectAll().where('id', '=', id));
  if (!row) throw notFound('Expense', id);
  return row;
};

export const getExpense = (ctx: QueryContext, input: ParsedInputOf<'expenses.get'>): Expense =>
  toExpense(expenseRow(ctx, input.expense_id));

export const createExpense = (ctx: CommandContext, input: ParsedInputOf<'expenses.create'>): Expense => {
  if (input.shift_id !== null) requireOpenShift(ctx, input.shift_id);
  const fromTill = input.paid_from_till ?? input.shift_id !== null;
  refuseTillWithoutShift(fromTill, input.shift_id);
  const date = input.date === undefined ? ctx.now : ctx.instantOf(input.date, 'date');
  const { id } = ctx.db.run(
    ctx.db.q.insertInto('expenses').values({
      category: input.category,
      description: input.description,
      amount: input.amount,
      date,
      business_date: ctx.momentOf(date).business_date,
      shift_id: input.shift_id,
      paid_from_till: flag(fromTill),
      created_at: ctx.now,
    }),
  );
  const after = toExpense(expenseRow(ctx, id));
  recordAudit(ctx, { entity: 'Expense', id, action: 'create', after });
  ctx.emit('expenses', 'create', id);
  return after;
};

export const updateExpense = (ctx: CommandContext, input: ParsedInputOf<'expenses.update'>): Expense => {
  const row = expenseRow(ctx, input.expense_id);
  const before = toExpense(row);
  const { expense_id: _, date, if_version, ...rest } = input;
  const patch = { ...rest, ...(date === undefined ? {} : { date: ctx.instantOf(date, 'date') }) };
  refuseStale('Expense', before, if_version, patch);
  const changes = changedFields(before, patch);
  if (!hasChanges(changes)) return before;
  if (changes.shift_id != null) requireOpenShift(ctx, changes.shift_id);
  const next = { ...before, ...changes };
  // An expense that leaves its shift leaves the till with it, unless the caller says otherwise and is told why not.
  if (changes.shift_id === null && input.paid_from_till === undefined) next.paid_from_till = false;
  if (before.shift_id === null && next.shift_id !== null && input.paid_from_till === undefined) next.paid_from_till = true;
  refuseTillWithoutShift(next.paid_from_till, next.shift_id);
  const moves = next.amount !== before.amount || next.shift_id !== before.shift_id || next.paid_from_till !== before.paid_from_till;
  if (moves && (before.paid_from_till || next.paid_from_till)) refuseClosedDrawer(ctx, before.shift_id);
  ctx.db.run(
    ctx.db.q
      .updateTable('expenses')
      .set({
        category: next.category,
        description: next.description,
        amount: next.amount,
        date: next.date,
        business_date: next.date === before.date ? row.business_date : ctx.momentOf(next.date).business_date,
        shift_id: next.shift_id,
        paid_from_till: flag(next.paid_from_till),
        version: row.version + 1,
      })
      .where('id', '=', row.id),
  );
  const after = toExpense(expenseRow(ctx, row.id));
  recordAudit(ctx, { entity: 'Expense', id: row.id, action: 'update', before, after });
  ctx.emit('expenses', 'update', row.id);
  return after;
};

export const deleteExpense = (ctx: CommandContext, input: ParsedInputOf<'expenses.delete'>) => {
  const row = expenseRow(ctx, input.expense_id);
  refuseStaleDelete('Expense', row, input.if_version);
  if (row.paid_from_till === 1) refuseClosedDrawer(ctx, row.shift_id);
  ctx.db.execute('DELETE FROM expenses WHERE id = ?', [row.id]);
  recordAudit(ctx, { entity: 'Expense', id: row.id, action: 'delete', before: toExpense(row) });
  ctx.emit('expenses', 'delete', row.id);
  return deletedAnswer('Expense', row.id);
};

/** The drawer of a closed shift was counted and reported: what was paid out of it can no longer be changed. */
const refuseClosedDrawer = (ctx: QueryContext, shiftId: number | null): void => {
  if (shiftId === null || openShiftId(ctx) === shiftId) return;
  throw new Refusal(
    'shift_closed',
    `Shift #${shiftId} is closed: its drawer was counted with this expense. Record a new one to correct it.`,
  );
};

const refuseTillWithoutShift = (fromTill: boolean, shiftId: number | null): void => {
  if (fromTill && shiftId === null) {
    throw invalidField(
      'paid_from_till',
      'value_error',
      'An expense paid from the till needs the shift whose drawer it was taken from',
      fromTill,
    );
  }
};
