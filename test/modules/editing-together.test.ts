import { describe, expect, it } from 'vitest';
import { openTestApp } from '../support/test-app.ts';

const openMenu = async () => {
  const app = await openTestApp();
  const bar = await app.call('categories.create', { name: 'Bar', display_order: 1 });
  const food = await app.call('categories.create', { name: 'Food', display_order: 2 });
  const sweets = await app.call('categories.create', { name: 'Sweets', display_order: 3 });
  const latte = await app.call('items.create', { category_id: bar.id, name: 'Latte', price: 450 });
  return { ...app, bar, food, sweets, latte };
};

describe('two people at one row', () => {
  it('lets the first save and tells the second, with both rows', async () => {
    const shop = await openMenu();
    const { latte } = shop;
    const first = await shop.call('items.update', { item_id: latte.id, price: 480, if_version: latte.version });
    expect(first.version).toBe(latte.version + 1);
    const told = await shop.refusal('items.update', { item_id: latte.id, price: 500, if_version: latte.version });
    expect(told.code).toBe('stale');
    expect(told.conflict).toMatchObject({ current: { price: 480, version: first.version }, yours: { price: 500, name: 'Latte' } });
    expect((await shop.call('items.get', { item_id: latte.id })).price).toBe(480);
    const onTop = await shop.call('items.update', { item_id: latte.id, price: 500, if_version: first.version });
    expect(onTop.price).toBe(500);
  });

  it('asks nothing of a caller that names no version', async () => {
    const shop = await openMenu();
    const { latte } = shop;
    await shop.call('items.update', { item_id: latte.id, price: 480 });
    expect((await shop.call('items.update', { item_id: latte.id, price: 490 })).price).toBe(490);
  });

  it('leaves the version alone when only stock moves by a sale', async () => {
    const shop = await openMenu();
    const { latte } = shop;
    const counted = await shop.call('items.update', { item_id: latte.id, stock_qty: 5 });
    await shop.call('orders.create', { items: [{ item_id: latte.id, quantity: 2 }], payment_method: 'cash' });
    const sold = await shop.call('items.get', { item_id: latte.id });
    expect([sold.stock_qty, sold.version]).toEqual([3, counted.version]);
  });

  it.each(['addons', 'categories', 'discounts'] as const)('holds for %s too', async (kind) => {
    const shop = await openMenu();
    const { bar } = shop;
    const oat = await shop.call('addons.create', { name: 'Oat', price: 60 });
    const happy = await shop.call('discounts.create', { name: 'Happy hour', value: 10 });
    const updates = {
      addons: ['addons.update', { addon_id: oat.id, name: 'Oat milk', if_version: oat.version }],
      categories: ['categories.update', { category_id: bar.id, name: 'Drinks', if_version: bar.version }],
      discounts: ['discounts.update', { discount_id: happy.id, name: 'Quiet hour', if_version: happy.version }],
    } as const;
    const [operation, input] = updates[kind];
    await shop.call(operation, input);
    const told = await shop.refusal(operation, { ...input, name: 'Something else' });
    expect(told.code).toBe('stale');
    expect(told.conflict?.current).toMatchObject({ name: input.name });
  });
});

describe('the order of categories', () => {
  const names = async (shop: Awaited<ReturnType<typeof openMenu>>) =>
    (await shop.call('categories.list', {})).items.map(({ name }) => name);

  it('is changed as a whole by one command, with one audit row', async () => {
    const shop = await openMenu();
    const { bar, food, sweets } = shop;
    const answered = await shop.call('categories.reorder', { ids: [sweets.id, bar.id, food.id] });
    expect(answered.map(({ name, display_order }) => [name, display_order])).toEqual([
      ['Sweets', 1],
      ['Bar', 2],
      ['Food', 3],
    ]);
    expect(await names(shop)).toEqual(['Sweets', 'Bar', 'Food']);
    const { items } = await shop.call('audit.list', { action: 'reorder' });
    expect(items.map(({ entity_type }) => entity_type)).toEqual(['Category']);
  });

  it('lets those that are named swap places among all', async () => {
    const shop = await openMenu();
    const { bar, sweets } = shop;
    await shop.call('categories.reorder', { ids: [sweets.id, bar.id] });
    expect(await names(shop)).toEqual(['Sweets', 'Food', 'Bar']);
  });

  it('refuses an unknown category and one named twice, and changes nothing', async () => {
    const shop = await openMenu();
    const { bar } = shop;
    expect((await shop.refusal('categories.reorder', { ids: [999, bar.id] })).code).toBe('not_found');
    expect((await shop.refusal('categories.reorder', { ids: [bar.id, bar.id] })).code).toBe('invalid_input');
    expect(await names(shop)).toEqual(['Bar', 'Food', 'Sweets']);
  });
});

describe('lists', () => {
  it('sort items by what is asked, and find them by number, stock and part of a name', async () => {
    const shop = await openMenu();
    const { bar, food, latte } = shop;
    await shop.call('items.create', { category_id: food.id, name: 'Toast', price: 700, stock_qty: 0 });
    await shop.call('items.create', { category_id: bar.id, name: 'Água', price: 200, stock_qty: 4 });
    const list = async (input: object) => (await shop.call('items.list', input)).items.map(({ name }) => name);
    expect(await list({ sort: 'price', order: 'desc' })).toEqual(['Toast', 'Latte', 'Água']);
    expect(await list({ sort: 'category', order: 'desc' })).toEqual(['Toast', 'Latte', 'Água']);
    expect(await list({ stock: 'out' })).toEqual(['Toast']);
    expect(await list({ stock: 'limited', sort: 'stock_qty' })).toEqual(['Toast', 'Água']);
    expect(await list({ stock: 'unlimited' })).toEqual(['Latte']);
    expect(await list({ q: String(latte.id) })).toEqual(['Latte']);
    expect(await list({ q: 'agu' })).toEqual(['Água']);
  });
});
