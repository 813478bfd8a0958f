import type { ParsedInputOf } from '../../../contract/index.ts';
import type { ReportRow } from '../../../contract/report-tables.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { listedIds } from '../orders/index.ts';
import type { OpenReport } from '../reports/index.ts';

/** Which orders and in which order is of one moment; each order is read when its piece is written, so that a million are never held at once. */
export const openOrders = (
  ctx: QueryContext,
  asked: Omit<ParsedInputOf<'orders.list'>, 'page' | 'per_page'>,
): Pick<OpenReport, 'total' | 'totals' | 'page' | 'pieces'> => {
  const ids = listedIds(ctx, asked);
  const page = (offset: number, limit: number) => rowsOf(ctx, ids.slice(offset, offset + limit));
  return {
    total: ids.length,
    totals: {},
    page,
    pieces: function* (size) {
      for (let at = 0; at < ids.length; at += size) yield page(at, size);
    },
  };
};

const rowsOf = (ctx: QueryContext, ids: readonly number[]): ReportRow[] =>
  ctx.db.rows<ReportRow>(
    `SELECT o.order_number, o.created_at, o.business_date AS day, o.status, customers.name AS customer, o.created_by AS taken_by,
       (SELECT group_concat(name, ', ') FROM (SELECT m.name FROM payments p JOIN payment_methods m ON m.code = p.method WHERE p.order_id = o.id ORDER BY p.id)) AS paid_by,
       o.items_count AS pieces, o.subtotal, o.discount_amount, o.tax_amount, o.total, o.paid_amount, o.refunded_amount, o.shift_id
     FROM json_each(?) AS place JOIN orders o ON o.id = place.value LEFT JOIN customers ON customers.id = o.customer_id ORDER BY place.key`,
    [JSON.stringify(ids)],
  );
