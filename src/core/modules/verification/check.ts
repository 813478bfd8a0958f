import type { Database } from '../../database/database.ts';

const FAULTS_TOLD = 20;

/** One thing that was verified. */
export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  /** How many rows (or objects) were looked at. */
  readonly checked: number;
  /** The first ones, in words. */
  readonly faults: readonly string[];
  /** How many there are in all. */
  readonly fault_count: number;
}

/** What a check finds; bounded, however bad it is. */
export class Findings {
  readonly faults: string[] = [];
  count = 0;
  checked = 0;

  fault(text: string): void {
    this.count += 1;
    if (this.faults.length < FAULTS_TOLD) this.faults.push(text);
  }

  /** One fault for each row that the SQL finds; the column `fault` says what is wrong. */
  faultsOf(db: Database, sql: string, parameters: readonly unknown[] = []): void {
    for (const row of db.raw.prepare<unknown[], { fault: string }>(sql).iterate(...parameters)) this.fault(row.fault);
  }

  countRows(db: Database, table: string): void {
    this.checked += db.row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  }
}

export type Check = (db: Database, findings: Findings) => void;

/** Runs a check; a file so damaged that it cannot be read to its end is a fault, not a crash. */
export const runCheck = (name: string, check: Check, db: Database): CheckResult => {
  const findings = new Findings();
  try {
    check(db, findings);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_')) throw error;
    findings.fault(`could not be read to the end: ${(error as Error).message}`);
  }
  return { name, ok: findings.count === 0, checked: findings.checked, faults: findings.faults, fault_count: findings.count };
};
