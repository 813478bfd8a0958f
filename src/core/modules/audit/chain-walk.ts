import type { ReadDatabase } from '../../database/database.ts';
import { type ChainedRow, chainHash } from './chain.ts';
import { rowContentHash } from './redaction.ts';

/** A row as it is stored. */
export type StoredRow = ChainedRow & { readonly id: number; readonly hash: string };

/** Where the chain is broken. `timestamp` is that of the row found there. */
export interface ChainFault {
  readonly row_id: number;
  readonly timestamp: string | null;
  readonly message: string;
}

/** What stands in the rows from which something was erased, as the acts that erased it say; of several the last counts. */
export const erasedContents = (db: ReadDatabase): ReadonlyMap<number, string> =>
  new Map(
    db
      .rows<{ audit_id: number; content_hash: string }>(
        'SELECT audit_id, content_hash FROM redactions WHERE audit_id IS NOT NULL ORDER BY id',
      )
      .map((mark) => [mark.audit_id, mark.content_hash]),
  );

/**
 * Walks rows in the order of their ids and tells each break. `after` is the row before the first one: its id, and the hash that
 * stands there (CHAIN_START before any). A row from which something was erased is held against what the erasure left. Answers
 * the last row's id and hash.
 */
export const walkChain = (
  rows: Iterable<StoredRow>,
  after: { readonly id: number; readonly hash: string },
  erased: ReadonlyMap<number, string>,
  onFault: (fault: ChainFault) => void,
): { readonly id: number; readonly hash: string; readonly checked: number } => {
  let { id, hash } = after;
  let checked = 0;
  for (const row of rows) {
    checked += 1;
    const expected = id + 1;
    const at = { row_id: row.id, timestamp: row.timestamp };
    if (row.id !== expected)
      onFault({ ...at, message: row.id === expected + 1 ? `row ${expected} is missing` : `rows ${expected} to ${row.id - 1} are missing` });
    else if (erased.has(row.id) ? erased.get(row.id) !== rowContentHash(row) : chainHash(hash, row) !== row.hash)
      onFault({ ...at, message: `row ${row.id} was changed, or the row before it` });
    // Going on from what stands there: one edit is one fault, not one for every later row.
    ({ id, hash } = row);
  }
  return { id, hash, checked };
};

/** What the end of the chain lacks, by the table's own counter of every row ever written; null: nothing. */
export const missingAtEnd = (written: number, lastId: number): string | null =>
  written > lastId ? `${written - lastId} rows at the end are missing: ${written} were written` : null;
