import { describe, expect, it } from 'vitest';
import { verifyDatabase } from '../../src/core/modules/verification/index.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp, type TestApp } from '../support/test-app.ts';

const open = async () => {
  const app = await openTestApp();
  return { app, menu: await addSmallMenu(app) };
};

const stockOf = async (app: TestApp, id: number) => (await app.call('items.get', { item_id: id })).stock_qty;
const faults = (app: TestApp) => verifyDatabase(app.pos.database).checks.filter((check) => !check.ok);

describe('receiving', () => {
  it('adds to the stock, and keeps what it cost, who brought it and who took it in', async () => {
    const { app, menu } = await open();
    const input = { item_id: menu.cake.id, quantity: 12, unit_cost: 180, supplier: 'Bakers', reference: 'D-77', note: ' ' };
    expect(await app.call('stock.receive', input, callerWithRole('manager'))).toEqual({
      item_id: menu.cake.id,
      item_name: 'Cake',
      quantity: 12,
      stock_qty: 17,
    });
    const { items } = await app.call('stock.movements', { item_id: menu.cake.id });
    expect(items[0]).toMatchObject({
      quantity: 12,
      balance: 17,
      reason: 'receive',
      unit_cost: 180,
      supplier: 'Bakers',
      reference: 'D-77',
      note: null,
      actor: 'Test manager',
    });
    const level = (await app.call('stock.levels', { search: 'cake' })).items[0];
    expect(level).toMatchObject({ stock_qty: 17, last_cost: 180, last_counted_at: null });
    const [row] = (await app.call('audit.list', { entity_type: 'Stock', entity_id: menu.cake.id })).items;
    expect(row).toMatchObject({ action: 'receive', old_values: { stock_qty: 5 }, new_values: { stock_qty: 17, supplier: 'Bakers' } });
  });

  it('is refused for an item without a figure, and for one that is not there', async () => {
    const { app, menu } = await open();
    expect(await app.refusal('stock.receive', { item_id: menu.latte.id, quantity: 1 })).toMatchObject({ code: 'unlimited_stock' });
    expect(await app.refusal('stock.receive', { item_id: 9999, quantity: 1 })).toEqual({
      code: 'not_found',
      message: 'Item with id 9999 not found',
    });
  });
});

describe('adjusting', () => {
  it('goes both ways with its reason, and never below zero', async () => {
    const { app, menu } = await open();
    expect((await app.call('stock.adjust', { item_id: menu.cake.id, quantity: -2, reason: 'Given to the school' })).stock_qty).toBe(3);
    expect((await app.call('stock.adjust', { item_id: menu.cake.id, quantity: 4, reason: 'Found' })).stock_qty).toBe(7);
    expect(await app.refusal('stock.adjust', { item_id: menu.cake.id, quantity: -8, reason: 'x' })).toEqual({
      code: 'insufficient_stock',
      message: "Insufficient stock for 'Cake'. Available: 7, Requested: 8",
    });
    expect(await app.refusal('stock.adjust', { item_id: menu.cake.id, quantity: 0, reason: 'x' })).toMatchObject({ code: 'invalid_input' });
    expect(await app.refusal('stock.adjust', { item_id: menu.cake.id, quantity: 1, reason: ' ' })).toMatchObject({ code: 'invalid_input' });
    expect(await stockOf(app, menu.cake.id)).toBe(7);
  });
});

describe('tracking', () => {
  it('begins with what is there and ends without a figure, each as a movement', async () => {
    const { app, menu } = await open();
    expect(await app.call('stock.track', { item_id: menu.tea.id, is_tracked: true, quantity: 40 })).toMatchObject({ stock_qty: 40 });
    expect(await app.call('stock.track', { item_id: menu.tea.id, is_tracked: true, quantity: 90 })).toMatchObject({ stock_qty: 40 });
    expect(await app.call('stock.track', { item_id: menu.tea.id, is_tracked: false })).toMatchObject({ stock_qty: -1, quantity: -40 });
    const { items } = await app.call('stock.movements', { item_id: menu.tea.id });
    expect(items.map((row) => [row.reason, row.quantity, row.balance])).toEqual([
      ['unlimited', -40, 0],
      ['opening', 40, 40],
    ]);
    expect(faults(app)).toEqual([]);
  });
});

