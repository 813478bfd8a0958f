import type { Order } from '../../../contract/orders.ts';
import type { OrderStatus } from '../../../domain/order-status.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { type DemoCafe, minorOf } from './demo-cafe.ts';
import { HistoryTill } from './history-till.ts';
import type { MenuOfShop, SellableItem } from './menu-of-shop.ts';
import { perform } from './perform.ts';
import type { Random } from './random.ts';
import type { BasketLine, Trade } from './trade.ts';

export type Role = 'owner' | 'manager' | 'cashier' | 'kitchen';

export interface HistoryParts {
  readonly cafe: DemoCafe;
  readonly menu: MenuOfShop;
  readonly trade: Trade;
  readonly random: Random;
  readonly staff: (role: Role) => Caller;
}

/** The café while its past is made: what its people do, each act a call of the real service at the context's time. */
export class HistoryShop {
  readonly staff: HistoryParts['staff'];
  readonly till: HistoryTill;
  readonly #parts: HistoryParts;
  readonly #stocked: readonly { item: SellableItem; daily: number; isSlow: boolean }[];
  #newcomers: number;

  constructor(parts: HistoryParts) {
    this.staff = parts.staff;
    this.#parts = parts;
    this.till = new HistoryTill(parts.random, parts.trade);
    this.#newcomers = 0;
    const known = new Map(parts.cafe.categories.flatMap((category) => category.items.map((item) => [item.name, item] as const)));
    this.#stocked = parts.menu.items.flatMap((item) => {
      const { daily, sells = 0 } = known.get(item.name) ?? {};
      return item.isLimited && daily !== undefined ? [{ item, daily, isSlow: sells <= 1 }] : [];
    });
  }

  /** Bakes and cooks for the day; what keeps is only filled up when little is left. */
  restock(ctx: CommandContext): void {
    for (const { item, daily, isSlow } of this.#stocked) {
      const left = stockOf(ctx, item.id);
      if (!isSlow || left * 4 < daily) perform(ctx, 'items.update', { item_id: item.id, stock_qty: daily });
    }
  }

  /** Places an order of what is left, paid unless it is to be paid later; null when the shop has nothing to sell. */
  sell(ctx: CommandContext): Order | null {
    const { trade, random, cafe } = this.#parts;
    const lines = this.#available(ctx, trade.basket(ctx.moment.hour));
    if (lines.length === 0) return null;
    const order = perform(ctx, 'orders.create', {
      customer_id: this.#customer(ctx),
      discount_id: trade.discount()?.id ?? null,
      notes: random.chance(0.05) ? random.pick(cafe.notes) : null,
      items: lines.map((line) => ({ item_id: line.item.id, quantity: line.quantity, addon_ids: line.addons.map((addon) => addon.id) })),
      payments: [],
    });
    for (const tender of this.till.tenders(ctx, order.due_amount) ?? []) perform(ctx, 'payments.take', { order_id: order.id, ...tender });
    return order;
  }

  #available(ctx: CommandContext, basket: readonly BasketLine[]): BasketLine[] {
    const left = basket.filter((line) => !line.item.isLimited || stockOf(ctx, line.item.id) >= line.quantity);
    if (left.length > 0) return left;
    const instead = this.#parts.menu.items.filter((item) => !item.isLimited);
    return instead.length === 0 ? [] : [{ item: this.#parts.random.pick(instead), quantity: 1, addons: [] }];
  }

  /** Regulars come more often than those who joined last. */
  #customer(ctx: CommandContext): number | null {
    const { random } = this.#parts;
    if (!random.chance(0.34)) return null;
    const ids = ctx.db.rows<{ id: number }>('SELECT id FROM customers ORDER BY id').map((row) => row.id);
    return ids[Math.floor(random.next() ** 1.6 * ids.length)] ?? null;
  }

  move(ctx: CommandContext, order: Order | null, status: OrderStatus): void {
    if (order) perform(ctx, 'orders.setStatus', { order_id: order.id, status });
  }

  /** Hands an order over: whoever has not paid does so now. */
  handOver(ctx: CommandContext, order: Order | null): void {
    if (!order) return;
    if (stillOwes(ctx, order.id)) this.till.collect(ctx, order.id);
    this.move(ctx, order, 'completed');
  }

  cancel(ctx: CommandContext, order: Order | null): void {
    if (order) perform(ctx, 'orders.void', { order_id: order.id, reason: this.#parts.random.pick(CANCELLED) });
  }

  /** `amount` in hundredths. From the till: out of the open shift's drawer. */
  spend(ctx: CommandContext, expense: { category: string; description: string; amount: number; fromTill: boolean }): void {
    perform(ctx, 'expenses.create', {
      category: expense.category,
      description: expense.description,
      amount: minorOf(expense.amount, ctx.currency.decimals),
      shift_id: expense.fromTill ? this.till.shiftId : null,
    });
  }

  /** Somebody new joins the list of customers. */
  welcome(ctx: CommandContext): void {
    const name = this.#parts.cafe.newcomers[this.#newcomers];
    if (name === undefined) return;
    this.#newcomers += 1;
    const phone = `+1 555 01${String(this.#newcomers + 10).padStart(2, '0')}`;
    perform(ctx, 'customers.create', { name, phone });
  }
}

const CANCELLED = ['Changed their mind', 'Waited too long', 'Ordered twice', 'Wrong item rung up'] as const;

const stillOwes = (ctx: CommandContext, orderId: number): boolean =>
  ctx.db.row('SELECT 1 FROM orders WHERE id = ? AND paid_amount < total', [orderId]) !== undefined;

const stockOf = (ctx: CommandContext, itemId: number): number =>
  ctx.db.row<{ stock_qty: number }>('SELECT stock_qty FROM items WHERE id = ?', [itemId])?.stock_qty ?? 0;
