import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ERRORS } from '../../src/contract/errors.ts';
import { allOperations, type OperationName } from '../../src/contract/index.ts';
import { REPORT_IDS } from '../../src/contract/report-tables.ts';
import { openApiDocument } from '../../src/server/openapi/document.ts';
import { errorCodesOf } from '../../src/server/openapi/responses.ts';
import { type HttpDoor, openHttpDoor } from './http-door.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document of JSON, looked into from all sides
type Json = any;

let document: Json;

beforeAll(() => {
  document = JSON.parse(JSON.stringify(openApiDocument()));
});

const walk = (value: Json, visit: (value: Json) => void): void => {
  visit(value);
  if (value !== null && typeof value === 'object') for (const each of Object.values(value)) walk(each, visit);
};

/** A checker of the document's own schema for an answer: the same schema with its references inside it. */
const checkerOf = (schema: Json) => {
  const inline = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(inline);
    if (value === null || typeof value !== 'object') return value;
    if (typeof value.$ref === 'string') return inline(document.components.schemas[value.$ref.split('/').at(-1)]);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inline(each)]));
  };
  const { description: _, ...plain } = inline(schema);
  return z.fromJSONSchema(plain);
};

const answerSchema = (path: string, method: string, status: number) => {
  const response = document.paths[path]?.[method.toLowerCase()]?.responses?.[String(status)];
  expect(response, `${method} ${path} ${status} is in the document`).toBeDefined();
  return response.content['application/json'].schema;
};

