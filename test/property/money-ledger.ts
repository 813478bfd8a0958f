import { expect } from 'vitest';
import type { ZReport } from '../../src/contract/z-report.ts';
import { verifyDatabase } from '../../src/core/modules/verification/index.ts';
import type { TestApp } from '../support/test-app.ts';

type Row = Readonly<Record<string, number | string | null>>;

/** The rows themselves, added up here in plain sight and by no code of the program. */
export const ledgerOf = (app: TestApp) => {
  const rows = (table: string, columns: string) => app.pos.database.rows<Row>(`SELECT ${columns} FROM ${table}`);
  const payments = rows('payments', 'id, order_id, shift_id, method, amount, rounding, tip, tendered, change_given');
  const refunds = rows('refunds', 'id, order_id, shift_id, kind, subtotal, discount_amount, tax_amount, total, amount, tip, tax_rate');
  const given = rows(
    'refund_tenders JOIN refunds ON refunds.id = refund_id',
    'refund_id, order_id, shift_id, method, refund_tenders.amount, rounding, refund_tenders.tip',
  );
  const settled = rows(
    'settlements JOIN orders ON orders.id = order_id',
    'settlements.id, order_id, settlements.shift_id, total, tax_amount, tax_rate, subtotal, discount_amount',
  );
  return {
    payments,
    refunds,
    given,
    settled,
    moved: rows('drawer_movements', 'shift_id, kind, amount'),
    spent: rows('expenses WHERE paid_from_till = 1', 'shift_id, amount'),
    shifts: rows('shifts', 'id, opening_cash'),
    orders: rows('orders', 'id, total, paid_amount, refunded_amount'),
  };
};

const sum = <T>(rows: readonly T[], pick: (row: T) => number): number => rows.reduce((total, row) => total + pick(row), 0);
const n = (value: number | string | null | undefined): number => Number(value ?? 0);

/** What should lie in a shift's drawer, coin by coin. */
export const cashOf = (ledger: ReturnType<typeof ledgerOf>, shiftId: number): number => {
  const ofShift = (rows: readonly Row[]) => rows.filter((row) => row['shift_id'] === shiftId);
  const signs: Record<string, number> = { paid_in: 1, paid_out: -1, drop: -1, no_sale: 0 };
  return (
    sum(
      ledger.shifts.filter((shift) => shift['id'] === shiftId),
      (shift) => n(shift['opening_cash']),
    ) +
    sum(
      ofShift(ledger.payments).filter((row) => row['method'] === 'cash'),
      (row) => n(row['tendered']) - n(row['change_given']),
    ) -
    sum(
      ofShift(ledger.given).filter((row) => row['method'] === 'cash'),
      (row) => n(row['amount']) + n(row['rounding']) + n(row['tip']),
    ) +
    sum(ofShift(ledger.moved), (row) => n(row['amount']) * n(signs[String(row['kind'])])) -
    sum(ofShift(ledger.spent), (row) => n(row['amount']))
  );
};

/** Every Z, oldest first. */
export const allZs = async (app: TestApp): Promise<ZReport[]> => {
  const numbers = app.pos.database.rows<{ z_number: number }>('SELECT z_number FROM z_reports ORDER BY z_number');
  return Promise.all(numbers.map(({ z_number }) => app.call('zReports.get', { z_number })));
};

const expectReportToAddUp = (report: ZReport): void => {
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  const { deposits } = report;
  expect(sum(report.tenders, (row) => row.sales + row.tips + row.rounding - row.refunds)).toBe(
    report.sales.net_with_tax + report.tips + report.rounding + deposits.taken - deposits.used - deposits.returned,
  );
};

/**
 * Everything that must hold of a shop's money at any time. What is in no Z yet must be in the X of the open shift, if one
 * is open.
 */
