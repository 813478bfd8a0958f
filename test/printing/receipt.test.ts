import { describe, expect, test } from 'vitest';
import type { OutputOf } from '../../src/contract/index.ts';
import { aBusyDay } from './a-busy-day.ts';
import { blocksOf, euros, eurosIn, figuresOf, numbersIn } from './paper-texts.ts';
import { canReadPdf, pdfPages } from './pdf-text.ts';

const receiptOf = async ({ app }: Awaited<ReturnType<typeof aBusyDay>>, orderId: number) =>
  (await app.call('prints.preview', { document: 'receipt', document_id: orderId })).paper;

test('a receipt tells the order and its payments, every amount as it was kept', async () => {
  const day = await aBusyDay();
  const paper = await receiptOf(day, day.cash.id);
  const { cash: order } = day;
  expect(paper).toMatchObject({
    issuer: 'Kaffe & Brød',
    issuer_lines: ['Tax no. NO 999 888 777 MVA'],
    title: 'RECEIPT',
    subject: order.order_number,
    marks: [],
    language: 'en',
  });
  const [, cashPayment] = (await day.app.call('payments.list', { order_id: order.id })).payments;
  expect(figuresOf(paper)).toEqual([
    'Time|Mar 2, 2026, 09:00',
    'Served by|System',
    'Customer|Ann Berg',
    '2 Latte|€11.70',
    '1 Cake|€5.15',
    '1 Tea|€3.25',
    `Subtotal|${euros(order.subtotal)}`,
    'Discounts on lines|-€1.03',
    'Given free|-€3.25',
    `Discount: Ten|${euros(-(order.discount_amount - 103 - 325))}`,
    `Tax 8.875%|${euros(order.tax_amount)}`,
    `Total|${euros(order.total)}`,
    `Tax|8.875%|Net|${euros(order.total - order.tax_amount)}`,
    `Tax|8.875%|Tax|${euros(order.tax_amount)}`,
    `Tax|8.875%|Gross|${euros(order.total)}`,
    'Card|€5.00',
    'Tip|€1.50',
    'Received|€6.50',
    'Reference A1B2|',
    `Cash|${euros(cashPayment?.amount ?? Number.NaN)}`,
    ...(cashPayment?.rounding ? [`Cash rounding|${euros(cashPayment.rounding)}`] : []),
    'Received|€50.00',
    `Change|${euros(cashPayment?.change_given ?? Number.NaN)}`,
  ]);
  expect(blocksOf(paper)).toContainEqual({
    kind: 'goods',
    lines: [
      { quantity: '2', name: 'Latte', amount: '€11.70', under: ['€4.50 each', '+ Oat milk €0.60', '+ Extra shot €0.75', 'extra hot'] },
      { quantity: '1', name: 'Cake', amount: '€5.15', under: ['Discount -€1.03: Last piece'] },
      { quantity: '1', name: 'Tea', amount: '€3.25', under: ['Given free -€3.25: Waited too long'] },
    ],
  });
  expect(blocksOf(paper)).toContainEqual({ kind: 'message', text: 'Thank you, and come again!' });
});

test('cash rounding is a line of its own', async () => {
  const { app, menu } = await aBusyDay();
  const order = await app.call('orders.create', { items: [{ item_id: menu.tea.id }], payments: [{ method: 'cash', tendered: 400 }] });
  const [payment] = (await app.call('payments.list', { order_id: order.id })).payments;
  expect(payment?.rounding).not.toBe(0);
  const { paper } = await app.call('prints.preview', { document: 'receipt', document_id: order.id });
  expect(figuresOf(paper)).toContain(`Cash rounding|${euros(payment?.rounding ?? Number.NaN)}`);
  expect(figuresOf(paper)).toContain(`Change|${euros(payment?.change_given ?? Number.NaN)}`);
});

test('what is not paid in full is a bill that says so, and what is due', async () => {
  const day = await aBusyDay();
  const unpaid = await receiptOf(day, day.unpaid.id);
  expect(unpaid).toMatchObject({ title: 'BILL', marks: ['NOT PAID'] });
  expect(figuresOf(unpaid)).toContain(`Still due|${euros(day.unpaid.total)}`);
  const part = await receiptOf(day, day.partPaid.id);
  expect(part).toMatchObject({ title: 'BILL', marks: ['PART PAID'] });
  expect(figuresOf(part)).toEqual(
    expect.arrayContaining(['Paid so far|€4.00', `Still due|${euros(day.partPaid.total - 400)}`, 'Change|€6.00']),
  );
});

