import { CHAIN_START, type ChainedRow, chainHash, paperContentHash, redactionDigest, rowContentHash } from '../audit/index.ts';
import type { Database } from '../../database/database.ts';
import type { Check } from './check.ts';

interface Redaction {
  readonly act_id: number;
  readonly audit_id: number | null;
  readonly print_id: number | null;
  readonly content_hash: string;
}

const redactionsOf = (db: Database): Redaction[] =>
  db.rows<Redaction>('SELECT act_id, audit_id, print_id, content_hash FROM redactions ORDER BY id');

/**
 * Every audit row carries the hash of the row before it, so that an edited, removed or inserted row shows. The end of the
 * chain has no row after it: a cut there shows by the table's counter, which counts every row ever written. A row from
 * which something was erased no longer fits its own hash, but what stands there since is fixed by the act that erased it.
 */
export const checkAuditChain: Check = (db, findings) => {
  // Of several erasures from one row the last says what stands there.
  const erased = new Map(redactionsOf(db).flatMap((mark) => (mark.audit_id === null ? [] : [[mark.audit_id, mark.content_hash]])));
  let previous = CHAIN_START;
  let expectedId = 1;
  for (const row of db.raw.prepare<[], ChainedRow & { id: number; hash: string }>('SELECT * FROM audit_log ORDER BY id').iterate()) {
    findings.checked += 1;
    if (row.id !== expectedId) {
      findings.fault(row.id === expectedId + 1 ? `row ${expectedId} is missing` : `rows ${expectedId} to ${row.id - 1} are missing`);
    } else if (erased.has(row.id) ? erased.get(row.id) !== rowContentHash(row) : chainHash(previous, row) !== row.hash) {
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

/** Each act that erased personal data names, in the chain, what it left behind; papers stand as it left them. */
export const checkRedactions: Check = (db, findings) => {
  const marks = redactionsOf(db);
  findings.checked = marks.length;
  for (const [act, erased] of Map.groupBy(marks, (mark) => mark.act_id)) {
    const row = db.row<{ digest: string | null }>(
      "SELECT iif(json_valid(new_values), json_extract(new_values, '$.redaction_digest'), NULL) AS digest FROM audit_log WHERE id = ? AND action = 'anonymise'",
      [act],
    );
    if (row?.digest !== redactionDigest(erased)) findings.fault(`what audit row ${act} erased is not what it says it erased`);
  }
  const papers = new Map(marks.flatMap((mark) => (mark.print_id === null ? [] : [[mark.print_id, mark.content_hash]])));
  for (const [id, hash] of papers) {
    const print = db.row<{ paper: Uint8Array | null }>('SELECT paper FROM prints WHERE id = ?', [id]);
    if (!print?.paper || paperContentHash(print.paper) !== hash) findings.fault(`print ${id} is not as the erasure left it`);
  }
};
