import type { Shift } from '../../../contract/shifts.ts';
import type { ZReport } from '../../../contract/z-report.ts';
import type { ReadDatabase } from '../../database/database.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { PROGRAM_VERSION } from '../../version.ts';
import { countsOf } from './counting.ts';
import { exceptionFigures } from './exception-figures.ts';
import { expectedCash, readLedger } from './expected-cash.ts';
import { movementsOf } from './movements.ts';
import { bounds, closedRange, openRange, type ZRange } from './range.ts';
import { byCashier, byCategory, byHour, byTaxRate, salesFigures } from './sales-figures.ts';
import { byTender, deposits } from './tender-figures.ts';
import { previousCheck, selfChecks } from './z-checks.ts';
import { CHAIN_START, type LastZ, lastZ } from './z-store.ts';

/**
 * The figures since the last Z, computed from the rows in one go. Without `zNumber` it is an X, which changes nothing and
 * may be read any number of times; the close stores the same thing as the Z.
 */
export const computeReport = (ctx: QueryContext, shift: Shift, zNumber: number | null): { report: ZReport; range: ZRange } => {
  const { db, settings } = ctx;
  const range = openRange(db);
  const previous = lastZ(db);
  const covered = figuresOf(db, range);
  const { sales, tenders } = covered;
  const before = grandTotalsOf(db, previous);
  const figures = {
    ...covered,
    by_hour: byHour(db, range),
    by_cashier: byCashier(db, range),
    tips: tenders.reduce((sum, tender) => sum + tender.tips, 0),
    rounding: tenders.reduce((sum, tender) => sum + tender.rounding, 0),
    drawer: drawerFigures(ctx, shift),
    exceptions: exceptionFigures(db, range, shift),
    grand_totals: {
      sales: before.sales + sales.net_with_tax + sales.voids + sales.refunds,
      returns: before.returns + sales.voids + sales.refunds,
      net: before.net + sales.net_with_tax,
    },
  };
  const report: ZReport = {
    kind: zNumber === null ? 'X' : 'Z',
    identity: {
      z_number: zNumber,
      shop_name: settings.shop_name,
      tax_number: settings.tax_number,
      currency: settings.currency,
      time_zone: settings.time_zone,
      program_version: PROGRAM_VERSION,
      shift_id: shift.id,
      business_date: businessDateOf(ctx, shift.id),
      opened_at: shift.opened_at,
      opened_by: shift.opened_by,
      closed_at: shift.closed_at,
      closed_by: shift.closed_by,
      made_at: ctx.now,
      made_by: actorOf(ctx.caller),
      previous_z_at: previous?.madeAt ?? null,
      ...orderNumbers(ctx, range),
    },
    ...figures,
    checks: [...selfChecks(figures, before, orderCounts(ctx, range)), previousCheck(previous)],
    proof: { previous_hash: previous?.hash ?? CHAIN_START, hash: null, audit_hash: auditHead(ctx) },
  };
  return { report, range };
};

/** The totals up to the last Z. Where that one is damaged they come from the rows that all Zs covered. */
const grandTotalsOf = (db: ReadDatabase, previous: LastZ | null): ZReport['grand_totals'] => {
  if (!previous) return { sales: 0, returns: 0, net: 0 };
  if (previous.report) return previous.report.grand_totals;
  const sales = salesFigures(db, closedRange(db));
  return { sales: sales.net_with_tax + sales.voids + sales.refunds, returns: sales.voids + sales.refunds, net: sales.net_with_tax };
};

/** The figures of a range of rows: the same for ever, since those rows never change. */
export const figuresOf = (db: ReadDatabase, range: ZRange): Pick<ZReport, 'sales' | 'by_category' | 'tax' | 'tenders' | 'deposits'> => ({
  sales: salesFigures(db, range),
  by_category: byCategory(db, range),
  tax: byTaxRate(db, range),
  tenders: byTender(db, range),
  deposits: deposits(db, range),
});

/** A shift belongs whole to the day on which it was opened, also one that is closed after midnight. */
const businessDateOf = (ctx: QueryContext, shiftId: number): string =>
  ctx.db.row<{ business_date: string }>('SELECT business_date FROM shifts WHERE id = ?', [shiftId])?.business_date ??
  ctx.moment.business_date;

const drawerFigures = (ctx: QueryContext, shift: Shift): ZReport['drawer'] => {
  const ledger = readLedger(ctx.db, shift.id);
  const counts = countsOf(ctx, shift.id);
  const [count] = counts;
  const row = ctx.db.row<{ float_left: number | null; over_short_comment: string | null }>(
    'SELECT float_left, over_short_comment FROM shifts WHERE id = ?',
    [shift.id],
  );
  const floatLeft = row?.float_left ?? null;
  return {
    ...ledger,
    expected: expectedCash(ledger),
    counted: count?.amount ?? null,
    over_short: count?.over_short ?? null,
    comment: row?.over_short_comment ?? null,
    float_left: floatLeft,
    to_bank: count && floatLeft !== null ? count.amount - floatLeft : null,
    denominations: count?.denominations ?? null,
    counts: counts.length,
    movements: movementsOf(ctx, shift.id).map(({ kind, amount, reason, made_by, approved_by, created_at }) => ({
      kind,
      amount,
      reason,
      made_by,
      approved_by,
      created_at,
    })),
    paid_expenses: ctx.db.rows('SELECT category, description, amount FROM expenses WHERE shift_id = ? AND paid_from_till = 1 ORDER BY id', [
      shift.id,
    ]),
  };
};

const orderNumbers = (ctx: QueryContext, range: ZRange): { first_order_number: string | null; last_order_number: string | null } => {
  const at = (order: 'ASC' | 'DESC'): string | null =>
    ctx.db.row<{ order_number: string }>(
      `SELECT order_number FROM orders WHERE id > ? AND id <= ? ORDER BY id ${order} LIMIT 1`,
      bounds(range.orders),
    )?.order_number ?? null;
  return { first_order_number: at('ASC'), last_order_number: at('DESC') };
};

/** Orders made in the range, and how many of their numbers lie without a gap between the first and the last of each day. */
const orderCounts = (ctx: QueryContext, range: ZRange): { made: number; numbered: number } => {
  const days = ctx.db.rows<{ made: number; numbered: number }>(
    `SELECT count(*) AS made, max(number) - min(number) + 1 AS numbered FROM (
       SELECT business_date, CAST(substr(order_number, 14) AS INTEGER) AS number FROM orders WHERE id > ? AND id <= ? AND source = 'sale'
     ) GROUP BY business_date`,
    bounds(range.orders),
  );
  return { made: days.reduce((sum, day) => sum + day.made, 0), numbered: days.reduce((sum, day) => sum + day.numbered, 0) };
};

const auditHead = (ctx: QueryContext): string =>
  ctx.db.row<{ hash: string }>('SELECT hash FROM audit_log ORDER BY id DESC LIMIT 1')?.hash ?? CHAIN_START;
