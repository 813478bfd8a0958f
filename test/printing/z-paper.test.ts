import { describe, expect, test } from 'vitest';
import type { ZReport } from '../../src/contract/z-report.ts';
import { reportDocument } from '../../src/core/modules/printing/z-document.ts';
import { aBusyDay, closeTheDay } from './a-busy-day.ts';
import { blocksOf, euros, eurosIn, figuresOf, numbersIn } from './paper-texts.ts';
import { canReadPdf, pdfPages } from './pdf-text.ts';

const PRINTING = { at: '2026-03-02T09:00:00.000Z', by: 'Ola', copy: 0 } as const;
const paperOf = (report: ZReport) => reportDocument(report, { language: 'en' }, PRINTING);

const aClosedDay = async (options: Parameters<typeof aBusyDay>[0] = {}) => {
  const day = await aBusyDay(options);
  const z = await closeTheDay(day.app, day.shift.id);
  return { ...day, z };
};

test('a Z report has all its sections, and every figure of them', async () => {
  const { z } = await aClosedDay();
  const paper = paperOf(z);
  expect(paper).toMatchObject({ title: 'Z REPORT', subject: 'Z 1', issuer: 'Kaffe & Brød', issuer_lines: ['Tax no. NO 999 888 777 MVA'] });
  const figures = new Set(figuresOf(paper));
  const { sales, drawer, exceptions, deposits, grand_totals: grand } = z;
  const counted = (label: string, { count, amount }: { count: number; amount: number }): string[] => [
    `Exceptions|${label}|Count|${count}`,
    `Exceptions|${label}|Amount|${euros(amount)}`,
  ];
  const expected = [
    'Business date|Mon, Mar 2, 2026',
    'Opened|Mar 2, 2026, 09:00 by System',
    'Closed|Mar 2, 2026, 09:00 by System',
    'Printed|Mar 2, 2026, 10:00 by Ola',
    'Orders|PHI-20260302-0001 – PHI-20260302-0005',
    'Previous Z|none',
    `Program|Philo POS ${z.identity.program_version}`,
    `Gross sales|${euros(sales.gross)}`,
    `Discounts|${euros(-sales.discounts)}`,
    `Given free|${euros(-sales.comps)}`,
    `Voids|${euros(-sales.voids)}`,
    `Refunds|${euros(-sales.refunds)}`,
    `Net sales with tax|${euros(sales.net_with_tax)}`,
    `of which tax|${euros(sales.tax)}`,
    `Net sales without tax|${euros(sales.net)}`,
    `Items sold|${sales.items_sold}`,
    `Average sale|${euros(sales.average)}`,
    `Opening float|${euros(drawer.opening)}`,
    `Cash kept|${euros(drawer.cash_sales)}`,
    `Cash given back|${euros(-drawer.cash_refunds)}`,
    `Paid out|${euros(-drawer.paid_out)}`,
    `Safe drops|${euros(-drawer.drops)}`,
    `Expenses from the till|${euros(-drawer.expenses)}`,
    `Expected|${euros(drawer.expected)}`,
    `Counted|${euros(drawer.counted ?? Number.NaN)}`,
    `Over / short|${euros(drawer.over_short ?? Number.NaN)}`,
    `Float left|${euros(drawer.float_left ?? Number.NaN)}`,
    `To the bank|${euros(drawer.to_bank ?? Number.NaN)}`,
    ...z.by_category.map((row) => `Sales by category|${row.name}|Amount|${euros(row.amount)}`),
    ...z.by_hour.map((row) => `Sales by hour|0${row.hour}:00–${row.hour + 1}:00|Amount|${euros(row.amount)}`),
    ...z.by_cashier.map((row) => `Sales by cashier|${row.name}|Amount|${euros(row.amount)}`),
    ...z.tax.flatMap((row) => [
      `Tax|8.875%|Net|${euros(row.net)}`,
      `Tax|8.875%|Tax|${euros(row.tax)}`,
      `Tax|8.875%|Gross|${euros(row.gross)}`,
    ]),
    ...z.tenders.flatMap((row) => [
      `Payments|${row.name}|Count|${row.count}`,
      `Payments|${row.name}|Taken|${euros(row.sales)}`,
      `Payments|${row.name}|Tips|${euros(row.tips)}`,
      `Payments|${row.name}|Rounding|${euros(row.rounding)}`,
      `Payments|${row.name}|Given back|${euros(row.refunds)}`,
      `Payments|${row.name}|Net|${euros(row.net)}`,
    ]),
    `Tips|${euros(z.tips)}`,
    `Cash rounding|${euros(z.rounding)}`,
    `Part payments taken|${euros(deposits.taken)}`,
    `Part payments used|${euros(deposits.used)}`,
    `Part payments returned|${euros(deposits.returned)}`,
    'Count of the drawer|€2.00|Count|3',
    'Count of the drawer|€2.00|Amount|€6.00',
    'Drawer movements|Paid out: Window cleaner (Mar 2, 2026, 09:00)|Who|System',
    'Drawer movements|Paid out: Window cleaner (Mar 2, 2026, 09:00)|Amount|€12.50',
    'Expenses from the till|Milk: Two crates|Amount|€12.75',
    `Exceptions|Receipts printed|Count|${exceptions.receipts}`,
    ...counted('Copies printed', exceptions.copies),
    ...counted('Refunds', exceptions.refunds),
    ...counted('Voids', exceptions.voids),
    ...counted('Discounts', exceptions.discounts),
    ...counted('Given free', exceptions.comps),
    `Exceptions|Drawer opened, no sale|Count|${exceptions.no_sale}`,
    `Exceptions|Held tickets|Count|${exceptions.held}`,
    ...counted('Open orders', exceptions.open_orders),
    ...counted('Orders not paid in full', exceptions.unpaid_orders),
    `Exceptions|Deleted orders|Count|${exceptions.deleted_orders}`,
    `Exceptions|Sign-ins|Count|${exceptions.sign_ins}`,
    ...exceptions.discounts_by_name.map((row) => `Discounts by name|${row.name}|Amount|${euros(row.amount)}`),
    ...exceptions.voids_by_person.map((row) => `Voids by person|${row.name}|Amount|${euros(row.amount)}`),
    `Sales|${euros(grand.sales)}`,
    `Returns|${euros(grand.returns)}`,
    `Net|${euros(grand.net)}`,
    ...z.checks.map((check) => `Self-checks|${check.name}|Result|OK`),
    `Previous Z|${'0'.repeat(64)}`,
    `This Z|${z.proof.hash}`,
    `Last audit entry|${z.proof.audit_hash}`,
  ];
  expect(expected.filter((figure) => !figures.has(figure))).toEqual([]);
  expect(z.checks.every((check) => check.ok)).toBe(true);
  expect(blocksOf(paper)).toContainEqual({ kind: 'note', heading: 'Comment on the difference', text: 'Counted twice' });
});

