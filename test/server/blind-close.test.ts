import { describe, expect, it } from 'vitest';
import { allOperations, findOperation, type OperationName } from '../../src/contract/index.ts';
import { requestOf } from '../../src/contract/wire.ts';
import { expectedCash, readLedger } from '../../src/core/modules/drawer/index.ts';
import { addPeople } from '../support/people.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { type HttpDoor, openHttpDoor } from './http-door.ts';

/** Odd amounts everywhere, so that the expected sum is no other figure of the shop. */
const openShop = async () => {
  const door = await openHttpDoor();
  const { app } = door;
  await app.call('settings.update', { tax_rate: 0 });
  const menu = await addSmallMenu(app);
  const people = await addPeople(app);
  const { id: shift_id } = await app.call('shifts.open', { opening_cash: 61_237 });
  const cash = await app.call('orders.create', {
    items: [{ item_id: menu.latte.id, quantity: 7 }],
    payments: [{ method: 'cash', tendered: 5000, tip: 13 }],
  });
  await app.call('orders.create', { items: [{ item_id: menu.tea.id, quantity: 9 }], payment_method: 'card' });
  await app.call('refunds.create', { order_id: cash.id, reason: 'Cold', lines: [{ order_line_id: cash.items[0]?.id ?? 0, quantity: 1 }] });
  await app.call('drawer.move', { kind: 'paid_in', amount: 1117, reason: 'Change' });
  const held = await app.call('tickets.hold', { name: 'Four', ticket: { items: [{ item_id: menu.tea.id, quantity: 1 }] } });
  const later = await app.call('orders.create', { items: [{ item_id: menu.tea.id }], payments: [] });
  const gone = await app.call('orders.create', { items: [{ item_id: menu.tea.id }] });
  return { door, people, menu, shift_id, order_id: cash.id, later_id: later.id, gone_id: gone.id, ticket_id: held.id };
};

type Shop = Awaited<ReturnType<typeof openShop>>;

