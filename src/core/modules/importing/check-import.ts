import type BetterSqlite3 from 'better-sqlite3';
import type { ReadDatabase } from '../../database/database.ts';
import type { ImportReport } from './import-report.ts';
import { PHILO_DATA_TABLES, type PhiloTable } from './philo-schema.ts';

/** Our table for each of the original's; the audit is counted apart, since ours may hold rows of before. */
const OUR_TABLES: Readonly<Record<Exclude<PhiloTable, 'audit_logs'>, string>> = {
  categories: 'categories',
  items: 'items',
  addons: 'addons',
  customers: 'customers',
  discounts: 'discounts',
  shifts: 'shifts',
  expenses: 'expenses',
  orders: 'orders',
  order_items: 'order_lines',
  order_item_addons: 'order_line_addons',
};

/** Sums that must be the same on both sides. A column of the original in `{}` stands for its amount in minor units. */
const SUMS: readonly { name: string; theirs: string; ours: string; columns: readonly string[] }[] = [
  { name: 'order subtotals', theirs: 'sum({subtotal}) FROM orders', ours: 'sum(subtotal) FROM orders', columns: ['orders.subtotal'] },
  {
    name: 'order discounts',
    theirs: 'sum({discount_amount}) FROM orders',
    ours: 'sum(discount_amount) FROM orders',
    columns: ['orders.discount_amount'],
  },
  { name: 'order taxes', theirs: 'sum({tax_amount}) FROM orders', ours: 'sum(tax_amount) FROM orders', columns: ['orders.tax_amount'] },
  { name: 'order totals', theirs: 'sum({total}) FROM orders', ours: 'sum(total) FROM orders', columns: ['orders.total'] },
  {
    name: 'line amounts',
    theirs: 'sum({subtotal}) FROM order_items',
    ours: 'sum(subtotal) FROM order_lines',
    columns: ['order_items.subtotal'],
  },
  {
    name: 'line prices',
    theirs: 'sum({unit_price}) FROM order_items',
    ours: 'sum(unit_price) FROM order_lines',
    columns: ['order_items.unit_price'],
  },
  {
    name: 'add-on prices sold',
    theirs: 'sum({price}) FROM order_item_addons',
    ours: 'sum(price) FROM order_line_addons',
    columns: ['order_item_addons.price'],
  },
  { name: 'item prices', theirs: 'sum({price}) FROM items', ours: 'sum(price) FROM items', columns: ['items.price'] },
  { name: 'add-on prices', theirs: 'sum({price}) FROM addons', ours: 'sum(price) FROM addons', columns: ['addons.price'] },
  { name: 'expenses', theirs: 'sum({amount}) FROM expenses', ours: 'sum(amount) FROM expenses', columns: ['expenses.amount'] },
  {
    name: 'opening cash',
    theirs: 'sum({opening_cash}) FROM shifts',
    ours: 'sum(opening_cash) FROM shifts',
    columns: ['shifts.opening_cash'],
  },
  { name: 'quantities sold', theirs: 'sum(quantity) FROM order_items', ours: 'sum(items_count) FROM orders', columns: [] },
  { name: 'stock', theirs: 'sum(max(stock_qty, 0)) FROM items', ours: 'sum(quantity) FROM stock_movements', columns: [] },
  { name: 'ids of orders', theirs: 'sum(id) FROM orders', ours: 'sum(id) FROM orders', columns: [] },
];

/** How many orders and how much, by status and by method. */
const GROUPS = ['status', 'payment_method', 'coalesce(shift_id, 0)', 'coalesce(customer_id, 0)'] as const;

/**
 * Compares what was written with the source by counts and sums that both databases work out themselves. Answers what
 * differs; nothing may, but for sums over amounts that were rounded, by one minor unit each.
 */
export const differencesFromSource = (
  db: ReadDatabase,
  source: BetterSqlite3.Database,
  options: { decimals: number; report: ImportReport; auditRowsBefore: number },
): string[] => {
  const { report } = options;
  const differences: string[] = [];
  const minor = (sql: string) => sql.replaceAll(/\{(\w+)\}/g, `CAST(round($1 * ${10 ** options.decimals}) AS INTEGER)`);
  const theirs = (sql: string) =>
    Number(
      source
        .prepare(`SELECT coalesce(${sql.replace(' FROM', ', 0) FROM')}`)
        .pluck()
        .get(),
    );
  const ours = (sql: string) => db.row<{ value: number }>(`SELECT coalesce(${sql.replace(' FROM', ', 0) AS value FROM')}`)?.value ?? 0;
  const compare = (name: string, expected: number, found: number, allowed = 0) => {
    if (Math.abs(expected - found) > allowed) differences.push(`${name}: ${expected} in the file, ${found} here`);
  };

  for (const table of PHILO_DATA_TABLES) {
    const count = `count(*) FROM ${table}`;
    if (table === 'audit_logs') compare('audit rows', theirs(count), ours('count(*) FROM audit_log') - options.auditRowsBefore);
    else compare(`rows of ${table}`, theirs(count), ours(`count(*) FROM ${OUR_TABLES[table]}`));
  }
  for (const sum of SUMS) {
    const allowed = sum.columns.reduce((total, column) => total + (report.rounded.get(column) ?? 0), 0);
    compare(sum.name, theirs(minor(sum.theirs)), ours(sum.ours), allowed);
  }
  for (const group of GROUPS) {
    const grouped = (total: string) =>
      `SELECT ${group} AS of, count(*) AS orders, sum(${total}) AS total FROM orders GROUP BY 1 ORDER BY 1`;
    const expected = source.prepare<[], GroupRow>(minor(grouped('{total}'))).all();
    const found = db.rows<GroupRow>(grouped('total'));
    const allowed = report.rounded.get('orders.total') ?? 0;
    const same = expected.length === found.length && expected.every((row, index) => isSame(row, found[index], allowed));
    if (!same) differences.push(`orders by ${group} differ`);
  }
  return differences;
};

interface GroupRow {
  of: string | number;
  orders: number;
  total: number;
}

const isSame = (expected: GroupRow, found: GroupRow | undefined, allowed: number): boolean =>
  found !== undefined && found.of === expected.of && found.orders === expected.orders && Math.abs(found.total - expected.total) <= allowed;
