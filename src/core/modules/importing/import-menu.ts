import { DISCOUNT_TYPES, discountUnits } from '../../../domain/discount.ts';
import { MAX_MONEY, PPM } from '../../../domain/money.ts';
import { foldText, nameKey } from '../../../domain/search-text.ts';
import { actorOf } from '../../kernel/caller.ts';
import { itemSearchText } from '../catalog/index.ts';
import { customerSearchText } from '../customers/index.ts';
import type { ImportRun } from './import-run.ts';
import type { PhiloRow } from './philo-row.ts';

/** What later tables copy from the menu: the names as they are now, since the original keeps none on its orders. */
export interface ImportedMenu {
  readonly items: ReadonlyMap<number, { name: string; categoryId: number; categoryName: string }>;
  readonly addons: ReadonlyMap<number, string>;
  readonly discounts: ReadonlyMap<number, string>;
}

/** The original stored names of spaces only; ours are trimmed and never empty (DECISIONS 13). */
const nameOf = (row: PhiloRow, fallback: string): string => {
  const stored = row.text('name');
  const name = stored.trim();
  if (name !== '') return name;
  row.warn(`has no name; called "${fallback} ${row.id}"`);
  return `${fallback} ${row.id}`;
};

/** Names that differ only by case cannot both stay: the later one gets a number. */
const uniqueName = (row: PhiloRow, fallback: string, taken: Set<string>): string => {
  const name = nameOf(row, fallback);
  let unique = name;
  for (let number = 2; taken.has(nameKey(unique)); number += 1) unique = `${name} (${number})`;
  if (unique !== name) row.warn(`"${name}" is there already in other letters; called "${unique}"`);
  taken.add(nameKey(unique));
  return unique;
};

const times = (row: PhiloRow) => [row.instant('created_at'), row.instant('updated_at')] as const;

/** Categories, items with their opening stock, add-ons and discounts, all with their ids. */
export const importMenu = (run: ImportRun): ImportedMenu => {
  const categories = importCategories(run);
  return { items: importItems(run, categories), addons: importAddons(run), discounts: importDiscounts(run) };
};

const importCategories = (run: ImportRun): Map<number, string> => {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const row of run.rows('categories')) {
    const name = uniqueName(row, 'Category', taken);
    names.set(row.id, name);
    run.write(
      `INSERT INTO categories (id, name, name_key, search_text, description, display_order, is_active, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.id,
        name,
        nameKey(name),
        foldText(name),
        row.textOrNull('description'),
        row.integer('display_order', { min: 0 }),
        row.flag('is_active'),
        ...times(row),
      ],
    );
  }
  return names;
};

const importItems = (run: ImportRun, categories: ReadonlyMap<number, string>): ImportedMenu['items'] => {
  const items = new Map<number, { name: string; categoryId: number; categoryName: string }>();
  for (const row of run.rows('items')) {
    const name = nameOf(row, 'Item');
    const categoryId = row.integer('category_id', { min: 1 });
    const description = row.textOrNull('description');
    const stock = stockOf(row);
    items.set(row.id, { name, categoryId, categoryName: categories.get(categoryId) ?? '' });
    run.write(
      `INSERT INTO items (id, category_id, name, search_text, description, price, image_url, is_available, stock_qty, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.id,
        categoryId,
        name,
        itemSearchText(name, description),
        description,
        row.amount('price', { min: 1 }),
        row.textOrNull('image_url'),
        row.flag('is_available'),
        stock,
        ...times(row),
      ],
    );
    if (stock > 0) {
      run.write('INSERT INTO stock_movements (item_id, quantity, reason, actor, created_at) VALUES (?, ?, ?, ?, ?)', [
        row.id,
        stock,
        'opening',
        actorOf(run.ctx.caller),
        run.ctx.now,
      ]);
    }
  }
  return items;
};

/** -1 is unlimited; less than that can only come from the original's lost updates. */
const stockOf = (row: PhiloRow): number => {
  const stock = row.integer('stock_qty', { min: -1_000_000_000, max: 1_000_000_000 });
  if (stock >= -1) return stock;
  row.warn(`stock ${stock} is below nothing; kept as 0`);
  return 0;
};

const importAddons = (run: ImportRun): Map<number, string> => {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const row of run.rows('addons')) {
    const name = uniqueName(row, 'Add-on', taken);
    names.set(row.id, name);
    run.write(
      'INSERT INTO addons (id, name, name_key, search_text, price, is_available, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      [row.id, name, nameKey(name), foldText(name), row.amount('price'), row.flag('is_available'), ...times(row)],
    );
  }
  return names;
};

const importDiscounts = (run: ImportRun): Map<number, string> => {
  const names = new Map<number, string>();
  for (const row of run.rows('discounts')) {
    const name = nameOf(row, 'Discount');
    const type = row.choice('type', DISCOUNT_TYPES);
    const { value, usable } = type === 'percentage' ? percentageOf(run, row) : { value: row.amount('value', { min: 1 }), usable: true };
    const window = windowOf(row);
    names.set(row.id, name);
    run.write(
      `INSERT INTO discounts (id, name, search_text, type, value, is_active, start_date, end_date, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.id,
        name,
        foldText(name),
        type,
        value,
        usable && window.usable ? row.flag('is_active') : 0,
        window.start,
        window.end,
        ...times(row),
      ],
    );
  }
  return names;
};

/** The original took any percentage; one that ours does not have comes over switched off, so that nobody gives it by mistake. */
const percentageOf = (run: ImportRun, row: PhiloRow): { value: number; usable: boolean } => {
  const percent = row.number('value');
  const exact = discountUnits('percentage', percent, run.ctx.currency.decimals);
  const value = exact ?? Math.round(percent * 10_000);
  if (value > PPM || value > MAX_MONEY) {
    row.warn(`${percent} percent is more than everything; kept as 100 percent, switched off`);
    return { value: PPM, usable: false };
  }
  if (value <= 0) {
    row.fault(`value is ${percent}, not a percentage`);
    return { value: 1, usable: false };
  }
  if (exact === null) row.warn(`${percent} percent has more decimals than are kept; kept as ${value / 10_000} percent`);
  return { value, usable: true };
};

/** The original let a discount end before it started; it could be given all the same. */
const windowOf = (row: PhiloRow): { start: string | null; end: string | null; usable: boolean } => {
  const start = row.instantOrNull('start_date');
  const end = row.instantOrNull('end_date');
  if (start === null || end === null || start <= end) return { start, end, usable: true };
  row.warn(`ends (${end}) before it starts (${start}); kept without its end, switched off`);
  return { start, end: null, usable: false };
};

/** Customers with their ids. Their totals are not copied: they are derived from their orders (DECISIONS 15). */
export const importCustomers = (run: ImportRun): void => {
  for (const row of run.rows('customers')) {
    const name = nameOf(row, 'Customer');
    const phone = contactOf(row, 'phone');
    const email = contactOf(row, 'email');
    run.write('INSERT INTO customers (id, name, search_text, phone, email, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      row.id,
      name,
      customerSearchText({ name, phone, email }),
      phone,
      email,
      ...times(row),
    ]);
  }
};

/** Empty means none (DECISIONS 12). */
const contactOf = (row: PhiloRow, column: 'phone' | 'email'): string | null => {
  const stored = row.textOrNull(column);
  return stored === null || stored.trim() === '' ? null : stored;
};