describe('counting', () => {
  it('corrects by what was missing when it was counted: what was sold meanwhile stays sold', async () => {
    const { app, menu } = await open();
    const seen = await stockOf(app, menu.croissant.id);
    await app.call('orders.create', { items: [{ item_id: menu.croissant.id, quantity: 4 }] });
    const lines = [
      { item_id: menu.croissant.id, counted: 18, seen },
      { item_id: menu.cake.id, counted: 5 },
    ];
    const result = await app.call('stock.count', { lines, note: 'Evening' }, callerWithRole('manager'));
    expect(result).toMatchObject({ differing: 1, surplus: 0, missing: 2 });
    expect(result.counts[0]).toMatchObject({ seen: 20, counted: 18, difference: -2, sold_meanwhile: 4, stock_qty: 14 });
    expect(await stockOf(app, menu.croissant.id)).toBe(14);
    // One that found nothing is kept too.
    const { items, total } = await app.call('stock.counts', {});
    expect([total, items.map((count) => [count.item_name, count.difference, count.counted_by, count.note])]).toEqual([
      2,
      [
        ['Cake', 0, 'Test manager', 'Evening'],
        ['Croissant', -2, 'Test manager', 'Evening'],
      ],
    ]);
    expect((await app.call('stock.movements', { reason: 'count' })).items.map((row) => row.quantity)).toEqual([-2]);
    expect((await app.call('stock.levels', { search: 'cake' })).items[0]?.last_counted_at).toBe(items[0]?.created_at);
    expect(faults(app)).toEqual([]);
  });

  it('never goes below zero when more was sold than was counted', async () => {
    const { app, menu } = await open();
    await app.call('orders.create', { items: [{ item_id: menu.cake.id, quantity: 4 }] });
    const { counts } = await app.call('stock.count', { lines: [{ item_id: menu.cake.id, counted: 2, seen: 5 }] });
    expect(counts[0]).toMatchObject({ difference: -3, sold_meanwhile: 4, stock_qty: 0 });
    expect(faults(app)).toEqual([]);
  });

  it('is all or nothing', async () => {
    const { app, menu } = await open();
    const good = { item_id: menu.cake.id, counted: 1 };
    expect(await app.refusal('stock.count', { lines: [good, { item_id: menu.latte.id, counted: 1 }] })).toMatchObject({
      code: 'unlimited_stock',
    });
    expect(await app.refusal('stock.count', { lines: [good, { item_id: 9999, counted: 1 }] })).toMatchObject({ code: 'not_found' });
    expect(await app.refusal('stock.count', { lines: [good, good] })).toMatchObject({ code: 'invalid_input' });
    expect(await stockOf(app, menu.cake.id)).toBe(5);
    expect((await app.call('stock.counts', {})).total).toBe(0);
  });

  it('cannot be changed afterwards, and verify sees when it was', async () => {
    const { app, menu } = await open();
    await app.call('stock.count', { lines: [{ item_id: menu.cake.id, counted: 4 }] });
    expect(() => app.pos.database.execute('UPDATE stock_counts SET counted = 5')).toThrow('append-only');
    app.pos.database.raw.exec('DROP TRIGGER stock_counts_no_update; UPDATE stock_counts SET counted = 3, stock_after = 3');
    expect(faults(app).map((check) => check.name)).toEqual(['schema', 'stock_counts']);
  });
});

describe('levels', () => {
  it('are found by name, category and state, sorted, with how many are low and out', async () => {
    const { app, menu } = await open();
    await app.call('orders.create', { items: [{ item_id: menu.cake.id, quantity: 5 }] });
    const names = async (input: object) => (await app.call('stock.levels', input)).items.map((item) => item.item_name);
    expect(await names({})).toEqual(['Cake', 'Croissant', 'Latte', 'Tea']);
    expect(await names({ state: 'tracked' })).toEqual(['Cake', 'Croissant']);
    expect(await names({ state: 'unlimited', order: 'desc' })).toEqual(['Tea', 'Latte']);
    expect(await names({ state: 'out' })).toEqual(['Cake']);
    expect(await names({ state: 'low', threshold: 20 })).toEqual(['Cake', 'Croissant']);
    expect(await names({ sort: 'stock_qty' })).toEqual(['Cake', 'Croissant', 'Latte', 'Tea']);
    expect(await names({ sort: 'category', per_page: 1 })).toEqual(['Latte']);
    expect(await names({ search: 'CRÖIS' })).toEqual(['Croissant']);
    expect(await app.call('stock.levels', { category_id: menu.bakery.id, state: 'out' })).toMatchObject({
      total: 1,
      threshold: 10,
      counts: { tracked: 2, low: 1, out: 1, unlimited: 0 },
      items: [{ item_name: 'Cake', state: 'out' }],
    });
  });
});

describe('movements', () => {
  it('are found by item, reason, person and business day, with the balance after each and the sums of all found', async () => {
    const { app, menu } = await open();
    await app.call('orders.create', { items: [{ item_id: menu.croissant.id, quantity: 3 }] });
    app.clock.set('2026-03-03T12:00:00.000Z');
    const order = await app.call('orders.create', { items: [{ item_id: menu.croissant.id, quantity: 2 }] });
    await app.call('stock.waste', { item_id: menu.croissant.id, quantity: 1, reason: 'Dropped' }, callerWithRole('manager'));
    await app.call('orders.setStatus', { order_id: order.id, status: 'cancelled' });
    const list = (input: object) => app.call('stock.movements', input);
    expect(
      (await list({ item_id: menu.croissant.id })).items.map((row) => [row.reason, row.quantity, row.balance, row.order_number]),
    ).toEqual([
      ['cancel', 2, 16, 'PHI-20260303-0001'],
      ['waste', -1, 14, null],
      ['sale', -2, 15, 'PHI-20260303-0001'],
      ['sale', -3, 17, 'PHI-20260302-0001'],
      ['opening', 20, 20, null],
    ]);
    expect(await list({ item_id: menu.croissant.id, page: 2, per_page: 2 })).toMatchObject({
      total: 5,
      received: 22,
      gone: 6,
      items: [{ balance: 15 }, { balance: 17 }],
    });
    expect((await list({ start_date: '2026-03-03', end_date: '2026-03-03' })).total).toBe(3);
    expect((await list({ end_date: '2026-03-02', reason: 'sale' })).items.map((row) => row.quantity)).toEqual([-3]);
    expect((await list({ actor: 'Test manager' })).items.map((row) => row.note)).toEqual(['Dropped']);
    expect((await list({ search: 'cake' })).total).toBe(1);
  });

  it('read only what they need', async () => {
    const { app } = await open();
    const plan = (where: string) =>
      app.pos.database.raw
        .prepare(`EXPLAIN QUERY PLAN SELECT * FROM stock_movements AS moved WHERE ${where} ORDER BY id DESC LIMIT 20`)
        .all()
        .map((step) => (step as { detail: string }).detail)
        .join('; ');
    expect(plan('moved.item_id = 1')).toMatch(/stock_movements_item \(item_id=\?\)$/);
    expect(plan("moved.reason = 'waste' AND moved.reason <> 'sale'")).toMatch(/stock_movements_acts \(reason=\?\)$/);
  });
});
