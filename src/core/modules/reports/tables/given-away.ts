import type { ReportRow } from '../../../../contract/report-tables.ts';
import type { ReportQuestion } from '../../../../contract/reports.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { allOf, type Scope } from './scope.ts';

/**
 * Discounts of settled sales by name, giver and approver; lines given free stand apart, in the comps. A null name are
 * discounts of single lines.
 */
export const discountsGiven = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const facts = scope.settledBy('discount');
  const only = asked.staff === undefined ? { sql: '1', values: [] } : { sql: "coalesce(given_by, '') = ?", values: [asked.staff] };
  return ctx.db.rows<ReportRow>(
    `SELECT discount, given_by, approved_by, sum(times) AS count, sum(amount) AS amount FROM (${facts.sql}) WHERE ${only.sql}
     GROUP BY discount, given_by, approved_by ORDER BY discount, given_by, approved_by`,
    [...facts.values, ...only.values],
  );
};

/** Lines of settled sales that were given free, before tax. Those are few in all years, so they are what is read first. */
export const compsGiven = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const { sql, values } = allOf([
    scope.of('settlements', 's'),
    ...(asked.staff === undefined ? [] : [{ sql: "coalesce(o.created_by, '') = ?", values: [asked.staff] }]),
  ]);
  return ctx.db.rows<ReportRow>(
    `SELECT s.created_at AS time, o.order_number, l.item_name AS item, l.quantity, l.line_discount AS amount, l.line_discount_reason AS cause,
       o.created_by AS given_by, o.approved_by
     FROM order_lines l CROSS JOIN settlements s ON s.order_id = l.order_id CROSS JOIN orders o ON o.id = s.order_id
     WHERE ${sql} AND o.discount_amount > 0 AND l.line_discount_kind = 'comp' ORDER BY s.id, l.id`,
    values,
  );
};
