import { describe, expect, it } from 'vitest';
import { openTestApp } from '../support/test-app.ts';

const openMenu = async () => {
  const app = await openTestApp();
  const bar = await app.call('categories.create', { name: 'Bar' });
  const latte = await app.call('items.create', { category_id: bar.id, name: 'Latte', price: 450 });
  const mocha = await app.call('items.create', { category_id: bar.id, name: 'Mocha', price: 480 });
  return { app, bar, latte, mocha };
};

const rowsOf = (...rows: { id: number; version: number }[]) => rows.map(({ id, version }) => ({ id, if_version: version }));

describe('switching rows together', () => {
  it('switches all, writes an audit row for each that was not so already, and tells how many', async () => {
    const { app, latte, mocha } = await openMenu();
    await app.call('items.update', { item_id: mocha.id, is_available: false });
    const answer = await app.call('items.switch', { rows: [{ id: latte.id }, { id: mocha.id }], is_available: false });
    expect(answer).toEqual({ changed: 1 });
    expect((await app.call('items.list', { is_available: false })).total).toBe(2);
    const { items } = await app.call('audit.list', { entity_type: 'Item', action: 'update' });
    expect(items.map(({ entity_id }) => Number(entity_id)).toSorted((one, other) => one - other)).toEqual([latte.id, mocha.id]);
  });

  it('switches none when one was changed meanwhile, and names it', async () => {
    const { app, latte, mocha } = await openMenu();
    await app.call('items.update', { item_id: mocha.id, price: 500 });
    const told = await app.refusal('items.switch', { rows: rowsOf(latte, mocha), is_available: false });
    expect(told.code).toBe('stale');
    expect(told.message).toContain('Mocha');
    expect(told.message).not.toContain('Latte');
    expect((await app.call('items.list', { is_available: true })).total).toBe(2);
  });

  it('switches none when one is gone', async () => {
    const { app, latte, mocha } = await openMenu();
    await app.call('items.delete', { item_id: mocha.id });
    expect(await app.refusal('items.switch', { rows: rowsOf(latte, mocha), is_available: false })).toMatchObject({ code: 'not_found' });
    expect((await app.call('items.get', { item_id: latte.id })).is_available).toBe(true);
  });

  it('does so for add-ons and discounts', async () => {
    const { app } = await openMenu();
    const oat = await app.call('addons.create', { name: 'Oat', price: 60 });
    const happy = await app.call('discounts.create', { name: 'Happy hour', value: 10 });
    expect(await app.call('addons.switch', { rows: rowsOf(oat), is_available: false })).toEqual({ changed: 1 });
    expect(await app.call('discounts.switch', { rows: rowsOf(happy), is_active: false })).toEqual({ changed: 1 });
    expect((await app.call('addons.get', { addon_id: oat.id })).is_available).toBe(false);
    expect((await app.call('discounts.get', { discount_id: happy.id })).is_active).toBe(false);
    expect(await app.refusal('addons.switch', { rows: rowsOf(oat), is_available: true })).toMatchObject({ code: 'stale' });
  });
});

describe('deleting what somebody changed meanwhile', () => {
  it('is refused where the version is told, for every list', async () => {
    const { app, bar, latte } = await openMenu();
    const oat = await app.call('addons.create', { name: 'Oat', price: 60 });
    const happy = await app.call('discounts.create', { name: 'Happy hour', value: 10 });
    const kari = await app.call('customers.create', { name: 'Kari' });
    const milk = await app.call('expenses.create', { category: 'Milk', amount: 500 });
    await app.call('categories.update', { category_id: bar.id, name: 'Drinks' });
    await app.call('items.update', { item_id: latte.id, price: 460 });
    await app.call('addons.update', { addon_id: oat.id, price: 70 });
    await app.call('discounts.update', { discount_id: happy.id, value: 20 });
    await app.call('customers.update', { customer_id: kari.id, phone: '90000001' });
    await app.call('expenses.update', { expense_id: milk.id, amount: 600 });
    const deletes = [
      ['categories.delete', { category_id: bar.id }],
      ['items.delete', { item_id: latte.id }],
      ['addons.delete', { addon_id: oat.id }],
      ['discounts.delete', { discount_id: happy.id }],
      ['customers.delete', { customer_id: kari.id }],
      ['expenses.delete', { expense_id: milk.id }],
    ] as const;
    for (const [name, input] of deletes)
      expect(await app.refusal(name, { ...input, if_version: 1 }), name).toMatchObject({ code: 'stale' });
    for (const [name, input] of deletes.slice(1))
      expect(await app.call(name, { ...input, if_version: 2 }), name).toMatchObject({ success: true });
  });
});
