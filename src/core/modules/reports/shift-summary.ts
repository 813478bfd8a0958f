import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { expectedCash } from './expected-cash.ts';
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
  readonly cash_sales: number;
  readonly expenses: number;
  readonly paid_from_till: number;
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
       SELECT o.shift_id, COUNT(*) AS orders, SUM(o.total) AS revenue,
         SUM(CASE WHEN o.payment_method = 'cash' THEN o.total ELSE 0 END) AS cash_sales
       FROM orders o WHERE o.shift_id IN (SELECT id FROM chosen) AND o.deleted_at IS NULL AND o.status <> 'cancelled' GROUP BY o.shift_id
     ),
     spent AS MATERIALIZED (
       SELECT e.shift_id, SUM(e.amount) AS expenses, SUM(e.paid_from_till * e.amount) AS paid_from_till
       FROM expenses e WHERE e.shift_id IN (SELECT id FROM chosen) GROUP BY e.shift_id
     )
     SELECT chosen.id AS shift_id, opened_at, closed_at, status, opening_cash, closing_cash, COALESCE(orders, 0) AS orders,
       COALESCE(revenue, 0) AS revenue, COALESCE(cash_sales, 0) AS cash_sales, COALESCE(expenses, 0) AS expenses,
       COALESCE(paid_from_till, 0) AS paid_from_till
     FROM chosen LEFT JOIN sold ON sold.shift_id = chosen.id LEFT JOIN spent ON spent.shift_id = chosen.id
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
    total_expenses: row.expenses,
    net: row.revenue - row.expenses,
    opening_cash: row.opening_cash,
    closing_cash: row.closing_cash,
    cash_difference:
      row.closing_cash === null
        ? 0
        : row.closing_cash - expectedCash({ opening: row.opening_cash, cash_sales: row.cash_sales, paid_from_till: row.paid_from_till }),
  }));
};
