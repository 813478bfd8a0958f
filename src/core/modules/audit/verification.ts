import type { ChainPiece } from '../../../contract/audit.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { CHAIN_START } from './chain.ts';
import { type ChainFault, erasedContents, missingAtEnd, type StoredRow, walkChain } from './chain-walk.ts';

const FAULTS_TOLD = 20;

/** Verifies the next `limit` rows of the chain after a row; the screens ask piece by piece and show how far it is. */
export const verifyChain = (ctx: QueryContext, { after_id: afterId, limit }: ParsedInputOf<'audit.verify'>): ChainPiece =>
  ctx.db.snapshot(() => {
    const faults: ChainFault[] = [];
    let count = 0;
    const onFault = (fault: ChainFault) => {
      count += 1;
      if (faults.length < FAULTS_TOLD) faults.push(fault);
    };
    // The row before may itself be gone; then the first row of this piece says so.
    const before = ctx.db.row<{ id: number; hash: string }>('SELECT id, hash FROM audit_log WHERE id <= ? ORDER BY id DESC LIMIT 1', [
      afterId,
    ]) ?? { id: 0, hash: CHAIN_START };
    const rows = ctx.db.rows<StoredRow>('SELECT * FROM audit_log WHERE id > ? ORDER BY id LIMIT ?', [before.id, limit]);
    const last = walkChain(rows, before, erasedContents(ctx.db), onFault);
    const complete = rows.length < limit;
    const written = ctx.db.row<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'")?.seq ?? 0;
    const missing = complete ? missingAtEnd(written, last.id) : null;
    if (missing) onFault({ row_id: last.id, timestamp: rows.at(-1)?.timestamp ?? null, message: missing });
    return {
      rows: ctx.db.row<{ n: number }>('SELECT count(*) AS n FROM audit_log')?.n ?? 0,
      checked: last.checked,
      last_id: last.id,
      complete,
      since: ctx.db.row<{ timestamp: string }>('SELECT timestamp FROM audit_log ORDER BY id LIMIT 1')?.timestamp ?? null,
      last_hash: last.id === 0 ? null : last.hash,
      faults,
      fault_count: count,
    };
  });