/** For every operation an input that gets as far as a cashier gets. Those that count are left to the end. */
const inputs = ({
  menu,
  shift_id,
  order_id,
  later_id,
  gone_id,
  ticket_id,
  people,
}: Shop): Readonly<Record<OperationName, object | null>> => {
  const document = { document: 'receipt', document_id: order_id };
  return {
    'backups.list': {},
    'backups.create': {},
    'backups.verify': { backup_name: 'x.db' },
    'backups.preview': { backup_name: 'x.db' },
    'backups.restore': { backup_name: 'x.db', confirm: 'RESTORE' },
    'backups.delete': { backup_name: 'x.db' },
    'setup.discardDemo': { confirm: 'DISCARD' },
    'diagnostics.create': {},
    'desktop.get': {},
    'desktop.tellWork': { open_ticket: false, counting: false },
    'desktop.leaveKiosk': {},
    'desktop.dismissCrash': {},
    'updates.get': {},
    'updates.check': {},
    'updates.fromFolder': { folder: '/nowhere' },
    'updates.install': {},
    'exchange.export': { what: 'customers' },
    'exchange.check': { what: 'customers', csv: 'name' },
    'exchange.import': { what: 'customers', csv: 'name' },
    'archive.export': {},
    'archive.download': { archive_name: 'philo-shop-20260302T120000Z.zip' },
    'categories.create': { name: 'X' },
    'categories.list': {},
    'categories.get': { category_id: menu.drinks.id },
    'categories.update': { category_id: menu.drinks.id, name: 'Y' },
    'categories.delete': { category_id: menu.drinks.id },
    'categories.reorder': { ids: [1] },
    'items.create': { category_id: 1, name: 'X', price: 1 },
    'items.list': {},
    'items.get': { item_id: menu.tea.id },
    'items.update': { item_id: menu.tea.id, price: 1 },
    'items.switch': { rows: [{ id: menu.tea.id }], is_available: true },
    'items.delete': { item_id: menu.tea.id },
    'addons.create': { name: 'X', price: 1 },
    'addons.list': {},
    'addons.get': { addon_id: 1 },
    'addons.update': { addon_id: 1, price: 1 },
    'addons.switch': { rows: [{ id: 1 }], is_available: true },
    'addons.delete': { addon_id: 1 },
    'customers.create': { name: 'X' },
    'customers.list': {},
    'customers.get': { customer_id: menu.ann.id },
    'customers.orders': { customer_id: menu.ann.id },
    'customers.update': { customer_id: menu.ann.id, name: 'Z' },
    'customers.profile': { customer_id: menu.ann.id },
    'customers.duplicates': {},
    'customers.merge': { customer_id: menu.ann.id, merge_id: 999 },
    'customers.anonymise': { customer_id: 999 },
    'customers.delete': { customer_id: menu.ann.id },
    'discounts.create': { name: 'X', value: 1 },
    'discounts.list': {},
    'discounts.get': { discount_id: 1 },
    'discounts.update': { discount_id: 1, value: 2 },
    'discounts.switch': { rows: [{ id: 1 }], is_active: true },
    'discounts.delete': { discount_id: 1 },
    'orders.create': { items: [{ item_id: menu.tea.id }], payment_method: 'cash' },
    'orders.list': {},
    'orders.get': { order_id },
    'orders.history': { order_id },
    'orders.setStatus': { order_id, status: 'preparing' },
    'orders.delete': { order_id },
    'orders.void': { order_id: gone_id, reason: 'x' },
    'orders.refundable': { order_id },
    'tickets.hold': { name: 'X', ticket: { items: [{ item_id: 1, quantity: 1 }] } },
    'tickets.list': {},
    'tickets.recall': { ticket_id },
    'payments.take': { order_id: later_id, method: 'cash', amount: 100 },
    'payments.list': { order_id },
    'paymentMethods.list': {},
    'paymentMethods.create': { code: 'x', name: 'X' },
    'paymentMethods.update': { code: 'cash', name: 'X' },
    'refunds.create': { order_id, reason: 'x' },
    'refunds.list': {},
    'refunds.get': { refund_id: 1 },
    'stock.levels': {},
    'stock.movements': {},
    'stock.counts': {},
    'stock.receive': { item_id: menu.cake.id, quantity: 1 },
    'stock.adjust': { item_id: menu.cake.id, quantity: 1, reason: 'x' },
    'stock.track': { item_id: menu.cake.id, is_tracked: true },
    'stock.count': { lines: [{ item_id: menu.cake.id, counted: 5 }] },
    'stock.waste': { item_id: menu.cake.id, quantity: 1, reason: 'x' },
    'shifts.open': { opening_cash: 5 },
    'shifts.list': {},
    'shifts.get': { shift_id },
    'shifts.close': null,
    'shifts.count': null,
    'shifts.counts': { shift_id },
    'shifts.report': { shift_id },
    'shifts.reportPdf': { shift_id },
    'shifts.xReport': { shift_id },
    'zReports.list': {},
    'zReports.get': { z_number: 1 },
    'drawer.move': { kind: 'paid_out', amount: 111, reason: 'x' },
    'drawer.list': { shift_id },
    'expenses.create': { category: 'Milk', amount: 317, shift_id },
    'expenses.list': {},
    'expenses.categories': {},
    'expenses.get': { expense_id: 1 },
    'expenses.update': { expense_id: 1, amount: 5 },
    'expenses.delete': { expense_id: 1 },
    'dashboard.summary': {},
    'dashboard.revenue': {},
    'dashboard.topItems': {},
    'dashboard.topCategories': {},
    'dashboard.orderTrends': {},
    'dashboard.hourlyHeatmap': {},
    'dashboard.customerInsights': {},
    'dashboard.paymentBreakdown': {},
    'dashboard.inventoryAlerts': {},
    'dashboard.profitLoss': {},
    'dashboard.shiftSummary': { shift_id },
    'reports.behind': { report: 'tenders', method: 'cash', shift_id },
    'reports.items': { shift_id },
    'reports.categories': { shift_id },
    'reports.days': { shift_id },
    'reports.hours': { shift_id },
    'reports.staff': { shift_id },
    'reports.tenders': { shift_id },
    'reports.taxes': { shift_id },
    'reports.discounts': { shift_id },
    'reports.comps': { shift_id },
    'reports.refunds': { shift_id },
    'reports.voids': { shift_id },
    'reports.waste': { shift_id },
    'reports.cash': { shift_id },
    'reports.cashiers': { shift_id },
    'reports.archive': { shift_id },
    'reports.movements': { shift_id },
    'dashboard.hourlyGrid': {},
    'dashboard.compare': {},
    'dashboard.orders': { shift_id },
    'exports.start': { report: 'tenders', format: 'csv' },
    'exports.items': { format: 'csv' },
    'exports.categories': { format: 'csv' },
    'exports.addons': { format: 'csv' },
    'exports.discounts': { format: 'csv' },
    'exports.customers': { format: 'csv' },
    'exports.expenses': { format: 'csv' },
    'exports.orders': { format: 'csv' },
    'exports.staff': { format: 'csv' },
    'exports.stock': { format: 'csv' },
    'exports.list': {},
    'exports.get': { export_id: 'x' },
    'exports.cancel': { export_id: 'x' },
    'exports.download': { export_id: 'x' },
    'prints.preview': document,
    'prints.make': document,
    'prints.pdf': { print_id: 1 },
    'prints.send': { print_id: 1 },
    'prints.openDrawer': { order_id: 1 },
    'printer.test': {},
    'audit.list': {},
    'audit.get': { audit_id: 1 },
    'audit.choices': {},
    'audit.verify': {},
    'audit.export': {},
    'network.get': {},
    'about.get': {},
    'setup.upload': { offset: 0, data: '' },
    'setup.inspect': { upload_id: 'a'.repeat(24), currency: 'USD', time_zone: 'UTC' },
    'setup.run': null,
    'setup.importArchive': null,
    'settings.get': {},
    'settings.update': { shop_name: 'X' },
    'keys.list': {},
    'keys.create': { name: 'X' },
    'keys.revoke': { key_id: 1 },
    'staff.list': {},
    'staff.create': { name: 'X', role: 'cashier', pin: '1212' },
    'staff.update': { staff_id: people.kitchen.id, name: 'X' },
    'timeClock.punch': { direction: 'in' },
    'timeClock.list': {},
    'timeClock.correct': { punch_id: 1, clocked_in_at: '2026-03-02', clocked_out_at: null, reason: 'x' },
    'session.get': {},
    'session.signIn': { staff_id: people.kitchen.id, pin: '0000' },
    'session.signOut': null,
    'session.createOwner': { name: 'X', pin: '1212' },
  };
};

