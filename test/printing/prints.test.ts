import { describe, expect, test } from 'vitest';
import type { Caller } from '../../src/core/kernel/caller.ts';
import { callerWithRole } from '../support/test-app.ts';
import { aBusyDay, closeTheDay } from './a-busy-day.ts';
import { figuresOf, euros } from './paper-texts.ts';
import { canReadPdf, pdfPages, pdfWords } from './pdf-text.ts';

const cashier = callerWithRole('cashier');
const manager = callerWithRole('manager');
/** Somebody else with that role. */
const person = (caller: Caller, name: string, id: number): Caller => ({ ...caller, name, id });

test('the first print is the original, each one after it says which copy it is, and all are in the audit', async () => {
  const { app, cash } = await aBusyDay();
  const make = () => app.call('prints.make', { document: 'receipt', document_id: cash.id, target: 'system' }, manager);
  const [first, second, third] = [await make(), await make(), await make()];
  expect([first.copy, second.copy, third.copy]).toEqual([0, 1, 2]);
  expect([first.paper.marks, second.paper.marks, third.paper.marks]).toEqual([[], ['COPY 1'], ['COPY 2']]);
  expect(figuresOf(second.paper)).toContain('Printed|Mar 2, 2026, 09:00 by Test manager');
  const { items } = await app.call('audit.list', { entity_type: 'Print' });
  expect(items.map((entry) => [entry.action, entry.entity_id])).toEqual([
    ['copy', third.id],
    ['copy', second.id],
    ['create', first.id],
  ]);
  expect(items[0]).toMatchObject({ actor: 'Test manager' });
});

test('printing changes nothing but the record of prints', async () => {
  const { app, cash } = await aBusyDay();
  const before = await app.call('orders.get', { order_id: cash.id });
  await app.call('prints.make', { document: 'receipt', document_id: cash.id });
  expect(await app.call('orders.get', { order_id: cash.id })).toEqual(before);
});

test('looking at a paper is no print', async () => {
  const { app, cash } = await aBusyDay();
  await app.call('prints.preview', { document: 'receipt', document_id: cash.id });
  expect((await app.call('prints.make', { document: 'receipt', document_id: cash.id })).copy).toBe(0);
});

test("a cashier prints an original and not a copy; a manager's PIN allows one, and both names are kept", async () => {
  const { app, cash } = await aBusyDay();
  const mona = await app.call('staff.create', { name: 'Mona', role: 'manager', pin: '274951' });
  const input = { document: 'receipt', document_id: cash.id } as const;
  expect((await app.call('prints.make', input, cashier)).copy).toBe(0);
  expect(await app.refusal('prints.make', input, cashier)).toMatchObject({ code: 'approval_needed' });
  const copy = await app.call('prints.make', input, cashier, { approval: { staff_id: mona.id, pin: '274951' } });
  expect(copy).toMatchObject({ copy: 1, printed_by: 'Test cashier' });
  const { items } = await app.call('audit.list', { entity_type: 'Print' });
  expect(items[0]).toMatchObject({ action: 'copy', actor: 'Test cashier', approved_by: 'Mona' });
});

test('a call that is repeated with its key prints no copy', async () => {
  const { app, cash } = await aBusyDay();
  const input = { document: 'receipt', document_id: cash.id } as const;
  const first = await app.call('prints.make', input, cashier, { idempotencyKey: 'print-1' });
  expect(await app.call('prints.make', input, cashier, { idempotencyKey: 'print-1' })).toEqual(first);
});

test('bills are no copies of each other, and the receipt that follows them is an original', async () => {
  const { app, unpaid } = await aBusyDay();
  const make = () => app.call('prints.make', { document: 'receipt', document_id: unpaid.id }, cashier);
  expect([await make(), await make()]).toMatchObject([
    { document: 'bill', copy: 0 },
    { document: 'bill', copy: 0, paper: { marks: ['NOT PAID'] } },
  ]);
  await app.call('payments.take', { order_id: unpaid.id, method: 'card' });
  expect(await make()).toMatchObject({ document: 'receipt', copy: 0, paper: { title: 'RECEIPT', marks: [] } });
});

test.skipIf(!canReadPdf())('a recorded print stays as it was, whatever is done to the order later', { timeout: 20_000 }, async () => {
  const { app, plain } = await aBusyDay();
  const print = await app.call('prints.make', { document: 'receipt', document_id: plain.id });
  await app.call('refunds.create', { order_id: plain.id, reason: 'All of it' });
  await app.call('settings.update', { shop_name: 'Another name' });
  const text = pdfPages(await app.call('prints.pdf', { print_id: print.id }))
    .flat()
    .join('\n');
  expect(text).toContain('Kaffe & Brød');
  expect(text.match(/PHI-R-/g)).toHaveLength(1);
});

test('an X keeps the figures of its moment, and every X is an original', async () => {
  const { app, menu, shift } = await aBusyDay();
  const make = () => app.call('prints.make', { document: 'x', document_id: shift.id }, manager);
  const before = await app.call('shifts.xReport', { shift_id: shift.id });
  const first = await make();
  await app.call('orders.create', { items: [{ item_id: menu.cake.id }] });
  const second = await make();
  expect([first.copy, second.copy]).toEqual([0, 0]);
  expect(figuresOf(first.paper)).toContain(`Expected|${euros(before.drawer.expected)}`);
  expect(figuresOf(second.paper)).not.toContain(`Expected|${euros(before.drawer.expected)}`);
});

