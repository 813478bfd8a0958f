import { beforeEach, expect, test } from 'vitest';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp, type TestApp } from '../support/test-app.ts';

const DAY = 24 * 3600 * 1000;
let app: TestApp;
let latte: number;

beforeEach(async () => {
  app = await openTestApp();
  latte = (await addSmallMenu(app)).latte.id;
});

const sell = async (payments?: []): Promise<string> =>
  (await app.call('orders.create', { items: [{ item_id: latte }], ...(payments ? { payments } : {}) })).order_number;
const found = async (input: object): Promise<string[]> =>
  (await app.call('orders.list', input)).items.map(({ order_number }) => order_number);

test('the digits that were called out find that order of each day, newest first; the whole number finds one', async () => {
  const first = await sell();
  const second = await sell();
  app.clock.advance(DAY);
  const next = await sell();
  expect(await found({ order_number: '1' })).toEqual([next, first]);
  expect(await found({ order_number: '0002' })).toEqual([second]);
  expect(await found({ order_number: '3' })).toEqual([]);
  expect(await found({ order_number: ` ${first.toLowerCase()} ` })).toEqual([first]);
  const { business_date } = (await app.call('orders.list', { order_number: next })).items[0] ?? {};
  expect(await found({ order_number: '1', start_date: business_date })).toEqual([next]);
  expect(await found({ order_number: "'; DROP TABLE orders; --" })).toEqual([]);
});

test('those still due are found until they are paid or cancelled', async () => {
  await sell();
  const open = await sell([]);
  const other = await sell([]);
  expect(await found({ is_due: true })).toEqual([other, open]);
  const idOf = async (number: string) => (await app.call('orders.list', { order_number: number })).items[0]?.id ?? 0;
  await app.call('payments.take', { order_id: await idOf(open), method: 'card' });
  await app.call('orders.void', { order_id: await idOf(other), reason: 'left' });
  expect(await found({ is_due: true })).toEqual([]);
});

test('a text finds an order by its number, its customer or its amount', async () => {
  const ann = await app.call('customers.create', { name: 'Åse Bø', phone: '+47 900 11 222' });
  const tea = await app.call('items.create', { category_id: 1, name: 'Plain', price: 1234 });
  await app.call('settings.update', { tax_rate: 0 });
  const first = await sell();
  const hers = (await app.call('orders.create', { items: [{ item_id: latte, quantity: 2 }], customer_id: ann.id })).order_number;
  const dear = (await app.call('orders.create', { items: [{ item_id: tea.id }] })).order_number;
  expect(await found({ search: '1' })).toEqual([first]);
  expect(await found({ search: hers })).toEqual([hers]);
  expect(await found({ search: 'ase b' })).toEqual([hers]);
  expect(await found({ search: '900 11' })).toEqual([hers]);
  expect(await found({ search: '12.34' })).toEqual([dear]);
  expect(await found({ search: '12,34' })).toEqual([dear]);
  expect(await found({ search: 'nobody' })).toEqual([]);
  expect(await found({ total_from: 900, total_to: 1233 })).toEqual([hers]);
  expect(await found({ total_from: 901 })).toEqual([dear]);
});

test('an order is found by who took it and by any of its tenders', async () => {
  await app.call('staff.create', { name: 'Ines', role: 'cashier', pin: '4821' });
  const ines = (await app.call('staff.list', {})).find(({ name }) => name === 'Ines')?.id ?? 0;
  const other = await sell();
  const hers = await app.call(
    'orders.create',
    { items: [{ item_id: latte }], payments: [{ method: 'card', amount: 100 }, { method: 'cash' }] },
    { ...callerWithRole('cashier'), id: ines, name: 'Ines' },
  );
  const unpaid = await sell([]);
  expect(await found({ staff_id: ines })).toEqual([hers.order_number]);
  expect(await found({ staff_id: 99 })).toEqual([]);
  expect(await found({ tender: 'card' })).toEqual([hers.order_number]);
  expect(await found({ tender: 'cash' })).toEqual([hers.order_number, other]);
  expect(await found({ tender: 'shells' })).toEqual([]);
  expect(await found({ is_due: true, tender: 'cash' })).toEqual([]);
  expect(await found({ is_due: true })).toEqual([unpaid]);
});

test('orders come in the order asked for, on every page, and newest first when none is', async () => {
  const numbers: string[] = [];
  for (const quantity of [2, 1, 3, 1, 2]) {
    numbers.push((await app.call('orders.create', { items: [{ item_id: latte, quantity }] })).order_number);
    app.clock.advance(60_000);
  }
  const [first, second, third, fourth, fifth] = numbers;
  const paged = async (input: object) =>
    (await Promise.all([1, 2, 3].map((page) => found({ ...input, page, per_page: 2 })))).flatMap((page) => page);
  expect(await paged({})).toEqual([fifth, fourth, third, second, first]);
  expect(await paged({ sort: 'created_at' })).toEqual([first, second, third, fourth, fifth]);
  expect(await paged({ sort: 'total', order: 'desc' })).toEqual([third, fifth, first, fourth, second]);
  expect(await paged({ sort: 'total' })).toEqual([second, fourth, first, fifth, third]);
  expect(await paged({ sort: 'order_number', order: 'desc' })).toEqual([fifth, fourth, third, second, first]);
  expect(await app.refusal('orders.list', { sort: 'customer' })).toMatchObject({ code: 'invalid_input' });
});

test('an order tells its whole history to whoever may see it, without what the audit keeps', async () => {
  const placed = await app.call('orders.create', { items: [{ item_id: latte }], payments: [{ method: 'card', amount: 100, tip: 20 }] });
  const order_id = placed.id;
  await app.call('orders.setStatus', { order_id, status: 'preparing' });
  app.clock.advance(1000);
  await app.call('payments.take', { order_id, method: 'mobile' });
  for (const target of ['screen', 'pdf'] as const) await app.call('prints.make', { document: 'receipt', document_id: order_id, target });
  app.clock.advance(1000);
  await app.call('orders.void', { order_id, reason: 'Dropped' });
  const history = await app.call('orders.history', { order_id }, callerWithRole('kitchen'));
  expect(history.map(({ act, status, amount, copy, reason }) => [act, status ?? amount ?? copy, reason])).toEqual([
    ['placed', null, null],
    ['paid', 120, null],
    ['status', 'preparing', null],
    ['paid', placed.total - 100, null],
    ['printed', 0, null],
    ['printed', 1, null],
    ['status', 'cancelled', 'Dropped'],
    ['voided', placed.total + 20, 'Dropped'],
  ]);
  expect(new Set(history.map(({ who }) => who))).toEqual(new Set(['System']));
  expect(await app.refusal('orders.history', { order_id: 99 })).toMatchObject({ code: 'not_found' });
});
