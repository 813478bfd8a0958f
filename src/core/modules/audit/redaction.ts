import { createHash } from 'node:crypto';
import type { CommandContext } from '../../kernel/context.ts';
import { type ChainedRow, chainHash } from './chain.ts';

/** An audit row whose values say less than they did. */
export interface RedactedRow {
  readonly id: number;
  readonly row: ChainedRow;
}

/** A kept paper that says less than it did. */
export interface RedactedPrint {
  readonly id: number;
  readonly paper: Uint8Array;
}

/** What stands in an audit row since something was erased from it: a hash over all its fields, as the chain's, but of it alone. */
export const rowContentHash = (row: ChainedRow): string => chainHash('redacted', row);

export const paperContentHash = (paper: Uint8Array): string => createHash('sha256').update(paper).digest('hex');

interface Mark {
  readonly audit_id: number | null;
  readonly print_id: number | null;
  readonly content_hash: string;
}

/** Over all that one act erased; it stands in the act's own audit row, and so in the chain. */
export const redactionDigest = (marks: readonly Mark[]): string =>
  createHash('sha256')
    .update(JSON.stringify(marks.map((mark) => [mark.audit_id, mark.print_id, mark.content_hash])))
    .digest('hex');

const marksOf = (rows: readonly RedactedRow[], prints: readonly RedactedPrint[]): Mark[] => [
  ...rows.map(({ id, row }) => ({ audit_id: id, print_id: null, content_hash: rowContentHash(row) })),
  ...prints.map(({ id, paper }) => ({ audit_id: null, print_id: id, content_hash: paperContentHash(paper) })),
];

/**
 * Takes out of audit rows and kept papers what an act erases (docs/adr/0015). `record` writes the act's audit row with the
 * digest it is given; that row must be the newest one while the others change, which the database checks.
 */
export const redact = (
  ctx: CommandContext,
  rows: readonly RedactedRow[],
  prints: readonly RedactedPrint[],
  record: (digest: string) => void,
): void => {
  const marks = marksOf(rows, prints);
  record(redactionDigest(marks));
  const act = ctx.db.row<{ id: number }>('SELECT max(id) AS id FROM audit_log')?.id;
  for (const mark of marks) {
    ctx.db.execute('INSERT INTO redactions (act_id, audit_id, print_id, content_hash) VALUES (?, ?, ?, ?)', [
      act,
      mark.audit_id,
      mark.print_id,
      mark.content_hash,
    ]);
  }
  for (const { id, row } of rows)
    ctx.db.execute('UPDATE audit_log SET old_values = ?, new_values = ? WHERE id = ?', [row.old_values, row.new_values, id]);
  for (const { id, paper } of prints) ctx.db.execute('UPDATE prints SET paper = ? WHERE id = ?', [paper, id]);
};
