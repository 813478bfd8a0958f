import Papa from 'papaparse';
import { describe, expect, it, test, vi } from 'vitest';
import { LIST_EXPORTS, type ListExportName } from '../../src/contract/list-exports.ts';
import { LIST_TABLES } from '../../src/contract/list-tables.ts';
import type { InputOf } from '../../src/contract/index.ts';
import { LIST_WORDS } from '../../src/domain/list-words.ts';
import { NO_PERSONAL_PERMISSIONS } from '../../src/domain/permissions.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp, type TestApp } from '../support/test-app.ts';
import { ended, writtenList } from './export-file.ts';
import { partsOf, sheetOf } from './read-xlsx.ts';

vi.setConfig({ testTimeout: 60_000 });

const NAMES = Object.keys(LIST_EXPORTS) as ListExportName[];

/** Records by the names of the columns. */
const csvOf = async <N extends ListExportName>(app: TestApp, name: N, input: Omit<InputOf<N>, 'format'>) => {
  const bytes = await writtenList(app, name, { ...input, format: 'csv' } as unknown as InputOf<N>);
  return Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true }).data;
};

const openShop = async () => {
  const app = await openTestApp();
  const menu = await addSmallMenu(app);
  await app.call('items.update', { item_id: menu.tea.id, name: '=SUM(A1)', is_available: false });
  const kari = await app.call('customers.create', { name: 'Kari Nordmann', phone: '90000001', email: 'kari@example.com' });
  await app.call('customers.create', { name: 'Ola', email: 'ola@example.com' });
  await app.call('orders.create', { items: [{ item_id: menu.latte.id, quantity: 2 }], customer_id: kari.id, payment_method: 'cash' });
  await app.call('discounts.create', {
    name: 'Late bread',
    value: 30,
    weekly_windows: [{ weekdays: [1, 6], from: '16:00', to: '18:00' }],
  });
  await app.call('discounts.create', { name: 'Two off', type: 'flat', value: 2.5 });
  await app.call('expenses.create', { category: 'Milk', amount: 1250, description: 'Oat' });
  await app.call('expenses.create', { category: 'Rent', amount: 90_000 });
  return { app, menu };
};

