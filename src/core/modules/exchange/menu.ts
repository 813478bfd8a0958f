import type { DecimalSign } from '../../../contract/exchange.ts';
import { nameKey } from '../../../domain/search-text.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { readFlag, readMoney, readName, readStock, readText, readWhole, type Reader, writeFlag, writeMoney, writeStock } from './cells.ts';
import { type CsvRow, type CsvTable, readCsv } from './csv.ts';
import { byId, difference, indexed, perform, Plan } from './plan.ts';

/** One file for the whole menu; `type` says what a row is. Columns that a type has no use for stay empty. */
export const MENU_COLUMNS = ['type', 'id', 'category', 'name', 'description', 'price', 'available', 'stock', 'order', 'image'] as const;

type Cells = Partial<Record<(typeof MENU_COLUMNS)[number], string>>;

interface CategoryRow {
  id: number;
  name: string;
  description: string | null;
  display_order: number;
  is_active: number;
}

interface ItemRow {
  id: number;
  category_id: number;
  category: string;
  name: string;
  description: string | null;
  price: number;
  image_url: string | null;
  is_available: number;
  stock_qty: number;
}

interface AddonRow {
  id: number;
  name: string;
  price: number;
  is_available: number;
}

const readMenu = (ctx: QueryContext) => ({
  categories: ctx.db.rows<CategoryRow>(
    'SELECT id, name, description, display_order, is_active FROM categories ORDER BY display_order, name, id',
  ),
  items: ctx.db.rows<ItemRow>(
    `SELECT items.id, category_id, categories.name AS category, items.name, items.description, price, image_url, is_available, stock_qty
     FROM items JOIN categories ON categories.id = items.category_id ORDER BY categories.display_order, categories.name, items.name, items.id`,
  ),
  addons: ctx.db.rows<AddonRow>('SELECT id, name, price, is_available FROM addons ORDER BY name, id'),
});

const cellsOf = (ctx: QueryContext, decimal: DecimalSign) => ({
  category: (row: CategoryRow): Cells => ({
    type: 'category',
    id: String(row.id),
    name: row.name,
    description: row.description ?? '',
    available: writeFlag(row.is_active),
    order: String(row.display_order),
  }),
  item: (row: ItemRow): Cells => ({
    type: 'item',
    id: String(row.id),
    category: row.category,
    name: row.name,
    description: row.description ?? '',
    price: writeMoney(row.price, ctx.currency, decimal),
    available: writeFlag(row.is_available),
    stock: writeStock(row.stock_qty),
    image: row.image_url ?? '',
  }),
  addon: (row: AddonRow): Cells => ({
    type: 'addon',
    id: String(row.id),
    name: row.name,
    price: writeMoney(row.price, ctx.currency, decimal),
    available: writeFlag(row.is_available),
  }),
});

/** Where a row of the file finds what it is about. */
const indexMenu = ({ categories, items, addons }: ReturnType<typeof readMenu>) => ({
  category: { byId: new Map(categories.map((one) => [one.id, one])), byName: indexed(categories, (one) => nameKey(one.name)) },
  item: { byId: new Map(items.map((one) => [one.id, one])), byName: indexed(items, (one) => nameKey(one.name)) },
  addon: { byId: new Map(addons.map((one) => [one.id, one])), byName: indexed(addons, (one) => nameKey(one.name)) },
});

/** Every row of the menu as cells, in the order of MENU_COLUMNS. */
export const menuRows = (ctx: QueryContext, decimal: DecimalSign): string[][] => {
  const menu = readMenu(ctx);
  const write = cellsOf(ctx, decimal);
  const cells = [...menu.categories.map(write.category), ...menu.items.map(write.item), ...menu.addons.map(write.addon)];
  return cells.map((row) => MENU_COLUMNS.map((column) => row[column] ?? ''));
};

