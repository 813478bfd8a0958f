import type { Selectable } from 'kysely';
import type { Discount } from '../../../contract/discounts.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import {
  type DiscountType,
  discountIsInWindow,
  discountRule,
  discountUnits,
  discountValue,
  isInWeeklyWindow,
  PERCENT_DECIMALS,
} from '../../../domain/discount.ts';
import { localClock } from '../../../domain/business-day.ts';
import { PPM } from '../../../domain/money.ts';
import type { DiscountRule } from '../../../domain/pricing.ts';
import { foldText } from '../../../domain/search-text.ts';
import { flag, type Tables } from '../../database/tables.ts';
import { changedFields, deletedAnswer, hasChanges } from '../../kernel/changes.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { invalidField, notFound, Refusal, refuseStale, refuseStaleDelete } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { switchRows } from '../../kernel/switching.ts';
import { recordAudit } from '../audit/index.ts';

type Row = Selectable<Tables['discounts']>;

const toDiscount = (ctx: QueryContext, row: Row): Discount => ({
  id: row.id,
  name: row.name,
  type: row.type,
  value: discountValue(row.type, row.value, ctx.currency.decimals),
  is_active: row.is_active === 1,
  needs_reason: row.needs_reason === 1,
  weekly_windows: windowsOf(row),
  start_date: row.start_date,
  end_date: row.end_date,
  created_at: row.created_at,
  updated_at: row.updated_at,
  version: row.version,
});

const windowsOf = (row: Row): Discount['weekly_windows'] =>
  row.weekly_windows === null ? null : (JSON.parse(row.weekly_windows) as NonNullable<Discount['weekly_windows']>);

const discountRow = (ctx: QueryContext, id: number): Row => {
  const row = ctx.db.first(ctx.db.q.selectFrom('discounts').selectAll().where('id', '=', id));
  if (!row) throw notFound('Discount', id);
  return row;
};

/** A discount that may be given now, with the rule to price it. Refuses unknown, inactive and out-of-window ones (DECISIONS 8). */
export const requireActiveDiscount = (
  ctx: QueryContext,
  id: number,
  reason: string | null,
): { id: number; name: string; rule: DiscountRule } => {
  const row = ctx.db.first(ctx.db.q.selectFrom('discounts').selectAll().where('id', '=', id).where('is_active', '=', 1));
  if (!row) throw new Refusal('discount_not_active', `Active discount with id ${id} not found`);
  if (!discountIsInWindow(row.start_date, row.end_date, ctx.now)) {
    const window = [row.start_date && `from ${row.start_date}`, row.end_date && `until ${row.end_date}`].filter(Boolean).join(' ');
    throw new Refusal('discount_outside_window', `Discount '${row.name}' is valid only ${window}`);
  }
  if (!isInWeeklyWindow(windowsOf(row), localClock(ctx.nowMs, ctx.settings.time_zone))) {
    throw new Refusal('discount_outside_window', `Discount '${row.name}' is not valid at this time of the week`);
  }
  if (row.needs_reason === 1 && !reason?.trim()) throw new Refusal('reason_needed', `Discount '${row.name}' is given only with a reason`);
  return { id: row.id, name: row.name, rule: discountRule(row.type, row.value) };
};

export const getDiscount = (ctx: QueryContext, input: ParsedInputOf<'discounts.get'>): Discount =>
  toDiscount(ctx, discountRow(ctx, input.discount_id));

