import type { OrderStatus } from '../../../domain/order-status.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { type DemoCafe, minorOf } from './demo-cafe.ts';
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

/** In hundredths of the currency. */
const OPENING_FLOAT = 15_000;

/** The café while its past is made: what its people do, each act a call of the real service at the context's time. */
export class HistoryShop {
  readonly staff: HistoryParts['staff'];
  readonly #parts: HistoryParts;
  readonly #stocked: readonly { item: SellableItem; daily: number; isSlow: boolean }[];
  #newcomers: number;
  #shiftId = 0;

  constructor(parts: HistoryParts) {
    this.staff = parts.staff;
    this.#parts = parts;
    this.#newcomers = 0;
    const known = new Map(parts.cafe.categories.flatMap((category) => category.items.map((item) => [item.name, item] as const)));
    this.#stocked = parts.menu.items.flatMap((item) => {
      const { daily, sells = 0 } = known.get(item.name) ?? {};
      return item.isLimited && daily !== undefined ? [{ item, daily, isSlow: sells <= 1 }] : [];
    });
  }

  openShift(ctx: CommandContext): void {
    this.#shiftId = perform(ctx, 'shifts.open', { opening_cash: minorOf(OPENING_FLOAT, ctx.currency.decimals) }).id;
  }

  /** Counts the drawer: mostly right, sometimes a little off. */
  closeShift(ctx: CommandContext): void {
    const { random } = this.#parts;
    const row = ctx.db.row<{ expected: number }>(
      `SELECT opening_cash
         + (SELECT coalesce(sum(total), 0) FROM orders WHERE shift_id = shifts.id AND payment_method = 'cash' AND status <> 'cancelled')
         - (SELECT coalesce(sum(amount), 0) FROM expenses WHERE shift_id = shifts.id AND paid_from_till = 1) AS expected
       FROM shifts WHERE id = ?`,
      [this.#shiftId],
    );
    const off = random.chance(0.65) ? 0 : minorOf(random.between(-70, 45) * 5, ctx.currency.decimals);
    const notes = off < -200 ? 'Counted twice' : null;
    perform(ctx, 'shifts.close', { shift_id: this.#shiftId, closing_cash: Math.max(0, (row?.expected ?? 0) + off), notes });
  }

  /** Bakes and cooks for the day; what keeps is only filled up when little is left. */
  restock(ctx: CommandContext): void {
    for (const { item, daily, isSlow } of this.#stocked) {
      const left = stockOf(ctx, item.id);
      if (!isSlow || left * 4 < daily) perform(ctx, 'items.update', { item_id: item.id, stock_qty: daily });
    }
  }

  /** Places an order of what is left, and answers its id; 0 when the shop has nothing to sell. */
  sell(ctx: CommandContext): number {
    const { trade, random, cafe } = this.#parts;
    const lines = this.#available(ctx, trade.basket(ctx.moment.hour));
    if (lines.length === 0) return 0;
    const order = perform(ctx, 'orders.create', {
      customer_id: this.#customer(ctx),
      payment_method: trade.method(),
      discount_id: trade.discount()?.id ?? null,
      notes: random.chance(0.05) ? random.pick(cafe.notes) : null,
      items: lines.map((line) => ({ item_id: line.item.id, quantity: line.quantity, addon_ids: line.addons.map((addon) => addon.id) })),
    });
    return order.id;
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

  move(ctx: CommandContext, orderId: number, status: OrderStatus): void {
    if (orderId !== 0) perform(ctx, 'orders.setStatus', { order_id: orderId, status });
  }

  /** `amount` in hundredths. From the till: out of the open shift's drawer. */
  spend(ctx: CommandContext, expense: { category: string; description: string; amount: number; fromTill: boolean }): void {
    perform(ctx, 'expenses.create', {
      category: expense.category,
      description: expense.description,
      amount: minorOf(expense.amount, ctx.currency.decimals),
      shift_id: expense.fromTill ? this.#shiftId : null,
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

const stockOf = (ctx: CommandContext, itemId: number): number =>
  ctx.db.row<{ stock_qty: number }>('SELECT stock_qty FROM items WHERE id = ?', [itemId])?.stock_qty ?? 0;
