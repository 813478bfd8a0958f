import { beforeEach, expect, test } from 'vitest';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

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
