import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Order } from '../../../contract/orders.ts';
import type { Refund } from '../../../contract/refunds.ts';
import { refundRounding } from '../../../domain/cash.ts';
import { refundShare } from '../../../domain/refund-shares.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { readOrder } from '../orders/index.ts';
import { openShiftId } from '../shifts/index.ts';
import { giveBackStock } from '../stock/index.ts';
import { activeMethod, findMethod } from './methods.ts';
import { type LineLeft, linesLeft, type TenderLeft, tendersLeft } from './refundable.ts';
import { keepRefund, type NewRefund } from './refund-documents.ts';

type Input = ParsedInputOf<'refunds.create'>;
type Goods = Input['goods'];
type Tender = NewRefund['tenders'][number];

const refuse = (message: string): Refusal => new Refusal('not_refundable', message);

/**
 * Gives money back for a paid order on any day: all that is left, or some lines. Never more than was sold and paid, however
 * many partial refunds there are; each line's price, discount and tax come back exactly.
 */
export const makeRefund = (ctx: CommandContext, input: Input): Refund => {
  const order = readOrder(ctx, input.order_id);
  if (order.status === 'cancelled') throw refuse(`Order ${order.order_number} is cancelled: its money was given back then.`);
  if (order.payment_state !== 'paid') return returnDeposit(ctx, order, input);
  const approvedBy = ctx.approvalFor('payments.refund', 'A refund');
  const wanted = wantedLines(linesLeft(ctx, order.id), input);
  const lines = wanted.map(({ line, quantity, goods }) => ({
    ...refundShare(line, quantity),
    order_line_id: line.order_line_id,
    quantity,
    goods,
  }));
  const sum = (pick: (line: (typeof lines)[number]) => number) => lines.reduce((total, line) => total + pick(line), 0);
  const money = {
    subtotal: sum((line) => line.subtotal),
    discount_amount: sum((line) => line.discount_share),
    tax_amount: sum((line) => line.tax_share),
  };
  const amount = money.subtotal - money.discount_amount + money.tax_amount;
  const left = tendersLeft(ctx, order.id);
  const tenders = withTips(
    input.tenders ? chosenTenders(ctx, left, input.tenders, amount) : originalTenders(ctx, left, amount),
    input.include_tip ? left : [],
  );
  refuseCashWithoutDrawer(ctx, order.id, tenders);
  const refund = keepRefund(ctx, {
    kind: 'refund',
    order_id: order.id,
    reason: input.reason,
    tax_rate: order.tax_rate,
    ...money,
    amount,
    tip: tenders.reduce((total, tender) => total + tender.tip, 0),
    approved_by: approvedBy,
    lines,
    tenders,
  });
  for (const { line, quantity, goods } of wanted) {
    if (goods !== 'kept')
      giveBackStock(ctx, { itemId: line.item_id, orderId: order.id, refundId: refund.id, quantity, goods, note: input.reason });
  }
  recordAudit(ctx, { entity: 'Refund', id: refund.id, action: 'create', after: refund, reason: input.reason, approvedBy });
  return refund;
};

/**
 * Gives back the part payment of an order that was handed over without being paid in full: it can no longer be cancelled.
 * No sale is taken back, since none counted; the order is due again as if nothing had been paid.
 */
const returnDeposit = (ctx: CommandContext, order: Order, input: Input): Refund => {
  const amount = order.paid_amount - order.refunded_amount;
  if (amount === 0) throw refuse(`Nothing was paid for order ${order.order_number}.`);
  if (order.status !== 'completed') throw refuse(`Order ${order.order_number} is not paid in full. Cancel it to give back what was paid.`);
  if (input.lines) throw refuse(`Order ${order.order_number} is not paid in full: its part payment goes back whole, not by lines.`);
  const approvedBy = ctx.approvalFor('payments.refund', 'A refund');
  const left = tendersLeft(ctx, order.id);
  const tenders = withTips(
    input.tenders ? chosenTenders(ctx, left, input.tenders, amount) : originalTenders(ctx, left, amount),
    input.include_tip ? left : [],
  );
  refuseCashWithoutDrawer(ctx, order.id, tenders);
  const refund = keepRefund(ctx, {
    kind: 'refund',
    order_id: order.id,
    reason: input.reason,
    tax_rate: order.tax_rate,
    subtotal: 0,
    discount_amount: 0,
    tax_amount: 0,
    amount,
    tip: tenders.reduce((total, tender) => total + tender.tip, 0),
    approved_by: approvedBy,
    lines: [],
    tenders,
  });
  recordAudit(ctx, { entity: 'Refund', id: refund.id, action: 'create', after: refund, reason: input.reason, approvedBy });
  return refund;
};

/** Cash that came into a shift's drawer goes out of one too: with none open, its figures would lack it. */
export const refuseCashWithoutDrawer = (ctx: CommandContext, orderId: number, tenders: readonly Tender[]): void => {
  if (openShiftId(ctx) !== null) return;
  const givesCash = tenders.some((tender) => tender.amount + tender.tip > 0 && findMethod(ctx, tender.method).kind === 'cash');
  if (!givesCash || !ctx.db.row('SELECT 1 FROM payments WHERE order_id = ? AND shift_id IS NOT NULL LIMIT 1', [orderId])) return;
  throw new Refusal('no_open_shift', 'Cash goes back out of the drawer. Open a shift first, or give it back by another method.');
};

interface WantedLine {
  readonly line: LineLeft;
  readonly quantity: number;
  readonly goods: Goods;
}