/** The columns whose names differ from the operation's fields. */
const COLUMN_OF = {
  is_available: 'available',
  is_active: 'available',
  stock_qty: 'stock',
  display_order: 'order',
  image_url: 'image',
  category_id: 'category',
};
const FIELD_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  category: { available: 'is_active', order: 'display_order' },
  item: { available: 'is_available', stock: 'stock_qty', image: 'image_url' },
  addon: { available: 'is_available' },
};

const fieldsOf = (type: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([column, value]) => [FIELD_OF[type]?.[column] ?? column, value]));

/** What a menu file would do. Categories may be named before or after the items that are in them. */
export const planMenu = (ctx: QueryContext, csv: string, decimal: DecimalSign): Plan => {
  const plan = new Plan();
  const table = readCsv(csv, { columns: MENU_COLUMNS, required: ['type', 'name'] }, plan.faults);
  plan.rows = table.rows.length;
  new MenuPlanner(ctx, plan, decimal, table).run();
  return plan;
};

class MenuPlanner {
  readonly #plan: Plan;
  readonly #table: CsvTable;
  readonly #index: ReturnType<typeof indexMenu>;
  readonly #cells: ReturnType<typeof cellsOf>;
  readonly #readers: Readonly<Record<'category' | 'item' | 'addon', Readonly<Record<string, Reader>>>>;
  /** Lines by what they are about: two lines about the same thing contradict each other. */
  readonly #seen = new Map<string, number>();
  /** Ids of categories by name, those that the file makes included once they are made. */
  readonly #categoryIds = new Map<string, number | null>();

