import { expect, test, vi } from 'vitest';
import { readDemoCafe } from '../../src/core/modules/seeding/demo-cafe.ts';
import { generateOrders, seedDemo } from '../../src/core/modules/seeding/index.ts';
import { verifyDatabase } from '../../src/core/modules/verification/index.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

// Real files on a disk that others may keep busy.
vi.setConfig({ testTimeout: 30_000 });

const countOf = (app: TestApp, table: string): number => app.pos.database.row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;

const everything = (app: TestApp): unknown => {
  const tables = app.pos.database.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  return tables.map(({ name }) => [name, app.pos.database.rows(`SELECT * FROM ${name}`)]);
};

const expectSound = (app: TestApp): void => {
  const report = verifyDatabase(app.pos.database);
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
};

test('the demo café is as large as it is meant to be', () => {
  const cafe = readDemoCafe();
  const items = cafe.categories.flatMap((category) => category.items);
  expect([cafe.categories.length, items.length, cafe.addons.length, cafe.customers.length, cafe.discounts.length]).toEqual([
    6, 40, 12, 8, 4,
  ]);
  expect(items.filter((item) => item.daily !== undefined)).toHaveLength(14);
  expect(cafe.staff.map((person) => person.role)).toEqual(['owner', 'manager', 'cashier', 'kitchen']);
  expect(new Set(items.map((item) => item.name)).size).toBe(items.length);
});

test('it is loaded once, with people who can sign in', async () => {
  const app = await openTestApp();
  const summary = await seedDemo(app.pos);
  expect(summary).toMatchObject({ menu: { categories: 6, items: 40, addons: 12, customers: 8, discounts: 4 }, history: null });
  const session = await app.call('session.get', {});
  expect(session).toMatchObject({ demo: true, needs_owner: false });
  const owner = session.staff.find((person) => person.role === 'owner');
  const pin = summary.staff.find((person) => person.role === 'owner')?.pin ?? '';
  const signedIn = await app.call('session.signIn', { staff_id: owner?.id ?? 0, pin });
  expect(signedIn.person).toMatchObject({ name: 'Nora Lind', role: 'owner' });
  expect((await app.call('items.list', { search: 'harbour latte' })).items[0]).toMatchObject({ price: 460, stock_qty: -1 });
  expect((await app.call('discounts.list', { search: 'own cup' })).items[0]).toMatchObject({ type: 'flat', value: 0.5 });

  const before = everything(app);
  expect(await seedDemo(app.pos)).toEqual({ menu: null, staff: [], history: null });
  expect(everything(app)).toEqual(before);
  expectSound(app);
});

test('known PINs are never added where somebody works, nor the menu where a shop is', async () => {
  const app = await openTestApp();
  await app.call('session.createOwner', { name: 'Real Owner', pin: '90210' });
  expect((await seedDemo(app.pos)).staff).toEqual([]);
  expect((await app.call('session.get', {})).staff.map((person) => person.name)).toEqual(['Real Owner']);

  const used = await openTestApp();
  await used.call('categories.create', { name: 'Mine' });
  await expect(seedDemo(used.pos)).rejects.toMatchObject({ code: 'already_imported' });
  expect(countOf(used, 'staff')).toBe(0);
});

test('prices fit currencies of no and of three decimals', async () => {
  for (const [currency, price, off] of [
    ['JPY', 460, 50],
    ['KWD', 4600, 0.5],
  ] as const) {
    const app = await openTestApp();
    await app.call('settings.update', { currency });
    await seedDemo(app.pos);
    expect((await app.call('items.list', { search: 'harbour latte' })).items[0]?.price, currency).toBe(price);
    expect((await app.call('discounts.list', { search: 'own cup' })).items[0]?.value, currency).toBe(off);
  }
});