/** Further ways to ask for the same: other documents, other moments. */
const moreWays = (shop: Shop): [OperationName, object][] => [
  ['prints.preview', { document: 'x', document_id: shop.shift_id }],
  ['prints.make', { document: 'x', document_id: shop.shift_id }],
  ['prints.preview', { document: 'z', document_id: 1 }],
  ['prints.make', { document: 'z', document_id: 1 }],
  ['prints.preview', { document: 'drawer', document_id: 1 }],
  ['drawer.move', { kind: 'no_sale', reason: 'x' }],
  ['shifts.close', { shift_id: shop.shift_id }],
];

type Ask = (name: OperationName, input: object) => Promise<{ readonly ok: boolean; readonly text: string }>;

const expectedOf = ({ door, shift_id }: Shop): number => expectedCash(readLedger(door.app.pos.database, shift_id));

/** Whether a text holds the amount, as minor units or as a decimal. */
const holds = (text: string, amount: number): boolean => {
  const decimal = (amount / 100).toFixed(2).replace(/0$/, '');
  return new RegExp(`(^|[^0-9.])(${amount}|${decimal.replace('.', '\\.')}0?)([^0-9]|$)`).test(text.replace(/(\d),(\d)/g, '$1$2'));
};

/** Asks for everything before the count, then counts and asks again. Answers what was answered. */
const walk = async (shop: Shop, ask: Ask): Promise<string[]> => {
  const walked: string[] = [];
  const calls = [...Object.entries(inputs(shop)), ...moreWays(shop)] as [OperationName, object | null][];
  for (const [name, input] of calls) {
    if (input === null) continue;
    const before = expectedOf(shop);
    const { ok, text } = await ask(name, input);
    const after = expectedOf(shop);
    if (ok) walked.push(name);
    expect([name, holds(text, before), holds(text, after)]).toEqual([name, false, false]);
  }
  const expected = expectedOf(shop);
  const counted = await ask('shifts.count', { shift_id: shop.shift_id, amount: expected + 1 });
  expect([counted.ok, holds(counted.text, expected)]).toEqual([true, true]);
  const report = await ask('shifts.report', { shift_id: shop.shift_id });
  expect([report.ok, holds(report.text, expected)]).toEqual([true, true]);
  // Once money moves again, the next count is blind as well.
  await ask('drawer.move', { kind: 'paid_in', amount: 2771, reason: 'x' });
  expect(holds((await ask('shifts.report', { shift_id: shop.shift_id })).text, expectedOf(shop))).toBe(false);
  expect(holds((await ask('shifts.close', { shift_id: shop.shift_id })).text, expectedOf(shop))).toBe(false);
  const closed = await ask('shifts.close', { shift_id: shop.shift_id, closing_cash: 1 });
  expect(closed.ok).toBe(true);
  expect(holds((await ask('shifts.report', { shift_id: shop.shift_id })).text, expectedOf(shop))).toBe(true);
  return walked;
};

