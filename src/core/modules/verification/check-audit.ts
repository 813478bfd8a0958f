import { CHAIN_START, type ChainedRow, chainHash } from '../audit/index.ts';
import type { Check } from './check.ts';

/**
 * Every audit row carries the hash of the row before it, so that an edited, removed or inserted row shows. The end of the
 * chain has no row after it: a cut there shows by the table's counter, which counts every row ever written.
 */
export const checkAuditChain: Check = (db, findings) => {
  let previous = CHAIN_START;
  let expectedId = 1;
  for (const row of db.raw.prepare<[], ChainedRow & { id: number; hash: string }>('SELECT * FROM audit_log ORDER BY id').iterate()) {
    findings.checked += 1;
    if (row.id !== expectedId) {
      findings.fault(row.id === expectedId + 1 ? `row ${expectedId} is missing` : `rows ${expectedId} to ${row.id - 1} are missing`);
    } else if (chainHash(previous, row) !== row.hash) {
      findings.fault(`row ${row.id} was changed, or the row before it`);
    }
    // Going on from what stands there: one edit is one fault, not one for every later row.
    previous = row.hash;
    expectedId = row.id + 1;
  }
  const written = db.row<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'")?.seq ?? 0;
  const last = expectedId - 1;
  if (written > last) findings.fault(`${written - last} rows at the end are missing: ${written} were written`);
};
