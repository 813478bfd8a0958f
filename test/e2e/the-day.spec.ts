import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShiftReport } from '../../src/contract/shifts.ts';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { readMoney } from '../support/figures.ts';
import { amountAfter, canReadPdf, pdfLines } from '../support/pdf-text.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Board, Header, LockScreen, type ReportFigure, ReportScreen, ShiftScreen, Till } from './screens/index.ts';

/** What each figure of the report must be, by the core. */
const figuresOf = ({ sales, cancelled, drawer }: ShiftReport): Record<ReportFigure, number | null> => ({
  gross: sales.gross,
  discounts: 0 - sales.discounts.amount,
  net: sales.net,
  tax: sales.tax,
  total: sales.total,
  orders: sales.orders,
  items: sales.items_sold,
  cancelled: cancelled.amount,
  'cash-sales': drawer.cash_sales,
  'paid-from-till': 0 - drawer.paid_from_till,
  expected: drawer.expected,
  counted: drawer.counted,
  'over-short': drawer.over_short,
});

const COUNTS: readonly ReportFigure[] = ['orders', 'items'];
const read = (name: ReportFigure, text: string): number => (COUNTS.includes(name) ? Number(text) : readMoney(text));

/** Finds an item as a cashier does who does not know its category. */
const addBySearch = async (till: Till, item: string): Promise<void> => {
  await till.search.fill(item);
  await till.add(item);
  await till.search.fill('');
};

