import type { OrderStatus } from '../../../domain/order-status.ts';
import type { PaymentMethod } from '../../../domain/payment-method.ts';
import type { QueryContext } from '../../kernel/context.ts';

export interface ShiftRow {
  readonly id: number;
  readonly opened_at: string;
  readonly closed_at: string | null;
  readonly business_date: string;
  readonly opening_cash: number;
  readonly closing_cash: number | null;
  readonly status: 'open' | 'closed';
  readonly notes: string | null;
  readonly opened_by: string | null;
  readonly closed_by: string | null;
  readonly z_number: number | null;
  readonly counts: number;
}

/** The shift itself, or undefined. */
export const shiftRow = (ctx: QueryContext, id: number): ShiftRow | undefined =>
  ctx.db.row<ShiftRow>(
    `SELECT id, opened_at, closed_at, business_date, opening_cash, closing_cash, status, notes, opened_by, closed_by,
       (SELECT z_number FROM z_reports WHERE shift_id = shifts.id) AS z_number,
       (SELECT COUNT(*) FROM cash_counts WHERE shift_id = shifts.id) AS counts
     FROM shifts WHERE id = ?`,
    [id],
  );

/** Orders of a shift that are alike in status, payment method and tax rate; amounts are sums in minor units. */
export interface OrderGroup {
  readonly status: OrderStatus;
  readonly method: PaymentMethod;
  readonly tax_rate: number;
  readonly orders: number;
  readonly subtotal: number;
  readonly discount: number;
  readonly discounted: number;
  readonly tax: number;
  readonly total: number;
}

/** The shift's orders, cancelled ones among them, in as few rows as its figures need: all of them come from one reading. */
export const orderGroupsOf = (ctx: QueryContext, shiftId: number): OrderGroup[] =>
  ctx.db.rows<OrderGroup>(
    `SELECT status, payment_method AS method, tax_rate, COUNT(*) AS orders, SUM(subtotal) AS subtotal, SUM(discount_amount) AS discount,
       SUM(discount_amount > 0) AS discounted, SUM(tax_amount) AS tax, SUM(total) AS total
     FROM orders WHERE shift_id = ? AND deleted_at IS NULL GROUP BY status, payment_method, tax_rate`,
    [shiftId],
  );

/** What the live orders sold, by the category's name at the sale; the amount is before discount and tax. */
export const soldByCategory = (ctx: QueryContext, shiftId: number): { name: string; quantity: number; amount: number }[] =>
  ctx.db.rows(
    `SELECT l.category_name AS name, SUM(l.quantity) AS quantity, SUM(l.subtotal) AS amount
     FROM orders o JOIN order_lines l ON l.order_id = o.id
     WHERE o.shift_id = ? AND o.deleted_at IS NULL AND o.status <> 'cancelled'
     GROUP BY l.category_name ORDER BY amount DESC, name`,
    [shiftId],
  );

export interface ShiftExpense {
  readonly category: string;
  readonly description: string | null;
  readonly amount: number;
  readonly paid_from_till: boolean;
}

/** The shift's expenses in the order of their dates. */
export const expensesOf = (ctx: QueryContext, shiftId: number): ShiftExpense[] =>
  ctx.db
    .rows<Omit<ShiftExpense, 'paid_from_till'> & { paid_from_till: number }>(
      'SELECT category, description, amount, paid_from_till FROM expenses WHERE shift_id = ? ORDER BY date, id',
      [shiftId],
    )
    .map((row) => ({ ...row, paid_from_till: row.paid_from_till === 1 }));

/** The numbers of the first and the last order made in the shift, cancelled ones counted too. */
export const firstAndLastNumber = (ctx: QueryContext, shiftId: number): { first: string | null; last: string | null } =>
  ctx.db.row<{ first: string | null; last: string | null }>(
    `SELECT (SELECT order_number FROM orders WHERE id = ends.first_id) AS first, (SELECT order_number FROM orders WHERE id = ends.last_id) AS last
     FROM (SELECT MIN(id) AS first_id, MAX(id) AS last_id FROM orders WHERE shift_id = ? AND deleted_at IS NULL) AS ends`,
    [shiftId],
  ) ?? { first: null, last: null };