test('what is read as sales adds up on the paper', async () => {
  const { z } = await aClosedDay();
  const sales = blocksOf(paperOf(z)).find((block) => block.kind === 'statement' && block.heading === 'Sales');
  if (sales?.kind !== 'statement') throw new Error('no sales');
  const upTo = sales.lines.findIndex((line) => line.weight === 'result');
  const cents = (text: string) => (text.startsWith('-') ? -1 : 1) * (eurosIn(text)[0] ?? Number.NaN);
  const sum = sales.lines.slice(0, upTo).reduce((total, line) => total + cents(line.value), 0);
  expect(sum).toBe(cents(sales.lines[upTo]?.value ?? ''));
});

test('an X is never alike, has no hash of its own and says that it closes nothing', async () => {
  const { app, shift } = await aBusyDay();
  const x = paperOf(await app.call('shifts.xReport', { shift_id: shift.id }));
  expect(x).toMatchObject({ title: 'X REPORT', subject: `Shift ${shift.id}` });
  const texts = JSON.stringify(x);
  expect(texts).not.toContain('Z REPORT');
  expect(texts).not.toContain('This Z');
  expect(texts).toContain('closes nothing');
  expect(figuresOf(x)).toEqual(expect.arrayContaining(['Closed|not yet', 'Counted|not counted', 'Over / short|not counted']));
});

