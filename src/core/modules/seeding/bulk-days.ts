import { type BusinessMoment, businessMoment, instantFromMs } from '../../../domain/business-day.ts';
import { discountRule } from '../../../domain/discount.ts';
import type { OrderStatus } from '../../../domain/order-status.ts';
import { type PricedOrder, priceOrder } from '../../../domain/pricing.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { orderNumber } from '../orders/index.ts';
import { settleByMethod, startZAfterThese } from '../payments/index.ts';
import { BulkShifts } from './bulk-shifts.ts';
import { BulkStock } from './bulk-stock.ts';
import type { MenuOfShop } from './menu-of-shop.ts';
import type { Random } from './random.ts';
import { type BasketLine, Trade } from './trade.ts';

/** A day, or a stretch of a very busy one. */
export interface DayPart {
  readonly day: string;
  /** The instant at which the shop's clock shows 00:00, in milliseconds. */
  readonly startMs: number;
  readonly count: number;
  /** Which part of the day's orders it holds, in the order of time. */
  readonly share: { readonly from: number; readonly to: number };
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Its last orders are the newest of all, and still open. */
  readonly isNewest: boolean;
}

export interface GeneratedCounts {
  readonly orders: number;
  readonly lines: number;
  readonly shifts: number;
  readonly expenses: number;
}

interface BulkParts {
  readonly random: Random;
  readonly menu: MenuOfShop;
  readonly trade: Trade;
  readonly customerIds: readonly number[];
}

const MINUTE = 60_000;
const STILL_OPEN: readonly OrderStatus[] = ['pending', 'pending', 'preparing', 'preparing', 'ready'];

const INSERT_ORDER = `INSERT INTO orders (order_number, customer_id, status, payment_method, subtotal, discount_amount, discount_id, discount_name,
  tax_rate, tax_amount, total, shift_id, business_date, local_hour, weekday, items_count, created_by, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const INSERT_LINE = `INSERT INTO order_lines (order_id, item_id, item_name, category_id, category_name, quantity, unit_price, subtotal,
  discount_share, tax_share) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const INSERT_ADDON = 'INSERT INTO order_line_addons (order_line_id, addon_id, addon_name, price) VALUES (?, ?, ?, ?)';

/** Writes days of trade straight into the tables, each row as the services would have written it. */
export class BulkDays {
  readonly #parts: BulkParts;
  readonly #shifts: BulkShifts;
  /** The last number of each business day that was touched, stored at the end of each transaction. */
  readonly #numbers = new Map<string, number>();
  #orders = 0;
  #lines = 0;

  constructor(parts: BulkParts) {
    this.#parts = parts;
    this.#shifts = new BulkShifts(parts.random);
  }

  get counts(): GeneratedCounts {
    return { orders: this.#orders, lines: this.#lines, shifts: this.#shifts.count, expenses: this.#shifts.expenses };
  }

  /** One transaction's worth. */
  make(ctx: CommandContext, days: readonly DayPart[]): void {
    const before = ctx.db.row<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM orders')?.id ?? 0;
    for (const part of days) this.#makePart(ctx, part);
    for (const [day, last] of this.#numbers) {
      ctx.db.execute(
        'INSERT INTO order_numbers (business_date, last_number) VALUES (?, ?) ON CONFLICT (business_date) DO UPDATE SET last_number = excluded.last_number',
        [day, last],
      );
    }
    this.#numbers.clear();
    settleByMethod(ctx.db, before, 'Generator');
    startZAfterThese(ctx.db);
  }

  #makePart(ctx: CommandContext, part: DayPart): void {
    const { random, trade } = this.#parts;
    if (part.isFirst) this.#shifts.open(ctx, part.startMs, part.day);
    const width = part.share.to - part.share.from;
    const minutes = Float64Array.from({ length: part.count }, () => Trade.minuteAt(part.share.from + random.next() * width)).sort();
    const orders = Array.from(minutes, (minute) => ({ minute, basket: trade.basket(Math.floor(minute / 60)) }));
    const stock = new BulkStock(
      ctx,
      orders.flatMap((order) => order.basket),
      instantFromMs(part.startMs + 6 * 60 * MINUTE),
    );
    orders.forEach(({ minute, basket }, index) => {
      const fromEnd = orders.length - 1 - index;
      const open = part.isNewest ? STILL_OPEN[fromEnd] : undefined;
      this.#makeOrder(ctx, { ms: Math.floor(part.startMs + minute * MINUTE), basket, status: open ?? this.#endStatus(), stock });
    });
    stock.finish(ctx, instantFromMs(part.startMs + 19 * 60 * MINUTE));
    if (part.isLast) this.#shifts.close(ctx);
  }

