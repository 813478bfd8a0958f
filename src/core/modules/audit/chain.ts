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
