import { CHAIN_START, missingAtEnd, type StoredRow, walkChain } from '../audit/index.ts';
import type { Check } from './check.ts';

/**
 * Every audit row carries the hash of the row before it, so that an edited, removed or inserted row shows. The end of the
 * chain has no row after it: a cut there shows by the table's counter, which counts every row ever written.
 */
export const checkAuditChain: Check = (db, findings) => {
  const rows = db.raw.prepare<[], StoredRow>('SELECT * FROM audit_log ORDER BY id').iterate();
  const counted = (function* () {
    for (const row of rows) {
      findings.checked += 1;
      yield row;
    }
  })();
  const last = walkChain(counted, { id: 0, hash: CHAIN_START }, ({ message }) => findings.fault(message));
  const written = db.row<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'")?.seq ?? 0;
  const missing = missingAtEnd(written, last.id);
  if (missing) findings.fault(missing);
};