describe.each(TILL_DOORS)('a day in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  let header: Header;
  let report: ShiftReport;
  const numbers: string[] = [];

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    header = new Header(open.page);
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('begins with a PIN and the cash in the drawer', async () => {
    await new LockScreen(open.page).signIn(PEOPLE.cashier.name, PEOPLE.cashier.pin);
    await header.goTo('Shift');
    const shift = new ShiftScreen(open.page);
    await shift.open('150');
    expect(readMoney(await shift.figure('opening').innerText())).toBe(150_00);
  });

  it('sells three orders, with add-ons and a discount', async () => {
    await header.goTo('Till');
    const till = new Till(open.page);
    await till.ready();

    await addBySearch(till, 'Harbour Latte');
    await till.changeQuantity('Harbour Latte', 1);
    await till.edit('Harbour Latte', { addons: ['Oat Drink', 'Another Shot'], note: 'extra hot' });
    await addBySearch(till, 'Cardamom Bun');
    await till.giveDiscount('Neighbour Card');
    await till.payWith('Cash');
    // 2 x (4.60 + 0.60 + 0.90) + 3.80 = 16.00, less 10 % is 14.40, and 8 % of that is 1.15.
    await expect.poll(async () => readMoney(await till.total.innerText())).toBe(15_55);
    const first = await till.place();
    expect(readMoney(first.total)).toBe(15_55);

    await addBySearch(till, 'Matcha Cloud');
    await till.edit('Matcha Cloud', { addons: ['Vanilla'] });
    await addBySearch(till, 'Banana Loaf');
    await till.payWith('Card');
    const second = await till.place();

    await addBySearch(till, 'House Cappuccino');
    await till.edit('House Cappuccino', { addons: ['Large Cup'] });
    await till.payWith('Cash');
    const third = await till.place();

    const placed = [first, second, third];
    numbers.push(...placed.map(({ number }) => number));
    expect(numbers).toEqual(['0001', '0002', '0003']);
    const { items } = await open.call('orders.list', {});
    expect(items.map((order) => [order.order_number, order.total]).toReversed()).toEqual(
      placed.map((order) => [order.fullNumber, readMoney(order.total)]),
    );
    expect(items.map((order) => order.payment_method).sort()).toEqual(['card', 'cash', 'cash']);
  });

  it('completes two orders and cancels one on the board', async () => {
    await header.goTo('Orders');
    const board = new Board(open.page);
    const [first = '', second = '', third = ''] = numbers;
    for (const number of [first, second]) {
      for (const column of ['pending', 'preparing', 'ready'] as const) {
        await board.card(number, column).waitFor();
        await board.advance(number);
      }
      await board.card(number).waitFor({ state: 'detached' });
    }
    expect(await board.cancel(third)).toContain('goes back to stock');
    await board.card(third).waitFor({ state: 'detached' });
    const { items } = await open.call('orders.list', {});
    expect(items.map((order) => [order.order_number.slice(-4), order.status]).toReversed()).toEqual([
      [first, 'completed'],
      [second, 'completed'],
      [third, 'cancelled'],
    ]);
  });

  it('pays an expense from the till', async () => {
    await header.goTo('Shift');
    const shift = new ShiftScreen(open.page);
    await shift.addExpense({ category: 'Milk', amount: '12.40', description: 'two crates' });
    await expect.poll(async () => readMoney(await shift.figure('expenses').innerText())).toBe(12_40);
  });

  it('closes with a counted amount and shows what the core says', async () => {
    // The cashier counts blind: nothing tells what should be there before the count is submitted.
    await expect(open.call('shifts.report', { shift_id: 1 })).rejects.toThrow(/forbidden|403/);
    const screen = await new ShiftScreen(open.page).close('151.15');
    report = await open.call('shifts.report', { shift_id: 1 });
    expect(report.shift.status).toBe('closed');
    expect(report.sales).toMatchObject({ orders: 2, items_sold: 5, discounts: { count: 1, amount: 1_60 } });
    expect(report.cancelled.count).toBe(1);
    // Cash is the float and the first order: the second was paid by card, the third is cancelled and its cash given back.
    expect(report.drawer).toMatchObject({
      opening: 150_00,
      cash_sales: 21_06,
      cash_refunds: 5_51,
      paid_from_till: 12_40,
      expected: 153_15,
      over_short: -2_00,
    });
    const expected = figuresOf(report);
    await expect.poll(() => screen.figure('counted')).not.toBe('not counted yet');
    const shown = Object.fromEntries(
      await Promise.all(keysOf(expected).map(async (name) => [name, read(name, await screen.figure(name))])),
    );
    expect(shown).toEqual(expected);
  });

  it.skipIf(!canReadPdf())('saves the report as a PDF with the same figures', async () => {
    const { name, path } = await new ReportScreen(open.page).savePdf();
    expect(name).toMatch(/^shift-1.*\.pdf$/);
    const lines = pdfLines(path);
    const labels: Partial<Record<ReportFigure, string>> = {
      gross: 'Gross sales',
      discounts: 'Discounts (1 order)',
      net: 'Net sales',
      tax: 'Tax',
      total: 'Total with tax',
      'cash-sales': 'Cash sales',
      'paid-from-till': 'Paid from the till',
      expected: 'Expected',
      counted: 'Counted',
      'over-short': 'Over / short',
    };
    expectFigures(lines, labels, figuresOf(report));
  });

  it.skipIf(!canReadPdf() || process.env.PHILO_ELECTRON === 'real')('prints the report with the same figures', async () => {
    const file = join(folder.path, 'printed.pdf');
    writeFileSync(file, await open.page.pdf({ format: 'A4' }));
    const lines = pdfLines(file);
    const labels: Partial<Record<ReportFigure, string>> = {
      gross: 'Gross sales',
      discounts: 'Discounts (1)',
      net: 'Net sales',
      tax: 'Tax',
      total: 'Total',
      cancelled: 'Cancelled (1)',
      'cash-sales': 'Cash sales',
      'paid-from-till': 'Paid from the till',
      expected: 'Expected cash',
      counted: 'Counted cash',
      'over-short': 'Short',
    };
    expectFigures(lines, labels, figuresOf(report));
    expect(lines.join('\n')).not.toContain('Save as PDF');
  });

  it('ends locked', async () => {
    await header.lock();
    await expect(open.call('orders.list', {})).rejects.toThrow(/unauthenticated|401/);
  });
});

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): K[] => Object.keys(record) as K[];

/** Of each label, the amount on its line must be the core's. */
const expectFigures = (
  lines: readonly string[],
  labels: Partial<Record<ReportFigure, string>>,
  figures: Record<ReportFigure, number | null>,
): void => {
  const found = Object.entries(labels).map(([name, label]) => {
    const words = amountAfter(lines, label);
    return [name, words === null ? `no line "${label}" in:\n${lines.join('\n')}` : readMoney(words)];
  });
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(Object.keys(labels).map((name) => [name, figures[name as ReportFigure]])));
};
