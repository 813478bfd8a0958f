import type { ReportRow } from '../../../../contract/report-tables.ts';
import type { ReportQuestion } from '../../../../contract/reports.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { FIRST_DAY, LAST_DAY } from '../range.ts';
import { allOf, type Scope } from './scope.ts';

/** Closed shifts of the days by their last count, whose difference was fixed when it was made. */
export const cashByShift = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const chosen = allOf([
    { sql: "h.status = 'closed' AND h.business_date BETWEEN ? AND ?", values: [scope.start ?? FIRST_DAY, scope.end ?? LAST_DAY] },
    ...(asked.shift_id === undefined ? [] : [{ sql: 'h.id = ?', values: [asked.shift_id] }]),
    ...(asked.staff === undefined ? [] : [{ sql: 'k.counted_by = ?', values: [asked.staff] }]),
  ]);
  return ctx.db.rows<ReportRow>(
    `SELECT h.id AS shift_id, h.business_date AS day, h.closed_at, k.counted_by, k.expected, k.amount AS counted, k.amount - k.expected AS over_short,
       h.over_short_comment AS comment
     FROM shifts h JOIN cash_counts k ON k.id = (SELECT max(id) FROM cash_counts WHERE shift_id = h.id) WHERE ${chosen.sql} ORDER BY h.id`,
    chosen.values,
  );
};

/** The same shifts by who made the last count; over and short apart, so that they do not hide each other. */
export const cashByCashier = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const people = new Map<string, { shifts: number; over: number; short: number }>();
  for (const shift of cashByShift(ctx, asked, scope)) {
    const name = String(shift['counted_by']);
    const difference = Number(shift['over_short']);
    const before = people.get(name) ?? { shifts: 0, over: 0, short: 0 };
    people.set(name, {
      shifts: before.shifts + 1,
      over: before.over + Math.max(0, difference),
      short: before.short + Math.min(0, difference),
    });
  }
  return [...people].map(([name, sums]) => ({ name, ...sums, over_short: sums.over + sums.short }));
};

/** The Z reports of the days, from their snapshots. */
export const zArchive = (ctx: QueryContext, _asked: ReportQuestion, scope: Scope): ReportRow[] =>
  ctx.db.rows<ReportRow>(
    `SELECT z_number, business_date AS day, shift_id, created_at AS closed_at, snapshot ->> '$.identity.closed_by' AS closed_by,
       snapshot ->> '$.sales.orders' AS orders, snapshot ->> '$.sales.net_with_tax' AS total,
       coalesce(snapshot ->> '$.drawer.over_short', 0) AS over_short
     FROM z_reports WHERE business_date BETWEEN ? AND ? ORDER BY z_number`,
    [scope.start ?? FIRST_DAY, scope.end ?? LAST_DAY],
  );
