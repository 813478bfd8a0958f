import { expect, it } from 'vitest';
import { openHttpDoor } from './http-door.ts';

const openWithItem = async () => {
  const door = await openHttpDoor();
  const category = await door.app.call('categories.create', { name: 'Bar' });
  const item = await door.app.call('items.create', { category_id: category.id, name: 'Latte', price: 450 });
  return { door, url: `/api/v1/items/${item.id}` };
};

it('answers one row with its ETag, and takes it back as If-Match', async () => {
  const { door, url } = await openWithItem();
  const read = await door.send('GET', url);
  expect(read.headers.get('etag')).toBe('"1"');
  const first = await door.send('PATCH', url, { body: { price: 4.8 }, headers: { 'if-match': '"1"' } });
  expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"']);
  const second = await door.send('PATCH', url, { body: { price: 5.25 }, headers: { 'if-match': '"1"' } });
  expect(second.status).toBe(412);
  expect(second.json).toMatchObject({
    code: 'stale',
    conflict: { current: { price: 4.8, version: 2 }, yours: { price: 5.25, name: 'Latte' } },
  });
});

it('lets old clients, and those that send *, change as before', async () => {
  const { door, url } = await openWithItem();
  expect((await door.send('PATCH', url, { body: { price: 4.8 } })).status).toBe(200);
  expect((await door.send('PATCH', url, { body: { price: 4.9 }, headers: { 'if-match': '*' } })).status).toBe(200);
});

it('refuses an If-Match that is none, and changes nothing', async () => {
  const { door, url } = await openWithItem();
  const refused = await door.send('PATCH', url, { body: { price: 4.8 }, headers: { 'if-match': 'yesterday' } });
  expect([refused.status, refused.json.detail[0].loc]).toEqual([422, ['header', 'if-match']]);
  expect((await door.send('GET', url)).json.price).toBe(4.5);
});

it('deletes a row only as it was seen, where If-Match says so', async () => {
  const { door, url } = await openWithItem();
  await door.send('PATCH', url, { body: { price: 4.8 } });
  const refused = await door.send('DELETE', url, { headers: { 'if-match': '"1"' } });
  expect([refused.status, refused.json.code]).toEqual([412, 'stale']);
  expect((await door.send('DELETE', url, { headers: { 'if-match': '"2"' } })).status).toBe(200);
});
