import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Refund } from '../../../contract/refunds.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { openShiftId } from '../shifts/index.ts';

export interface NewRefund {
  readonly kind: 'refund' | 'void';
  readonly order_id: number;
  readonly reason: string;
  readonly tax_rate: number;
  readonly subtotal: number;
  readonly discount_amount: number;
  readonly tax_amount: number;
  readonly amount: number;
  readonly tip: number;
  readonly approved_by: string | null;
  readonly lines: readonly {
    readonly order_line_id: number;
    readonly quantity: number;
    readonly subtotal: number;
    readonly discount_share: number;
    readonly tax_share: number;
    readonly goods: 'restock' | 'waste' | 'kept';
  }[];
  readonly tenders: readonly { readonly method: string; readonly amount: number; readonly rounding: number; readonly tip: number }[];
}

/** `PHI-R-YYYYMMDD-XXXX` by business date, in the refund's own transaction, so that there is no gap. */
const nextRefundNumber = (ctx: CommandContext): string => {
  const day = ctx.moment.business_date;
  const row = ctx.db.row<{ last_number: number }>(
    `INSERT INTO refund_numbers (business_date, last_number) VALUES (?, 1)
     ON CONFLICT (business_date) DO UPDATE SET last_number = last_number + 1 RETURNING last_number`,
    [day],
  );
  return `PHI-R-${day.replaceAll('-', '')}-${String(row?.last_number ?? 1).padStart(4, '0')}`;
};

/** Out of the open shift's drawer; but a void of what was sold outside of every shift goes back where it came from. */
const drawerOf = (ctx: CommandContext, refund: NewRefund): number | null => {
  if (
    refund.kind === 'refund' ||
    ctx.db.row('SELECT 1 FROM payments WHERE order_id = ? AND shift_id IS NOT NULL LIMIT 1', [refund.order_id])
  )
    return openShiftId(ctx);
  return null;
};

/** Writes the document and what it moves in the order's own totals. */
export const keepRefund = (ctx: CommandContext, refund: NewRefund): Refund => {
  const { id } = ctx.db.execute(
    `INSERT INTO refunds (refund_number, kind, order_id, reason, subtotal, discount_amount, tax_rate, tax_amount, total, amount, tip, shift_id,
       business_date, made_by, approved_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      nextRefundNumber(ctx),
      refund.kind,
      refund.order_id,
      refund.reason,
      refund.subtotal,
      refund.discount_amount,
      refund.tax_rate,
      refund.tax_amount,
      refund.subtotal - refund.discount_amount + refund.tax_amount,
      refund.amount,
      refund.tip,
      drawerOf(ctx, refund),
      ctx.moment.business_date,
      actorOf(ctx.caller),
      refund.approved_by,
      ctx.now,
    ],
  );
  for (const line of refund.lines) {
    ctx.db.execute(
      'INSERT INTO refund_lines (refund_id, order_line_id, quantity, subtotal, discount_share, tax_share, goods) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, line.order_line_id, line.quantity, line.subtotal, line.discount_share, line.tax_share, line.goods],
    );
  }
  for (const tender of refund.tenders) {
    ctx.db.execute('INSERT INTO refund_tenders (refund_id, method, amount, rounding, tip) VALUES (?, ?, ?, ?, ?)', [
      id,
      tender.method,
      tender.amount,
      tender.rounding,
      tender.tip,
    ]);
  }
  // A part payment that goes back leaves the order due again; everything else is given back of what stays paid.
  const column =
    refund.kind === 'refund' && refund.lines.length === 0 ? 'paid_amount = paid_amount - ?' : 'refunded_amount = refunded_amount + ?';
  ctx.db.execute(`UPDATE orders SET ${column}, updated_at = ? WHERE id = ?`, [refund.amount, ctx.now, refund.order_id]);
  ctx.emit('refunds', 'create', id);
  ctx.emit('orders', 'update', refund.order_id);
  return readRefund(ctx, id);
};

type Row = Omit<Refund, 'lines' | 'tenders'>;

const SELECT = `SELECT refunds.id, refund_number, kind, refunds.order_id, orders.order_number, reason, refunds.subtotal, refunds.discount_amount,
    refunds.tax_rate, refunds.tax_amount, refunds.total, refunds.amount, refunds.tip, refunds.shift_id, refunds.business_date, made_by,
    refunds.approved_by, refunds.created_at
  FROM refunds JOIN orders ON orders.id = refunds.order_id`;

const toRefund = (ctx: QueryContext, row: Row): Refund => ({
  ...row,
  lines: ctx.db.rows(
    `SELECT order_line_id, order_lines.item_name, refund_lines.quantity, refund_lines.subtotal, refund_lines.discount_share, refund_lines.tax_share, goods
     FROM refund_lines JOIN order_lines ON order_lines.id = refund_lines.order_line_id WHERE refund_id = ? ORDER BY refund_lines.id`,
    [row.id],
  ),
  tenders: ctx.db.rows(
    `SELECT method, payment_methods.name AS method_name, amount, rounding, tip FROM refund_tenders
     JOIN payment_methods ON payment_methods.code = refund_tenders.method WHERE refund_id = ? ORDER BY refund_tenders.id`,
    [row.id],
  ),
});

export const readRefund = (ctx: QueryContext, id: number): Refund => {
  const row = ctx.db.row<Row>(`${SELECT} WHERE refunds.id = ?`, [id]);
  if (!row) throw notFound('Refund', id);
  return toRefund(ctx, row);
};

/** Every refund and void of an order, oldest first. */
export const refundsOf = (ctx: QueryContext, orderId: number): Refund[] =>
  ctx.db.rows<Row>(`${SELECT} WHERE refunds.order_id = ? ORDER BY refunds.id`, [orderId]).map((row) => toRefund(ctx, row));

export const listRefunds = (ctx: QueryContext, input: ParsedInputOf<'refunds.list'>) => {
  let filtered = ctx.db.q.selectFrom('refunds');
  if (input.order_id) filtered = filtered.where('order_id', '=', input.order_id);
  if (input.start_date !== undefined) filtered = filtered.where('business_date', '>=', input.start_date);
  if (input.end_date !== undefined) filtered = filtered.where('business_date', '<=', input.end_date);
  const total = ctx.db.first<{ n: number }>(filtered.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const ids = ctx.db.all(filtered.select('id').orderBy('id', 'desc').limit(input.per_page).offset(offsetOf(input)));
  return pageEnvelope(
    ids.map(({ id }) => readRefund(ctx, id)),
    total,
    input,
  );
};