describe('a list as a file', () => {
  it('holds every column that is told, for every list', async () => {
    const { app } = await openShop();
    for (const name of NAMES) {
      const [head] = new TextDecoder().decode(await writtenList(app, name, { format: 'csv' })).split('\r\n');
      expect(head?.replace('\ufeff', '').split(','), name).toEqual(Object.keys(LIST_TABLES[LIST_EXPORTS[name].list]));
    }
  });

  it('holds what the list shows with the same filters and order, all pages of it', async () => {
    const { app, menu } = await openShop();
    for (let each = 1; each <= 130; each += 1)
      await app.call('items.create', { category_id: menu.drinks.id, name: `Juice ${each}`, price: each });
    const filters = { category_id: menu.drinks.id, q: 'juice', sort: 'price', order: 'desc' } as const;
    const rows = await csvOf(app, 'exports.items', filters);
    const shown = (await app.call('items.list', { ...filters, per_page: 100 })).items;
    expect(rows).toHaveLength(130);
    expect(rows.slice(0, 100).map(({ id, name, price }) => [id, name, price])).toEqual(
      shown.map(({ id, name, price }) => [String(id), name, (price / 100).toFixed(2)]),
    );
    const off = await csvOf(app, 'exports.items', { is_available: false });
    expect(off.map(({ name, is_available }) => [name, is_available])).toEqual([["'=SUM(A1)", 'false']]);
  });

  it('writes customers with what they spent, discounts by percent or amount, expenses of the days asked for', async () => {
    const { app } = await openShop();
    const [kari] = await csvOf(app, 'exports.customers', { search: 'kari' });
    const { items } = await app.call('customers.list', { search: 'kari' });
    expect(kari).toMatchObject({
      name: 'Kari Nordmann',
      phone: '90000001',
      total_orders: '1',
      total_spent: ((items[0]?.total_spent ?? 0) / 100).toFixed(2),
    });
    const discounts = await csvOf(app, 'exports.discounts', { sort: 'name' });
    expect(discounts.find(({ name }) => name === 'Late bread')).toMatchObject({
      rate: '0.3',
      amount: '',
      weekly_windows: 'Mon Sat 16:00–18:00',
    });
    expect(discounts.find(({ name }) => name === 'Two off')).toMatchObject({ rate: '', amount: '2.50' });
    expect((await csvOf(app, 'exports.expenses', { category: 'Milk' })).map(({ amount }) => amount)).toEqual(['12.50']);
    expect(await csvOf(app, 'exports.expenses', { end_date: '2026-03-01' })).toEqual([]);
  });

  it('is a workbook with real numbers, the totals where something adds up, and what was asked', async () => {
    const { app } = await openShop();
    const bytes = await writtenList(app, 'exports.expenses', { format: 'xlsx', search: 'milk' });
    const parts = await partsOf(bytes);
    const sheet = sheetOf(parts, 1);
    expect(sheet[0]?.map(({ value }) => value)).toContain('Amount');
    expect(sheet.at(-1)?.map(({ value }) => value)).toContain(12.5);
    expect(JSON.stringify(sheetOf(parts, 2))).toContain('milk');
    const items = sheetOf(await partsOf(await writtenList(app, 'exports.items', { format: 'xlsx' })), 1);
    expect(items).toHaveLength(1 + (await app.call('items.list', {})).total);
  });

  it('holds the orders that the list finds, in its order, whatever was sold meanwhile', async () => {
    const { app, menu } = await openShop();
    for (const quantity of [3, 1, 2])
      await app.call('orders.create', {
        items: [{ item_id: menu.latte.id, quantity }],
        payments: [{ method: 'card', amount: 100 }, { method: 'cash' }],
      });
    const filters = { tender: 'card', sort: 'total', order: 'desc' } as const;
    const rows = await csvOf(app, 'exports.orders', filters);
    const shown = (await app.call('orders.list', filters)).items;
    expect(shown).toHaveLength(3);
    expect(rows.map(({ order_number, total, paid_by, status, pieces }) => [order_number, total, paid_by, status, pieces])).toEqual(
      shown.map((order) => [
        order.order_number,
        (order.total / 100).toFixed(2),
        'Card, Cash',
        order.status,
        String(order.items[0]?.quantity),
      ]),
    );
    const [all] = await csvOf(app, 'exports.orders', { search: 'kari' });
    expect(all).toMatchObject({ customer: 'Kari Nordmann', refunded_amount: '0.00' });
    const about = JSON.stringify(
      sheetOf(await partsOf(await writtenList(app, 'exports.orders', { format: 'xlsx', tender: 'card', total_from: 100 })), 2),
    );
    expect(about).toContain('Card');
    expect(about).toContain('$1.00');
  });

  it('is for those who may see the list and take data out; nobody else', async () => {
    const { app } = await openShop();
    const noCustomers = {
      ...callerWithRole('manager'),
      personal: { ...NO_PERSONAL_PERMISSIONS, withheld: ['customers.view' as const] },
    };
    expect(await app.refusal('exports.customers', { format: 'csv' }, noCustomers)).toMatchObject({ code: 'forbidden' });
    expect(await app.refusal('exports.customers', { format: 'csv' }, callerWithRole('cashier'))).toMatchObject({ code: 'forbidden' });
    const { id } = await app.call('exports.items', { format: 'csv', q: 'latte' }, noCustomers);
    expect(await ended(app, id, noCustomers)).toMatchObject({ state: 'done', rows: 1, file_name: 'items-2026-03-02.csv' });
    const [written] = (await app.call('audit.list', { entity_type: 'Export' })).items;
    expect(written).toMatchObject({ action: 'create' });
  });
});

test('every column and every title has words in both languages', () => {
  for (const { titles, columns } of [LIST_WORDS.en, LIST_WORDS.nb])
    for (const { list } of Object.values(LIST_EXPORTS)) {
      expect(titles[list], list).toBeTruthy();
      for (const key of Object.keys(LIST_TABLES[list])) expect(columns[key], `${list} ${key}`).toBeTruthy();
    }
});
