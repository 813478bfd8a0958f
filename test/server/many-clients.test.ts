import { expect, it } from 'vitest';
import { openHttpDoor } from './http-door.ts';

const CLIENTS = 8;
const ORDERS_EACH = 200;
const STOCK = 1000;

it('8 clients placing 200 orders each of what there are 1,000 of', { timeout: 120_000 }, async () => {
  const door = await openHttpDoor();
  const { json: category } = await door.send('POST', '/api/v1/categories', { body: { name: 'Drinks' } });
  const { json: item } = await door.send('POST', '/api/v1/items', {
    body: { category_id: category.id, name: 'Last ones', price: 2.35, stock_qty: STOCK },
  });

  const client = async () => {
    const answers: { status: number; number: string | undefined }[] = [];
    for (let each = 0; each < ORDERS_EACH; each += 1) {
      const { status, json } = await door.send('POST', '/api/v1/orders', { body: { items: [{ item_id: item.id }] } });
      answers.push({ status, number: json.order_number as string | undefined });
    }
    return answers;
  };
  const answers = (await Promise.all(Array.from({ length: CLIENTS }, client))).flat();

  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect(answers).toHaveLength(CLIENTS * ORDERS_EACH);
  expect([count(201), count(400)]).toEqual([STOCK, CLIENTS * ORDERS_EACH - STOCK]);
  const numbers = answers.flatMap(({ number }) => (number === undefined ? [] : [Number(number.slice(-4))])).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: STOCK }, (_, index) => index + 1));

  expect((await door.send('GET', `/api/v1/items/${item.id}`)).json.stock_qty).toBe(0);
  expect((await door.send('GET', '/api/v1/orders')).json.total).toBe(STOCK);
  const { sum } = door.app.pos.database.row<{ sum: number }>('SELECT sum(quantity) AS sum FROM stock_movements WHERE item_id = ?', [
    item.id,
  ]) ?? { sum: -1 };
  expect(sum).toBe(0);
});

it('8 clients opening a shift at once open one', async () => {
  const door = await openHttpDoor();
  const answers = await Promise.all(Array.from({ length: CLIENTS }, () => door.send('POST', '/api/v1/shifts/open', { body: {} })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array.from({ length: CLIENTS - 1 }, () => 400)]);
});

it('8 clients repeating one call with one key make one order', async () => {
  const door = await openHttpDoor();
  const { json: category } = await door.send('POST', '/api/v1/categories', { body: { name: 'Drinks' } });
  const { json: item } = await door.send('POST', '/api/v1/items', { body: { category_id: category.id, name: 'Tea', price: 2 } });
  const order = () =>
    door.send('POST', '/api/v1/orders', { body: { items: [{ item_id: item.id }] }, headers: { 'idempotency-key': 'one' } });
  const answers = await Promise.all(Array.from({ length: CLIENTS }, order));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect((await door.send('GET', '/api/v1/orders')).json.total).toBe(1);
});