  #endStatus(): OrderStatus {
    return this.#parts.random.chance(0.045) ? 'cancelled' : 'completed';
  }

  #makeOrder(ctx: CommandContext, order: { ms: number; basket: readonly BasketLine[]; status: OrderStatus; stock: BulkStock }): void {
    const { random, trade, customerIds } = this.#parts;
    const discount = trade.discount();
    const taxRate = ctx.settings.tax_rate;
    const priced = priceOrder(
      order.basket.map((line) => ({
        unit_price: line.item.price,
        quantity: line.quantity,
        addon_prices: line.addons.map((addon) => addon.price),
      })),
      discount && discountRule(discount.type, discount.value),
      taxRate,
    );
    const method = trade.method();
    const shiftId = this.#shifts.shiftAt(order.ms);
    if (method === 'cash' && order.status !== 'cancelled') this.#shifts.take(shiftId, priced.total);
    const customerId =
      customerIds.length > 0 && random.chance(0.3) ? customerIds[Math.floor(random.next() ** 1.6 * customerIds.length)] : null;
    const moment = businessMoment(order.ms, ctx.businessClock);
    const createdAt = instantFromMs(order.ms);
    const minutes = order.status === 'pending' ? 0 : 4 + random.next() * 8;
    const { id } = ctx.db.execute(INSERT_ORDER, [
      this.#nextNumber(ctx, moment),
      customerId,
      order.status,
      method,
      priced.subtotal,
      priced.discount_amount,
      discount?.id ?? null,
      discount?.name ?? null,
      taxRate,
      priced.tax_amount,
      priced.total,
      shiftId,
      moment.business_date,
      moment.hour,
      moment.weekday,
      order.basket.reduce((sum, line) => sum + line.quantity, 0),
      actorOf(ctx.caller),
      createdAt,
      instantFromMs(Math.floor(order.ms + minutes * MINUTE)),
    ]);
    this.#insertLines(ctx, id, order.basket, priced);
    order.stock.sell(ctx, { orderId: id, basket: order.basket, isCancelled: order.status === 'cancelled', at: createdAt });
    this.#orders += 1;
  }

  #insertLines(ctx: CommandContext, orderId: number, basket: readonly BasketLine[], priced: PricedOrder): void {
    basket.forEach(({ item, quantity, addons }, index) => {
      const line = priced.lines[index];
      if (!line) throw new Error('a line was not priced');
      const { id } = ctx.db.execute(INSERT_LINE, [
        orderId,
        item.id,
        item.name,
        item.categoryId,
        item.categoryName,
        quantity,
        item.price,
        line.subtotal,
        line.discount_share,
        line.tax_share,
      ]);
      for (const addon of addons) ctx.db.execute(INSERT_ADDON, [id, addon.id, addon.name, addon.price]);
    });
    this.#lines += basket.length;
  }

  #nextNumber(ctx: CommandContext, moment: BusinessMoment): string {
    const day = moment.business_date;
    const last =
      this.#numbers.get(day) ??
      ctx.db.row<{ last_number: number }>('SELECT last_number FROM order_numbers WHERE business_date = ?', [day])?.last_number ??
      0;
    this.#numbers.set(day, last + 1);
    return orderNumber(day, last + 1);
  }
}
