import type { ZReport } from '../../../contract/z-report.ts';
import type { LastZ } from './z-store.ts';

type Check = ZReport['checks'][number];

const equal = (name: string, left: number, right: number): Check => ({
  name,
  ok: left === right,
  detail: left === right ? String(left) : `${left} is not ${right}`,
});

/** The sums that must agree on a sound report. Run at every X and Z, and printed whether they hold or not. */
export const selfChecks = (
  report: Pick<ZReport, 'sales' | 'by_category' | 'tax' | 'tenders' | 'tips' | 'rounding' | 'deposits' | 'grand_totals' | 'drawer'>,
  before: ZReport['grand_totals'],
  orders: { readonly made: number; readonly numbered: number },
): Check[] => {
  const { sales, deposits, grand_totals: grand } = report;
  const sum = <T>(rows: readonly T[], pick: (row: T) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  const tendersNet = sum(report.tenders, (row) => row.net);
  const { drawer } = report;
  return [
    equal(
      'categories = net sales',
      sum(report.by_category, (row) => row.amount),
      sales.net_with_tax,
    ),
    equal(
      'tax table = net sales',
      sum(report.tax, (row) => row.gross),
      sales.net_with_tax,
    ),
    equal(
      'tenders = net sales + tips + rounding + deposits',
      tendersNet,
      sales.net_with_tax + report.tips + report.rounding + deposits.taken - deposits.used - deposits.returned,
    ),
    equal('grand total = previous + net sales', grand.net, before.net + sales.net_with_tax),
    equal(
      'drawer = float + cash in - cash out',
      drawer.expected,
      drawer.opening + drawer.cash_sales - drawer.cash_refunds + drawer.paid_in - drawer.paid_out - drawer.drops - drawer.expenses,
    ),
    equal('every order has its number', orders.numbered, orders.made),
  ];
};

/** Whether the Z that this one follows is what it was. A damaged one does not keep the shop from closing, but every later reader is told. */
export const previousCheck = (previous: LastZ | null): Check => ({
  name: 'previous Z fits its hash',
  ok: previous === null || previous.report !== null,
  detail: previous === null ? '-' : previous.report ? `Z ${previous.zNumber}` : `Z ${previous.zNumber} was changed or damaged`,
});
