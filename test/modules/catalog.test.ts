import { describe, expect, it } from 'vitest';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp } from '../support/test-app.ts';

const open = async () => {
  const app = await openTestApp();
  return { app, menu: await addSmallMenu(app) };
};

describe('names', () => {
  it('are trimmed, unique without regard to case, and one’s own name is free', async () => {
    const { app, menu } = await open();
    expect(await app.refusal('categories.create', { name: ' DRINKS ' })).toEqual({
      code: 'already_exists',
      message: "Category 'DRINKS' already exists",
    });
    expect(await app.refusal('addons.update', { addon_id: menu.oat.id, name: 'extra SHOT' })).toMatchObject({ code: 'already_exists' });
    expect((await app.call('categories.update', { category_id: menu.drinks.id, name: 'drinks' })).name).toBe('drinks');
    expect((await app.call('items.create', { category_id: menu.drinks.id, name: 'Latte', price: 1 })).name).toBe('Latte');
  });
});

describe('a change', () => {
  it('bumps updated_at only when something really changes', async () => {
    const { app, menu } = await open();
    app.clock.advance(60_000);
    expect((await app.call('categories.update', { category_id: menu.drinks.id })).updated_at).toBe(menu.drinks.updated_at);
    expect((await app.call('items.update', { item_id: menu.latte.id, price: 450 })).updated_at).toBe(menu.latte.updated_at);
    expect((await app.call('items.update', { item_id: menu.latte.id, description: null, price: 451 })).updated_at).not.toBe(
      menu.latte.updated_at,
    );
    const rows = await app.call('audit.list', { entity_type: 'Item', entity_id: menu.latte.id });
    expect(
      rows.items.map((row) => [
        row.action,
        (row.old_values as { price?: number } | null)?.price,
        (row.new_values as { price: number }).price,
      ]),
    ).toEqual([
      ['update', 450, 451],
      ['create', undefined, 450],
    ]);
  });
});

describe('a delete', () => {
  it('is refused while something refers to the row, saying what to do', async () => {
    const { app, menu } = await open();
    await app.call('orders.create', { items: [{ item_id: menu.latte.id, addon_ids: [menu.oat.id] }], discount_id: menu.twoOff.id });
    expect(await app.refusal('categories.delete', { category_id: menu.bakery.id })).toEqual({
      code: 'category_not_empty',
      message: "Cannot delete category 'Bakery' — it has 2 item(s). Remove or reassign items first.",
    });
    for (const [name, input] of [
      ['items.delete', { item_id: menu.latte.id }],
      ['addons.delete', { addon_id: menu.oat.id }],
      ['discounts.delete', { discount_id: menu.twoOff.id }],
    ] as const) {
      expect(await app.refusal(name, input)).toMatchObject({ code: 'in_use', message: expect.stringMatching(/instead/) });
    }
    expect(await app.call('items.delete', { item_id: menu.tea.id })).toEqual({
      message: `Item ${menu.tea.id} deleted successfully`,
      success: true,
    });
    expect((await app.refusal('items.get', { item_id: menu.tea.id })).message).toBe(`Item with id ${menu.tea.id} not found`);
    const added = await app.call('items.create', { category_id: menu.drinks.id, name: 'New', price: 1 });
    expect(added.id).toBeGreaterThan(menu.cake.id);
  });
});

describe('search', () => {
  it('folds case and accents and takes % and _ as they are', async () => {
    const { app, menu } = await open();
    await app.call('items.create', { category_id: menu.drinks.id, name: 'Café crème', price: 1, description: '100% Arabica_bean' });
    const found = async (search: string) => (await app.call('items.list', { search })).items.map((item) => item.name);
    expect(await found('CREME')).toEqual(['Café crème']);
    expect(await found('0% a')).toEqual(['Café crème']);
    expect(await found('arabica_')).toEqual(['Café crème']);
    expect(await found('%')).toEqual(['Café crème']);
    expect(await found('l_tte')).toEqual([]);
    expect((await found('')).length).toBe(5);
  });

  it('filters items by category, price bounds and availability, by name', async () => {
    const { app, menu } = await open();
    const names = async (query: object) => (await app.call('items.list', query)).items.map((item) => item.name);
    expect(await names({})).toEqual(['Cake', 'Croissant', 'Latte', 'Tea']);
    expect(await names({ category_id: menu.drinks.id })).toEqual(['Latte', 'Tea']);
    expect(await names({ category_id: 0 })).toEqual([]);
    expect(await names({ min_price: 299, max_price: 325 })).toEqual(['Croissant', 'Tea']);
    await app.call('items.update', { item_id: menu.tea.id, is_available: false });
    expect(await names({ is_available: false })).toEqual(['Tea']);
    expect(await app.call('items.list', { page: 3, per_page: 3 })).toMatchObject({
      items: [],
      total: 4,
      page: 3,
      per_page: 3,
      total_pages: 2,
    });
  });
});

describe('discounts', () => {
  it('keep percentages to four decimals and amounts to the currency’s', async () => {
    const { app } = await open();
    expect((await app.call('discounts.create', { name: 'Third', value: 33.333 })).value).toBe(33.333);
    for (const bad of [
      { value: 150 },
      { value: 33.33333 },
      { type: 'flat', value: 1.005 },
      { value: 5, start_date: '2026-06-01T00:00:00+05:00', end_date: '2026-05-01' },
    ]) {
      expect((await app.refusal('discounts.create', { name: 'Bad', ...bad })).code).toBe('invalid_input');
    }
    const flat = await app.call('discounts.create', { name: 'Flat', type: 'flat', value: 150 });
    expect((await app.refusal('discounts.update', { discount_id: flat.id, type: 'percentage' })).code).toBe('invalid_input');
  });

  it('read dates in the shop’s zone and convert offsets', async () => {
    const { app } = await open();
    await app.call('settings.update', { time_zone: 'Europe/Oslo' });
    const made = await app.call('discounts.create', {
      name: 'June',
      value: 5,
      start_date: '2026-06-01',
      end_date: '2026-06-30T23:30:00+05:00',
    });
    expect([made.start_date, made.end_date]).toEqual(['2026-05-31T22:00:00.000Z', '2026-06-30T18:30:00.000Z']);
  });
});

describe('customers', () => {
  it('have one phone and one e-mail each, and empty ones are none', async () => {
    const { app, menu } = await open();
    expect((await app.refusal('customers.create', { name: 'X', phone: '555-0101' })).message).toBe(
      "Customer with phone '555-0101' already exists",
    );
    const a = await app.call('customers.create', { name: 'A', phone: ' ', email: '' });
    const b = await app.call('customers.create', { name: 'B', phone: '', email: 'b@example.com' });
    expect([a.phone, a.email, b.phone]).toEqual([null, null, null]);
    expect((await app.refusal('customers.update', { customer_id: a.id, phone: '555-0101' })).message).toBe(
      "Phone '555-0101' already in use",
    );
    expect((await app.refusal('customers.update', { customer_id: a.id, email: 'b@example.com' })).message).toBe(
      "Email 'b@example.com' already in use",
    );
    const order = await app.call('orders.create', { items: [{ item_id: menu.latte.id }], customer_id: menu.ann.id });
    await app.call('customers.delete', { customer_id: menu.ann.id });
    expect(await app.call('orders.get', { order_id: order.id })).toMatchObject({ customer_id: null, customer: null, customer_name: null });
  });
});
