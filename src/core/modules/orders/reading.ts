import type { Selectable } from 'kysely';
import type { Order, OrderLine } from '../../../contract/orders.ts';
import { paymentState } from '../../../domain/payment.ts';
import type { Tables } from '../../database/tables.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';

export type OrderRow = Selectable<Tables['orders']> & { customer_name: string | null };
type LineRow = Selectable<Tables['order_lines']>;
type AddonRow = Selectable<Tables['order_line_addons']>;

const SELECT_ORDER =
  'SELECT orders.*, customers.name AS customer_name FROM orders LEFT JOIN customers ON customers.id = orders.customer_id';

/** The order that has not been deleted, or "Order with id <id> not found". */
export const orderRow = (ctx: QueryContext, id: number): OrderRow => {
  const row = ctx.db.row<OrderRow>(`${SELECT_ORDER} WHERE orders.id = ? AND orders.deleted_at IS NULL`, [id]);
  if (!row) throw notFound('Order', id);
  return row;
};

/** Orders as the API shows them, in the order of `rows`; their lines and add-ons are read in two queries for all of them. */
export const toOrders = (ctx: QueryContext, rows: readonly OrderRow[]): Order[] => {
  if (rows.length === 0) return [];
  const ids = JSON.stringify(rows.map((row) => row.id));
  const lines = ctx.db.rows<LineRow>('SELECT * FROM order_lines WHERE order_id IN (SELECT value FROM json_each(?)) ORDER BY order_id, id', [
    ids,
  ]);
  const addons = ctx.db.rows<AddonRow>(
    `SELECT order_line_addons.* FROM order_lines CROSS JOIN order_line_addons ON order_line_addons.order_line_id = order_lines.id
     WHERE order_lines.order_id IN (SELECT value FROM json_each(?)) ORDER BY order_line_addons.order_line_id, order_line_addons.id`,
    [ids],
  );
  const addonsOf = groupBy(addons, (addon) => addon.order_line_id);
  const linesOf = groupBy(lines, (line) => line.order_id);
  return rows.map((row) =>
    toOrder(
      row,
      (linesOf.get(row.id) ?? []).map((line) => toLine(line, addonsOf.get(line.id) ?? [])),
    ),
  );
};

export const toLine = (line: LineRow, addons: readonly AddonRow[]): OrderLine => ({
  id: line.id,
  item_id: line.item_id,
  item_name: line.item_name,
  quantity: line.quantity,
  unit_price: line.unit_price,
  subtotal: line.subtotal,
  discount_share: line.discount_share,
  line_discount: line.line_discount,
  line_discount_kind: line.line_discount_kind,
  line_discount_reason: line.line_discount_reason,
  notes: line.notes,
  addons: addons.map((addon) => ({ id: addon.id, addon_id: addon.addon_id, addon_name: addon.addon_name, price: addon.price })),
});

export const toOrder = (row: OrderRow, items: OrderLine[]): Order => ({
  id: row.id,
  order_number: row.order_number,
  customer_id: row.customer_id,
  customer_name: row.customer_name,
  customer: row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
  status: row.status,
  payment_method: row.payment_method,
  subtotal: row.subtotal,
  tax_amount: row.tax_amount,
  tax_rate: row.tax_rate,
  discount_amount: row.discount_amount,
  discount_id: row.discount_id,
  discount_name: row.discount_name,
  discount_reason: row.discount_reason,
  approved_by: row.approved_by,
  payment_state: paymentState(row.total, row.paid_amount),
  paid_amount: row.paid_amount,
  due_amount: Math.max(0, row.total - row.paid_amount),
  refunded_amount: row.refunded_amount,
  total: row.total,
  shift_id: row.shift_id,
  notes: row.notes,
  business_date: row.business_date,
  items,
  created_at: row.created_at,
  updated_at: row.updated_at,
});

/** One order with its lines. */
export const readOrder = (ctx: QueryContext, id: number): Order => {
  const [order] = toOrders(ctx, [orderRow(ctx, id)]);
  if (!order) throw notFound('Order', id);
  return order;
};

const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => number): Map<number, T[]> => {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
};
