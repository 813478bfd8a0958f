import BetterSqlite3 from 'better-sqlite3';
import { openDataFolderReader } from '../../src/core/database/data-folder.ts';
import { type VerificationReport, verifyDatabase } from '../../src/core/modules/verification/index.ts';
import type { TestApp } from '../support/test-app.ts';

/** Changes rows as somebody with the file in hand could: without the triggers, checks and references in the way. */
export const tamper = (file: string, sql: string): void => {
  const raw = new BetterSqlite3(file);
  raw.pragma('foreign_keys = OFF');
  raw.pragma('ignore_check_constraints = ON');
  const triggers = raw.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
  raw.exec(sql);
  for (const trigger of triggers) raw.exec(trigger.sql);
  raw.close();
};

/** What verification says of a shop's database, beside whoever has it open. */
export const verify = (app: TestApp): VerificationReport => {
  const reader = openDataFolderReader(app.dataDir);
  try {
    return verifyDatabase(reader);
  } finally {
    reader.close();
  }
};

/** The faults by check; empty for a sound shop. */
export const faultsOf = (report: VerificationReport): Record<string, readonly string[]> =>
  Object.fromEntries(report.checks.filter((check) => !check.ok).map((check) => [check.name, check.faults]));