test('a history is believable, adds up and ends with open orders now', async () => {
  const app = await openTestApp({ start: '2026-03-06T14:20:00.000Z' });
  const { history } = await seedDemo(app.pos, { historyDays: 7 });
  expect(history).toMatchObject({ made: true, days: 7, shifts: 16 });
  expectSound(app);

  const statuses = app.pos.database.rows<{ status: string; n: number }>('SELECT status, count(*) AS n FROM orders GROUP BY status');
  const of = (status: string) => statuses.find((row) => row.status === status)?.n ?? 0;
  expect(of('completed')).toBeGreaterThan(350);
  expect(of('cancelled')).toBeGreaterThan(3);
  expect([of('pending'), of('preparing'), of('ready')]).toEqual([2, 2, 1]);
  const newest = app.pos.database.row<{ at: string }>('SELECT max(created_at) AS at FROM orders')?.at ?? '';
  expect(newest > '2026-03-06T14:15:00.000Z' && newest <= '2026-03-06T14:20:00.000Z').toBe(true);
  expect((await app.call('shifts.list', { status: 'open' })).total).toBe(1);
  expect(countOf(app, 'orders WHERE shift_id IS NULL')).toBe(0);
  expect(countOf(app, "audit_log WHERE actor = 'Ines Kaya'")).toBeGreaterThan(300);

  // Money as it is really taken: change, tips, two tenders for one order, later payment, refunds, voids and drawers that are counted.
  expect(countOf(app, 'payments WHERE change_given > 0')).toBeGreaterThan(20);
  expect(countOf(app, 'payments WHERE tip > 0')).toBeGreaterThan(10);
  expect(countOf(app, '(SELECT order_id FROM payments GROUP BY order_id HAVING count(*) > 1)')).toBeGreaterThan(0);
  expect(countOf(app, "refunds WHERE kind = 'refund'")).toBeGreaterThan(0);
  expect(countOf(app, "refunds WHERE kind = 'void'")).toBe(of('cancelled'));
  expect(countOf(app, 'drawer_movements')).toBeGreaterThan(2);
  expect(countOf(app, 'cash_counts WHERE denominations IS NOT NULL')).toBe(15);
  const { items: zs } = await app.call('zReports.list', { per_page: 100 });
  expect(zs.map((z) => z.z_number)).toEqual(Array.from({ length: 15 }, (_, index) => 15 - index));
  expect(zs.some((z) => z.over_short === 0) && zs.some((z) => z.over_short !== 0)).toBe(true);

  const heat = await app.call('dashboard.hourlyHeatmap', { start_date: '2026-02-27', end_date: '2026-03-05' });
  expect(heat.filter((hour) => hour.order_count > 0).map((hour) => hour.hour)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
  const shifts = await app.call('dashboard.shiftSummary', {});
  expect(shifts.filter((shift) => shift.status === 'closed').every((shift) => Math.abs(shift.cash_difference) <= 350)).toBe(true);
});

test('the same days make the same past, and a second run makes none', async () => {
  const sales = async () => {
    const app = await openTestApp({ start: '2026-03-06T18:00:00.000Z' });
    await seedDemo(app.pos, { historyDays: 2 });
    return { app, orders: app.pos.database.rows('SELECT order_number, total, status, created_at, customer_id FROM orders ORDER BY id') };
  };
  const first = await sales();
  expect((await sales()).orders).toEqual(first.orders);
  const before = everything(first.app);
  expect((await seedDemo(first.app.pos, { historyDays: 2 })).history).toEqual({ made: false });
  expect(everything(first.app)).toEqual(before);
});

test.each(['2026-03-06T03:10:00.000Z', '2026-03-06T07:05:00.000Z', '2026-03-06T23:50:00.000Z'])(
  'the café is open whenever it is looked at: %s',
  async (start) => {
    const app = await openTestApp({ start });
    await app.call('settings.update', { time_zone: 'America/New_York', day_cutover_hour: 4 });
    await seedDemo(app.pos, { historyDays: 1 });
    expect((await app.call('shifts.list', { status: 'open' })).total).toBe(1);
    expect(countOf(app, "orders WHERE status IN ('pending', 'preparing', 'ready')")).toBe(5);
    expect(countOf(app, `orders WHERE created_at > '${start}'`)).toBe(0);
    expectSound(app);
  },
);

test('a history of no days or too many is refused', async () => {
  const app = await openTestApp();
  for (const historyDays of [-1, 1.5, 731, Number.NaN]) {
    await expect(seedDemo(app.pos, { historyDays })).rejects.toMatchObject({ code: 'invalid_input' });
  }
  expect(countOf(app, 'categories')).toBe(0);
});

test('generated orders are exactly as many as asked for, on the days before today, and sound', async () => {
  const app = await openTestApp({ start: '2026-03-06T12:00:00.000Z' });
  const summary = await generateOrders(app.pos, { orders: 3000, days: 20 });
  expect(summary).toMatchObject({ orders: 3000, shifts: 40, customers: 50, first_day: '2026-02-14', last_day: '2026-03-05' });
  expect(countOf(app, 'orders')).toBe(3000);
  expect(countOf(app, 'order_lines')).toBe(summary.lines);
  expect(app.pos.database.row('SELECT min(business_date) AS first, max(business_date) AS last FROM orders')).toEqual({
    first: '2026-02-14',
    last: '2026-03-05',
  });
  expectSound(app);
  const range = { start_date: '2026-02-14', end_date: '2026-03-05' };
  expect((await app.call('dashboard.summary', range)).total_orders).toBe(3000);
  expect((await app.call('dashboard.shiftSummary', {})).every((shift) => shift.cash_difference === 0)).toBe(true);
  expect((await app.call('audit.list', { action: 'generate' })).items).toMatchObject([
    { entity_type: 'Database', new_values: { orders: 3000, days: 20 } },
  ]);
  expect((await app.call('orders.create', { items: [{ item_id: 1 }] })).order_number).toBe('PHI-20260306-0001');
});

test('generating goes on from what is there, also across a cut-over at noon and the change of clocks', async () => {
  const app = await openTestApp({ start: '2026-04-03T12:00:00.000Z' });
  await app.call('settings.update', { time_zone: 'Europe/Oslo', day_cutover_hour: 12, tax_rate: 88_750 });
  const stock = () => app.pos.database.rows('SELECT id, stock_qty FROM items');
  await generateOrders(app.pos, { orders: 400, days: 10 });
  const before = stock();
  await generateOrders(app.pos, { orders: 6001, days: 1 });
  expect(countOf(app, 'orders')).toBe(6401);
  expect(stock()).toEqual(before);
  expectSound(app);
});

test('generating refuses numbers out of bounds and a menu of which nothing sells', async () => {
  const app = await openTestApp();
  await expect(generateOrders(app.pos, { orders: 0, days: 1 })).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(generateOrders(app.pos, { orders: 1, days: 1e6 })).rejects.toMatchObject({ code: 'invalid_input' });
  const category = await app.call('categories.create', { name: 'Closed', is_active: false });
  await app.call('items.create', { category_id: category.id, name: 'Nothing', price: 100 });
  await expect(generateOrders(app.pos, { orders: 5, days: 1 })).rejects.toMatchObject({ code: 'item_not_available' });
});
