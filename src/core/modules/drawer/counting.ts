import type { CashCount } from '../../../contract/drawer.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { sumOfCount } from '../../../domain/cash.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { invalidField, Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { readShift } from '../shifts/index.ts';
import { expectedCash, readLedger } from './expected-cash.ts';

interface Row {
  id: number;
  shift_id: number;
  amount: number;
  denominations: string | null;
  expected: number;
  counted_by: string;
  note: string | null;
  created_at: string;
}

const toCount = (row: Row): CashCount => ({
  ...row,
  denominations: row.denominations === null ? null : (JSON.parse(row.denominations) as NonNullable<CashCount['denominations']>),
  over_short: row.amount - row.expected,
});

/** A shift's counts, newest first. Every one comes with what was expected then: it was submitted before it was shown. */
export const countsOf = (ctx: QueryContext, shiftId: number): CashCount[] =>
  ctx.db.rows<Row>('SELECT * FROM cash_counts WHERE shift_id = ? ORDER BY id DESC', [shiftId]).map(toCount);

export const listCounts = (ctx: QueryContext, input: ParsedInputOf<'shifts.counts'>): CashCount[] =>
  countsOf(ctx, readShift(ctx, input.shift_id).id);

export interface Counted {
  readonly amount: number;
  readonly denominations: readonly { value: number; count: number }[] | null;
  readonly note: string | null;
}

/** Keeps a count with what should have been there at this moment. Never refused for its amount, never changed. */
export const keepCount = (ctx: CommandContext, shiftId: number, counted: Counted): CashCount => {
  const expected = expectedCash(readLedger(ctx.db, shiftId));
  const { id } = ctx.db.execute(
    'INSERT INTO cash_counts (shift_id, amount, denominations, expected, counted_by, note, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [
      shiftId,
      counted.amount,
      counted.denominations === null ? null : JSON.stringify(counted.denominations),
      expected,
      actorOf(ctx.caller),
      counted.note,
      ctx.now,
    ],
  );
  const [after] = countsOf(ctx, shiftId);
  if (!after) throw new Error('the count just kept is not there');
  recordAudit(ctx, { entity: 'CashCount', id, action: 'create', after });
  ctx.emit('drawer', 'create', id);
  return after;
};

export const countDrawer = (ctx: CommandContext, input: ParsedInputOf<'shifts.count'>): CashCount => {
  const shift = readShift(ctx, input.shift_id);
  if (shift.status === 'closed') throw new Refusal('shift_already_closed', `Shift #${shift.id} is already closed`);
  const { denominations = null } = input;
  const sum = denominations === null ? null : sumOfCount(denominations);
  const amount = input.amount ?? sum;
  if (amount === null) throw invalidField('amount', 'missing', 'Send the amount counted, or the count of each denomination');
  if (sum !== null && amount !== sum)
    throw invalidField('amount', 'value_error', 'The amount differs from the sum of the denominations', amount);
  return keepCount(ctx, shift.id, { amount, denominations, note: input.note });
};
