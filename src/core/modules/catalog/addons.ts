import type { Selectable } from 'kysely';
import type { Addon } from '../../../contract/catalog.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { foldText, nameKey } from '../../../domain/search-text.ts';
import { flag, type Tables } from '../../database/tables.ts';
import { changedFields, deletedAnswer, hasChanges } from '../../kernel/changes.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { notFound, Refusal, refuseStale, refuseStaleDelete } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { switchRows } from '../../kernel/switching.ts';
import { recordAudit } from '../audit/index.ts';

type Row = Selectable<Tables['addons']>;

const toAddon = (row: Row): Addon => ({
  id: row.id,
  name: row.name,
  price: row.price,
  is_available: row.is_available === 1,
  created_at: row.created_at,
  updated_at: row.updated_at,
  version: row.version,
});

const addonRow = (ctx: QueryContext, id: number): Row => {
  const row = ctx.db.first(ctx.db.q.selectFrom('addons').selectAll().where('id', '=', id));
  if (!row) throw notFound('Addon', id);
  return row;
};

export const getAddon = (ctx: QueryContext, input: ParsedInputOf<'addons.get'>): Addon => toAddon(addonRow(ctx, input.addon_id));

export const listAddons = (ctx: QueryContext, input: ParsedInputOf<'addons.list'>) => {
  let filtered = ctx.db.q.selectFrom('addons');
  if (input.is_available !== undefined) filtered = filtered.where('is_available', '=', flag(input.is_available));
  if (input.search) filtered = filtered.where((eb) => eb(eb.fn('instr', ['search_text', eb.val(foldText(input.search ?? ''))]), '>', 0));
  const total = ctx.db.first<{ n: number }>(filtered.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const rows = ctx.db.all(
    filtered
      .selectAll()
      .orderBy(input.sort ?? 'name', input.order)
      .orderBy('id')
      .limit(input.per_page)
      .offset(offsetOf(input)),
  );
  return pageEnvelope(rows.map(toAddon), total, input);
};

export const createAddon = (ctx: CommandContext, input: ParsedInputOf<'addons.create'>): Addon => {
  refuseTakenName(ctx, input.name, null);
  const { id } = ctx.db.run(
    ctx.db.q.insertInto('addons').values({
      name: input.name,
      name_key: nameKey(input.name),
      search_text: foldText(input.name),
      price: input.price,
      is_available: flag(input.is_available),
      created_at: ctx.now,
      updated_at: ctx.now,
    }),
  );
  const after = toAddon(addonRow(ctx, id));
  recordAudit(ctx, { entity: 'Addon', id, action: 'create', after });
  ctx.emit('addons', 'create', id);
  return after;
};

export const updateAddon = (ctx: CommandContext, input: ParsedInputOf<'addons.update'>): Addon => {
  const row = addonRow(ctx, input.addon_id);
  const before = toAddon(row);
  const { addon_id: _, if_version, ...patch } = input;
  refuseStale('Addon', before, if_version, patch);
  const changes = changedFields(before, patch);
  if (!hasChanges(changes)) return before;
  if (changes.name !== undefined) refuseTakenName(ctx, changes.name, row.id);
  const { is_available, ...plain } = changes;
  ctx.db.run(
    ctx.db.q
      .updateTable('addons')
      .set({
        ...plain,
        ...(is_available === undefined ? {} : { is_available: flag(is_available) }),
        ...(changes.name === undefined ? {} : { name_key: nameKey(changes.name), search_text: foldText(changes.name) }),
        updated_at: ctx.now,
        version: row.version + 1,
      })
      .where('id', '=', row.id),
  );
  const after = toAddon(addonRow(ctx, row.id));
  recordAudit(ctx, { entity: 'Addon', id: row.id, action: 'update', before, after });
  ctx.emit('addons', 'update', row.id);
  return after;
};

/** Offers add-ons or takes them off, all or none. */
export const switchAddons = (ctx: CommandContext, { rows, is_available }: ParsedInputOf<'addons.switch'>) =>
  switchRows(
    ctx,
    rows,
    (_, id) => toAddon(addonRow(ctx, id)),
    (_, id) => updateAddon(ctx, { addon_id: id, is_available }),
  );

export const deleteAddon = (ctx: CommandContext, input: ParsedInputOf<'addons.delete'>) => {
  const row = addonRow(ctx, input.addon_id);
  refuseStaleDelete('Addon', row, input.if_version);
  if (ctx.db.row('SELECT 1 FROM order_line_addons WHERE addon_id = ? LIMIT 1', [row.id])) {
    throw new Refusal('in_use', `Addon '${row.name}' is part of past orders and cannot be deleted. Make it unavailable instead.`);
  }
  ctx.db.execute('DELETE FROM addons WHERE id = ?', [row.id]);
  recordAudit(ctx, { entity: 'Addon', id: row.id, action: 'delete', before: toAddon(row) });
  ctx.emit('addons', 'delete', row.id);
  return deletedAnswer('Addon', row.id);
};

/** Names are unique without regard to case (DECISIONS 13). */
const refuseTakenName = (ctx: QueryContext, name: string, ownId: number | null): void => {
  const taken = ctx.db.row<{ id: number }>('SELECT id FROM addons WHERE name_key = ?', [nameKey(name)]);
  if (taken && taken.id !== ownId) throw new Refusal('already_exists', `Addon '${name}' already exists`);
};