const wantedLines = (lines: readonly LineLeft[], input: Input): WantedLine[] => {
  const wanted = input.lines
    ? input.lines.map((asked) => wantedLine(lines, asked, input.goods))
    : lines.filter((line) => line.left > 0).map((line) => ({ line, quantity: line.left, goods: input.goods }));
  if (new Set(wanted.map(({ line }) => line.order_line_id)).size !== wanted.length)
    throw refuse('A line may be named only once in a refund.');
  if (wanted.length === 0) throw refuse('Everything of this order was refunded already.');
  return wanted;
};

const wantedLine = (lines: readonly LineLeft[], asked: NonNullable<Input['lines']>[number], goods: Goods): WantedLine => {
  const line = lines.find((one) => one.order_line_id === asked.order_line_id);
  if (!line) throw refuse(`Line ${asked.order_line_id} is not part of this order.`);
  if (asked.quantity > line.left) {
    throw refuse(`Only ${line.left} of ${line.quantity} '${line.item_name}' can still be refunded, not ${asked.quantity}.`);
  }
  return { line, quantity: asked.quantity, goods: asked.goods ?? goods };
};

const tenderOf = (ctx: CommandContext, left: readonly TenderLeft[], method: string, amount: number): Tender => {
  if (findMethod(ctx, method).kind !== 'cash') return { method, amount, rounding: 0, tip: 0 };
  const { paid, rounding, refunded, rounding_refunded } = left.find((one) => one.method === method) ?? NOTHING_PAID;
  const cash = { paid, kept: paid + rounding, back: refunded, backRounding: rounding_refunded };
  return { method, amount, rounding: refundRounding(cash, amount, ctx.settings.cash_rounding), tip: 0 };
};

const NOTHING_PAID = { paid: 0, rounding: 0, refunded: 0, rounding_refunded: 0 };

/** By what it was paid with, latest first, none for more than it brought. What is left by tender covers what is left of the order. */
const originalTenders = (ctx: CommandContext, left: readonly TenderLeft[], amount: number): Tender[] => {
  let open = amount;
  const tenders: Tender[] = [];
  for (const tender of left) {
    const part = Math.min(open, tender.left);
    if (part > 0) tenders.push(tenderOf(ctx, left, tender.method, part));
    open -= part;
  }
  if (open > 0) throw refuse('More would be given back than was paid.');
  return tenders;
};

/** By tenders that the person chose; more than a method brought needs the permission for another tender. */
const chosenTenders = (
  ctx: CommandContext,
  left: readonly TenderLeft[],
  chosen: NonNullable<Input['tenders']>,
  amount: number,
): Tender[] => {
  const sums = new Map<string, number>();
  for (const tender of chosen) sums.set(tender.method, (sums.get(tender.method) ?? 0) + tender.amount);
  if ([...sums.values()].reduce((total, sum) => total + sum, 0) !== amount) throw refuse('The tenders do not add up to what is refunded.');
  const tenders = [...sums].map(([method, sum]) => tenderOf(ctx, left, activeMethod(ctx, method).code, sum));
  const other = tenders.some((tender) => tender.amount > (left.find((one) => one.method === tender.method)?.left ?? 0));
  if (other) ctx.approvalFor('payments.refund_other_tender', 'A refund by another tender than was paid with');
  return tenders;
};

/** Tips go back by the tender that carried them. */
const withTips = (tenders: readonly Tender[], left: readonly TenderLeft[]): Tender[] => {
  const merged = [...tenders];
  for (const { method, tip_left: tip } of left) {
    if (tip === 0) continue;
    const index = merged.findIndex((tender) => tender.method === method);
    if (index >= 0) merged[index] = { ...(merged[index] as Tender), tip };
    else merged.push({ method, amount: 0, rounding: 0, tip });
  }
  return merged;
};

/**
 * The void of an order that is being cancelled or deleted: what is left of its sale and all money that is left go back.
 * Answers null where nothing was paid and nothing counted as a sale.
 */
export const voidSale = (ctx: CommandContext, order: Order, reason: string, approvedBy: string | null): Refund | null => {
  const settled = ctx.db.row('SELECT 1 FROM settlements WHERE order_id = ?', [order.id]) !== undefined;
  const amount = order.paid_amount - order.refunded_amount;
  if (!settled && amount === 0) return null;
  const lines = settled
    ? linesLeft(ctx, order.id)
        .filter((line) => line.left > 0)
        .map((line) => ({
          ...refundShare(line, line.left),
          order_line_id: line.order_line_id,
          quantity: line.left,
          goods: 'restock' as const,
        }))
    : [];
  const sum = (pick: (line: (typeof lines)[number]) => number) => lines.reduce((total, line) => total + pick(line), 0);
  const left = tendersLeft(ctx, order.id);
  const tenders = withTips(originalTenders(ctx, left, amount), left);
  if (lines.length === 0 && tenders.length === 0) return null;
  const refund = keepRefund(ctx, {
    kind: 'void',
    order_id: order.id,
    reason,
    tax_rate: order.tax_rate,
    subtotal: sum((line) => line.subtotal),
    discount_amount: sum((line) => line.discount_share),
    tax_amount: sum((line) => line.tax_share),
    amount,
    tip: tenders.reduce((total, tender) => total + tender.tip, 0),
    approved_by: approvedBy,
    lines,
    tenders,
  });
  recordAudit(ctx, { entity: 'Refund', id: refund.id, action: 'void', after: refund, reason, approvedBy });
  return refund;
};
