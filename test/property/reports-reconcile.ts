import { expect } from 'vitest';
import { REPORT_IDS, type ReportId } from '../../src/contract/report-tables.ts';
import type { InputOf } from '../../src/contract/index.ts';
import type { ReportAnswer } from '../../src/contract/reports.ts';
import type { ZReport } from '../../src/contract/z-report.ts';
import type { TestApp } from '../support/test-app.ts';
import { allZs, ledgerOf } from './money-ledger.ts';

type Question = InputOf<'reports.items'>;

const EVER = { start_date: '2000-01-01', end_date: '2099-12-31' };
const OF_SALES = ['items', 'categories', 'days', 'hours', 'staff', 'taxes'] as const;
const SUMS = ['gross', 'discounts', 'returned', 'net', 'tax', 'total'] as const;

/** A report whole: every page of it. */
export const wholeReport = async (app: TestApp, id: ReportId, question: Question): Promise<ReportAnswer> => {
  const first = await app.call(`reports.${id}`, { ...question, per_page: 100 });
  const items = [...first.items];
  for (let page = 2; page <= first.total_pages; page += 1)
    items.push(...(await app.call(`reports.${id}`, { ...question, per_page: 100, page })).items);
  expect([id, items.length]).toEqual([id, first.total]);
  // The totals are those of the whole, whatever the page.
  for (const [key, total] of Object.entries(first.totals))
    expect([id, key, total]).toEqual([id, key, items.reduce((sum, row) => sum + Number(row[key]), 0)]);
  return { ...first, items };
};

const sum = <T>(rows: readonly T[], pick: (row: T) => number | string | null | undefined): number =>
  rows.reduce((total, row) => total + Number(pick(row) ?? 0), 0);

/** However sales are cut, the pieces make the same whole; over a shift that whole is its Z. */
export const expectReportsToReconcile = async (app: TestApp): Promise<void> => {
  const { settled, refunds } = ledgerOf(app);
  const whole = {
    gross: sum(settled, (row) => row['subtotal']),
    discounts: sum(settled, (row) => row['discount_amount']),
    returned: sum(refunds, (row) => row['subtotal']) - sum(refunds, (row) => row['discount_amount']),
    tax: sum(settled, (row) => row['tax_amount']) - sum(refunds, (row) => row['tax_amount']),
    total: sum(settled, (row) => row['total']) - sum(refunds, (row) => row['total']),
  };
  const expected = { ...whole, net: whole.total - whole.tax };
  const questions: [ReportId, Question][] = [
    ...OF_SALES.map((id): [ReportId, Question] => [id, EVER]),
    ['staff', { ...EVER, who: 'took' }],
  ];
  for (const [id, question] of questions) {
    const { totals, items } = await wholeReport(app, id, question);
    expect([id, Object.fromEntries(SUMS.map((key) => [key, totals[key]]))]).toEqual([id, expected]);
    for (const row of items) {
      expect(row['net']).toBe(Number(row['gross']) - Number(row['discounts']) - Number(row['returned']));
      expect(row['total']).toBe(Number(row['net']) + Number(row['tax']));
    }
  }
  for (const z of await allZs(app)) await expectShiftToBeItsZ(app, z);
  for (const id of REPORT_IDS) await wholeReport(app, id, { ...EVER, direction: 'asc' });
};

const sorted = <T extends readonly unknown[]>(rows: T[]): T[] => rows.sort((a, b) => String(a).localeCompare(String(b)));

const expectShiftToBeItsZ = async (app: TestApp, z: ZReport): Promise<void> => {
  const { shift_id } = z.identity;
  const { sales } = z;
  const of = (id: ReportId) => wholeReport(app, id, { shift_id });
  for (const id of OF_SALES) {
    expect([id, (await of(id)).totals]).toMatchObject([
      id,
      { gross: sales.gross, discounts: sales.discounts + sales.comps, net: sales.net, tax: sales.tax, total: sales.net_with_tax },
    ]);
  }
  const byName = (rows: ReportAnswer['items'], keys: readonly string[]) => sorted(rows.map((row) => keys.map((key) => row[key])));
  const tenders = await of('tenders');
  expect(byName(tenders.items, ['method', 'count', 'taken', 'tips', 'rounding', 'refunds', 'kept'])).toEqual(
    sorted(z.tenders.map((row) => [row.method, row.count, row.sales, row.tips, row.rounding, row.refunds, row.net])),
  );
  // A deposit that came back is a refund of nothing: a rate of its own on a Z, and no row of sales.
  const anything = (row: readonly (string | number | null | undefined)[]) => row.slice(1).some((figure) => figure !== 0);
  expect(byName((await of('taxes')).items, ['tax_rate', 'net', 'tax', 'total']).filter(anything)).toEqual(
    sorted(z.tax.map((row) => [row.tax_rate, row.net, row.tax, row.gross])).filter(anything),
  );
  expect(byName((await of('categories')).items, ['category', 'quantity', 'total'])).toEqual(
    sorted(z.by_category.map((row) => [row.name, row.quantity, row.amount])),
  );
  const { exceptions } = z;
  expect((await of('discounts')).totals['amount']).toBe(exceptions.discounts.amount);
  const comps = await of('comps');
  expect([comps.total, comps.totals['amount']]).toEqual([exceptions.comps.count, exceptions.comps.amount]);
  for (const [id, counted] of [
    ['refunds', exceptions.refunds],
    ['voids', exceptions.voids],
  ] as const) {
    const returns = await of(id);
    expect([id, returns.total, returns.totals['total']]).toEqual([id, counted.count, counted.amount]);
  }
  const waste = await of('waste');
  expect([waste.total, waste.totals['quantity']]).toEqual([exceptions.waste.count, exceptions.waste.quantity]);
  expect((await of('cash')).totals['over_short']).toBe(z.drawer.over_short);
};
