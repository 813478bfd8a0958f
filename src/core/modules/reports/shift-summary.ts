import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { expectedCash } from '../drawer/index.ts';
import { FIRST_DAY, LAST_DAY } from './range.ts';

interface ShiftRow {
  readonly shift_id: number;
  readonly opened_at: string;
  readonly closed_at: string | null;
  readonly status: string;
  readonly opening_cash: number;
  readonly closing_cash: number | null;
  readonly orders: number;
  readonly revenue: number;
  readonly spent: number;
  readonly cash_sales: number;
  readonly cash_refunds: number;
  readonly paid_in: number;
  readonly paid_out: number;
  readonly drops: number;
  readonly expenses: number;
}

/** Which shifts: one by its id (0 counts as not given), else those that began on the days asked for, else all. */
const chosenBy = (input: ParsedInputOf<'dashboard.shiftSummary'>): { where: string; values: unknown[] } => {
  if (input.shift_id) return { where: 'WHERE id = ?', values: [input.shift_id] };
  const { start_date, end_date } = input;
  if (start_date === undefined && end_date === undefined) return { where: '', values: [] };
  return { where: 'WHERE business_date BETWEEN ? AND ?', values: [start_date ?? FIRST_DAY, end_date ?? LAST_DAY] };
};

/** Shifts, newest first, with their takings: one statement however many there are. Cash difference is 0 while open. */
export const shiftSummary = (ctx: QueryContext, input: ParsedInputOf<'dashboard.shiftSummary'>): OutputOf<'dashboard.shiftSummary'> => {
  const chosen = chosenBy(input);
  const rows = ctx.db.rows<ShiftRow>(
    `WITH chosen AS MATERIALIZED (SELECT * FROM shifts ${chosen.where}),
     sold AS MATERIALIZED (
       SELECT o.shift_id, COUNT(*) AS orders, SUM(o.total) AS revenue
       FROM orders o WHERE o.shift_id IN (SELECT id FROM chosen) AND o.deleted_at IS NULL AND o.status <> 'cancelled' GROUP BY o.shift_id
     ),
     spent AS MATERIALIZED (
       SELECT e.shift_id, SUM(e.amount) AS spent, SUM(e.paid_from_till * e.amount) AS expenses
       FROM expenses e WHERE e.shift_id IN (SELECT id FROM chosen) GROUP BY e.shift_id
     ),
     cash AS MATERIALIZED (SELECT code FROM payment_methods WHERE kind = 'cash'),
     kept AS MATERIALIZED (
       SELECT p.shift_id, SUM(p.amount + p.rounding + p.tip) AS cash_sales FROM payments p
       WHERE p.shift_id IN (SELECT id FROM chosen) AND p.method IN (SELECT code FROM cash) GROUP BY p.shift_id
     ),
     given AS MATERIALIZED (
       SELECT r.shift_id, SUM(t.amount + t.rounding + t.tip) AS cash_refunds FROM refunds r JOIN refund_tenders t ON t.refund_id = r.id
       WHERE r.shift_id IN (SELECT id FROM chosen) AND t.method IN (SELECT code FROM cash) GROUP BY r.shift_id
     ),
     moved AS MATERIALIZED (
       SELECT d.shift_id, SUM((d.kind = 'paid_in') * d.amount) AS paid_in, SUM((d.kind = 'paid_out') * d.amount) AS paid_out,
         SUM((d.kind = 'drop') * d.amount) AS drops
       FROM drawer_movements d WHERE d.shift_id IN (SELECT id FROM chosen) GROUP BY d.shift_id
     )
     SELECT chosen.id AS shift_id, opened_at, closed_at, status, opening_cash, closing_cash, COALESCE(orders, 0) AS orders,
       COALESCE(revenue, 0) AS revenue, COALESCE(spent, 0) AS spent, COALESCE(cash_sales, 0) AS cash_sales,
       COALESCE(cash_refunds, 0) AS cash_refunds, COALESCE(paid_in, 0) AS paid_in, COALESCE(paid_out, 0) AS paid_out,
       COALESCE(drops, 0) AS drops, COALESCE(expenses, 0) AS expenses
     FROM chosen LEFT JOIN sold ON sold.shift_id = chosen.id LEFT JOIN spent ON spent.shift_id = chosen.id
       LEFT JOIN kept ON kept.shift_id = chosen.id LEFT JOIN given ON given.shift_id = chosen.id LEFT JOIN moved ON moved.shift_id = chosen.id
     ORDER BY opened_at DESC, chosen.id DESC`,
    chosen.values,
  );
  return rows.map((row) => ({
    shift_id: row.shift_id,
    opened_at: row.opened_at,
    closed_at: row.closed_at,
    status: row.status,
    total_orders: row.orders,
    total_revenue: row.revenue,
    total_expenses: row.spent,
    net: row.revenue - row.spent,
    opening_cash: row.opening_cash,
    closing_cash: row.closing_cash,
    cash_difference: row.closing_cash === null ? 0 : row.closing_cash - expectedCash({ ...row, opening: row.opening_cash }),
  }));
};
