import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPeople } from '../support/people.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, tempFolder } from '../support/test-app.ts';
import { filesOfZip } from '../support/zip.ts';

const PRIVATE = {
  customer: 'Quilla Zebrowski',
  phone: '90817263',
  email: 'quilla@private.example',
  note: 'allergic to walnuts xyzzy',
  ticket: 'plugh corner table',
  shop: 'Distinctive Roastery',
  footer: 'frobnicate footer',
  tax: 'NO998877665MVA',
  printer: 'secret-printer-host',
  person: 'Unmistakable Barista',
  item: 'Grue Blend',
};

test('a bundle tells what helps, and nothing of people, texts or secrets', async () => {
  const app = await openTestApp();
  const menu = await addSmallMenu(app);
  await addPeople(app);
  await app.call('staff.create', { name: PRIVATE.person, role: 'cashier', pin: '48151623' });
  const { key } = await app.call('keys.create', { name: PRIVATE.person });
  const stick = join(tempFolder(), 'private-stick');
  mkdirSync(stick);
  await app.call('settings.update', {
    shop_name: PRIVATE.shop,
    receipt_footer: PRIVATE.footer,
    tax_number: PRIVATE.tax,
    printer_host: PRIVATE.printer,
    backup_second_folder: stick,
  });
  const customer = await app.call('customers.create', { name: PRIVATE.customer, phone: PRIVATE.phone, email: PRIVATE.email });
  await app.call('items.update', { item_id: menu.tea.id, name: PRIVATE.item });
  await app.call('orders.create', {
    customer_id: customer.id,
    notes: PRIVATE.note,
    items: [{ item_id: menu.tea.id, notes: PRIVATE.note }],
  });
  await app.call('tickets.hold', { name: PRIVATE.ticket, ticket: { items: [{ item_id: menu.tea.id, quantity: 1 }] } });
  await app.call('backups.create', {});
  const logs = join(app.dataDir, 'logs');
  writeFileSync(
    join(logs, 'desktop.2026-03-02.1.log'),
    [
      JSON.stringify({ time: '2026-03-02T12:00:00.000Z', level: 'warn', operation: 'orders.create', duration_ms: 55, msg: 'slow call' }),
      JSON.stringify({
        level: 50,
        operation: 'customers.list',
        url: `/api/v1/customers?search=${PRIVATE.customer}`,
        input: PRIVATE,
        msg: PRIVATE.note,
      }),
      JSON.stringify({
        level: 50,
        code: PRIVATE.email,
        err: { message: PRIVATE.note, stack: `Error: ${PRIVATE.note}\n    at openShop (/home/${PRIVATE.phone}/app.js:12:3)` },
      }),
      `not json ${PRIVATE.email}`,
    ].join('\n'),
  );

  const files = await filesOfZip(Buffer.from(await app.call('diagnostics.create', {})));
  expect([...files.keys()].toSorted()).toEqual([
    'backups.json',
    'crashes.json',
    'database.json',
    'log.json',
    'machine.json',
    'program.json',
    'settings.json',
  ]);
  const text = [...files.values()].map((bytes) => bytes.toString()).join('\n');
  const secrets = app.pos.database.rows<{ s: string }>(
    'SELECT pin_hash AS s FROM staff UNION ALL SELECT key_hash FROM api_keys UNION ALL SELECT token_hash FROM sessions UNION ALL SELECT csrf_token FROM sessions',
  );
  for (const hidden of [
    ...Object.values(PRIVATE),
    key,
    stick,
    'private-stick',
    app.dataDir,
    '48151623',
    'Test owner',
    'The owner',
    ...secrets.map((row) => row.s),
  ]) {
    expect(text).not.toContain(hidden);
  }
  const read = (name: string) => JSON.parse(files.get(name)?.toString() ?? '');
  expect(read('database.json')).toMatchObject({ verified: true, rows: { customers: 2, orders: 1 } });
  expect(read('settings.json')).toMatchObject({ currency: 'USD', tax_rate: 80_000 });
  expect(read('log.json')).toEqual([
    { time: '2026-03-02T12:00:00.000Z', level: 'warn', operation: 'orders.create', duration_ms: 55 },
    { level: 50, operation: 'customers.list' },
    { level: 50, at: ['openShop (app.js:12:3)'] },
  ]);
  expect(read('backups.json')).toHaveLength(1);
});
