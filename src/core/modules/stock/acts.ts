import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { invalidField, notFound, Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { moveStock, setStock, UNLIMITED } from './ledger.ts';

export interface StockedItem {
  readonly id: number;
  readonly name: string;
  readonly stock_qty: number;
}

/** Refuses with "Item with id <id> not found". */
export const requireItem = (ctx: QueryContext, id: number): StockedItem => {
  const item = ctx.db.row<StockedItem>('SELECT id, name, stock_qty FROM items WHERE id = ?', [id]);
  if (!item) throw notFound('Item', id);
  return item;
};

/** The item, which has a stock figure; refuses one that is not tracked. */
export const requireTracked = (ctx: QueryContext, id: number): StockedItem => {
  const item = requireItem(ctx, id);
  if (item.stock_qty < 0) {
    throw new Refusal(
      'unlimited_stock',
      `The stock of '${item.name}' is not tracked, so it has no figure to change. Begin tracking it first.`,
    );
  }
  return item;
};

const requireLeft = (item: StockedItem, quantity: number): void => {
  if (item.stock_qty >= quantity) return;
  throw new Refusal('insufficient_stock', `Insufficient stock for '${item.name}'. Available: ${item.stock_qty}, Requested: ${quantity}`);
};

const changeOf = (item: StockedItem, quantity: number) => ({
  item_id: item.id,
  item_name: item.name,
  quantity,
  stock_qty: item.stock_qty + quantity,
});

/** Puts a delivery into the stock. */
export const receiveStock = (ctx: CommandContext, input: ParsedInputOf<'stock.receive'>): OutputOf<'stock.receive'> => {
  const item = requireTracked(ctx, input.item_id);
  const { quantity, unit_cost, supplier, reference, note } = input;
  moveStock(ctx, item.id, quantity, 'receive', null, { note, unitCost: unit_cost, supplier, reference });
  const after = changeOf(item, quantity);
  recordAudit(ctx, {
    entity: 'Stock',
    id: item.id,
    action: 'receive',
    before: { stock_qty: item.stock_qty },
    after: { ...after, unit_cost, supplier, reference, note },
  });
  ctx.emit('items', 'update', item.id);
  return after;
};

/** Corrects a stock by a difference that somebody knows the reason of. */
export const adjustStock = (ctx: CommandContext, input: ParsedInputOf<'stock.adjust'>): OutputOf<'stock.adjust'> => {
  const item = requireTracked(ctx, input.item_id);
  if (input.quantity === 0) throw invalidField('quantity', 'value_error', 'An adjustment by nothing changes nothing', 0);
  requireLeft(item, -input.quantity);
  moveStock(ctx, item.id, input.quantity, 'adjustment', null, { note: input.reason });
  const after = changeOf(item, input.quantity);
  recordAudit(ctx, { entity: 'Stock', id: item.id, action: 'adjust', before: { stock_qty: item.stock_qty }, after, reason: input.reason });
  ctx.emit('items', 'update', item.id);
  return after;
};

/** Begins to track an item's stock with what is there, or stops: then it sells without a figure. */
export const trackStock = (ctx: CommandContext, input: ParsedInputOf<'stock.track'>): OutputOf<'stock.track'> => {
  const item = requireItem(ctx, input.item_id);
  const isTracked = item.stock_qty !== UNLIMITED;
  if (isTracked === input.is_tracked) return changeOf(item, 0);
  const target = input.is_tracked ? input.quantity : UNLIMITED;
  setStock(ctx, item.id, target, 'opening', { note: input.note });
  const held = Math.max(0, item.stock_qty);
  const after = { item_id: item.id, item_name: item.name, quantity: Math.max(0, target) - held, stock_qty: target };
  recordAudit(ctx, {
    entity: 'Stock',
    id: item.id,
    action: input.is_tracked ? 'track' : 'untrack',
    before: { stock_qty: item.stock_qty },
    after,
    reason: input.note,
  });
  ctx.emit('items', 'update', item.id);
  return after;
};

/** Takes spoiled goods out of a limited stock. */
export const wasteStock = (ctx: CommandContext, input: ParsedInputOf<'stock.waste'>): OutputOf<'stock.waste'> => {
  const item = requireTracked(ctx, input.item_id);
  requireLeft(item, input.quantity);
  const approvedBy = ctx.approvalFor('stock.waste', 'Writing goods off');
  moveStock(ctx, item.id, -input.quantity, 'waste', null, { note: input.reason });
  const answer = {
    item_id: item.id,
    item_name: item.name,
    quantity: input.quantity,
    reason: input.reason,
    stock_qty: item.stock_qty - input.quantity,
  };
  recordAudit(ctx, { entity: 'Stock', id: item.id, action: 'waste', after: answer, reason: input.reason, approvedBy });
  ctx.emit('items', 'update', item.id);
  return answer;
};