export const listDiscounts = (ctx: QueryContext, input: ParsedInputOf<'discounts.list'>) => {
  let filtered = ctx.db.q.selectFrom('discounts');
  if (input.is_active !== undefined) filtered = filtered.where('is_active', '=', flag(input.is_active));
  if (input.search) filtered = filtered.where((eb) => eb(eb.fn('instr', ['search_text', eb.val(foldText(input.search ?? ''))]), '>', 0));
  const total = ctx.db.first<{ n: number }>(filtered.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const rows = ctx.db.all(
    (input.sort ? filtered.orderBy(input.sort, input.order) : filtered.orderBy('created_at', 'desc'))
      .selectAll()
      .orderBy('id', 'desc')
      .limit(input.per_page)
      .offset(offsetOf(input)),
  );
  return pageEnvelope(
    rows.map((row) => toDiscount(ctx, row)),
    total,
    input,
  );
};

export const createDiscount = (ctx: CommandContext, input: ParsedInputOf<'discounts.create'>): Discount => {
  const value = unitsOf(ctx, input.type, input.value);
  const start = input.start_date === null ? null : ctx.instantOf(input.start_date, 'start_date');
  const end = input.end_date === null ? null : ctx.instantOf(input.end_date, 'end_date');
  refuseReversedWindow(start, end, input.end_date);
  const { id } = ctx.db.run(
    ctx.db.q.insertInto('discounts').values({
      name: input.name,
      search_text: foldText(input.name),
      type: input.type,
      value,
      is_active: flag(input.is_active),
      start_date: start,
      end_date: end,
      needs_reason: flag(input.needs_reason),
      weekly_windows: input.weekly_windows === null ? null : JSON.stringify(input.weekly_windows),
      created_at: ctx.now,
      updated_at: ctx.now,
    }),
  );
  const after = toDiscount(ctx, discountRow(ctx, id));
  recordAudit(ctx, { entity: 'Discount', id, action: 'create', after });
  ctx.emit('discounts', 'create', id);
  return after;
};

export const updateDiscount = (ctx: CommandContext, input: ParsedInputOf<'discounts.update'>): Discount => {
  const row = discountRow(ctx, input.discount_id);
  const before = toDiscount(ctx, row);
  const patch = {
    name: input.name,
    type: input.type,
    value: input.value,
    is_active: input.is_active,
    needs_reason: input.needs_reason,
    ...(sameWindows(before.weekly_windows, input.weekly_windows) ? {} : { weekly_windows: input.weekly_windows }),
    start_date: input.start_date == null ? input.start_date : ctx.instantOf(input.start_date, 'start_date'),
    end_date: input.end_date == null ? input.end_date : ctx.instantOf(input.end_date, 'end_date'),
  };
  refuseStale('Discount', before, input.if_version, patch);
  const changes = changedFields(before, patch);
  if (!hasChanges(changes)) return before;
  const next = { ...before, ...changes };
  // Checked whenever type or value changes: 50 as an amount is fine, and 50 as a percentage is something else.
  const value = unitsOf(ctx, next.type, next.value);
  refuseReversedWindow(next.start_date, next.end_date, input.end_date ?? input.start_date);
  ctx.db.run(
    ctx.db.q
      .updateTable('discounts')
      .set({
        name: next.name,
        search_text: foldText(next.name),
        type: next.type,
        value,
        is_active: flag(next.is_active),
        needs_reason: flag(next.needs_reason),
        weekly_windows: next.weekly_windows === null ? null : JSON.stringify(next.weekly_windows),
        start_date: next.start_date,
        end_date: next.end_date,
        updated_at: ctx.now,
        version: row.version + 1,
      })
      .where('id', '=', row.id),
  );
  const after = toDiscount(ctx, discountRow(ctx, row.id));
  recordAudit(ctx, { entity: 'Discount', id: row.id, action: 'update', before, after });
  ctx.emit('discounts', 'update', row.id);
  return after;
};

/** Lets discounts be given or not, all or none. */
export const switchDiscounts = (ctx: CommandContext, { rows, is_active }: ParsedInputOf<'discounts.switch'>) =>
  switchRows(
    ctx,
    rows,
    (_, id) => getDiscount(ctx, { discount_id: id }),
    (_, id) => updateDiscount(ctx, { discount_id: id, is_active }),
  );

export const deleteDiscount = (ctx: CommandContext, input: ParsedInputOf<'discounts.delete'>) => {
  const row = discountRow(ctx, input.discount_id);
  refuseStaleDelete('Discount', row, input.if_version);
  if (ctx.db.row('SELECT 1 FROM orders WHERE discount_id = ? LIMIT 1', [row.id])) {
    throw new Refusal('in_use', `Discount '${row.name}' was given on past orders and cannot be deleted. Make it inactive instead.`);
  }
  ctx.db.execute('DELETE FROM discounts WHERE id = ?', [row.id]);
  recordAudit(ctx, { entity: 'Discount', id: row.id, action: 'delete', before: toDiscount(ctx, row) });
  ctx.emit('discounts', 'delete', row.id);
  return deletedAnswer('Discount', row.id);
};

const sameWindows = (before: Discount['weekly_windows'], after: Discount['weekly_windows'] | undefined): boolean =>
  after === undefined || JSON.stringify(before) === JSON.stringify(after);

/** DECISIONS 7: a percentage is at most 100, an amount has at most the currency's decimals. */
const unitsOf = (ctx: QueryContext, type: DiscountType, value: number): number => {
  const { decimals } = ctx.currency;
  const units = discountUnits(type, value, decimals);
  if (units === null || units <= 0) {
    const most = type === 'percentage' ? PERCENT_DECIMALS : decimals;
    throw invalidField('value', 'decimal_max_places', `Input should have no more than ${most} decimal places`, value);
  }
  if (type === 'percentage' && units > PPM) {
    throw invalidField('value', 'less_than_equal', 'Input should be less than or equal to 100 for a percentage', value);
  }
  return units;
};

const refuseReversedWindow = (start: string | null, end: string | null, written: string | null | undefined): void => {
  if (start !== null && end !== null && end < start) {
    throw invalidField('end_date', 'value_error', 'end_date should not be before start_date', written);
  }
};
