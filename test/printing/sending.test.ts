import { expect, test } from 'vitest';
import { callerWithRole, type TestApp } from '../support/test-app.ts';
import { aBusyDay } from './a-busy-day.ts';
import { readEscPos, textsOf } from './escpos-text.ts';
import { type FakePrinter, startFakePrinter } from './fake-printer.ts';

const cashier = callerWithRole('cashier');
const manager = callerWithRole('manager');

const aDayWithPrinter = async () => {
  const printer = await startFakePrinter();
  const day = await aBusyDay();
  await usePrinter(day.app, printer);
  return { ...day, printer };
};

const usePrinter = (app: TestApp, { port }: Pick<FakePrinter, 'port'>) =>
  app.call('settings.update', { printer_host: '127.0.0.1', printer_port: port });

const lastPaper = (printer: FakePrinter) => readEscPos(Buffer.from(printer.papers().at(-1) ?? '', 'latin1'));

const receiptPrint = (app: TestApp, orderId: number) =>
  app.call('prints.make', { document: 'receipt', document_id: orderId, target: 'network' }, cashier);

test('a receipt comes out of the network printer, opens the drawer, and is in the audit', async () => {
  const { app, printer, cash } = await aDayWithPrinter();
  const print = await receiptPrint(app, cash.id);
  const sent = await app.call('prints.send', { print_id: print.id, open_drawer: true }, cashier);
  const paper = lastPaper(printer);
  expect(paper).toMatchObject({ pulses: 1, pulseFirst: true, cuts: 1 });
  expect(textsOf(paper)).toEqual(expect.arrayContaining(['Kaffe & Brød', cash.order_number, '2 x Latte €11.70', 'Total €15.50']));
  expect(sent).toEqual({ sent: true, bytes: printer.papers()[0]?.length });
  const { items } = await app.call('audit.list', { entity_type: 'Print' });
  expect(items[0]).toMatchObject({ action: 'send', entity_id: print.id, actor: 'Test cashier' });
  expect(items[0]?.new_values).toMatchObject({ opened_drawer: true, printer: `127.0.0.1:${printer.port}` });
});

test('the paper is that of the print, also when the shop or the order has changed since', async () => {
  const { app, printer, shift, menu } = await aDayWithPrinter();
  const x = await app.call('prints.make', { document: 'x', document_id: shift.id }, manager);
  await app.call('orders.create', { items: [{ item_id: menu.cake.id }] });
  await app.call('prints.send', { print_id: x.id }, manager);
  const before = lastPaper(printer);
  const expected = x.paper.blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []))[0]?.value;
  expect(textsOf(before)).toContain(`Net sales with tax ${expected}`);
});

test('a printer that fails is told why, the sale stands, and the same print may be sent again as an original', async () => {
  const { app, printer, cash } = await aDayWithPrinter();
  const print = await receiptPrint(app, cash.id);
  printer.become({ state: [0x12, 0x12, 0x72] });
  expect(await app.refusal('prints.send', { print_id: print.id }, cashier)).toMatchObject({
    code: 'printer_failed',
    message: expect.stringContaining('out of paper') as string,
  });
  printer.become({ drops: 'on paper' });
  expect(await app.refusal('prints.send', { print_id: print.id }, cashier)).toMatchObject({
    code: 'printer_failed',
    message: expect.stringContaining('broke the connection off') as string,
  });
  expect(await app.call('orders.get', { order_id: cash.id })).toEqual(cash);
  printer.become({});
  await app.call('prints.send', { print_id: print.id }, cashier);
  expect(textsOf(lastPaper(printer))).not.toContain('COPY 1');
});

test('a printer that is gone is told, and sales go on meanwhile', async () => {
  const { app, printer, cash, menu } = await aDayWithPrinter();
  const print = await receiptPrint(app, cash.id);
  await printer.stop();
  const [refused, sold] = await Promise.all([
    app.answer('prints.send', { print_id: print.id }, cashier),
    app.call('orders.create', { items: [{ item_id: menu.tea.id }] }, cashier),
  ]);
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'printer_failed', message: expect.stringContaining('refuses the connection') as string },
  });
  expect(sold.payment_state).toBe('paid');
});

test('a print goes out once: another paper is a print of its own, marked as a copy', async () => {
  const { app, printer, cash } = await aDayWithPrinter();
  const print = await receiptPrint(app, cash.id);
  const [one, two] = await Promise.all([
    app.answer('prints.send', { print_id: print.id }, cashier),
    app.answer('prints.send', { print_id: print.id }, cashier),
  ]);
  expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
  expect(await app.refusal('prints.send', { print_id: print.id }, cashier)).toMatchObject({ code: 'already_printed' });
  await app.reopen();
  expect(await app.refusal('prints.send', { print_id: print.id }, cashier)).toMatchObject({ code: 'already_printed' });
  expect(printer.papers()).toHaveLength(1);
  const copy = await app.call('prints.make', { document: 'receipt', document_id: cash.id, target: 'network' }, manager);
  await app.call('prints.send', { print_id: copy.id }, manager);
  expect(textsOf(lastPaper(printer))).toContain('COPY 1');
});

