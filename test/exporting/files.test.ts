import Papa from 'papaparse';
import { describe, expect, it, test, vi } from 'vitest';
import { EXPORT_FORMATS } from '../../src/contract/exports.ts';
import { type ReportCell, REPORT_IDS, REPORT_TABLES, shownColumns } from '../../src/contract/report-tables.ts';
import { REPORT_WORDS } from '../../src/domain/report-words.ts';
import { canReadPdf, pdfPages } from '../printing/pdf-text.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp } from '../support/test-app.ts';
import { exported, written } from './export-file.ts';
import { partsOf, sheetOf } from './read-xlsx.ts';

vi.setConfig({ testTimeout: 60_000 });

const DAYS = { start_date: '2026-03-01', end_date: '2026-03-31' };

/** A shop with something in every report, and with names that a file must not take for anything else. */
const openBusyShop = async () => {
  const app = await openTestApp();
  const menu = await addSmallMenu(app);
  await app.call('settings.update', { shop_name: 'Kaffe & <Kake>', time_zone: 'Europe/Oslo' });
  await app.call('items.update', { item_id: menu.tea.id, name: '=HYPERLINK("x";"Smørbrød, æøå")' });
  const { id: shift_id } = await app.call('shifts.open', { opening_cash: 10_000 });
  const sold = await app.call('orders.create', {
    items: [
      { item_id: menu.latte.id, quantity: 3 },
      { item_id: menu.tea.id },
      { item_id: menu.cake.id, comp: { reason: '+1 for the wait' } },
    ],
    discount_id: menu.tenPercent.id,
  });
  await app.call('orders.create', {
    items: [{ item_id: menu.croissant.id, quantity: 2, discount: { value: 20 } }],
    payment_method: 'card',
  });
  await app.call('refunds.create', { order_id: sold.id, reason: '@cold', lines: [{ order_line_id: sold.items[0]?.id ?? 0, quantity: 1 }] });
  const gone = await app.call('orders.create', { items: [{ item_id: menu.tea.id }] });
  await app.call('orders.void', { order_id: gone.id, reason: 'Left' });
  await app.call('stock.waste', { item_id: menu.croissant.id, quantity: 1, reason: 'Dropped' });
  app.clock.advance(3_600_000);
  await app.call('shifts.close', { shift_id, closing_cash: 9000, over_short_comment: 'A note too few' });
  return app;
};

