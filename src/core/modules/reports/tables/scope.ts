import type { ReportQuestion } from '../../../../contract/reports.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { MARKS, type ZRange } from '../../drawer/index.ts';
import { bounds, instantBounds, rangeOf } from '../range.ts';
import { soldBy } from '../sales-days.ts';
import { type Condition, type Counted as CountedByDay, SETTLED, type SettledBy } from '../settled-days.ts';

/** Tables whose rows a report counts by their business day or by their shift. */
type Counted = CountedByDay | 'stock_movements';

/** What a report counts: business days, and a shift where one is named. */
export interface Scope {
  readonly start: string | null;
  readonly end: string | null;
  /** The rows of the table (under its alias) that count. */
  readonly of: (table: Counted, alias: string) => Condition;
  /** What was settled, paid and given back, by day and the thing: from the days' sums, but over a shift from its own rows. */
  readonly settledBy: (by: SettledBy) => Condition;
}

type Marks = Record<(typeof MARKS)[keyof ZRange], number>;

interface Shift {
  readonly id: number;
  readonly status: 'open' | 'closed';
  readonly opened_at: string;
  readonly closed_at: string | null;
}

/** Refuses an unknown shift with not_found. */
export const scopeOf = (ctx: QueryContext, asked: ReportQuestion): Scope => {
  const whole = asked.shift_id !== undefined && asked.start_date === undefined && asked.end_date === undefined;
  const range = whole ? null : rangeOf(ctx, asked);
  const ofShift = asked.shift_id === undefined ? null : shiftCondition(ctx, asked.shift_id);
  const inRange = (table: Counted, alias: string): Condition => {
    if (!range) return { sql: '1', values: [] };
    if (table !== 'stock_movements') return { sql: `${alias}.business_date BETWEEN ? AND ?`, values: bounds(range) };
    return { sql: `${alias}.created_at >= ? AND ${alias}.created_at < ?`, values: instantBounds(ctx, range) };
  };
  const of = (table: Counted, alias: string): Condition => {
    const days = inRange(table, alias);
    const shift = ofShift?.(table, alias);
    return shift ? allOf([days, shift]) : days;
  };
  return {
    start: range?.start ?? null,
    end: range?.end ?? null,
    of,
    settledBy: (by) => (range && !ofShift ? { sql: soldBy(by), values: bounds(range) } : SETTLED[by].read(of)),
  };
};

/** All of them hold. */
export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
});

/**
 * A shift is what its Z covers, so that a report over it and its Z are about the same rows; an open one is what its Z would
 * cover now. A shift of before there were Zs is what was written in it.
 */
const shiftCondition = (ctx: QueryContext, id: number): ((table: Counted, alias: string) => Condition) => {
  const shift = ctx.db.row<Shift>('SELECT id, status, opened_at, closed_at FROM shifts WHERE id = ?', [id]);
  if (!shift) throw notFound('Shift', id);
  const z = ctx.db.row<Marks & { z_number: number }>('SELECT * FROM z_reports WHERE shift_id = ?', [id]);
  if (!z && shift.status === 'closed') {
    return (table, alias) =>
      table === 'stock_movements'
        ? { sql: `${alias}.created_at >= ? AND ${alias}.created_at <= ?`, values: [shift.opened_at, shift.closed_at] }
        : { sql: `${alias}.shift_id = ?`, values: [id] };
  }
  const before = z
    ? (ctx.db.row<Marks>('SELECT * FROM z_reports WHERE z_number = ?', [z.z_number - 1]) ?? ctx.db.row<Marks>('SELECT * FROM z_start'))
    : (ctx.db.row<Marks>('SELECT * FROM z_reports ORDER BY z_number DESC LIMIT 1') ?? ctx.db.row<Marks>('SELECT * FROM z_start'));
  return (table, alias) => ({
    sql: `${alias}.id > ? AND ${alias}.id <= ?`,
    values: [before?.[MARKS[table]] ?? 0, z?.[MARKS[table]] ?? Number.MAX_SAFE_INTEGER],
  });
};
