import type { ReportRow } from '../../../../contract/report-tables.ts';
import type { ReportQuestion } from '../../../../contract/reports.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { allOf, type Condition, type Scope } from './scope.ts';

const settledBy = (asked: ReportQuestion, scope: Scope): Condition =>
  allOf([
    scope.of('settlements', 's'),
    ...(asked.staff === undefined ? [] : [{ sql: "coalesce(o.created_by, '') = ?", values: [asked.staff] }]),
  ]);

/**
 * Discounts of settled sales by name, giver and approver; lines given free stand apart, in the comps. A null name are
 * discounts of single lines.
 */
export const discountsGiven = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const { sql, values } = settledBy(asked, scope);
  return ctx.db.rows<ReportRow>(
    `WITH given AS MATERIALIZED (
       SELECT o.discount_name, o.created_by, o.approved_by,
         o.discount_amount - (SELECT coalesce(sum(line_discount), 0) FROM order_lines WHERE order_id = o.id) AS by_order,
         (SELECT coalesce(sum(line_discount), 0) FROM order_lines WHERE order_id = o.id AND line_discount_kind = 'discount') AS by_lines
       FROM settlements s JOIN orders o ON o.id = s.order_id WHERE ${sql} AND o.discount_amount > 0
     )
     SELECT discount, given_by, approved_by, count(*) AS count, sum(amount) AS amount FROM (
       SELECT discount_name AS discount, created_by AS given_by, approved_by, by_order AS amount FROM given WHERE by_order > 0
       UNION ALL SELECT NULL, created_by, approved_by, by_lines FROM given WHERE by_lines > 0
     ) GROUP BY discount, given_by, approved_by ORDER BY discount, given_by, approved_by`,
    values,
  );
};

/** Lines of settled sales that were given free, before tax. */
export const compsGiven = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const { sql, values } = settledBy(asked, scope);
  return ctx.db.rows<ReportRow>(
    `SELECT s.created_at AS time, o.order_number, l.item_name AS item, l.quantity, l.line_discount AS amount, l.line_discount_reason AS cause,
       o.created_by AS given_by, o.approved_by
     FROM settlements s JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.order_id = s.order_id
     WHERE ${sql} AND o.discount_amount > 0 AND l.line_discount_kind = 'comp' ORDER BY s.id, l.id`,
    values,
  );
};