test('a call whose answer was lost is answered again and prints nothing', async () => {
  const { app, printer, cash } = await aDayWithPrinter();
  const print = await receiptPrint(app, cash.id);
  const send = () => app.call('prints.send', { print_id: print.id }, cashier, { idempotencyKey: 'send-1' });
  const first = await send();
  expect(await send()).toEqual(first);
  expect(printer.papers()).toHaveLength(1);
});

test('the drawer opens with a paper only as often as cash of this shift moved', async () => {
  const { app, printer, plain, partPaid, dropped, refund } = await aDayWithPrinter();
  const send = async (document: 'receipt' | 'drawer' | 'refund', id: number) => {
    const print = await app.call('prints.make', { document, document_id: id, target: 'network' }, manager);
    return app.answer('prints.send', { print_id: print.id, open_drawer: true }, manager);
  };
  const refused = { ok: false, error: { code: 'invalid_input' } };
  expect(await send('receipt', plain.id)).toMatchObject(refused);
  expect(await send('refund', refund.id)).toMatchObject(refused);
  expect(await send('receipt', partPaid.id)).toMatchObject({ ok: true });
  expect(await send('receipt', partPaid.id)).toMatchObject(refused);
  expect(await send('drawer', dropped.id)).toMatchObject({ ok: true });
  expect(await send('drawer', dropped.id)).toMatchObject(refused);
  expect(printer.papers()).toHaveLength(2);
});

test('without a printer in the settings the answer says so', async () => {
  const { app, cash } = await aBusyDay();
  const print = await receiptPrint(app, cash.id);
  expect(await app.refusal('prints.send', { print_id: print.id }, cashier)).toMatchObject({ code: 'no_printer' });
  expect(await app.refusal('printer.test', {})).toMatchObject({ code: 'no_printer' });
});

test.each([32, 42, 48] as const)('the test page shows a line of exactly %i letters and opens no drawer', async (columns) => {
  const { app, printer } = await aDayWithPrinter();
  await app.call('settings.update', { printer_columns: columns });
  await app.call('printer.test', {});
  const paper = readEscPos(Buffer.from(printer.papers()[0] ?? '', 'latin1'), '?');
  expect(paper).toMatchObject({ pulses: 0, cuts: 1 });
  expect(paper.lines.map((line) => line.text)).toContain('1234567890'.repeat(5).slice(0, columns));
  expect(textsOf(paper)).toContain('TEST PAGE');
});

test('cash opens the drawer without a paper, once for each part in cash, and a card never', async () => {
  const { app, printer, cash, plain } = await aDayWithPrinter();
  expect(await app.call('prints.openDrawer', { order_id: cash.id }, cashier)).toEqual({ opened: true });
  expect(lastPaper(printer)).toMatchObject({ pulses: 1, cuts: 0, lines: [] });
  expect(await app.call('prints.openDrawer', { order_id: cash.id }, cashier)).toEqual({ opened: false });
  expect(await app.call('prints.openDrawer', { order_id: plain.id }, cashier)).toEqual({ opened: false });
  expect(printer.papers()).toHaveLength(1);
  const print = await receiptPrint(app, cash.id);
  expect(await app.refusal('prints.send', { print_id: print.id, open_drawer: true }, cashier)).toMatchObject({ code: 'invalid_input' });
  const { items } = await app.call('audit.list', { entity_type: 'Order', action: 'open_drawer' });
  expect(items.map(({ entity_id, actor }) => [entity_id, actor])).toEqual([[cash.id, 'Test cashier']]);
});

test('a drawer that could not be opened is told why, the sale stands, and it may be tried again', async () => {
  const { app, printer, cash } = await aDayWithPrinter();
  printer.become({ drops: 'on connect' });
  expect(await app.refusal('prints.openDrawer', { order_id: cash.id }, cashier)).toMatchObject({ code: 'printer_failed' });
  expect(await app.call('orders.get', { order_id: cash.id })).toEqual(cash);
  printer.become({});
  expect(await app.call('prints.openDrawer', { order_id: cash.id }, cashier)).toEqual({ opened: true });
  expect(await app.refusal('prints.openDrawer', { order_id: 9999 }, cashier)).toMatchObject({ code: 'not_found' });
});
