import { CHAIN_START, erasedContents, missingAtEnd, paperContentHash, redactionDigest, type StoredRow, walkChain } from '../audit/index.ts';
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
  const rows = db.raw.prepare<[], StoredRow>('SELECT * FROM audit_log ORDER BY id').iterate();
  const counted = (function* () {
    for (const row of rows) {
      findings.checked += 1;
      yield row;
    }
  })();
  const last = walkChain(counted, { id: 0, hash: CHAIN_START }, erasedContents(db), ({ message }) => findings.fault(message));
  const written = db.row<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'")?.seq ?? 0;
  const missing = missingAtEnd(written, last.id);
  if (missing) findings.fault(missing);
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
