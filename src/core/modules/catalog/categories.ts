import type { Selectable } from 'kysely';
import type { Category } from '../../../contract/catalog.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { foldText, nameKey } from '../../../domain/search-text.ts';
import { flag, type Tables } from '../../database/tables.ts';
import { changedFields, deletedAnswer, hasChanges } from '../../kernel/changes.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { invalidField, notFound, Refusal, refuseStale, refuseStaleDelete } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { recordAudit } from '../audit/index.ts';

type Row = Selectable<Tables['categories']>;

const toCategory = (row: Row): Category => ({
  id: row.id,
  name: row.name,
  description: row.description,
  display_order: row.display_order,
  is_active: row.is_active === 1,
  created_at: row.created_at,
  updated_at: row.updated_at,
  version: row.version,
});

/** The category, or "Category with id <id> not found". */
export const categoryRow = (ctx: QueryContext, id: number): Row => {
  const row = ctx.db.first(ctx.db.q.selectFrom('categories').selectAll().where('id', '=', id));
  if (!row) throw notFound('Category', id);
  return row;
};

export const getCategory = (ctx: QueryContext, input: ParsedInputOf<'categories.get'>): Category =>
  toCategory(categoryRow(ctx, input.category_id));

export const listCategories = (ctx: QueryContext, input: ParsedInputOf<'categories.list'>) => {
  let filtered = ctx.db.q.selectFrom('categories');
  if (input.is_active !== undefined) filtered = filtered.where('is_active', '=', flag(input.is_active));
  if (input.search) filtered = filtered.where((eb) => eb(eb.fn('instr', ['search_text', eb.val(foldText(input.search ?? ''))]), '>', 0));
  const total = ctx.db.first<{ n: number }>(filtered.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const sorted = input.sort ? filtered.orderBy(input.sort, input.order) : filtered.orderBy('display_order').orderBy('name');
  const rows = ctx.db.all(sorted.selectAll().orderBy('id').limit(input.per_page).offset(offsetOf(input)));
  return pageEnvelope(rows.map(toCategory), total, input);
};

export const createCategory = (ctx: CommandContext, input: ParsedInputOf<'categories.create'>): Category => {
  refuseTakenName(ctx, input.name, null);
  const { id } = ctx.db.run(
    ctx.db.q.insertInto('categories').values({
      name: input.name,
      name_key: nameKey(input.name),
      search_text: foldText(input.name),
      description: input.description,
      display_order: input.display_order,
      is_active: flag(input.is_active),
      created_at: ctx.now,
      updated_at: ctx.now,
    }),
  );
  const after = toCategory(categoryRow(ctx, id));
  recordAudit(ctx, { entity: 'Category', id, action: 'create', after });
  ctx.emit('categories', 'create', id);
  return after;
};

export const updateCategory = (ctx: CommandContext, input: ParsedInputOf<'categories.update'>): Category => {
  const row = categoryRow(ctx, input.category_id);
  const before = toCategory(row);
  const { category_id: _, if_version, ...patch } = input;
  refuseStale('Category', before, if_version, patch);
  const changes = changedFields(before, patch);
  if (!hasChanges(changes)) return before;
  if (changes.name !== undefined) refuseTakenName(ctx, changes.name, row.id);
  const { is_active, ...plain } = changes;
  ctx.db.run(
    ctx.db.q
      .updateTable('categories')
      .set({
        ...plain,
        ...(is_active === undefined ? {} : { is_active: flag(is_active) }),
        ...(changes.name === undefined ? {} : { name_key: nameKey(changes.name), search_text: foldText(changes.name) }),
        updated_at: ctx.now,
        version: row.version + 1,
      })
      .where('id', '=', row.id),
  );
  const after = toCategory(categoryRow(ctx, row.id));
  recordAudit(ctx, { entity: 'Category', id: row.id, action: 'update', before, after });
  ctx.emit('categories', 'update', row.id);
  return after;
};

/** One command for a whole new order; every category gets a place of its own, from 1. Answers all of them in their order. */
export const reorderCategories = (ctx: CommandContext, input: ParsedInputOf<'categories.reorder'>): Category[] => {
  const rows = ctx.db.all(ctx.db.q.selectFrom('categories').selectAll().orderBy('display_order').orderBy('name').orderBy('id'));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const moved = new Set(input.ids);
  if (moved.size !== input.ids.length) throw invalidField('ids', 'value_error', 'Input should name each category once', input.ids);
  for (const id of moved) if (!byId.has(id)) throw notFound('Category', id);
  const wanted = [...input.ids];
  const ordered = rows.map((row) => (moved.has(row.id) ? byId.get(wanted.shift() ?? row.id) : row) ?? row);
  const changed = ordered.filter((row, index) => row.display_order !== index + 1);
  for (const [index, row] of ordered.entries()) {
    if (row.display_order === index + 1) continue;
    ctx.db.execute('UPDATE categories SET display_order = ?, updated_at = ?, version = version + 1 WHERE id = ?', [
      index + 1,
      ctx.now,
      row.id,
    ]);
  }
  if (changed.length > 0) {
    const order = (list: readonly Row[]) => ({ order: list.map(({ id, name }) => ({ id, name })) });
    recordAudit(ctx, { entity: 'Category', id: null, action: 'reorder', before: order(rows), after: order(ordered) });
    ctx.emit('categories', 'update', null);
  }
  return ordered.map((row) => toCategory(categoryRow(ctx, row.id)));
};

export const deleteCategory = (ctx: CommandContext, input: ParsedInputOf<'categories.delete'>) => {
  const row = categoryRow(ctx, input.category_id);
  refuseStaleDelete('Category', row, input.if_version);
  const items = ctx.db.row<{ n: number }>('SELECT count(*) AS n FROM items WHERE category_id = ?', [row.id])?.n ?? 0;
  if (items > 0) {
    throw new Refusal(
      'category_not_empty',
      `Cannot delete category '${row.name}' — it has ${items} item(s). Remove or reassign items first.`,
    );
  }
  ctx.db.execute('DELETE FROM categories WHERE id = ?', [row.id]);
  recordAudit(ctx, { entity: 'Category', id: row.id, action: 'delete', before: toCategory(row) });
  ctx.emit('categories', 'delete', row.id);
  return deletedAnswer('Category', row.id);
};

/** Names are unique without regard to case (DECISIONS 13). */
const refuseTakenName = (ctx: QueryContext, name: string, ownId: number | null): void => {
  const taken = ctx.db.row<{ id: number }>('SELECT id FROM categories WHERE name_key = ?', [nameKey(name)]);
  if (taken && taken.id !== ownId) throw new Refusal('already_exists', `Category '${name}' already exists`);
};