  constructor(ctx: QueryContext, plan: Plan, decimal: DecimalSign, table: CsvTable) {
    this.#plan = plan;
    this.#table = table;
    const menu = readMenu(ctx);
    this.#index = indexMenu(menu);
    this.#cells = cellsOf(ctx, decimal);
    const price = readMoney(ctx.currency, decimal);
    this.#readers = {
      category: { name: readName, description: readText, available: readFlag, order: readWhole },
      item: { category: readName, name: readName, description: readText, price, available: readFlag, stock: readStock, image: readText },
      addon: { name: readName, price, available: readFlag },
    };
    for (const { id, name } of menu.categories) this.#categoryIds.set(nameKey(name), id);
  }

  run(): void {
    const typeOf = (row: CsvRow) => (row.cells['type'] ?? '').trim().toLowerCase();
    // Categories first, so that items find them wherever they stand in the file.
    for (const row of this.#table.rows) if (typeOf(row) === 'category') this.#category(row);
    for (const row of this.#table.rows) {
      const type = typeOf(row);
      if (type === 'item') this.#item(row);
      else if (type === 'addon') this.#addon(row);
      else if (type !== 'category') this.#plan.faults.add(row.line, 'type', 'should be category, item or addon', row.cells['type'] ?? '');
    }
  }

  #category(row: CsvRow): void {
    const found = byId(this.#plan, row, this.#index.category.byId);
    if (found === null) return;
    const key = nameKey((row.cells['name'] ?? '').trim());
    const named = this.#index.category.byName.get(key) ?? [];
    const existing = found ?? named[0];
    const other = named.find(({ id }) => id !== existing?.id);
    if (other) return this.#plan.faults.add(row.line, 'name', 'is the name of another category', row.cells['name'] ?? '');
    if (this.#isSeen(row, `category ${existing?.id ?? key}`)) return;
    const done = this.#record(row, 'category', existing, 'categories.create', 'categories.update', 'category_id', {}, (id) =>
      this.#categoryIds.set(key, id),
    );
    if (done && !this.#categoryIds.has(key)) this.#categoryIds.set(key, existing?.id ?? null);
  }

  #item(row: CsvRow): void {
    const found = byId(this.#plan, row, this.#index.item.byId);
    if (found === null) return;
    const name = nameKey((row.cells['name'] ?? '').trim());
    const category = nameKey((row.cells['category'] ?? '').trim());
    const named = (this.#index.item.byName.get(name) ?? []).filter((one) => category === '' || nameKey(one.category) === category);
    if (!found && named.length > 1)
      return this.#plan.faults.add(row.line, 'name', 'fits more than one item. Give the id or the category', row.cells['name'] ?? '');
    const existing = found ?? named[0];
    if (category !== '' && !this.#categoryIds.has(category))
      return this.#plan.faults.add(row.line, 'category', 'is no category, here or in the file', row.cells['category'] ?? '');
    if (this.#isSeen(row, `item ${existing?.id ?? `${category}\n${name}`}`)) return;
    // The id is looked up when it is carried out: the category may be one that the file makes.
    const isMoved = category !== '' && category !== nameKey(existing?.category ?? '');
    const late: Readonly<Record<string, () => number | undefined>> = isMoved
      ? { category_id: () => this.#categoryIds.get(category) ?? undefined }
      : {};
    this.#record(row, 'item', existing, 'items.create', 'items.update', 'item_id', late);
  }

  #addon(row: CsvRow): void {
    const found = byId(this.#plan, row, this.#index.addon.byId);
    if (found === null) return;
    const key = nameKey((row.cells['name'] ?? '').trim());
    const named = this.#index.addon.byName.get(key) ?? [];
    const existing = found ?? named[0];
    const other = named.find(({ id }) => id !== existing?.id);
    if (other) return this.#plan.faults.add(row.line, 'name', 'is the name of another add-on', row.cells['name'] ?? '');
    if (this.#isSeen(row, `addon ${existing?.id ?? key}`)) return;
    this.#record(row, 'addon', existing, 'addons.create', 'addons.update', 'addon_id');
  }

  #isSeen(row: CsvRow, subject: string): boolean {
    const line = this.#seen.get(subject);
    if (line === undefined) {
      this.#seen.set(subject, row.line);
      return false;
    }
    this.#plan.faults.add(row.line, 'name', `stands in line ${line} already`, row.cells['name'] ?? '');
    return true;
  }

  /** Plans one row; `late` values are known only when it is carried out. Answers whether it is good. */
  #record(
    row: CsvRow,
    type: 'category' | 'item' | 'addon',
    existing: CategoryRow | ItemRow | AddonRow | undefined,
    create: 'categories.create' | 'items.create' | 'addons.create',
    update: 'categories.update' | 'items.update' | 'addons.update',
    idField: string,
    late: Readonly<Record<string, () => number | undefined>> = {},
    onDone: (id: number) => void = () => {},
  ): boolean {
    const before = existing ? (this.#cells[type] as (row: never) => Cells)(existing as never) : null;
    const values = this.#plan.read(row, this.#readers[type], before);
    if (!values) return false;
    const { category: _, ...own } = values;
    const fields = fieldsOf(type, own);
    const stand = Object.fromEntries(Object.keys(late).map((key) => [key, 1]));
    const input = existing ? { [idField]: existing.id, ...fields, ...stand } : { ...fields, ...stand };
    if (!this.#plan.check(row, existing ? update : create, input, COLUMN_OF)) return false;
    const changes = { ...own, ...(Object.keys(late).length > 0 ? { category: row.cells['category'] } : {}) };
    if (existing && Object.keys(changes).length === 0) {
      this.#plan.unchanged += 1;
      return true;
    }
    this.#plan.acts.push({
      line: row.line,
      act: existing ? 'change' : 'create',
      what: `${type} ${(row.cells['name'] ?? '').trim()}`,
      detail: before ? difference(row, changes, before) : '',
      carryOut: (ctx: CommandContext) => {
        const now = Object.fromEntries(Object.entries(late).map(([key, read]) => [key, read()]));
        const given = { ...fields, ...now };
        const { id } = existing
          ? perform(ctx, update, { [idField]: existing.id, ...given } as never)
          : perform(ctx, create, given as never);
        onDone(id);
      },
    });
    return true;
  }
}
