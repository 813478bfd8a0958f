import type { Database } from '../../database/database.ts';
import { type Check, type CheckResult, runCheck } from './check.ts';
import { checkAuditChain, checkRedactions } from './check-audit.ts';
import { checkConstraints, checkForeignKeys, checkIntegrity, checkSchema, checkSequences } from './check-file.ts';
import { checkDrawer } from './check-drawer.ts';
import { checkPayments } from './check-payments.ts';
import { checkRefundNumbers, checkRefunds } from './check-refunds.ts';
import { checkSalesDays } from './check-sales-days.ts';
import { checkCustomers } from './check-customers.ts';
import { checkStock, checkStockCounts } from './check-stock.ts';
import { checkOrderNumbers, checkOrders } from './check-trade.ts';
import { checkZReports } from './check-z-reports.ts';

export interface VerificationReport {
  readonly ok: boolean;
  readonly database: string;
  /** The end of the audit's chain; kept elsewhere, it proves later that nothing before it was changed. */
  readonly audit: { readonly rows: number; readonly last_hash: string | null };
  readonly checks: readonly CheckResult[];
}

const CHECKS: readonly (readonly [name: string, check: Check])[] = [
  ['integrity', checkIntegrity],
  ['schema', checkSchema],
  ['constraints', checkConstraints],
  ['foreign_keys', checkForeignKeys],
  ['sequences', checkSequences],
  ['audit_chain', checkAuditChain],
  ['redactions', checkRedactions],
  ['stock', checkStock],
  ['stock_counts', checkStockCounts],
  ['customers', checkCustomers],
  ['order_numbers', checkOrderNumbers],
  ['orders', checkOrders],
  ['sales_days', checkSalesDays],
  ['payments', checkPayments],
  ['refunds', checkRefunds],
  ['refund_numbers', checkRefundNumbers],
  ['drawer', checkDrawer],
  ['z_reports', checkZReports],
];

/**
 * Verifies a database as it stands at this moment, on a read-only connection: whoever is writing goes on. Reads every
 * row, so it belongs into a process or worker of its own.
 */
export const verifyDatabase = (db: Database): VerificationReport => {
  // One snapshot for all checks: a sale made meanwhile is in all of them or in none.
  db.raw.exec('BEGIN');
  try {
    const checks = CHECKS.map(([name, check]) => runCheck(name, check, db));
    const audit = checks.find((check) => check.name === 'audit_chain');
    return {
      ok: checks.every((check) => check.ok),
      database: db.raw.name,
      audit: { rows: audit?.checked ?? 0, last_hash: lastHash(db) },
      checks,
    };
  } finally {
    db.raw.exec('ROLLBACK');
  }
};

const lastHash = (db: Database): string | null => {
  try {
    return db.row<{ hash: string }>('SELECT hash FROM audit_log ORDER BY id DESC LIMIT 1')?.hash ?? null;
  } catch {
    // A file damaged here was already reported by the checks.
    return null;
  }
};
