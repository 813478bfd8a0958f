import { expect, test, vi } from 'vitest';
import type { ImportCheck } from '../../src/contract/exchange.ts';
import { seedDemo } from '../../src/core/modules/seeding/index.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

vi.setConfig({ testTimeout: 60_000 });

const WHATS = ['menu', 'customers', 'stock'] as const;

const exported = async (app: TestApp, what: (typeof WHATS)[number], decimal: 'point' | 'comma' = 'point') =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await app.call('exchange.export', { what, decimal }));

/** Where and why, in short. */
const faultsOf = (check: ImportCheck) => check.faults.map(({ line, column, reason }) => `${line} ${column}: ${reason}`);

const auditRows = async (app: TestApp) => (await app.call('audit.list', {})).total;

test('what goes out comes in as no change, with either decimal sign', async () => {
  const app = await openTestApp();
  await seedDemo(app.pos);
  const menu = await app.call('items.list', {});
  await app.call('items.update', { item_id: menu.items[0]?.id ?? 0, description: '=HYPERLINK("x")\r\n"quoted"; and, more', stock_qty: 5 });
  await app.call('customers.create', { name: "'=1+1", phone: '+47 900 00 000', email: null });
  for (const what of WHATS) {
    for (const decimal of ['point', 'comma'] as const) {
      const csv = await exported(app, what, decimal);
      const before = await auditRows(app);
      const done = await app.call('exchange.import', { what, csv, decimal });
      expect(done).toMatchObject({ created: 0, changed: 0, faults: [] });
      expect(done.unchanged).toBeGreaterThan(20 - (what === 'customers' ? 19 : 0));
      expect(await auditRows(app)).toBe(before);
    }
  }
});

test('nothing that a spreadsheet would compute goes out bare', async () => {
  const app = await openTestApp();
  for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', "'=2"]) await app.call('customers.create', { name });
  const csv = await exported(app, 'customers');
  expect(csv.startsWith('\uFEFFid,name,phone,email\r\n')).toBe(true);
  const cells = csv
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[1]);
  expect(cells.toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))).toEqual(
    ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "''=2"].toSorted((a, b) => a.localeCompare(b)),
  );
  expect(await app.call('exchange.import', { what: 'customers', csv })).toMatchObject({ unchanged: 5 });
});

test('a menu is made from a file: categories, items in them, add-ons; what is there is changed, the rest left', async () => {
  const app = await openTestApp();
  const csv = [
    'type;category;name;price;available;stock',
    'item;Bakverk;Kanelbolle;42,50;ja;12',
    'category;;Bakverk;;;',
    'addon;;Havremelk;6,00;yes;',
    'item;Bakverk;"Eplekake; varm";55,00;nei;unlimited',
  ].join('\n');
  const check = await app.call('exchange.check', { what: 'menu', csv, decimal: 'comma' });
  expect(check).toMatchObject({ rows: 4, created: 4, changed: 0, unchanged: 0, faults: [] });
  expect((await app.call('items.list', {})).total).toBe(0);
  expect(await app.call('exchange.import', { what: 'menu', csv, decimal: 'comma' })).toEqual(check);
  const items = (await app.call('items.list', {})).items;
  expect(
    items.map(({ name, price, is_available, stock_qty, category_name }) => [name, price, is_available, stock_qty, category_name]),
  ).toEqual([
    ['Eplekake; varm', 5500, false, -1, 'Bakverk'],
    ['Kanelbolle', 4250, true, 12, 'Bakverk'],
  ]);

  const change = 'type,category,name,price\nitem,bakverk,kanelbolle,45.00\n';
  expect((await app.call('exchange.check', { what: 'menu', csv: change })).sample).toEqual([
    { line: 2, act: 'change', what: 'item kanelbolle', detail: 'name Kanelbolle → kanelbolle, price 42.50 → 45.00' },
  ]);
  await app.call('exchange.import', { what: 'menu', csv: change });
  const after = (await app.call('items.list', { search: 'kanel' })).items[0];
  // A column that is not in the file stays as it is.
  expect(after).toMatchObject({ price: 4500, stock_qty: 12, is_available: true });
});

