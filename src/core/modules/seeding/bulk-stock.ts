import type { StockReason } from '../../../contract/stock.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import type { BasketLine } from './trade.ts';

/**
 * Limited items in bulk: as much comes in before the sales as they take, what cancelled orders gave back is thrown away
 * after them. So every sale has its movements, no balance is ever below zero, and none is changed in the end.
 */
export class BulkStock {
  readonly #left = new Map<number, number>();

  constructor(ctx: CommandContext, lines: readonly BasketLine[], receivedAt: string) {
    for (const { item, quantity } of lines) {
      if (item.isLimited) this.#left.set(item.id, (this.#left.get(item.id) ?? 0) + quantity);
    }
    for (const [itemId, quantity] of this.#left) move(ctx, { itemId, quantity, reason: 'receive', orderId: null, at: receivedAt });
  }

  sell(ctx: CommandContext, sale: { orderId: number; basket: readonly BasketLine[]; isCancelled: boolean; at: string }): void {
    for (const { item, quantity } of sale.basket) {
      if (!item.isLimited) continue;
      const movement = { itemId: item.id, orderId: sale.orderId, at: sale.at };
      move(ctx, { ...movement, quantity: -quantity, reason: 'sale' });
      if (sale.isCancelled) move(ctx, { ...movement, quantity, reason: 'cancel' });
      else this.#left.set(item.id, (this.#left.get(item.id) ?? 0) - quantity);
    }
  }

  finish(ctx: CommandContext, at: string): void {
    for (const [itemId, quantity] of this.#left) {
      if (quantity !== 0) move(ctx, { itemId, quantity: -quantity, reason: 'waste', orderId: null, at });
    }
  }
}

const move = (
  ctx: CommandContext,
  movement: { itemId: number; quantity: number; reason: StockReason; orderId: number | null; at: string },
): void => {
  ctx.db.execute('INSERT INTO stock_movements (item_id, quantity, reason, order_id, actor, created_at) VALUES (?, ?, ?, ?, ?, ?)', [
    movement.itemId,
    movement.quantity,
    movement.reason,
    movement.orderId,
    actorOf(ctx.caller),
    movement.at,
  ]);
};
