import type { CashCount } from '../../../contract/drawer.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Shift } from '../../../contract/shifts.ts';
import type { ZReport } from '../../../contract/z-report.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { markClosed, readShift } from '../shifts/index.ts';
import { countsOf, keepCount } from './counting.ts';
import { expectedCash, readLedger } from './expected-cash.ts';
import { computeReport } from './z-report.ts';
import { lastZ, storeZ } from './z-store.ts';

/** The X: the figures so far, of the shift that is open. */
export const readX = (ctx: QueryContext, input: ParsedInputOf<'shifts.xReport'>): ZReport => {
  const shift = readShift(ctx, input.shift_id);
  if (shift.status === 'closed')
    throw new Refusal('shift_already_closed', `Shift #${shift.id} is already closed; its Z report has the figures.`);
  return computeReport(ctx, shift, null).report;
};

/**
 * Closes a shift: the count, the rules about open orders and differences, and the Z, all in this one transaction and from
 * the rows themselves. With `closing_cash` the count is made now; without, the last submitted one counts.
 */
export const closeShift = (ctx: CommandContext, input: ParsedInputOf<'shifts.close'>): Shift => {
  const before = readShift(ctx, input.shift_id);
  if (before.status === 'closed') throw new Refusal('shift_already_closed', `Shift #${before.id} is already closed`);
  refuseOpenOrders(ctx);
  const count =
    input.closing_cash === undefined
      ? lastCount(ctx, before.id)
      : keepCount(ctx, before.id, { amount: input.closing_cash, denominations: null, note: null });
  refuseFloatAboveCount(count, input.float_left);
  const approvedBy = approveDifference(ctx, count, input.over_short_comment);
  markClosed(ctx, before.id, {
    closing_cash: count.amount,
    notes: input.notes,
    over_short_comment: input.over_short_comment,
    float_left: input.float_left,
  });
  const zNumber = (lastZ(ctx.db)?.zNumber ?? 0) + 1;
  const { report, range } = computeReport(ctx, readShift(ctx, before.id), zNumber);
  const hash = storeZ(ctx.db, report, range, ctx.now);
  const after = readShift(ctx, before.id);
  recordAudit(ctx, { entity: 'Shift', id: before.id, action: 'update', before, after, reason: input.over_short_comment, approvedBy });
  recordAudit(ctx, {
    entity: 'ZReport',
    id: zNumber,
    action: 'create',
    after: { z_number: zNumber, hash, net: report.sales.net_with_tax, checks: report.checks },
  });
  ctx.emit('drawer', 'create', zNumber);
  return after;
};

/** The last submitted count, unless money moved after it: what was counted then is not what lies there now. */
const lastCount = (ctx: CommandContext, shiftId: number): CashCount => {
  const [count] = countsOf(ctx, shiftId);
  if (!count) {
    const msg = 'Field required';
    throw new Refusal('invalid_input', 'closing_cash: count the drawer first, or send what was counted', [
      { type: 'missing', loc: ['body', 'closing_cash'], msg, input: {} },
    ]);
  }
  if (count.expected !== expectedCash(readLedger(ctx.db, shiftId))) {
    throw new Refusal('count_outdated', 'Cash moved after the last count. Count the drawer again.');
  }
  return count;
};

const refuseOpenOrders = (ctx: CommandContext): void => {
  if (ctx.settings.open_orders_at_close !== 'block') return;
  const open = ctx.db.rows<{ order_number: string }>(
    `SELECT order_number FROM orders WHERE deleted_at IS NULL AND (status IN ('pending', 'preparing', 'ready') OR (status <> 'cancelled' AND paid_amount < total))
     ORDER BY id LIMIT 6`,
  );
  if (open.length === 0) return;
  const names = open
    .slice(0, 5)
    .map((order) => order.order_number)
    .join(', ');
  throw new Refusal('open_orders', `Complete or cancel the open orders first: ${names}${open.length > 5 ? ' and more' : ''}.`);
};

const refuseFloatAboveCount = (count: CashCount, floatLeft: number | null): void => {
  if (floatLeft === null || floatLeft <= count.amount) return;
  const msg = 'No more can be left in the drawer than was counted';
  const issue = { type: 'less_than_equal', loc: ['body', 'float_left'], msg, input: floatLeft };
  throw new Refusal('invalid_input', msg, [issue], keepThisCount(count));
};

/** Above the set amount a difference needs words, and somebody who may accept it. The count itself stands either way. */
const approveDifference = (ctx: CommandContext, count: CashCount, comment: string | null): string | null => {
  const limit = ctx.settings.over_short_comment_above;
  if (limit === null || Math.abs(count.over_short) <= limit) return null;
  // The count is kept although this close is refused: it was submitted, and telling of the difference must not undo it.
  if (!comment?.trim())
    throw new Refusal('comment_needed', 'The drawer is over or short by more than allowed. Say why.', undefined, keepThisCount(count));
  try {
    return ctx.approvalFor('shifts.over_short', 'Accepting this difference');
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.code, error.message, error.details, keepThisCount(count)) : error;
  }
};

const keepThisCount =
  (count: CashCount) =>
  (ctx: CommandContext): void => {
    if (countsOf(ctx, count.shift_id).some((kept) => kept.id === count.id)) return;
    keepCount(ctx, count.shift_id, { amount: count.amount, denominations: count.denominations, note: count.note });
  };
