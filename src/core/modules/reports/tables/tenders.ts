import type { ReportRow } from '../../../../contract/report-tables.ts';
import type { ReportQuestion } from '../../../../contract/reports.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Scope } from './scope.ts';

/** What was taken for orders, tips and rounding, what was given back, and what is left of it: money as it moved, as on a Z. */
export const moneyByTender = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const facts = scope.settledBy('tender');
  const only = asked.method === undefined ? { sql: '1', values: [] } : { sql: 'method = ?', values: [asked.method] };
  return ctx.db.rows<ReportRow>(
    `SELECT method, payment_methods.name AS tender, sum(times) AS count, sum(taken) AS taken, sum(tips) AS tips, sum(rounding) AS rounding,
       sum(refunds) AS refunds, sum(taken + tips + rounding - refunds) AS kept
     FROM (SELECT * FROM (${facts.sql}) WHERE ${only.sql}) JOIN payment_methods ON payment_methods.code = method
     GROUP BY method ORDER BY payment_methods.display_order, method`,
    [...facts.values, ...only.values],
  );
};
