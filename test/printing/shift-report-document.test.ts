import { expect, test } from 'vitest';
import type { ShiftReport } from '../../src/contract/shifts.ts';
import type { Block } from '../../src/contract/paper.ts';
import { formatsFor } from '../../src/core/modules/printing/formats.ts';
import { shiftReportDocument } from '../../src/core/modules/printing/shift-report-document.ts';
import { aShiftReport } from './a-shift-report.ts';

const flat = (blocks: readonly Block[]): Block[] => blocks.flatMap((block) => (block.kind === 'beside' ? flat(block.blocks) : [block]));

const tableOf = (report: ShiftReport, heading: string) => {
  const found = flat(shiftReportDocument(report, 'en').blocks).find((block) => 'heading' in block && block.heading === heading);
  if (!found) throw new Error(`no block ${heading}`);
  return found;
};

test('the document says every figure of the report once more, in words and money', () => {
  const report = aShiftReport();
  const document = shiftReportDocument(report, 'en');
  expect(document).toMatchObject({ issuer: 'Corner & Søn', title: 'END OF DAY REPORT', subject: 'Shift 12', language: 'en' });
  expect(tableOf(report, 'Sales')).toEqual({
    kind: 'statement',
    heading: 'Sales',
    lines: [
      { label: 'Gross sales', value: '$1,805.00' },
      { label: 'Discounts (1 order)', value: '-$103.00' },
      { label: 'Net sales', value: '$1,702.00', weight: 'sum' },
      { label: 'Tax', value: '$144.00' },
      { label: 'Total with tax', value: '$1,846.00', weight: 'result' },
    ],
  });
  expect(tableOf(report, 'Cash drawer')).toMatchObject({
    lines: [
      { value: '$100.00' },
      { value: '$837.00' },
      { value: '-$12.50' },
      { label: 'Expected', value: '$924.50' },
      { value: '$924.37' },
      { label: 'Over / short', value: '-$0.13' },
    ],
  });
  expect(tableOf(report, 'Tax')).toMatchObject({
    rows: [
      ['8%', '$775.00', '$62.00', '$837.00'],
      ['8.875%', '$927.00', '$82.00', '$1,009.00'],
    ],
    total: ['Total', '$1,702.00', '$144.00', '$1,846.00'],
  });
  expect(tableOf(report, 'Orders by status')).toMatchObject({ note: 'Cancelled orders are in no other figure.' });
  expect(tableOf(report, 'Expenses')).toMatchObject({
    rows: [
      ['Milk: Two crates', 'yes', '$12.50'],
      ['Rent', 'no', '$99.00'],
    ],
    total: ['Total', '', '$111.50'],
  });
});

test("times are those of the shop's clock", () => {
  const [facts] = shiftReportDocument(aShiftReport(), 'en').blocks;
  expect(facts).toMatchObject({
    facts: [
      { value: 'Tue, Feb 10, 2026' },
      { value: 'PHI-20260210-0001 – PHI-20260210-0003' },
      { value: 'Feb 10, 2026, 07:00 by Kari' },
      { value: 'Feb 11, 2026, 00:30 by Ola' },
      { value: 'Feb 11, 2026, 00:31 by Ola' },
      { value: 'Europe/Oslo' },
    ],
  });
});

test('an open shift says that it is open and not counted, and nothing is printed as minus zero', () => {
  const report = aShiftReport();
  const open: ShiftReport = {
    ...report,
    shift: { ...report.shift, status: 'open', closed_at: null, closed_by: null, closing_cash: null, notes: null },
    sales: { ...report.sales, discounts: { count: 0, amount: 0 } },
    drawer: { ...report.drawer, paid_from_till: 0, counted: null, over_short: null },
    expenses: [],
  };
  const document = shiftReportDocument(open, 'en');
  const text = JSON.stringify(document);
  expect(document.subject).toBe('Shift 12 · STILL OPEN');
  expect(text).toContain('not counted yet');
  expect(text).not.toContain('-$0.00');
  expect(flat(document.blocks).some((block) => block.kind === 'note')).toBe(false);
});

test('a language without words gets English words, dates and numbers', () => {
  expect(shiftReportDocument(aShiftReport(), 'fi-FI')).toEqual(shiftReportDocument(aShiftReport(), 'en'));
});

test.each([
  ['USD', 123_456, '$1,234.56'],
  ['EUR', -123_456, '-€1,234.56'],
  ['JPY', 1234, '¥1,234'],
  ['KWD', 1234, 'KWD\u00a01.234'],
  ['INR', 100, '₹1.00'],
  ['BDT', -100, '-BDT\u00a01.00'],
  ['UAH', 100, 'UAH\u00a01.00'],
])('an amount in %s is written with a sign that the font has', (currency, amount, text) => {
  expect(formatsFor({ language: 'en', currency, time_zone: 'UTC' }).money(amount)).toBe(text);
});

test('a sign that stands behind the number gives way too', () => {
  expect(formatsFor({ language: 'uk', currency: 'UAH', time_zone: 'UTC' }).money(100)).toBe('1,00\u00a0UAH');
});
