import type { Selectable } from 'kysely';
import type { Item } from '../../../contract/catalog.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { foldText } from '../../../domain/search-text.ts';
import { flag, type Tables } from '../../database/tables.ts';
import { changedFields, deletedAnswer, hasChanges } from '../../kernel/changes.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { notFound, Refusal, refuseStaleDelete } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { recordAudit } from '../audit/index.ts';
import { categoryRow } from './categories.ts';

type Row = Selectable<Tables['items']> & { category_name: string };

const withCategory = (ctx: QueryContext) => ctx.db.q.selectFrom('items').innerJoin('categories', 'categories.id', 'items.category_id');

const toItem = (row: Row): Item => ({
  id: row.id,
  category_id: row.category_id,
  category_name: row.category_name,
  category: { id: row.category_id, name: row.category_name },
  name: row.name,
  description: row.description,
  price: row.price,
  image_url: row.image_url,
  is_available: row.is_available === 1,
  stock_qty: row.stock_qty,
  created_at: row.created_at,
  updated_at: row.updated_at,
  version: row.version,
});

const itemRow = (ctx: QueryContext, id: number): Row => {
  const row = ctx.db.first(withCategory(ctx).selectAll('items').select('categories.name as category_name').where('items.id', '=', id));
  if (!row) throw notFound('Item', id);
  return row;
};

/** The item as the API shows it, or "Item with id <id> not found". */
export const readItem = (ctx: QueryContext, id: number): Item => toItem(itemRow(ctx, id));

export const getItem = (ctx: QueryContext, input: ParsedInputOf<'items.get'>): Item => readItem(ctx, input.item_id);

const SORTS = {
  name: 'items.name',
  price: 'items.price',
  category: 'categories.name',
  stock_qty: 'items.stock_qty',
  created_at: 'items.created_at',
} as const;

const STOCK_FILTERS = { limited: ['>=', 0], out: ['=', 0], unlimited: ['=', -1] } as const;

export const listItems = (ctx: QueryContext, input: ParsedInputOf<'items.list'>) => {
  let filtered = withCategory(ctx);
  if (input.category_id !== undefined) filtered = filtered.where('items.category_id', '=', input.category_id);
  if (input.is_available !== undefined) filtered = filtered.where('items.is_available', '=', flag(input.is_available));
  if (input.min_price !== undefined) filtered = filtered.where('items.price', '>=', input.min_price);
  if (input.max_price !== undefined) filtered = filtered.where('items.price', '<=', input.max_price);
  if (input.stock !== undefined) {
    const [operator, quantity] = STOCK_FILTERS[input.stock];
    filtered = filtered.where('items.stock_qty', operator, quantity);
  }
  if (input.search) {
    filtered = filtered.where((eb) => eb(eb.fn('instr', ['items.search_text', eb.val(foldText(input.search ?? ''))]), '>', 0));
  }
  if (input.q) {
    const text = foldText(input.q);
    const number = /^\d{1,15}$/.test(input.q.trim()) ? Number(input.q) : null;
    filtered = filtered.where((eb) => {
      const named = eb(eb.fn('instr', ['items.search_text', eb.val(text)]), '>', 0);
      return number === null ? named : eb.or([named, eb('items.id', '=', number)]);
    });
  }
  const total = ctx.db.first<{ n: number }>(filtered.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const rows = ctx.db.all(
    filtered
      .selectAll('items')
      .select('categories.name as category_name')
      .orderBy(SORTS[input.sort ?? 'name'], input.order)
      .orderBy('items.id')
      .limit(input.per_page)
      .offset(offsetOf(input)),
  );
  return pageEnvelope(rows.map(toItem), total, input);
};

/** What is searched: the name and the description. */
export const itemSearchText = (name: string, description: string | null): string =>
  foldText(description ? `${name}\n${description}` : name);

export type NewItem = Omit<ParsedInputOf<'items.create'>, 'stock_qty'>;

/** Adds an item with unlimited stock and answers its id; the stock module sets a limit and writes the audit row. */
export const insertItem = (ctx: CommandContext, input: NewItem): number => {
  categoryRow(ctx, input.category_id);
  return ctx.db.run(
    ctx.db.q.insertInto('items').values({
      category_id: input.category_id,
      name: input.name,
      search_text: itemSearchText(input.name, input.description),
      description: input.description,
      price: input.price,
      image_url: input.image_url,
      is_available: flag(input.is_available),
      stock_qty: -1,
      created_at: ctx.now,
      updated_at: ctx.now,
    }),
  ).id;
};

export type ItemPatch = Omit<ParsedInputOf<'items.update'>, 'item_id' | 'stock_qty' | 'if_version'>;

/** Changes all but the stock; answers whether anything was changed. */
export const changeItem = (ctx: CommandContext, id: number, patch: ItemPatch): boolean => {
  const row = itemRow(ctx, id);
  const changes = changedFields(toItem(row), patch);
  if (changes.category_id !== undefined) categoryRow(ctx, changes.category_id);
  if (!hasChanges(changes)) return false;
  const { is_available, category: _, category_name: __, ...plain } = changes;
  const name = changes.name ?? row.name;
  const description = changes.description === undefined ? row.description : changes.description;
  ctx.db.run(
    ctx.db.q
      .updateTable('items')
      .set({
        ...plain,
        ...(is_available === undefined ? {} : { is_available: flag(is_available) }),
        search_text: itemSearchText(name, description),
        updated_at: ctx.now,
        version: row.version + 1,
      })
      .where('id', '=', id),
  );
  return true;
};

export const deleteItem = (ctx: CommandContext, input: ParsedInputOf<'items.delete'>) => {
  const before = readItem(ctx, input.item_id);
  refuseStaleDelete('Item', before, input.if_version);
  if (ctx.db.row('SELECT 1 FROM order_lines WHERE item_id = ? LIMIT 1', [before.id])) {
    throw new Refusal('in_use', `Item '${before.name}' is part of past orders and cannot be deleted. Make it unavailable instead.`);
  }
  ctx.db.execute('DELETE FROM items WHERE id = ?', [before.id]);
  recordAudit(ctx, { entity: 'Item', id: before.id, action: 'delete', before });
  ctx.emit('items', 'delete', before.id);
  return deletedAnswer('Item', before.id);
};
