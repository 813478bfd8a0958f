import type { ReportRow } from '../../../../contract/report-tables.ts';
import type { ReportQuestion } from '../../../../contract/reports.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { allOf, type Scope } from './scope.ts';

/** What was taken for orders, tips and rounding, what was given back, and what is left of it: money as it moved, as on a Z. */
export const moneyByTender = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const method = (column: string) => (asked.method === undefined ? [] : [{ sql: `${column} = ?`, values: [asked.method] }]);
  const taken = allOf([scope.of('payments', 'p'), ...method('p.method')]);
  const back = allOf([scope.of('refunds', 'r'), ...method('t.method')]);
  return ctx.db.rows<ReportRow>(
    `SELECT method, payment_methods.name AS tender, sum(n) AS count, sum(taken) AS taken, sum(tips) AS tips, sum(rounding) AS rounding,
       sum(refunds) AS refunds, sum(taken + tips + rounding - refunds) AS kept
     FROM (
       SELECT p.method, 1 AS n, p.amount AS taken, p.tip AS tips, p.rounding, 0 AS refunds FROM payments p WHERE ${taken.sql}
       UNION ALL
       SELECT t.method, 0, 0, -t.tip, -t.rounding, t.amount FROM refunds r JOIN refund_tenders t ON t.refund_id = r.id WHERE ${back.sql}
     ) JOIN payment_methods ON payment_methods.code = method GROUP BY method ORDER BY payment_methods.display_order, method`,
    [...taken.values, ...back.values],
  );
};