test('every bad row is told by line, column and reason, and nothing is imported', async () => {
  const app = await openTestApp();
  await addSmallMenu(app);
  const before = await auditRows(app);
  const csv = [
    'type,category,name,description,price,available,stock',
    'item,Drinks,"Two',
    'lines",,4.50,yes,1',
    'item,Nowhere,Soup,,4.50,yes,1',
    'item,Drinks,Juice,,"4,50",yes,1',
    'item,Drinks,Cider,,4.505,maybe,-3',
    'thing,,X,,,,',
    'item,Drinks,,,4.50,yes,1',
    'item,Drinks,Water,,,yes,1',
    'item,Drinks,Milk,,0,yes,1',
    'item,Drinks,Cola,,1,yes,1',
    'item,Drinks,cola,,1,yes,1',
    'item,Drinks,Many,,1,yes,1,too many',
  ].join('\n');
  const check = await app.call('exchange.check', { what: 'menu', csv });
  expect(faultsOf(check).toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual([
    '4 category: is no category, here or in the file',
    '5 price: should be an amount such as 12.50, with a decimal point and nothing between thousands',
    '6 price: should have no more than 2 decimals',
    '6 available: should be yes or no',
    '6 stock: should be a whole number, or the word unlimited',
    '7 type: should be category, item or addon',
    '8 name: is missing',
    '9 price: is missing',
    expect.stringMatching(/^10 price: /),
    '12 name: stands in line 11 already',
    '13 : has 8 cells, but the header has 7',
  ]);
  expect(check.fault_count).toBe(11);
  expect(await app.refusal('exchange.import', { what: 'menu', csv })).toMatchObject({ code: 'bad_rows' });
  expect(await auditRows(app)).toBe(before);
});

test.each([
  ['an unknown column', 'type,name,prise\nitem,X,1', '1 prise: is not a column of this file; there are'],
  ['a column twice', 'type,name,name\nitem,X,Y', '1 name: stands twice in the header'],
  ['a missing column', 'type,price\nitem,1', '1 name: is missing in the header'],
  ['an empty file', '', '0 : The file is empty'],
  ['another encoding', 'type,name\ncategory,Bl\uFFFDb', '0 : The file is not UTF-8'],
  ['a file that is no text', 'type,name\ncategory,\0', '0 : The file is not a text file'],
  ['an open quotation mark', 'type,name\ncategory,"Open', 'a quotation mark is not closed'],
  ['too many rows', `type,name\n${'category,X\n'.repeat(50_001)}`, '0 : The file has more than 50000 rows'],
])('%s is a fault of the file', async (_what, csv, says) => {
  const app = await openTestApp();
  expect(faultsOf(await app.call('exchange.check', { what: 'menu', csv })).join('\n')).toContain(says);
});

test('customers are found by id, phone or e-mail, and two never share one', async () => {
  const app = await openTestApp();
  const ana = await app.call('customers.create', { name: 'Ana', phone: '111' });
  await app.call('customers.create', { name: 'Bo', email: 'bo@example.com' });
  const csv = `id\tname\tphone\temail\n\tAna Ruiz\t111\tana@example.com\n\tBo Dahl\t\tbo@example.com\n\tCy\t333\t\n`;
  expect(await app.call('exchange.import', { what: 'customers', csv })).toMatchObject({ created: 1, changed: 2 });
  expect(await app.call('customers.get', { customer_id: ana.id })).toMatchObject({ name: 'Ana Ruiz', email: 'ana@example.com' });
  const clash = `id,name,phone\n${ana.id},Ana,333\n,Dee,444\n,Eve,444\n9999,Nobody,555\n`;
  expect(faultsOf(await app.call('exchange.check', { what: 'customers', csv: clash }))).toEqual([
    expect.stringContaining('2 phone: belongs to another customer'),
    '4 phone: stands in line 3 already',
    '5 id: is unknown here. Leave the id empty to add a new one',
  ]);
});

test('counted stock is a movement of the difference', async () => {
  const app = await openTestApp();
  const menu = await addSmallMenu(app);
  const rows = async () => app.pos.database.rows('SELECT item_id, quantity, reason FROM stock_movements ORDER BY id DESC LIMIT 1');
  await app.call('exchange.import', { what: 'stock', csv: `item,stock\n${menu.latte.name},7\n` });
  expect((await app.call('items.get', { item_id: menu.latte.id })).stock_qty).toBe(7);
  await app.call('exchange.import', { what: 'stock', csv: `id,stock\n${menu.latte.id},5\n` });
  expect(await rows()).toEqual([{ item_id: menu.latte.id, quantity: -2, reason: 'adjustment' }]);
  expect(faultsOf(await app.call('exchange.check', { what: 'stock', csv: 'item,stock\nNo such thing,3\n' }))).toEqual([
    '2 item: is no item of the menu',
  ]);
});
