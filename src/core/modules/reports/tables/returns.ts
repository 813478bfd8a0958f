import type { ReportRow } from '../../../../contract/report-tables.ts';
import type { ReportQuestion } from '../../../../contract/reports.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { allOf, type Scope } from './scope.ts';

/** Refunds or voids, each. `total` is the sale taken back, `paid_back` the money, which is another where a deposit came back. */
export const returnsOf =
  (kind: 'refund' | 'void') =>
  (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
    const chosen = allOf([
      scope.of('refunds', 'r'),
      { sql: 'r.kind = ?', values: [kind] },
      ...(asked.staff === undefined ? [] : [{ sql: 'r.made_by = ?', values: [asked.staff] }]),
      ...(asked.method === undefined
        ? []
        : [{ sql: 'EXISTS (SELECT 1 FROM refund_tenders t WHERE t.refund_id = r.id AND t.method = ?)', values: [asked.method] }]),
    ]);
    return ctx.db.rows<ReportRow>(
      `SELECT r.created_at AS time, r.refund_number, o.order_number, r.reason AS cause, r.made_by, r.approved_by,
         (SELECT group_concat(name, ', ') FROM (SELECT m.name FROM refund_tenders t JOIN payment_methods m ON m.code = t.method WHERE t.refund_id = r.id ORDER BY t.id)) AS tenders,
         r.subtotal - r.discount_amount AS net, r.tax_amount AS tax, r.total, r.amount + r.tip AS paid_back
       FROM refunds r JOIN orders o ON o.id = r.order_id WHERE ${chosen.sql} ORDER BY r.id`,
      chosen.values,
    );
  };
