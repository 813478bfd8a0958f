import { expect, test } from 'vitest';
import { openHttpDoor } from '../server/http-door.ts';
import { addSmallMenu } from '../support/small-menu.ts';

test('papers come over HTTP as they are inside, and as PDF', { timeout: 20_000 }, async () => {
  const door = await openHttpDoor();
  const menu = await addSmallMenu(door.app);
  const order = await door.app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
  const preview = await door.send('GET', `/api/v1/prints/preview?document=receipt&document_id=${order.id}`);
  expect(preview).toMatchObject({ status: 200, json: { paper: { title: 'RECEIPT', subject: order.order_number } } });
  const made = await door.send('POST', '/api/v1/prints', { body: { document: 'receipt', document_id: order.id, target: 'pdf' } });
  expect(made.status).toBe(201);
  expect(made.json.paper).toEqual(preview.json.paper);
  for (const paper of ['a4', 'roll80']) {
    const pdf = await door.send('GET', `/api/v1/prints/${made.json.id}/pdf?paper=${paper}`);
    expect(pdf.status).toBe(200);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
  }
});

test('a role without printing prints nothing, and a cashier gets no report', async () => {
  const door = await openHttpDoor();
  const menu = await addSmallMenu(door.app);
  const shift = await door.app.call('shifts.open', { opening_cash: 1000 });
  const order = await door.app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
  const [kitchen, cashier] = [await door.keyOf('kitchen'), await door.keyOf('cashier')];
  const receipt = { document: 'receipt', document_id: order.id };
  const x = { document: 'x', document_id: shift.id };
  expect((await door.send('POST', '/api/v1/prints', { body: receipt, key: kitchen })).status).toBe(403);
  expect((await door.send('POST', '/api/v1/prints', { body: receipt, key: cashier })).status).toBe(201);
  expect(await door.send('POST', '/api/v1/prints', { body: receipt, key: cashier })).toMatchObject({
    status: 403,
    json: { code: 'approval_needed' },
  });
  expect(await door.send('POST', '/api/v1/prints', { body: x, key: cashier })).toMatchObject({
    status: 403,
    json: { code: 'approval_needed' },
  });
});

test('a printer that refuses is told over HTTP as a fault of the printer', async () => {
  const door = await openHttpDoor();
  const menu = await addSmallMenu(door.app);
  const order = await door.app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
  const print = await door.app.call('prints.make', { document: 'receipt', document_id: order.id });
  expect(await door.send('POST', `/api/v1/prints/${print.id}/send`, { body: {} })).toMatchObject({
    status: 400,
    json: { code: 'no_printer' },
  });
  // Port 1 of this machine is nobody's.
  await door.app.call('settings.update', { printer_host: '127.0.0.1', printer_port: 1 });
  expect(await door.send('POST', `/api/v1/prints/${print.id}/send`, { body: {} })).toMatchObject({
    status: 502,
    json: { code: 'printer_failed' },
  });
});
