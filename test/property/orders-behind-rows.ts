import { expect } from 'vitest';
import { BEHIND_KEYS, BEHIND_REPORTS, type BehindReport, type OrderBehind } from '../../src/contract/report-behind.ts';
import type { ReportRow } from '../../src/contract/report-tables.ts';
import type { InputOf } from '../../src/contract/index.ts';
import type { TestApp } from '../support/test-app.ts';
import { wholeReport } from './reports-reconcile.ts';

/** The columns of a row that the orders behind it add up to. */
const SUMMED: Readonly<Record<BehindReport, readonly [quantity: string, amount: string]>> = {
  items: ['quantity', 'total'],
  categories: ['quantity', 'total'],
  days: ['orders', 'total'],
  hours: ['orders', 'total'],
  staff: ['orders', 'total'],
  taxes: ['orders', 'total'],
  tenders: ['count', 'kept'],
  discounts: ['count', 'amount'],
};

type Question = Omit<InputOf<'reports.behind'>, 'report'>;

const EVER: Question = { start_date: '2000-01-01', end_date: '2099-12-31' };

/** All pages of the orders behind a row. */
const allBehind = async (app: TestApp, question: InputOf<'reports.behind'>) => {
  const items: OrderBehind[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await app.call('reports.behind', { ...question, page, per_page: 7 });
    items.push(...answer.items);
    if (page >= answer.total_pages) return { ...answer, items };
  }
};

const sum = (orders: readonly OrderBehind[], key: 'quantity' | 'sold' | 'returned' | 'amount'): number =>
  orders.reduce((total, order) => total + order[key], 0);

/** What names a row, without what is empty in it. */
const nameOf = (report: BehindReport, row: ReportRow): Question =>
  Object.fromEntries(BEHIND_KEYS[report].flatMap((key) => (row[key] === null ? [] : [[key, row[key]]])));

/** However the rows are asked for, the orders behind each are its whole, once each, newest first. */
export const expectOrdersBehindEachRow = async (app: TestApp): Promise<void> => {
  const { items: shifts } = await app.call('shifts.list', { per_page: 2 });
  const { items: people } = await wholeReport(app, 'staff', EVER);
  const byPerson: Question = people[0] ? { ...EVER, staff: String(people[0]['name']) } : EVER;
  const ways: readonly (readonly [BehindReport, Question])[] = [
    ...BEHIND_REPORTS.map((report) => [report, EVER] as const),
    ['staff', { ...EVER, who: 'took' }],
    ['items', byPerson],
    ['taxes', byPerson],
    ['discounts', byPerson],
    ['hours', { ...EVER, weekday: 1 }],
    ...shifts.flatMap(({ id }) => BEHIND_REPORTS.map((report) => [report, { shift_id: id }] as const)),
  ];
  for (const [report, question] of ways) {
    const { items: rows } = await wholeReport(app, report, question);
    for (const row of rows) {
      const behind = await allBehind(app, { report, ...question, ...nameOf(report, row) });
      const [quantity, amount] = SUMMED[report];
      const { totals, items } = behind;
      expect([report, question, row, totals.quantity, totals.amount]).toEqual([report, question, row, row[quantity], row[amount]]);
      for (const key of ['quantity', 'sold', 'returned', 'amount'] as const) expect([key, sum(items, key)]).toEqual([key, totals[key]]);
      expect(totals.amount).toBe(totals.sold - totals.returned);
      const ids = items.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
      expect(ids).toHaveLength(behind.total);
    }
  }
};
