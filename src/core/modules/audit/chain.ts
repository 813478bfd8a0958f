import { createHash } from 'node:crypto';

/** The fields a row's hash covers, in this order. Adding a column means a new chain format, so there is none to add. */
export interface ChainedRow {
  readonly timestamp: string;
  readonly entity_type: string;
  readonly entity_id: number | null;
  readonly action: string;
  readonly actor: string;
  readonly approved_by: string | null;
  readonly reason: string | null;
  readonly door: string;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
  readonly old_values: string | null;
  readonly new_values: string | null;
}

/** Before the first row. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 over the hash of the row before and this row's fields: an edit, a removal or a swap breaks every later row. */
export const chainHash = (previous: string, row: ChainedRow): string =>
  createHash('sha256')
    .update(previous)
    .update(
      JSON.stringify([
        row.timestamp,
        row.entity_type,
        row.entity_id,
        row.action,
        row.actor,
        row.approved_by,
        row.reason,
        row.door,
        row.ip_address,
        row.user_agent,
        row.old_values,
        row.new_values,
      ]),
    )
    .digest('hex');

/** A row as it is stored. */
export type StoredRow = ChainedRow & { readonly id: number; readonly hash: string };

/** Where the chain is broken. `timestamp` is that of the row found there. */
export interface ChainFault {
  readonly row_id: number;
  readonly timestamp: string | null;
  readonly message: string;
}

/**
 * Walks rows in the order of their ids and tells each break. `after` is the row before the first one: its id, and the hash that
 * stands there (CHAIN_START before any). Answers the last row's.
 */
export const walkChain = (
  rows: Iterable<StoredRow>,
  after: { readonly id: number; readonly hash: string },
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
    else if (chainHash(hash, row) !== row.hash) onFault({ ...at, message: `row ${row.id} was changed, or the row before it` });
    // Going on from what stands there: one edit is one fault, not one for every later row.
    ({ id, hash } = row);
  }
  return { id, hash, checked };
};

/** What the end of the chain lacks, by the table's own counter of every row ever written; null: nothing. */
export const missingAtEnd = (written: number, lastId: number): string | null =>
  written > lastId ? `${written - lastId} rows at the end are missing: ${written} were written` : null;
