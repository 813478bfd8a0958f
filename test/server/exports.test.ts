import { expect, it } from 'vitest';
import { openHttpDoor } from './http-door.ts';

it('over HTTP an export is started, asked about, streamed with its name, and removed', async () => {
  const door = await openHttpDoor();
  const started = await door.send('POST', '/api/v1/exports', {
    body: { report: 'items', format: 'csv', start_date: '2026-03-01', end_date: '2026-03-31' },
  });
  expect(started.status).toBe(201);
  const url = `/api/v1/exports/${started.json.id}`;
  await expect.poll(async () => (await door.send('GET', url)).json.state, { timeout: 30_000 }).toBe('done');
  const file = await door.send('GET', `${url}/file`);
  expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
    200,
    'text/csv; charset=utf-8',
    'attachment; filename="sales-by-item-2026-03-01-2026-03-31.csv"',
  ]);
  expect(file.text).toContain('item_id,item,category,quantity,gross');
  const rest = await door.send('GET', `${url}/file?offset=4`);
  expect(rest.text).toBe(file.text.replace(/^\ufeff/, '').slice(1));
  const { status } = await door.send('DELETE', url);
  expect(status).toBe(200);
  expect((await door.send('GET', `${url}/file`)).status).toBe(404);
});

it('over HTTP amounts of a report are decimals', async () => {
  const door = await openHttpDoor();
  const { app } = door;
  const { id: category_id } = await app.call('categories.create', { name: 'Drinks' });
  const item = await app.call('items.create', { category_id, name: 'Latte', price: 450 });
  await app.call('settings.update', { tax_rate: 80_000 });
  await app.call('orders.create', { items: [{ item_id: item.id }] });
  const { json } = await door.send('GET', '/api/v1/reports/taxes');
  expect(json).toMatchObject({
    items: [{ tax_rate: 0.08, orders: 1, gross: 4.5, net: 4.5, tax: 0.36, total: 4.86 }],
    totals: { total: 4.86 },
  });
});