/** What a cashier's walk must have got answers of, or it proved nothing. */
const ANSWERED = [
  'drawer.move',
  'expenses.create',
  'orders.create',
  'orders.list',
  'payments.take',
  'prints.make',
  'refunds.list',
  'shifts.get',
  'shifts.list',
];

const overHttp =
  (door: HttpDoor, credentials: { key: string | null; headers?: Record<string, string> }): Ask =>
  async (name, input) => {
    const op = findOperation(name);
    if (!op) throw new Error(name);
    const { method, url, body } = requestOf(op, input, 2);
    const answer = await door.send(method, url, {
      key: credentials.key,
      ...(body === undefined ? {} : { raw: body }),
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...credentials.headers },
    });
    return { ok: answer.status < 300, text: answer.text };
  };

describe('what should lie in the drawer is told by no operation before it was counted', () => {
  it('to a cashier at the till', async () => {
    const shop = await openShop();
    expect(Object.keys(inputs(shop)).sort()).toEqual(
      allOperations()
        .map(([name]) => name)
        .sort(),
    );
    const walked = await walk(shop, async (name, input) => {
      const answer = await shop.door.app.answer(name, input, shop.people.cashier.caller());
      return { ok: answer.ok, text: JSON.stringify(answer) };
    });
    expect(walked).toEqual(expect.arrayContaining(ANSWERED));
  });

  it('to a cashier’s key over HTTP', async () => {
    const shop = await openShop();
    const walked = await walk(shop, overHttp(shop.door, { key: await shop.door.keyOf('cashier') }));
    expect(walked).toEqual(expect.arrayContaining(ANSWERED));
  });

  it('to a cashier’s browser', async () => {
    const shop = await openShop();
    const { id, pin } = shop.people.cashier;
    const signedIn = await shop.door.send('POST', '/api/v1/session', { key: null, body: { staff_id: id, pin } });
    const headers = { cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '', 'x-csrf-token': signedIn.json.csrf_token as string };
    const walked = await walk(shop, overHttp(shop.door, { key: null, headers }));
    expect(walked).toEqual(expect.arrayContaining(ANSWERED));
  });

  it('but to a manager, as an X', async () => {
    const shop = await openShop();
    const x = await shop.door.app.call('shifts.xReport', { shift_id: shop.shift_id }, shop.people.manager.caller());
    expect(x.drawer.expected).toBe(expectedOf(shop));
    const shown = await shop.door.app.call(
      'shifts.xReport',
      { shift_id: shop.shift_id },
      shop.people.cashier.caller(),
      shop.people.manager.approval,
    );
    expect(shown.drawer.expected).toBe(expectedOf(shop));
  });

  it('nor as what an all-cash shift has sold, which is the same where it began with an empty drawer', async () => {
    const door = await openHttpDoor();
    const { app } = door;
    const menu = await addSmallMenu(app);
    const people = await addPeople(app);
    const cashier = people.cashier.caller();
    const opened = await app.call('shifts.open', {}, cashier);
    await app.call('orders.create', { items: [{ item_id: menu.latte.id, quantity: 3 }] }, cashier);
    await app.call('orders.create', { items: [{ item_id: menu.tea.id, quantity: 2 }] }, cashier);
    const expected = expectedCash(readLedger(app.pos.database, opened.id));
    const key = await door.keyOf('cashier');
    for (const path of [`/shifts/${opened.id}`, '/shifts', '/orders', '/drawer-movements', '/expenses', '/tickets']) {
      const { text } = await door.send('GET', `/api/v1${path}`, { key });
      expect([path, holds(text, expected)]).toEqual([path, false]);
    }
    expect([opened.total_revenue, (await app.call('shifts.get', { shift_id: opened.id }, cashier)).total_revenue]).toEqual([null, null]);
    expect((await app.call('shifts.get', { shift_id: opened.id }, people.manager.caller())).total_revenue).toBe(expected);
    // The books have it whole, whoever did it; and once the drawer is counted and closed there is nothing left to guess.
    const closed = await app.call('shifts.close', { shift_id: opened.id, closing_cash: expected }, cashier);
    expect(closed.total_revenue).toBe(expected);
    const { items: audit } = await app.call('audit.list', { entity_type: 'Shift', entity_id: opened.id });
    expect(JSON.stringify(audit)).toContain(`"total_revenue":${expected}`);
  });
});