test('a receipt of something that came back says so', async () => {
  const day = await aBusyDay();
  expect(figuresOf(await receiptOf(day, day.plain.id))).toContain(`Refund ${day.refund.refund_number}|${euros(-day.refund.amount)}`);
  const voided = await receiptOf(day, day.voided.id);
  expect(voided.marks).toEqual(['CANCELLED']);
  expect(figuresOf(voided).some((figure) => figure.startsWith('Void PHI-R-'))).toBe(true);
});

test('the slip of a refund says what came back, why, by whom and what was given for it', async () => {
  const day = await aBusyDay();
  const { paper } = await day.app.call('prints.preview', { document: 'refund', document_id: day.refund.id });
  expect(paper).toMatchObject({ title: 'REFUND', subject: day.refund.refund_number });
  expect(figuresOf(paper)).toEqual([
    `Order|${day.plain.order_number}`,
    'Time|Mar 2, 2026, 09:00',
    'By|System',
    `1 Tea|${euros(day.refund.subtotal)}`,
    `Goods|${euros(day.refund.subtotal)}`,
    `Tax 8.875%|${euros(day.refund.tax_amount)}`,
    `Taken off the sale|${euros(day.refund.total)}`,
    `Mobile|${euros(day.refund.amount)}`,
    `Given back|${euros(day.refund.amount)}`,
  ]);
  expect(blocksOf(paper)).toContainEqual({ kind: 'note', heading: 'Reason', text: 'Cold tea' });
  const voids = await day.app.call('refunds.list', { order_id: day.voided.id });
  const slip = (await day.app.call('prints.preview', { document: 'refund', document_id: voids.items[0]?.id ?? 0 })).paper;
  expect(slip.title).toBe('VOID');
});

test('drawer slips say what moved and never what should lie there', async () => {
  const day = await aBusyDay();
  const slip = async (id: number) => (await day.app.call('prints.preview', { document: 'drawer', document_id: id })).paper;
  expect(await slip(day.dropped.id)).toMatchObject({ title: 'SAFE DROP' });
  expect(figuresOf(await slip(day.dropped.id))).toEqual([
    `Shift|${day.shift.id}`,
    'Time|Mar 2, 2026, 09:00',
    'By|System',
    'Amount|€100.00',
  ]);
  expect(await slip(day.noSale.id)).toMatchObject({ title: 'DRAWER OPENED, NO SALE' });
  expect(eurosIn(JSON.stringify(await slip(day.noSale.id)))).toEqual([]);
});

describe.skipIf(!canReadPdf())('as PDF', () => {
  test.each(['a4', 'roll80'] as const)('on %s every amount is one of the order', { timeout: 30_000 }, async (paper) => {
    const day = await aBusyDay();
    const { app } = day;
    const data: OutputOf<'payments.list'> = await app.call('payments.list', { order_id: day.cash.id });
    const order = await app.call('orders.get', { order_id: day.cash.id });
    const print = await app.call('prints.make', { document: 'receipt', document_id: order.id, target: 'pdf' });
    const pages = pdfPages(await app.call('prints.pdf', { print_id: print.id, paper }));
    expect(pages).toHaveLength(1);
    const text = pages.flat().join('\n');
    for (const row of [
      `Total ${euros(order.total)}`,
      `Change ${euros(data.payments[1]?.change_given ?? Number.NaN)}`,
      `Tax 8.875% ${euros(order.tax_amount)}`,
    ])
      expect.soft(text).toContain(row);
    const known = numbersIn([order, data]);
    // What is worked out of the order's figures alone: its net, and its discount without those of the lines.
    const derived = new Set([order.total - order.tax_amount, order.discount_amount - 103 - 325]);
    const printed = eurosIn(text);
    expect(printed.length).toBeGreaterThan(18);
    expect(printed.filter((amount) => !known.has(amount) && !derived.has(amount))).toEqual([]);
  });
});