test('a check that failed is printed as such, with what did not agree', async () => {
  const { z } = await aClosedDay();
  const [first, ...others] = z.checks;
  if (!first) throw new Error('no checks');
  const figures = figuresOf(paperOf({ ...z, checks: [{ ...first, ok: false, detail: '12 is not 13' }, ...others] }));
  expect(figures).toContain(`Self-checks|${first.name}: 12 is not 13 (in the smallest unit)|Result|FAILED`);
});

test('a drawer that was counted more than once says so', async () => {
  const { app, shift } = await aBusyDay();
  await app.call('shifts.count', { shift_id: shift.id, amount: 100 });
  const z = await closeTheDay(app, shift.id);
  expect(JSON.stringify(paperOf(z))).toContain('Counted 2 times; the last count stands.');
});

test('a day without anything is a report too', async () => {
  const { app, shift } = await aBusyDay();
  await closeTheDay(app, shift.id);
  const quiet = await app.call('shifts.open', { opening_cash: 5000 });
  await app.call('shifts.close', { shift_id: quiet.id, closing_cash: 5000 });
  const z = await app.call('zReports.get', { z_number: 2 });
  const text = JSON.stringify(paperOf(z));
  expect(z.proof.previous_hash).not.toBe('0'.repeat(64));
  expect(text).toContain(z.proof.previous_hash);
  expect(text).not.toContain('-€0.00');
  expect(text).not.toContain('NaN');
});

describe.skipIf(!canReadPdf())('as PDF', () => {
  test.each([
    ['a4', 3],
    ['roll80', 1],
  ] as const)('made by the worker on %s it has every amount of the report and no other', { timeout: 30_000 }, async (paper, mostPages) => {
    const { app, z } = await aClosedDay({ inlineWorker: false });
    await app.call('prints.make', { document: 'z', document_id: 1 });
    const print = await app.call('prints.make', { document: 'z', document_id: 1, target: 'pdf' });
    const pages = pdfPages(await app.call('prints.pdf', { print_id: print.id, paper }));
    const text = pages.flat().join('\n');
    expect(text).toContain('Z REPORT');
    expect(text).toContain('COPY 1');
    expect(pages.length).toBeLessThanOrEqual(mostPages);
    const { sales } = z;
    const derived = [sales.net_with_tax + sales.voids + sales.refunds - (sales.gross - sales.discounts - sales.comps), 600, 40];
    const known = new Set([...numbersIn(z), ...derived]);
    const printed = eurosIn(text);
    expect(printed.length).toBeGreaterThan(70);
    expect(printed.filter((amount) => !known.has(amount))).toEqual([]);
    const onPaper = new Set(printed);
    const amounts = figuresOf(print.paper).flatMap((figure) => eurosIn(figure));
    expect(amounts.filter((amount) => !onPaper.has(amount))).toEqual([]);
    // The hashes are broken over lines on the roll.
    expect(text.replace(/\s/g, '')).toContain(z.proof.audit_hash);
  });
});

test('a Z lists each time that the clock was set back, in both languages; an old one without it prints as before', async () => {
  const day = await aBusyDay();
  day.app.clock.advance(-90 * 60_000);
  const z = await closeTheDay(day.app, day.shift.id);
  const figures = figuresOf(paperOf(z));
  expect(figures).toEqual(
    expect.arrayContaining(['Exceptions|Clock set back|Count|1', 'Clock set back|Mar 2, 2026, 09:00|Then it showed|Mar 2, 2026, 07:30']),
  );
  expect(JSON.stringify(reportDocument(z, { language: 'nb' }, PRINTING))).toContain('Klokken stilt tilbake');
  const { clock_set_back, ...exceptions } = z.exceptions;
  expect(clock_set_back).toHaveLength(1);
  const old = { ...z, exceptions };
  expect(JSON.stringify(paperOf(old))).not.toContain('Clock set back');
  expect(figuresOf(paperOf(old))).toEqual(expect.arrayContaining([`Exceptions|Sign-ins|Count|${exceptions.sign_ins}`]));
});