describe('the document', () => {
  it('has the head of OpenAPI 3.1', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Philo POS', version: '1.0.0' },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    });
  });

  it('has every operation once, with its parameters, body, answers and rights', () => {
    const documented = Object.entries(document.paths as Record<string, Record<string, Json>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`),
    );
    const declared = allOperations().map(([name, op]) => `${op.method} ${op.url} ${name}`);
    expect(documented.sort()).toEqual([...declared, 'GET /api/v1/events events', 'GET /health health'].sort());
    for (const [name, op] of allOperations()) {
      const described = document.paths[op.url][op.method.toLowerCase()];
      const parameters = described.parameters.map((parameter: Json) => `${parameter.in} ${parameter.name}`);
      const expected = [
        ...Object.keys(op.path ?? {}).map((key) => `path ${key}`),
        ...Object.keys(op.query ?? {}).map((key) => `query ${key}`),
      ];
      expect([name, parameters.filter((each: string) => !each.startsWith('header'))]).toEqual([name, expected]);
      expect([name, described.requestBody !== undefined]).toEqual([name, op.hasBody]);
      expect([name, described.security.length === 0]).toEqual([name, op.permission === 'public']);
      const statuses = new Set([op.status ?? 200, ...errorCodesOf(op).map((code) => ERRORS[code].status)].map(String));
      for (const status of statuses) expect(Object.keys(described.responses)).toContain(status);
      for (const param of op.url.matchAll(/\{(\w+)\}/g)) expect(parameters).toContain(`path ${param[1]}`);
    }
  });

  it('names every error with what it means', () => {
    const codes = document.components.schemas.Error.properties.code.enum;
    expect(codes).toEqual(Object.keys(ERRORS));
    expect(document.paths['/api/v1/orders'].post.responses['400'].description).toContain('`insufficient_stock`: Fewer are left');
  });

  it('refers only to what it has, and has nothing that nobody refers to', () => {
    const used = new Set<string>();
    walk(document, (value) => {
      if (value?.$ref) used.add(value.$ref.replace('#/components/schemas/', ''));
    });
    const have = Object.keys(document.components.schemas);
    expect([...used].filter((name) => !have.includes(name))).toEqual([]);
    expect(have.filter((name) => !used.has(name))).toEqual(['ChangeEvent']);
  });

  it('speaks of decimals, never of minor units', () => {
    expect(document.components.schemas.Item.properties.price).toMatchObject({ type: 'number' });
    expect(document.components.schemas.ItemsCreateBody.properties.price).toMatchObject({ type: 'number', exclusiveMinimum: 0 });
    expect(document.components.schemas.Settings.properties.tax_rate).toMatchObject({ type: 'number', minimum: 0, maximum: 1 });
    const text = JSON.stringify(document);
    expect(text).not.toContain('"wire"');
    expect(text).not.toContain('999999999999');
    expect(text).not.toContain(String(Number.MAX_SAFE_INTEGER));
  });

  it('is what the door serves, and what the page on it shows', async () => {
    const door = await openHttpDoor();
    const served = await door.send('GET', '/openapi.json', { key: null });
    expect([served.status, served.json]).toEqual([200, document]);
    expect((await door.send('GET', '/docs/json', { key: null })).json).toEqual(document);
  });

  it('has a page of which every file is here', async () => {
    const door = await openHttpDoor();
    const page = await door.send('GET', '/docs', { key: null });
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url);
    expect(files.length).toBeGreaterThan(3);
    for (const url of files) {
      expect(url).toMatch(/^\/docs\//);
      expect([url, (await door.send('GET', url, { key: null })).status]).toEqual([url, 200]);
    }
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('real answers', () => {
  /** Calls every operation in an order in which each finds what it needs. */
  const script = (door: HttpDoor): [OperationName, string, Json?][] => [
    ['categories.create', '/api/v1/categories', { name: 'Drinks' }],
    ['categories.list', '/api/v1/categories'],
    ['categories.get', '/api/v1/categories/1'],
    ['categories.update', '/api/v1/categories/1', { display_order: 2 }],
    ['categories.reorder', '/api/v1/categories/reorder', { ids: [1] }],
    ['items.create', '/api/v1/items', { category_id: 1, name: 'Tea', price: 3.25, stock_qty: 9 }],
    ['items.list', '/api/v1/items?min_price=1.5'],
    ['items.get', '/api/v1/items/1'],
    ['items.update', '/api/v1/items/1', { price: 3.5 }],
    ['addons.create', '/api/v1/addons', { name: 'Honey', price: 0.5 }],
    ['addons.list', '/api/v1/addons'],
    ['addons.get', '/api/v1/addons/1'],
    ['addons.update', '/api/v1/addons/1', { price: 0.6 }],
    ['customers.create', '/api/v1/customers', { name: 'Ann' }],
    ['customers.list', '/api/v1/customers'],
    ['customers.get', '/api/v1/customers/1'],
    ['customers.update', '/api/v1/customers/1', { phone: '5' }],
    ['discounts.create', '/api/v1/discounts', { name: 'Ten', value: 10, end_date: '2030-01-01' }],
    ['discounts.list', '/api/v1/discounts'],
    ['discounts.get', '/api/v1/discounts/1'],
    ['discounts.update', '/api/v1/discounts/1', { value: 12.5 }],
    ['shifts.open', '/api/v1/shifts/open', { opening_cash: 100.5 }],
    ['orders.create', '/api/v1/orders', { customer_id: 1, discount_id: 1, items: [{ item_id: 1, quantity: 2, addon_ids: [1] }] }],
    ['orders.list', '/api/v1/orders?start_date=2026-03-02'],
    ['orders.get', '/api/v1/orders/1'],
    ['orders.history', '/api/v1/orders/1/history'],
    ['orders.setStatus', '/api/v1/orders/1/status', { status: 'preparing' }],
    ['customers.orders', '/api/v1/customers/1/orders'],
    ['customers.create', '/api/v1/customers', { name: 'Ann Berg', email: 'ann@example.org' }],
    ['customers.create', '/api/v1/customers', { name: 'ann berg' }],
    ['customers.duplicates', '/api/v1/customer-duplicates'],
    ['customers.merge', '/api/v1/customers/1/merge', { merge_id: 2 }],
    ['customers.profile', '/api/v1/customers/1/profile'],
    ['customers.anonymise', '/api/v1/customers/3/anonymise', { reason: 'Asked for it' }],
    ['tickets.hold', '/api/v1/held-tickets', { name: 'Table 4', ticket: { items: [{ item_id: 1, quantity: 1 }] } }],
    ['tickets.list', '/api/v1/held-tickets'],
    ['tickets.recall', '/api/v1/held-tickets/1/recall', {}],
    [
      'orders.create',
      '/api/v1/orders',
      { items: [{ item_id: 1, discount: { value: 5 } }], payments: [{ method: 'card', amount: 1.5, tip: 0.2 }] },
    ],
    ['payments.take', '/api/v1/orders/2/payments', { method: 'cash', tendered: 20 }],
    ['payments.list', '/api/v1/orders/2/payments'],
    ['paymentMethods.list', '/api/v1/payment-methods'],
    ['paymentMethods.create', '/api/v1/payment-methods', { code: 'voucher', name: 'Voucher' }],
    ['paymentMethods.update', '/api/v1/payment-methods/voucher', { name: 'Gift card' }],
    ['orders.refundable', '/api/v1/orders/2/refundable'],
    ['refunds.create', '/api/v1/orders/2/refunds', { reason: 'Cold', goods: 'waste' }],
    ['refunds.list', '/api/v1/refunds'],
    ['refunds.get', '/api/v1/refunds/1'],
    ['orders.void', '/api/v1/orders/2/void', { reason: 'Left' }],
    ['stock.receive', '/api/v1/stock/receive', { item_id: 1, quantity: 12, unit_cost: 0.85, supplier: 'Mill' }],
    ['stock.adjust', '/api/v1/stock/adjust', { item_id: 1, quantity: -1, reason: 'Sample' }],
    ['stock.track', '/api/v1/stock/items/1/tracking', { is_tracked: true }],
    ['stock.count', '/api/v1/stock/counts', { lines: [{ item_id: 1, counted: 14, seen: 15 }] }],
    ['stock.counts', '/api/v1/stock/counts?item_id=1'],
    ['stock.levels', '/api/v1/stock?state=tracked'],
    ['stock.movements', '/api/v1/stock/movements?start_date=2026-03-02'],
    ['stock.waste', '/api/v1/stock/waste', { item_id: 1, quantity: 1, reason: 'Fell' }],
    ['drawer.move', '/api/v1/drawer-movements', { kind: 'paid_out', amount: 2.5, reason: 'Window cleaner' }],
    ['drawer.list', '/api/v1/drawer-movements?shift_id=1'],
    ['shifts.count', '/api/v1/shifts/1/counts', { denominations: [{ value: 0.25, count: 3 }] }],
    ['shifts.counts', '/api/v1/shifts/1/counts'],
    ['shifts.xReport', '/api/v1/shifts/1/x-report'],
    ['prints.preview', '/api/v1/prints/preview?document=receipt&document_id=1'],
    ['prints.make', '/api/v1/prints', { document: 'refund', document_id: 1 }],
    ['expenses.create', '/api/v1/expenses', { category: 'milk', amount: 4.2, shift_id: 1, paid_from_till: false }],
    ['expenses.list', '/api/v1/expenses'],
    ['expenses.categories', '/api/v1/expense-categories'],
    ['expenses.get', '/api/v1/expenses/1'],
    ['expenses.update', '/api/v1/expenses/1', { amount: 4.3 }],
    ...(
      [
        'summary',
        'revenue',
        'topItems',
        'topCategories',
        'orderTrends',
        'hourlyHeatmap',
        'customerInsights',
        'paymentBreakdown',
        'inventoryAlerts',
        'profitLoss',
        'shiftSummary',
        'hourlyGrid',
        'compare',
        'orders',
      ] as const
    ).map((view): [OperationName, string] => [
      `dashboard.${view}`,
      `/api/v1/dashboard/${view.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    ]),
    ...REPORT_IDS.map((id): [OperationName, string] => [`reports.${id}`, `/api/v1/reports/${id}`]),
    ['reports.behind', '/api/v1/reports/taxes/orders?tax_rate=0.08'],
    ['exports.start', '/api/v1/exports', { report: 'items', format: 'csv' }],
    ['exports.list', '/api/v1/exports'],
    ...['items', 'categories', 'addons', 'discounts', 'customers', 'expenses', 'staff', 'stock', 'orders'].map(
      (list): [OperationName, string, object] => [`exports.${list}` as OperationName, `/api/v1/exports/${list}`, { format: 'csv' }],
    ),
    ['items.switch', '/api/v1/items/switch', { rows: [{ id: 1 }], is_available: true }],
    ['addons.switch', '/api/v1/addons/switch', { rows: [{ id: 1 }], is_available: true }],
    ['discounts.switch', '/api/v1/discounts/switch', { rows: [{ id: 1 }], is_active: true }],
    ['shifts.list', '/api/v1/shifts'],
    ['shifts.get', '/api/v1/shifts/1'],
    ['shifts.report', '/api/v1/shifts/1/report'],
    ['shifts.close', '/api/v1/shifts/1/close', { closing_cash: 99 }],
    ['zReports.list', '/api/v1/z-reports'],
    ['zReports.get', '/api/v1/z-reports/1'],
    ['orders.delete', '/api/v1/orders/1'],
    ['expenses.delete', '/api/v1/expenses/1'],
    ['customers.delete', '/api/v1/customers/1'],
    ['audit.list', '/api/v1/audit-logs?entity_type=Order'],
    ['audit.get', '/api/v1/audit-logs/1'],
    ['audit.choices', '/api/v1/audit-logs/choices'],
    ['audit.verify', '/api/v1/audit-logs/verification'],
    ['exchange.check', '/api/v1/exchange/customers/check', { csv: 'name,phone\nEva,555\nEve,555\n' }],
    ['exchange.import', '/api/v1/exchange/customers', { csv: 'name,phone\nEva,555\n' }],
    ['archive.export', '/api/v1/archive', {}],
    ['backups.create', '/api/v1/backups', {}],
    ['backups.list', '/api/v1/backups'],
    ['network.get', '/api/v1/network'],
    ['about.get', '/api/v1/about'],
    ['desktop.get', '/api/v1/desktop'],
    ['updates.get', '/api/v1/updates'],
    ['settings.get', '/api/v1/settings'],
    ['settings.update', '/api/v1/settings', { tax_rate: 0.0875 }],
    ['session.createOwner', '/api/v1/session/owner', { name: 'Ada', pin: '4821' }],
    ['session.get', '/api/v1/session'],
    ['session.signIn', '/api/v1/session', { staff_id: 1, pin: '4821' }],
    ['session.signOut', '/api/v1/session'],
    ['staff.list', '/api/v1/staff'],
    ['staff.create', '/api/v1/staff', { name: 'Bo', role: 'cashier', pin: '1357', granted: ['orders.comp'] }],
    ['staff.update', '/api/v1/staff/2', { withheld: ['customers.manage'] }],
    ['timeClock.list', '/api/v1/time-clock'],
    ['keys.create', '/api/v1/api-keys', { name: 'K', role: 'cashier' }],
    ['keys.list', '/api/v1/api-keys'],
    ['keys.revoke', `/api/v1/api-keys/${door.key.length > 0 ? 2 : 0}`],
    ['items.delete', '/api/v1/items/2'],
    ['addons.delete', '/api/v1/addons/2'],
    ['discounts.delete', '/api/v1/discounts/2'],
    ['categories.delete', '/api/v1/categories/2'],
  ];

  /** Rows made only to be deleted, since what was sold stays. */
  const makeSpares = async (door: HttpDoor) => {
    await door.send('POST', '/api/v1/categories', { body: { name: 'Spare' } });
    await door.send('POST', '/api/v1/items', { body: { category_id: 1, name: 'Spare', price: 1 } });
    await door.send('POST', '/api/v1/addons', { body: { name: 'Spare', price: 1 } });
    await door.send('POST', '/api/v1/discounts', { body: { name: 'Spare', value: 1 } });
  };

  /** Need a printer, the export just started, a backup's name, the demo café, or a person who signed in; their own tests call them. */
  const ELSEWHERE: ReadonlySet<OperationName> = new Set<OperationName>([
    'prints.send',
    'prints.openDrawer',
    'printer.test',
    'setup.run',
    'setup.importArchive',
    'setup.upload',
    'setup.inspect',
    'timeClock.punch',
    'timeClock.correct',
    'exports.get',
    'exports.cancel',
    'backups.verify',
    'backups.preview',
    'backups.restore',
    'backups.delete',
    'setup.discardDemo',
    // Of the desktop app alone: see e2e/desktop-faults.spec.ts and e2e/updates.spec.ts.
    'desktop.tellWork',
    'desktop.leaveKiosk',
    'desktop.dismissCrash',
    'updates.check',
    'updates.fromFolder',
    'updates.install',
  ]);

  it('of every operation are what the document says', async () => {
    const door = await openHttpDoor();
    const called = new Set<string>();
    for (const [name, path, body] of script(door)) {
      if (name === 'shifts.open') await makeSpares(door);
      const op = allOperations().find(([known]) => known === name)?.[1];
      if (!op) throw new Error(name);
      called.add(name);
      const answer = await door.send(op.method, path, body === undefined ? {} : { body });
      expect([name, answer.status, answer.status >= 400 ? answer.text : ''], answer.text).toEqual([name, op.status ?? 200, '']);
      const checked = checkerOf(answerSchema(op.url, op.method, answer.status)).safeParse(answer.json);
      expect([name, checked.error?.issues ?? []]).toEqual([name, []]);
    }
    const left = allOperations()
      .filter(([name, op]) => !called.has(name) && op.media === undefined && !ELSEWHERE.has(name))
      .map(([name]) => name);
    expect(left).toEqual([]);
  });

  it('that are refusals are what the document says', async () => {
    const door = await openHttpDoor();
    const refused: [string, string, string, Json, string?][] = [
      ['GET', '/api/v1/items/{item_id}', '/api/v1/items/9', undefined],
      ['GET', '/api/v1/items/{item_id}', '/api/v1/items/x', undefined],
      ['POST', '/api/v1/orders', '/api/v1/orders', { items: [{ item_id: 9 }] }],
      ['POST', '/api/v1/orders', '/api/v1/orders', { items: [] }],
      ['POST', '/api/v1/shifts/open', '/api/v1/shifts/open', { opening_cash: -1 }],
      ['GET', '/api/v1/orders', '/api/v1/orders', undefined, 'wrong key'],
      ['POST', '/api/v1/categories', '/api/v1/categories', { name: 'x'.repeat(2_000_000) }],
    ];
    for (const [method, url, path, body, key] of refused) {
      const answer = await door.send(method, path, { ...(body === undefined ? {} : { body }), ...(key === undefined ? {} : { key }) });
      const checked = checkerOf(answerSchema(url, method, answer.status)).safeParse(answer.json);
      expect([method, path, checked.error?.issues ?? []]).toEqual([method, path, []]);
    }
  });

  it('accept what the door accepts: bodies of the document pass the contract', () => {
    for (const [name, op] of allOperations()) {
      if (!op.body) continue;
      const schema = document.paths[op.url][op.method.toLowerCase()].requestBody.content['application/json'].schema;
      const keys = Object.keys(document.components.schemas[schema.$ref.split('/').at(-1)].properties);
      expect([name, keys]).toEqual([name, Object.keys(op.body)]);
    }
  });
});
