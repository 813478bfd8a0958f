import type { Money } from '../../../domain/money.ts';
import type { ReadDatabase } from '../../database/database.ts';

/** What moved through one shift's drawer; all amounts positive. */
export interface DrawerLedger {
  readonly opening: Money;
  /** Cash kept: tendered less change, with tips and rounding. */
  readonly cash_sales: Money;
  readonly cash_refunds: Money;
  readonly paid_in: Money;
  readonly paid_out: Money;
  readonly drops: Money;
  readonly expenses: Money;
}

/** What should lie in the drawer: every coin that went in or out of it, once. */
export const expectedCash = (ledger: DrawerLedger): Money =>
  ledger.opening + ledger.cash_sales - ledger.cash_refunds + ledger.paid_in - ledger.paid_out - ledger.drops - ledger.expenses;

const sumOf = (db: ReadDatabase, sql: string, parameters: readonly unknown[]): Money =>
  db.row<{ total: number }>(`SELECT coalesce(sum(amount), 0) AS total FROM (${sql})`, parameters)?.total ?? 0;

/** Reads a shift's drawer from the rows that moved it. */
export const readLedger = (db: ReadDatabase, shiftId: number): DrawerLedger => {
  const moved = (kind: string): Money => sumOf(db, 'SELECT amount FROM drawer_movements WHERE shift_id = ? AND kind = ?', [shiftId, kind]);
  return {
    opening: db.row<{ opening_cash: number }>('SELECT opening_cash FROM shifts WHERE id = ?', [shiftId])?.opening_cash ?? 0,
    cash_sales: sumOf(
      db,
      `SELECT tendered - change_given AS amount FROM payments WHERE shift_id = ? AND method IN (SELECT code FROM payment_methods WHERE kind = 'cash')`,
      [shiftId],
    ),
    cash_refunds: sumOf(
      db,
      `SELECT refund_tenders.amount + rounding + refund_tenders.tip AS amount FROM refunds JOIN refund_tenders ON refund_tenders.refund_id = refunds.id
       WHERE refunds.shift_id = ? AND method IN (SELECT code FROM payment_methods WHERE kind = 'cash')`,
      [shiftId],
    ),
    paid_in: moved('paid_in'),
    paid_out: moved('paid_out'),
    drops: moved('drop'),
    expenses: sumOf(db, 'SELECT amount FROM expenses WHERE shift_id = ? AND paid_from_till = 1', [shiftId]),
  };
};
