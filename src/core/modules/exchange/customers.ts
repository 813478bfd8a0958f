import type { QueryContext } from '../../kernel/context.ts';
import { readName, readText } from './cells.ts';
import { type CsvRow, readCsv } from './csv.ts';
import { byId, difference, perform, Plan } from './plan.ts';

export const CUSTOMER_COLUMNS = ['id', 'name', 'phone', 'email'] as const;

interface CustomerRow {
  id: number;
  name: string;
  phone: string | null;
  email: string | null;
}

const readCustomers = (ctx: QueryContext) => ctx.db.rows<CustomerRow>('SELECT id, name, phone, email FROM customers ORDER BY name, id');

const cellsOf = (row: CustomerRow): Record<string, string> => ({
  id: String(row.id),
  name: row.name,
  phone: row.phone ?? '',
  email: row.email ?? '',
});

export const customerRows = (ctx: QueryContext): string[][] =>
  readCustomers(ctx).map((row) => CUSTOMER_COLUMNS.map((column) => cellsOf(row)[column] ?? ''));

/** What a file of customers would do. One is found by id, else by phone, else by e-mail; a name alone finds nobody. */
export const planCustomers = (ctx: QueryContext, csv: string): Plan => {
  const plan = new Plan();
  const table = readCsv(csv, { columns: CUSTOMER_COLUMNS, required: ['name'] }, plan.faults);
  plan.rows = table.rows.length;
  const rows = readCustomers(ctx);
  const ids = new Map(rows.map((row) => [row.id, row]));
  const phones = new Map(rows.flatMap((row) => (row.phone ? [[row.phone, row] as const] : [])));
  const emails = new Map(rows.flatMap((row) => (row.email ? [[row.email, row] as const] : [])));
  const taken = new Map<string, number>();
  const givenIds = new Map<number, number>();
  /** Phone and e-mail belong to one customer: in the file, and with those who are here. */
  const isTaken = (row: CsvRow, column: 'phone' | 'email', own: number | undefined): boolean => {
    const value = (row.cells[column] ?? '').trim();
    if (value === '') return false;
    const line = taken.get(`${column} ${value}`);
    const holder = (column === 'phone' ? phones : emails).get(value);
    if (line === undefined && (!holder || holder.id === own)) {
      taken.set(`${column} ${value}`, row.line);
      return false;
    }
    plan.faults.add(
      row.line,
      column,
      line === undefined ? `belongs to another customer (${holder?.id})` : `stands in line ${line} already`,
      value,
    );
    return true;
  };

  for (const row of table.rows) {
    const found = byId(plan, row, ids);
    if (found === null) continue;
    const existing = found ?? phones.get((row.cells['phone'] ?? '').trim()) ?? emails.get((row.cells['email'] ?? '').trim());
    const before = existing ? cellsOf(existing) : null;
    const values = plan.read(row, { name: readName, phone: readText, email: readText }, before);
    if (!values || isTaken(row, 'phone', existing?.id) || isTaken(row, 'email', existing?.id)) continue;
    const earlier = existing && givenIds.get(existing.id);
    if (earlier !== undefined) {
      plan.faults.add(row.line, '', `is the customer of line ${earlier} again`, row.cells['name'] ?? '');
      continue;
    }
    if (existing) givenIds.set(existing.id, row.line);
    const input = existing ? { customer_id: existing.id, ...values } : values;
    if (!plan.check(row, existing ? 'customers.update' : 'customers.create', input, {})) continue;
    if (existing && Object.keys(values).length === 0) {
      plan.unchanged += 1;
      continue;
    }
    plan.acts.push({
      line: row.line,
      act: existing ? 'change' : 'create',
      what: (row.cells['name'] ?? '').trim(),
      detail: before ? difference(row, values, before) : '',
      carryOut: (command) => {
        if (existing) perform(command, 'customers.update', { customer_id: existing.id, ...values });
        else perform(command, 'customers.create', values as { name: string });
      },
    });
  }
  return plan;
};
