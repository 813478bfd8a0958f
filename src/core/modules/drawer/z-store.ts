import { createHash } from 'node:crypto';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { ZReport } from '../../../contract/z-report.ts';
import type { ReadDatabase, WriteDatabase } from '../../database/database.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { notFound, Refusal } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import type { ZRange } from './range.ts';

/** Before the first Z. */
export const CHAIN_START = '0'.repeat(64);

interface Row {
  z_number: number;
  shift_id: number;
  business_date: string;
  snapshot: string;
  previous_hash: string;
  hash: string;
  created_at: string;
}

export interface LastZ {
  /** Null where the stored snapshot is damaged. */
  readonly report: ZReport | null;
  readonly hash: string;
  readonly zNumber: number;
  readonly madeAt: string;
}

/** SHA-256 over the hash of the Z before and this one's snapshot, byte for byte. */
export const zHash = (previous: string, snapshot: string): string => createHash('sha256').update(previous).update(snapshot).digest('hex');

/** The report of a stored row; null where its snapshot does not fit its hash: it is never recomputed or guessed. */
const openSnapshot = (row: Pick<Row, 'snapshot' | 'previous_hash' | 'hash'>): ZReport | null => {
  if (zHash(row.previous_hash, row.snapshot) !== row.hash) return null;
  const report = JSON.parse(row.snapshot) as ZReport;
  return { ...report, proof: { ...report.proof, hash: row.hash } };
};

/** The newest Z. A damaged one still has its number and its hash, so that the next can follow it and say so. */
export const lastZ = (db: ReadDatabase): LastZ | null => {
  const row = db.row<Row>('SELECT * FROM z_reports ORDER BY z_number DESC LIMIT 1');
  return row ? { report: openSnapshot(row), hash: row.hash, zNumber: row.z_number, madeAt: row.created_at } : null;
};

/** Stores a Z for good: its snapshot, where it ends, and the hash that ties it to the one before. Answers the hash. */
export const storeZ = (db: WriteDatabase, report: ZReport, range: ZRange, now: string): string => {
  const snapshot = JSON.stringify(report);
  const hash = zHash(report.proof.previous_hash, snapshot);
  db.execute(
    `INSERT INTO z_reports (z_number, shift_id, business_date, last_settlement_id, last_payment_id, last_refund_id, last_order_id,
       last_stock_movement_id, last_audit_id, snapshot, previous_hash, hash, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      report.identity.z_number,
      report.identity.shift_id,
      report.identity.business_date,
      range.settlements.upTo,
      range.payments.upTo,
      range.refunds.upTo,
      range.orders.upTo,
      range.stock_movements.upTo,
      range.audit_log.upTo,
      snapshot,
      report.proof.previous_hash,
      hash,
      now,
    ],
  );
  return hash;
};

export const readZ = (ctx: QueryContext, zNumber: number): ZReport => {
  const row = ctx.db.row<Row>('SELECT * FROM z_reports WHERE z_number = ?', [zNumber]);
  if (!row) throw notFound('Z report', zNumber);
  const report = openSnapshot(row);
  if (report) return report;
  throw new Refusal(
    'damaged_snapshot',
    `Z report ${zNumber} does not fit its hash and is not shown. Run "philo verify" and restore a backup.`,
  );
};

/** Z reports, newest first. A damaged one is in its place without figures: the others must not be hidden with it. */
export const listZ = (ctx: QueryContext, input: ParsedInputOf<'zReports.list'>) => {
  let filtered = ctx.db.q.selectFrom('z_reports');
  if (input.start_date !== undefined) filtered = filtered.where('business_date', '>=', input.start_date);
  if (input.end_date !== undefined) filtered = filtered.where('business_date', '<=', input.end_date);
  const total = ctx.db.first<{ n: number }>(filtered.select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const rows = ctx.db.all(filtered.selectAll().orderBy('z_number', 'desc').limit(input.per_page).offset(offsetOf(input)));
  return pageEnvelope(
    rows.map((row) => {
      const report = openSnapshot(row);
      return {
        z_number: row.z_number,
        shift_id: row.shift_id,
        business_date: row.business_date,
        closed_at: row.created_at,
        closed_by: report?.identity.closed_by ?? null,
        net_sales: report?.sales.net_with_tax ?? null,
        over_short: report ? (report.drawer.over_short ?? 0) : null,
        hash: row.hash,
        is_damaged: report === null,
      };
    }),
    total,
    input,
  );
};
