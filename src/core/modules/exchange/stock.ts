import { nameKey } from '../../../domain/search-text.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { readStock, writeStock } from './cells.ts';
import { readCsv } from './csv.ts';
import { byId, difference, indexed, perform, Plan } from './plan.ts';

export const STOCK_COLUMNS = ['id', 'category', 'item', 'stock'] as const;

interface StockRow {
  id: number;
  category: string;
  item: string;
  stock_qty: number;
}

const readStockRows = (ctx: QueryContext) =>
  ctx.db.rows<StockRow>(
    `SELECT items.id, categories.name AS category, items.name AS item, stock_qty FROM items
     JOIN categories ON categories.id = items.category_id ORDER BY categories.display_order, categories.name, items.name, items.id`,
  );

export const stockRows = (ctx: QueryContext): string[][] =>
  readStockRows(ctx).map((row) => [String(row.id), row.category, row.item, writeStock(row.stock_qty)]);

/** What a file of counted stock would do. It adds no items; an item is found by id, else by its name. */
export const planStock = (ctx: QueryContext, csv: string): Plan => {
  const plan = new Plan();
  const table = readCsv(csv, { columns: STOCK_COLUMNS, required: ['stock'] }, plan.faults);
  plan.rows = table.rows.length;
  const rows = readStockRows(ctx);
  const ids = new Map(rows.map((row) => [row.id, row]));
  const byName = indexed(rows, (one) => nameKey(one.item));
  const seen = new Map<number, number>();
  for (const row of table.rows) {
    const name = row.cells['item'] ?? '';
    const found = byId(plan, row, ids);
    if (found === null) continue;
    const category = nameKey((row.cells['category'] ?? '').trim());
    const named = (byName.get(nameKey(name.trim())) ?? []).filter((one) => category === '' || nameKey(one.category) === category);
    const item = found ?? (named.length === 1 ? named[0] : undefined);
    if (!item) {
      plan.faults.add(
        row.line,
        'item',
        named.length > 1 ? 'fits more than one item. Give the id or the category' : 'is no item of the menu',
        name,
      );
      continue;
    }
    const earlier = seen.get(item.id);
    if (earlier !== undefined) {
      plan.faults.add(row.line, 'item', `stands in line ${earlier} already`, name);
      continue;
    }
    seen.set(item.id, row.line);
    const before = { stock: writeStock(item.stock_qty) };
    const values = plan.read(row, { stock: readStock }, before);
    if (!values) continue;
    if (values['stock'] === undefined || values['stock'] === item.stock_qty) {
      plan.unchanged += 1;
      continue;
    }
    const counted = Number(values['stock']);
    if (!plan.check(row, 'items.update', { item_id: item.id, stock_qty: counted }, { stock_qty: 'stock' })) continue;
    plan.acts.push({
      line: row.line,
      act: 'change',
      what: item.item,
      detail: difference(row, values, before),
      carryOut: (command) => perform(command, 'items.update', { item_id: item.id, stock_qty: counted }),
    });
  }
  return plan;
};
