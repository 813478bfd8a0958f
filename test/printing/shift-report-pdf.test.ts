import { describe, expect, test } from 'vitest';
import { renderPdf } from '../../src/core/modules/printing/pdf.ts';
import { shiftReportDocument } from '../../src/core/modules/printing/shift-report-document.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp } from '../support/test-app.ts';
import { aShiftReport } from './a-shift-report.ts';
import { canReadPdf, pdfPages } from './pdf-text.ts';

const euros = (minor: number): string => `${minor < 0 ? '-' : ''}€${(Math.abs(minor) / 100).toFixed(2)}`;
const pdfOf = (report = aShiftReport()) => renderPdf(shiftReportDocument(report, 'en'), report.printed_at);

test('the bytes are a PDF, and the same report gives the same file', async () => {
  const bytes = await pdfOf();
  expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-');
  expect(await pdfOf()).toEqual(bytes);
});

describe.skipIf(!canReadPdf())('the PDF, read back', () => {
  test("has the figures that the API gives, made by the worker beside a shop's till", { timeout: 30_000 }, async () => {
    const app = await openTestApp({ inlineWorker: false, start: '2026-03-02T08:00:00.000Z' });
    await app.call('settings.update', { currency: 'EUR', shop_name: 'Kaffe & Brød' });
    const menu = await addSmallMenu(app);
    const shift = await app.call('shifts.open', { opening_cash: 15_000 });
    await app.call('orders.create', {
      items: [{ item_id: menu.latte.id, quantity: 2, addon_ids: [menu.oat.id] }, { item_id: menu.cake.id }],
      discount_id: menu.tenPercent.id,
    });
    await app.call('orders.create', { items: [{ item_id: menu.tea.id }], payment_method: 'mobile' });
    const dropped = await app.call('orders.create', { items: [{ item_id: menu.croissant.id, quantity: 3 }], payment_method: 'card' });
    await app.call('orders.setStatus', { order_id: dropped.id, status: 'cancelled' });
    await app.call('expenses.create', {
      category: 'Milk',
      description: 'Two crates',
      amount: 1275,
      shift_id: shift.id,
      paid_from_till: true,
    });
    await app.call('shifts.close', { shift_id: shift.id, closing_cash: 15_015, notes: 'All well' });

    const report = await app.call('shifts.report', { shift_id: shift.id });
    const pages = pdfPages(await app.call('shifts.reportPdf', { shift_id: shift.id }));
    const lines = pages.flat();
    const text = lines.join('\n');
    expect(pages).toHaveLength(1);
    expect(lines[0]).toBe(`Kaffe & Brød Shift ${shift.id}`);
    expect(lines.at(-1)).toMatch(/ 1 ?\/ ?1$/);
    expect(text).toContain(`${report.first_order_number} – ${report.last_order_number}`);

    const { sales, drawer } = report;
    const rows: [string, string][] = [
      ['Gross sales', euros(sales.gross)],
      ['Discounts (1 order)', euros(-sales.discounts.amount)],
      ['Net sales', euros(sales.net)],
      ['Tax', euros(sales.tax)],
      ['Total with tax', euros(sales.total)],
      ['Opening float', euros(drawer.opening)],
      ['Cash sales', euros(drawer.cash_sales)],
      ['Paid from the till', euros(-drawer.paid_from_till)],
      ['Expected', euros(drawer.expected)],
      ['Counted', euros(drawer.counted ?? Number.NaN)],
      ['Over / short', euros(drawer.over_short ?? Number.NaN)],
      ...report.by_category.map((row): [string, string] => [row.name, `${row.quantity} ${euros(row.amount)}`]),
      ...report.by_tax_rate.map((row): [string, string] => ['8%', [row.net, row.tax, row.gross].map(euros).join(' ')]),
      ...[
        ['Cash', 0],
        ['Mobile', 1],
      ].map(([name, at]): [string, string] => {
        const row = report.by_method[at as number];
        return [name as string, `${row?.count} ${euros(row?.amount ?? Number.NaN)}`];
      }),
      ['Pending', `2 ${euros(sales.total)}`],
      ['Cancelled', `1 ${euros(report.cancelled.amount)}`],
      ['Milk: Two crates', `yes ${euros(1275)}`],
    ];
    for (const [label, value] of rows) expect.soft(text, `${label} ${value}`).toContain(`${label} ${value}`);

    const known = new Set(
      JSON.stringify(report)
        .match(/-?\d+/g)
        ?.map((digits) => Math.abs(Number(digits))),
    );
    const printed = [...text.matchAll(/€([\d,]+\.\d\d)/g)].map((match) => Math.round(Number((match[1] ?? '').replaceAll(',', '')) * 100));
    expect(printed.length).toBeGreaterThan(25);
    expect(printed.filter((amount) => !known.has(amount))).toEqual([]);
  });

  test('runs over as many pages as it needs, each numbered and with its heading', async () => {
    const report = aShiftReport();
    const expenses = Array.from({ length: 90 }, (_, at) => ({
      category: `Expense ${at + 1}`,
      description: null,
      amount: 100 + at,
      paid_from_till: false,
    }));
    const pages = pdfPages(await pdfOf({ ...report, expenses }));
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((lines, at) => {
      expect(lines.at(-1)).toMatch(new RegExp(` ${at + 1} ?/ ?${pages.length}$`));
    });
    const continued = pages.slice(1).filter((lines) => lines.some((line) => /^Expense \d/.test(line)));
    expect(continued.map((lines) => lines[0])).toEqual(continued.map(() => 'Expenses'));
    expect(continued.length).toBeGreaterThan(1);
    for (const { category } of expenses)
      expect(
        pages.flat().filter((line) => line.startsWith(`${category} `)),
        category,
      ).toHaveLength(1);
  });

  test('takes long names and notes without losing a figure', async () => {
    const report = aShiftReport();
    const long = 'Sandwiches, salads and everything else that comes out of the cold kitchen before noon';
    const text = pdfPages(
      await pdfOf({
        ...report,
        shop_name: `${long} ${long}`,
        by_category: [{ name: long, quantity: 4, amount: 180_500 }],
        shift: { ...report.shift, notes: `${long} `.repeat(60) },
      }),
    )
      .flat()
      .join('\n');
    expect(text).toContain('4 $1,805.00');
    expect(text).toContain('before noon');
  });
});
