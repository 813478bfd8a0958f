import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Order, OrderLine } from '../../../contract/orders.ts';
import { MAX_MONEY } from '../../../domain/money.ts';
import { FIRST_ORDER_STATUS } from '../../../domain/order-status.ts';
import { paymentState } from '../../../domain/payment.ts';
import { type PricedLine, type PricedOrder, priceOrder } from '../../../domain/pricing.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { requireCustomer } from '../customers/index.ts';
import { requireActiveDiscount } from '../discounts/index.ts';
import { openShiftId, requireOpenShift } from '../shifts/index.ts';
import { moveStock } from '../stock/index.ts';
import { type CartLine, readCart } from './cart.ts';
import { approvalOfDiscount } from './discount-caps.ts';
import { nextOrderNumber } from './numbering.ts';

/**
 * Places an order, not paid yet: checks in the contract's order (ORIGINAL.md section 4), prices it with the rate of today, copies the
 * names and prices onto it, takes the stock and gives it its number, all in one transaction.
 */
export const placeOrder = (ctx: CommandContext, input: PlaceInput): Order => {
  const customer = input.customer_id === null ? null : requireCustomer(ctx, input.customer_id);
  const discount = input.discount_id === null ? null : requireActiveDiscount(ctx, input.discount_id, input.discount_reason);
  const cart = readCart(ctx, input.items);
  const shiftId = shiftOf(ctx, input.shift_id);
  const taxRate = ctx.settings.tax_rate;
  const priced = priceOrder(cart.map(pricedInput), discount?.rule ?? null, taxRate);
  if (priced.total > MAX_MONEY)
    throw new Refusal('amount_out_of_range', 'This order is larger than a till can keep. Split it into several orders.');

  const approvedBy = approvalOf(ctx, cart, priced);

  const { moment } = ctx;
  const order = {
    order_number: nextOrderNumber(ctx),
    customer_id: customer?.id ?? null,
    status: FIRST_ORDER_STATUS,
    payment_method: input.payment_method,
    subtotal: priced.subtotal,
    discount_amount: priced.discount_amount,
    discount_id: discount?.id ?? null,
    discount_name: discount?.name ?? null,
    discount_reason: input.discount_reason,
    approved_by: approvedBy,
    tax_rate: taxRate,
    tax_amount: priced.tax_amount,
    total: priced.total,
    shift_id: shiftId,
    notes: input.notes,
    business_date: moment.business_date,
  };
  const { id } = ctx.db.execute(INSERT_ORDER, [
    order.order_number,
    order.customer_id,
    order.status,
    order.payment_method,
    order.subtotal,
    order.discount_amount,
    order.discount_id,
    order.discount_name,
    order.discount_reason,
    order.approved_by,
    order.tax_rate,
    order.tax_amount,
    order.total,
    order.shift_id,
    order.notes,
    order.business_date,
    moment.hour,
    moment.weekday,
    cart.reduce((sum, line) => sum + line.quantity, 0),
    actorOf(ctx.caller),
    ctx.now,
    ctx.now,
  ]);
  const items = insertLines(ctx, id, cart, priced);
  takeStock(ctx, id, cart);
  const placed: Order = {
    id,
    ...order,
    customer_name: customer?.name ?? null,
    customer,
    payment_state: paymentState(order.total, 0),
    paid_amount: 0,
    due_amount: order.total,
    refunded_amount: 0,
    items,
    created_at: ctx.now,
    updated_at: ctx.now,
  };
  ctx.emit('orders', 'create', id);
  return placed;
};

const pricedInput = (line: CartLine) => ({
  unit_price: line.item.price,
  quantity: line.quantity,
  addon_prices: line.addons.map((addon) => addon.price),
  discount: line.ownDiscount?.rule ?? null,
});

export type PlaceInput = Omit<ParsedInputOf<'orders.create'>, 'payments'>;

/** Comps, and discounts above what the caller may give alone, need somebody who may; answers who allowed it. */
const approvalOf = (ctx: CommandContext, cart: readonly CartLine[], priced: PricedOrder): string | null => {
  const isComp = (index: number): boolean => cart[index]?.ownDiscount?.kind === 'comp';
  const comped = cart.some((_, index) => isComp(index)) ? ctx.approvalFor('orders.comp', 'Giving a line free') : null;
  const charged = priced.lines.filter((_, index) => !isComp(index));
  const discounts = charged.reduce((sum, line) => sum + line.discount_share, 0);
  if (discounts === 0) return comped;
  ctx.approvalFor('discounts.give', 'Giving a discount');
  const allowed = approvalOfDiscount(
    ctx,
    discounts,
    charged.reduce((sum, line) => sum + line.subtotal, 0),
  );
  return comped ?? allowed;
};

/** Left out: the open shift, so that no sale misses its shift's figures; null is a decision and stays (DECISIONS 10). */
const shiftOf = (ctx: CommandContext, wanted: number | null | undefined): number | null => {
  if (wanted === undefined) return openShiftId(ctx);
  if (wanted !== null) requireOpenShift(ctx, wanted);
  return wanted;
};

const INSERT_ORDER = `INSERT INTO orders (order_number, customer_id, status, payment_method, subtotal, discount_amount, discount_id,
  discount_name, discount_reason, approved_by, tax_rate, tax_amount, total, shift_id, notes, business_date, local_hour, weekday, items_count, created_by, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const INSERT_LINE = `INSERT INTO order_lines (order_id, item_id, item_name, category_id, category_name, quantity, unit_price, subtotal,
  discount_share, tax_share, notes, line_discount, line_discount_kind, line_discount_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const INSERT_ADDON = 'INSERT INTO order_line_addons (order_line_id, addon_id, addon_name, price) VALUES (?, ?, ?, ?)';

const insertLines = (ctx: CommandContext, orderId: number, cart: readonly CartLine[], priced: PricedOrder): OrderLine[] =>
  cart.map((line, index) => {
    const { item } = line;
    const { subtotal, line_discount, discount_share, tax_share } = priced.lines[index] as PricedLine;
    const line_discount_kind = line.ownDiscount?.kind ?? null;
    const line_discount_reason = line.ownDiscount?.reason ?? null;
    const { id } = ctx.db.execute(INSERT_LINE, [
      orderId,
      item.id,
      item.name,
      item.category_id,
      item.category_name,
      line.quantity,
      item.price,
      subtotal,
      discount_share,
      tax_share,
      line.notes,
      line_discount,
      line_discount_kind,
      line_discount_reason,
    ]);
    const addons = line.addons.map((addon) => ({
      id: ctx.db.execute(INSERT_ADDON, [id, addon.id, addon.name, addon.price]).id,
      addon_id: addon.id,
      addon_name: addon.name,
      price: addon.price,
    }));
    return {
      id,
      item_id: item.id,
      item_name: item.name,
      quantity: line.quantity,
      unit_price: item.price,
      subtotal,
      discount_share,
      line_discount,
      line_discount_kind,
      line_discount_reason,
      notes: line.notes,
      addons,
    };
  });

const takeStock = (ctx: CommandContext, orderId: number, cart: readonly CartLine[]): void => {
  for (const line of cart) {
    if (!line.takesStock) continue;
    moveStock(ctx, line.item.id, -line.quantity, 'sale', orderId);
    ctx.emit('items', 'update', line.item.id);
  }
};