test.skipIf(!canReadPdf())('an X on paper has the figures of its moment', async () => {
  const { app, menu, shift } = await aBusyDay();
  const before = await app.call('shifts.xReport', { shift_id: shift.id });
  const print = await app.call('prints.make', { document: 'x', document_id: shift.id }, manager);
  await app.call('orders.create', { items: [{ item_id: menu.cake.id }] });
  const text = pdfPages(await app.call('prints.pdf', { print_id: print.id, paper: 'roll80' }, manager))
    .flat()
    .join('\n');
  expect(text).toContain(`Expected ${euros(before.drawer.expected)}`);
  expect(text).toContain('X REPORT');
  expect(text).not.toContain('Z REPORT');
});

test('who may not see what should lie in the drawer does not see it on a paper either', async () => {
  const { app, shift } = await aBusyDay();
  const input = { document: 'x', document_id: shift.id } as const;
  expect(await app.refusal('prints.preview', input, cashier)).toMatchObject({ code: 'approval_needed' });
  expect(await app.refusal('prints.make', input, cashier)).toMatchObject({ code: 'approval_needed' });
  const print = await app.call('prints.make', input, person(manager, 'Mona', 2));
  expect(await app.refusal('prints.pdf', { print_id: print.id }, cashier)).toMatchObject({ code: 'approval_needed' });
  expect(await app.refusal('prints.send', { print_id: print.id }, cashier)).toMatchObject({ code: 'approval_needed' });
  const z = await closeTheDay(app, shift.id);
  expect(await app.refusal('prints.make', { document: 'z', document_id: z.identity.z_number }, cashier)).toMatchObject({
    code: 'forbidden',
  });
});

test('a cashier whom a manager let have an X may print that one', async () => {
  const { app, shift } = await aBusyDay();
  const mona = await app.call('staff.create', { name: 'Mona', role: 'manager', pin: '274951' });
  const kari = person(cashier, 'Kari', 11);
  const print = await app.call('prints.make', { document: 'x', document_id: shift.id }, kari, {
    approval: { staff_id: mona.id, pin: '274951' },
  });
  expect((await app.call('prints.pdf', { print_id: print.id }, kari)).length).toBeGreaterThan(1000);
  expect((await app.call('prints.pdf', { print_id: print.id }, { ...kari, name: 'Kari Moe' })).length).toBeGreaterThan(1000);
  // Another person, also one who bears the name by now.
  for (const name of ['Ola', 'Kari'])
    expect(await app.refusal('prints.pdf', { print_id: print.id }, person(cashier, name, 12))).toMatchObject({ code: 'approval_needed' });
});

test('a Z comes from its snapshot: its copies are marked, and a damaged one is refused and not made up', async () => {
  const { app, shift } = await aBusyDay();
  const z = await closeTheDay(app, shift.id);
  const number = z.identity.z_number ?? 0;
  const make = () => app.call('prints.make', { document: 'z', document_id: number }, manager);
  const first = await make();
  const copy = await make();
  expect([first, copy]).toMatchObject([
    { copy: 0, paper: { title: 'Z REPORT', subject: 'Z 1', marks: [] } },
    { copy: 1, paper: { marks: ['COPY 1'] } },
  ]);

  app.pos.database.execute('DROP TRIGGER z_reports_no_update', []);
  app.pos.database.execute('UPDATE z_reports SET snapshot = replace(snapshot, \'"orders":3\', \'"orders":2\')', []);
  expect(await app.refusal('prints.make', { document: 'z', document_id: number }, manager)).toMatchObject({ code: 'damaged_snapshot' });
  expect(await app.refusal('prints.pdf', { print_id: first.id }, manager)).toMatchObject({ code: 'damaged_snapshot' });
});

test('the figures of a shift count its receipts and its copies', async () => {
  const { app, cash, plain, shift } = await aBusyDay();
  for (const id of [cash.id, plain.id, plain.id]) await app.call('prints.make', { document: 'receipt', document_id: id }, manager);
  const { exceptions } = await app.call('shifts.xReport', { shift_id: shift.id });
  expect(exceptions).toMatchObject({ receipts: 2, copies: { count: 1, amount: plain.total } });
});

test('the record of prints can neither be changed nor shortened', async () => {
  const { app, cash } = await aBusyDay();
  const print = await app.call('prints.make', { document: 'receipt', document_id: cash.id });
  const { database } = app.pos;
  expect(() => database.execute('UPDATE prints SET copy = 0 WHERE id = ?', [print.id])).toThrow('append-only');
  expect(() => database.execute('DELETE FROM prints', [])).toThrow('append-only');
});

test.each(['receipt', 'refund', 'drawer', 'x', 'z'] as const)('a %s that is not there is not found', async (document) => {
  const { app } = await aBusyDay();
  expect(await app.refusal('prints.make', { document, document_id: 999 })).toMatchObject({ code: 'not_found' });
});

describe.skipIf(!canReadPdf())('the mark of a copy', () => {
  test.each([
    ['receipt', 'a4'],
    ['receipt', 'roll80'],
    ['z', 'a4'],
    ['z', 'roll80'],
  ] as const)('on a %s on %s is at least twice as large as any amount', { timeout: 20_000 }, async (document, paper) => {
    const { app, shift, cash } = await aBusyDay();
    await closeTheDay(app, shift.id);
    const input = { document, document_id: document === 'z' ? 1 : cash.id } as const;
    await app.call('prints.make', input);
    const copy = await app.call('prints.make', input);
    const words = pdfWords(await app.call('prints.pdf', { print_id: copy.id, paper }));
    const largest = Math.max(...words.filter(({ text }) => text.includes('€')).map(({ height }) => height));
    const [mark] = words.filter(({ text }) => text === 'COPY');
    expect(largest).toBeGreaterThan(0);
    expect(mark?.height).toBeGreaterThanOrEqual(2 * largest);
  });
});
