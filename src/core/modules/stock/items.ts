import type { Item } from '../../../contract/catalog.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { refuseStale } from '../../kernel/errors.ts';
import { switchRows } from '../../kernel/switching.ts';
import { recordAudit } from '../audit/index.ts';
import { changeItem, insertItem, readItem } from '../catalog/index.ts';
import { setStock, UNLIMITED } from './ledger.ts';

/** Adds an item; a limited stock starts with its opening movement. */
export const createItem = (ctx: CommandContext, input: ParsedInputOf<'items.create'>): Item => {
  const { stock_qty, ...item } = input;
  const id = insertItem(ctx, item);
  if (stock_qty !== UNLIMITED) setStock(ctx, id, stock_qty, 'opening');
  const after = readItem(ctx, id);
  recordAudit(ctx, { entity: 'Item', id, action: 'create', after });
  ctx.emit('items', 'create', id);
  return after;
};

/** Changes an item; a new stock figure is an adjustment, kept as a movement. */
export const updateItem = (ctx: CommandContext, input: ParsedInputOf<'items.update'>): Item => {
  const { item_id: id, stock_qty, if_version, ...patch } = input;
  const before = readItem(ctx, id);
  refuseStale('Item', before, if_version, { ...patch, stock_qty });
  const changed = changeItem(ctx, id, patch);
  const restocked = stock_qty !== undefined && setStock(ctx, id, stock_qty, 'adjustment');
  if (!changed && !restocked) return before;
  const after = readItem(ctx, id);
  recordAudit(ctx, { entity: 'Item', id, action: 'update', before, after });
  ctx.emit('items', 'update', id);
  return after;
};

/** Offers items at the till or takes them off, all or none. */
export const switchItems = (ctx: CommandContext, { rows, is_available }: ParsedInputOf<'items.switch'>) =>
  switchRows(ctx, rows, readItem, (_, id) => updateItem(ctx, { item_id: id, is_available }));