describe('an export', () => {
  it('says as CSV what the API says, for programs of any country', async () => {
    const app = await openBusyShop();
    for (const id of REPORT_IDS) {
      const { items } = await app.call(`reports.${id}`, { ...DAYS, per_page: 100 });
      const bytes = await written(app, { report: id, format: 'csv', ...DAYS });
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      expect(text.startsWith('\ufeff')).toBe(true);
      expect(text.endsWith('\r\n')).toBe(true);
      const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
      const columns = Object.entries(REPORT_TABLES[id].columns);
      const plain = (value: ReportCell, kind: string): string => {
        if (value === null) return '';
        if (kind === 'money') return (Number(value) / 100).toFixed(2);
        if (kind === 'rate') return String(Number(value) / 1_000_000);
        // What a spreadsheet would run is made a text.
        return /^[=+@]/.test(String(value)) ? `'${value}` : String(value);
      };
      expect(data).toEqual([
        columns.map(([key]) => key),
        ...items.map((row) => columns.map(([key, { kind }]) => plain(row[key] ?? null, kind))),
      ]);
      expect(items.length).toBeGreaterThan(0);
    }
  });

  it('is as XLSX a sheet of real numbers and dates with its totals', async () => {
    const app = await openBusyShop();
    for (const id of REPORT_IDS) {
      const report = await app.call(`reports.${id}`, { ...DAYS, per_page: 100 });
      const bytes = await written(app, { report: id, format: 'xlsx', ...DAYS });
      const parts = await partsOf(bytes);
      const [header, ...rows] = sheetOf(parts, 1);
      const columns = shownColumns(id);
      expect(header?.map(({ value }) => value)).toEqual(columns.map(([key]) => REPORT_WORDS.en.columns[key]));
      expect(rows).toHaveLength(report.items.length + 1);
      /** Days since the end of 1899, as spreadsheets count; times on the clock of Oslo, an hour ahead. */
      const serial = (ms: number) => (ms - Date.UTC(1899, 11, 30)) / 86_400_000;
      const expected = (key: string, kind: string, value: string | number | null) => {
        if (value === null) return key === 'discount' ? 'Line discounts' : null;
        if (kind === 'money') return Number(value) / 100;
        if (kind === 'rate') return Number(value) / 1_000_000;
        if (kind === 'day') return serial(Date.parse(`${value}T00:00:00Z`));
        if (kind === 'instant') return serial(Date.parse(String(value)) + 3_600_000);
        return kind === 'reason' ? REPORT_WORDS.en.reasons[String(value)] : value;
      };
      report.items.forEach((row, at) => {
        expect(rows[at]?.map(({ value }) => value)).toEqual(columns.map(([key, { kind }]) => expected(key, kind, row[key] ?? null)));
      });
      const totals = rows.at(-1)?.map(({ value }) => value);
      columns.forEach(([key, { kind, adds }], at) => {
        if (at > 0) expect([key, totals?.[at]]).toEqual([key, adds ? expected(key, kind, report.totals[key] ?? null) : null]);
      });
      expect(parts.get('xl/worksheets/sheet1.xml')).toContain('state="frozen"');
      const about = sheetOf(parts, 2).map((row) => row.map(({ value }) => value));
      expect(about[0]).toEqual(['Shop', 'Kaffe & <Kake>']);
      expect(about[1]).toEqual(['Period', 'Mar 1, 2026 – Mar 31, 2026']);
    }
  });

  it.runIf(canReadPdf())('is as PDF a paper with its rows, totals and page numbers', async () => {
    const app = await openBusyShop();
    for (const id of REPORT_IDS) {
      const report = await app.call(`reports.${id}`, { ...DAYS, per_page: 100 });
      const bytes = await written(app, { report: id, format: 'pdf', ...DAYS });
      const pages = pdfPages(bytes);
      const lines = pages.flat();
      const text = lines.join('\n');
      expect(lines).toContainEqual(expect.stringContaining('Kaffe & <Kake>'));
      // Its letters stand apart.
      expect(text.replaceAll(' ', '')).toContain((REPORT_WORDS.en.titles[id] ?? '').toUpperCase().replaceAll(' ', ''));
      expect(text).toContain('Mar 1, 2026 – Mar 31, 2026');
      expect(
        pages.every((page, at) =>
          page
            .at(-1)
            ?.replaceAll(' ', '')
            .endsWith(`${at + 1}/${pages.length}`),
        ),
      ).toBe(true);
      const amount = (minor: number) =>
        `${minor < 0 ? '-' : ''}$${(Math.abs(minor) / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`;
      const total = lines.find((line) => line.startsWith('Total'));
      for (const [key, { kind, adds }] of shownColumns(id)) {
        if (kind !== 'money') continue;
        for (const row of report.items) if (row[key] !== null) expect(text).toContain(amount(Number(row[key])));
        if (adds) expect(total).toContain(amount(Number(report.totals[key])));
      }
    }
  });

  it.each(EXPORT_FORMATS)('of nothing is still a file, as %s', async (format) => {
    const app = await openTestApp();
    const bytes = await written(app, { report: 'items', format, ...DAYS });
    expect(bytes.length).toBeGreaterThan(20);
  });

  it('keeps its filters and its order', async () => {
    const app = await openBusyShop();
    const question = { ...DAYS, find: 'latte', sort: 'item', direction: 'asc' } as const;
    const { job, bytes } = await exported(app, { report: 'items', format: 'csv', ...question });
    expect([job.total, job.file_name]).toEqual([1, 'sales-by-item-2026-03-01-2026-03-31.csv']);
    expect(new TextDecoder().decode(bytes).split('\r\n')[1]).toContain('Latte');
    const book = await written(app, { report: 'items', format: 'xlsx', ...question });
    expect(sheetOf(await partsOf(book), 2).map((row) => row[1]?.value)).toContain('latte');
  });

  it('in Norwegian is in Norwegian', async () => {
    const app = await openBusyShop();
    await app.call('settings.update', { language: 'nb' });
    const bytes = await written(app, { report: 'movements', format: 'xlsx', ...DAYS });
    const [header, row] = sheetOf(await partsOf(bytes), 1).map((cells) => cells.map(({ value }) => value));
    expect(header).toEqual(['Tid', 'Vare', 'Grunn', 'Antall', 'Bestilling', 'Merknad', 'Av']);
    expect(row?.[2]).toBe('Svinn');
  });
});

test('every report, column and reason has its words in both languages', () => {
  for (const words of Object.values(REPORT_WORDS)) {
    expect(Object.keys(words.titles).sort()).toEqual([...REPORT_IDS].sort());
    expect(Object.keys(words.counts).sort()).toEqual([...REPORT_IDS].sort());
    const keys = new Set(REPORT_IDS.flatMap((id) => shownColumns(id).map(([key]) => key)));
    expect(Object.keys(words.columns).sort()).toEqual([...keys, 'line_discount'].sort());
  }
});