export const expectMoneyToAddUp = async (app: TestApp): Promise<void> => {
  const ledger = ledgerOf(app);
  const zs = await allZs(app);
  const [open] = (await app.call('shifts.list', { status: 'open' })).items;
  const x = open ? await app.call('shifts.xReport', { shift_id: open.id }) : null;
  const reports = x ? [...zs, x] : zs;

  // The drawer of each shift, and the counts and reports that speak of it.
  for (const report of reports) {
    expectReportToAddUp(report);
    expect([report.identity.shift_id, report.drawer.expected]).toEqual([
      report.identity.shift_id,
      cashOf(ledger, report.identity.shift_id),
    ]);
    if (report.kind === 'Z') expect(report.drawer.over_short).toBe((report.drawer.counted ?? 0) - report.drawer.expected);
  }

  // Never more given back than was taken, and what orders say of themselves is so.
  for (const order of ledger.orders) {
    const of = (rows: readonly Row[], pick: (row: Row) => number) =>
      sum(
        rows.filter((row) => row['order_id'] === order['id']),
        pick,
      );
    const paid = of(ledger.payments, (row) => n(row['amount']));
    const back = of(ledger.refunds, (row) => n(row['amount']));
    expect([order['id'], order['paid_amount'], order['refunded_amount'], back <= paid && paid <= n(order['total'])]).toEqual([
      order['id'],
      paid,
      back,
      true,
    ]);
    expect(of(ledger.refunds, (row) => n(row['tip']))).toBeLessThanOrEqual(of(ledger.payments, (row) => n(row['tip'])));
  }

  // Numbered from 1, each chained to the one before, and the grand totals go on.
  let previous = '0'.repeat(64);
  let net = 0;
  zs.forEach((z, index) => {
    expect([z.identity.z_number, z.proof.previous_hash]).toEqual([index + 1, previous]);
    previous = z.proof.hash ?? '';
    net += z.sales.net_with_tax;
    expect(z.grand_totals.net).toBe(net);
    expect(z.grand_totals.sales - z.grand_totals.returns).toBe(net);
  });

  // Each settlement, payment, refund and order is in exactly one Z, or after the last.
  for (const [table, mark] of [
    ['settlements', 'last_settlement_id'],
    ['payments', 'last_payment_id'],
    ['refunds', 'last_refund_id'],
    ['orders', 'last_order_id'],
  ] as const) {
    const marks = [
      0,
      ...app.pos.database.rows<{ at: number }>(`SELECT ${mark} AS at FROM z_reports ORDER BY z_number`).map((row) => row.at),
    ];
    expect(marks).toEqual([...marks].sort((a, b) => a - b));
    for (const { id, shift } of app.pos.database.rows<{ id: number; shift: number | null }>(`SELECT id, shift_id AS shift FROM ${table}`)) {
      const covering = marks.filter((after, index) => index + 1 < marks.length && after < id && id <= (marks[index + 1] ?? 0)).length;
      expect([table, id, covering]).toEqual([table, id, id <= (marks.at(-1) ?? 0) ? 1 : 0]);
      // What belongs to a closed shift is never left for a later Z.
      if (shift !== null && zs.some((z) => z.identity.shift_id === shift)) expect([table, id, covering]).toEqual([table, id, 1]);
    }
  }

  // All Zs and the open X together are the whole ledger, by sum, by tender and by rate of tax.
  if (x || reports.length > 0) {
    const last = zs.at(-1);
    const beyond: Row | null = x ? null : (app.pos.database.row<Row>('SELECT * FROM z_reports ORDER BY z_number DESC LIMIT 1') ?? {});
    const within = (rows: readonly Row[], mark: string, key = 'id') =>
      rows.filter((row) => beyond === null || n(row[key]) <= n(beyond[mark]));
    const settled = within(ledger.settled, 'last_settlement_id');
    const refunds = within(ledger.refunds, 'last_refund_id');
    const payments = within(ledger.payments, 'last_payment_id');
    const given = within(ledger.given, 'last_refund_id', 'refund_id');
    expect(last === undefined && x === null).toBe(false);
    expect(sum(reports, (report) => report.sales.net_with_tax)).toBe(
      sum(settled, (row) => n(row['total'])) - sum(refunds, (row) => n(row['total'])),
    );
    expect(sum(reports, (report) => report.sales.tax)).toBe(
      sum(settled, (row) => n(row['tax_amount'])) - sum(refunds, (row) => n(row['tax_amount'])),
    );
    for (const method of ['cash', 'card', 'mobile', 'voucher']) {
      const by = (rows: readonly Row[]) => rows.filter((row) => row['method'] === method);
      const money = (row: Row) => n(row['amount']) + n(row['rounding']) + n(row['tip']);
      const tenders = reports.flatMap((report) => report.tenders).filter((tender) => tender.method === method);
      expect([method, sum(tenders, (tender) => tender.net)]).toEqual([method, sum(by(payments), money) - sum(by(given), money)]);
    }
    for (const rate of new Set([...settled, ...refunds].map((row) => row['tax_rate']))) {
      const of = (rows: readonly Row[]) =>
        sum(
          rows.filter((row) => row['tax_rate'] === rate),
          (row) => n(row['tax_amount']),
        );
      expect(
        sum(
          reports.flatMap((report) => report.tax).filter((row) => row.tax_rate === rate),
          (row) => row.tax,
        ),
      ).toBe(of(settled) - of(refunds));
    }
  }

  expect(verifyDatabase(app.pos.database).checks.filter((check) => !check.ok)).toEqual([]);
};
