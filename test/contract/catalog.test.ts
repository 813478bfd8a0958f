import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Door, openDoor } from './doors.ts';
import { faults, makeMenu, type Menu, refuses, send } from './menu.ts';

describe.each(['http', 'ipc'] as const)('endpoints 1-15: the menu, through %s', (kind) => {
  let door: Door;
  let menu: Menu;

  beforeAll(async () => {
    door = await openDoor(kind);
    menu = await makeMenu(door);
  });
  afterAll(() => door.close());

  it('1 makes a category with its defaults, trimmed, and ignores what it does not know', async () => {
    const made = await send(door, 'POST', '/categories', { name: '  Seasonal  ', id: 99, nonsense: true });
    expect(made).toEqual({
      id: expect.any(Number),
      name: 'Seasonal',
      description: null,
      display_order: 0,
      is_active: true,
      created_at: '2026-03-02T12:00:00.000Z',
      updated_at: '2026-03-02T12:00:00.000Z',
      version: 1,
    });
    expect(made.id).not.toBe(99);
  });

  it('1 refuses a name that is taken, whatever its case', async () => {
    expect.hasAssertions();
    await refuses(door, 'POST', '/categories', { name: 'Drinks' }, 409, "Category 'Drinks' already exists");
    await refuses(door, 'POST', '/categories', { name: 'dRINKS' }, 409, /already exists/);
  });

  it('2 lists by display order and name, filtered and searched', async () => {
    const page = await send(door, 'GET', '/categories?per_page=2');
    expect(page).toMatchObject({ total: 3, page: 1, per_page: 2, total_pages: 2 });
    expect(page.items.map((each: { name: string }) => each.name)).toEqual(['Seasonal', 'Drinks']);
    expect((await send(door, 'GET', '/categories?search=%25')).total).toBe(0);
    expect((await send(door, 'GET', '/categories?search=RINK')).items).toMatchObject([{ name: 'Drinks' }]);
    expect((await send(door, 'GET', '/categories?search=')).total).toBe(3);
    expect(await send(door, 'GET', '/categories?is_active=false')).toEqual({ items: [], total: 0, page: 1, per_page: 20, total_pages: 1 });
    expect(await send(door, 'GET', '/categories?page=9')).toMatchObject({ items: [], page: 9, total: 3, total_pages: 1 });
  });

  it('3-4 gets and changes one; an empty change leaves updated_at', async () => {
    const path = `/categories/${menu.bakery.id}`;
    expect(await send(door, 'GET', path)).toEqual(menu.bakery);
    door.clock.advance(60_000);
    expect(await send(door, 'PATCH', path, {})).toEqual(menu.bakery);
    const changed = await send(door, 'PATCH', path, { description: 'Fresh', name: 'Bakery' });
    expect(changed).toEqual({ ...menu.bakery, description: 'Fresh', updated_at: '2026-03-02T12:01:00.000Z', version: 2 });
    expect((await send(door, 'PATCH', path, { description: null })).description).toBeNull();
    await refuses(door, 'PATCH', path, { name: 'drinks' }, 409, /already exists/);
  });

  it('5 deletes an empty category only', async () => {
    await refuses(
      door,
      'DELETE',
      `/categories/${menu.drinks.id}`,
      undefined,
      400,
      "Cannot delete category 'Drinks' — it has 1 item(s). Remove or reassign items first.",
    );
    const { id } = await send(door, 'POST', '/categories', { name: 'Empty' });
    expect(await send(door, 'DELETE', `/categories/${id}`)).toEqual({ message: `Category ${id} deleted successfully`, success: true });
    await refuses(door, 'DELETE', `/categories/${id}`, undefined, 404, `Category with id ${id} not found`);
  });

  it('6 makes an item in a category', async () => {
    const made = await send(door, 'POST', '/items', { category_id: menu.drinks.id, name: 'Latte', price: 5 });
    expect(made).toMatchObject({
      category_name: 'Drinks',
      category: { id: menu.drinks.id, name: 'Drinks' },
      name: 'Latte',
      price: 5,
      image_url: null,
      is_available: true,
      stock_qty: -1,
    });
    await refuses(door, 'POST', '/items', { category_id: 999, name: 'X', price: 1 }, 404, 'Category with id 999 not found');
    await send(door, 'DELETE', `/items/${made.id}`);
  });

  it('7 lists items by name with every filter', async () => {
    const names = async (query: string) => (await send(door, 'GET', `/items?${query}`)).items.map((each: { name: string }) => each.name);
    await send(door, 'PATCH', `/items/${menu.latte.id}`, { description: 'With crème' });
    expect(await names('')).toEqual(['Cake', 'Latte']);
    expect(await names(`category_id=${menu.drinks.id}`)).toEqual(['Latte']);
    expect(await names('category_id=0')).toEqual([]);
    expect(await names('min_price=4.5&max_price=4.50')).toEqual(['Latte']);
    expect(await names('min_price=6&max_price=5')).toEqual([]);
    expect(await names('search=CREME')).toEqual(['Latte']);
    expect(await names('search=_')).toEqual([]);
    expect(await names('is_available=off')).toEqual([]);
  });

  it('8-9 gets and changes an item', async () => {
    const path = `/items/${menu.latte.id}`;
    expect(await send(door, 'PATCH', path, { price: 4.55, category_id: menu.bakery.id })).toMatchObject({
      price: 4.55,
      category_name: 'Bakery',
    });
    expect(await send(door, 'GET', path)).toMatchObject({ price: 4.55, category: { id: menu.bakery.id } });
    await send(door, 'PATCH', path, { price: 4.5, category_id: menu.drinks.id });
    await refuses(door, 'PATCH', path, { category_id: 999 }, 404, 'Category with id 999 not found');
    expect((await send(door, 'PATCH', path, { image_url: 'x'.repeat(600) })).image_url).toHaveLength(600);
    expect(
      faults(await door.send('POST', '/api/v1/items', { category_id: menu.drinks.id, name: 'X', price: 1, image_url: 'x'.repeat(501) })),
    ).toEqual([['body.image_url', 'string_too_long']]);
  });

  it('10 deletes an item that was never sold, and says what to do with one that was', async () => {
    expect.hasAssertions();
    const sold = await send(door, 'POST', '/items', { category_id: menu.drinks.id, name: 'Sold', price: 1 });
    await send(door, 'POST', '/orders', { items: [{ item_id: sold.id, addon_ids: [menu.oat.id] }] });
    await refuses(door, 'DELETE', `/items/${sold.id}`, undefined, 409, /unavailable/i);
    await refuses(door, 'DELETE', `/addons/${menu.oat.id}`, undefined, 409, /unavailable/i);
    await refuses(door, 'DELETE', '/items/0', undefined, 404, 'Item with id 0 not found');
  });

  it('11-15 make, list, get, change and delete add-ons', async () => {
    const made = await send(door, 'POST', '/addons', { name: 'Straw', price: 0 });
    expect(made).toMatchObject({ name: 'Straw', price: 0, is_available: true });
    await refuses(door, 'POST', '/addons', { name: 'straw', price: 1 }, 409, /already exists/);
    expect((await send(door, 'GET', '/addons?search=milk')).items).toMatchObject([{ name: 'Oat milk', price: 0.6 }]);
    expect((await send(door, 'GET', '/addons')).items.map((each: { name: string }) => each.name)).toEqual([
      'Extra shot',
      'Oat milk',
      'Straw',
    ]);
    expect(await send(door, 'PATCH', `/addons/${made.id}`, { is_available: false, price: 0.05 })).toMatchObject({
      is_available: false,
      price: 0.05,
    });
    expect((await send(door, 'GET', '/addons?is_available=no')).items).toMatchObject([{ name: 'Straw' }]);
    await refuses(door, 'PATCH', `/addons/${made.id}`, { name: 'Oat milk' }, 409, "Addon 'Oat milk' already exists");
    expect(await send(door, 'GET', `/addons/${made.id}`)).toMatchObject({ price: 0.05 });
    expect(await send(door, 'DELETE', `/addons/${made.id}`)).toEqual({ message: `Addon ${made.id} deleted successfully`, success: true });
    await refuses(door, 'GET', `/addons/${made.id}`, undefined, 404, `Addon with id ${made.id} not found`);
  });

  it('never gives an id twice', async () => {
    const first = await send(door, 'POST', '/items', { category_id: menu.drinks.id, name: 'A', price: 1 });
    await send(door, 'DELETE', `/items/${first.id}`);
    const second = await send(door, 'POST', '/items', { category_id: menu.drinks.id, name: 'B', price: 1 });
    expect(second.id).toBeGreaterThan(first.id);
  });
});
