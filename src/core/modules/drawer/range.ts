import type { ReadDatabase } from '../../database/database.ts';

/**
 * What one Z covers: everything written after the Z before it and up to now, by id. Ids are given out by one writer and
 * never go back, so ranges neither overlap nor leave a gap, whatever the clock does.
 */
export interface ZRange {
  readonly settlements: IdRange;
  readonly payments: IdRange;
  readonly refunds: IdRange;
  readonly orders: IdRange;
}

/** After `after`, up to and with `upTo`. */
export interface IdRange {
  readonly after: number;
  readonly upTo: number;
}

interface Marks {
  last_settlement_id: number;
  last_payment_id: number;
  last_refund_id: number;
  last_order_id: number;
}

const MARKS = 'last_settlement_id, last_payment_id, last_refund_id, last_order_id';

const marksBefore = (db: ReadDatabase): Marks =>
  db.row<Marks>(`SELECT ${MARKS} FROM z_reports ORDER BY z_number DESC LIMIT 1`) ??
  db.row<Marks>(`SELECT ${MARKS} FROM z_start`) ?? { last_settlement_id: 0, last_payment_id: 0, last_refund_id: 0, last_order_id: 0 };

const lastId = (db: ReadDatabase, table: 'settlements' | 'payments' | 'refunds' | 'orders'): number =>
  db.row<{ id: number }>(`SELECT coalesce(max(id), 0) AS id FROM ${table}`)?.id ?? 0;

/** From the last Z (or the beginning) until now. */
export const openRange = (db: ReadDatabase): ZRange => {
  const marks = marksBefore(db);
  return {
    settlements: { after: marks.last_settlement_id, upTo: lastId(db, 'settlements') },
    payments: { after: marks.last_payment_id, upTo: lastId(db, 'payments') },
    refunds: { after: marks.last_refund_id, upTo: lastId(db, 'refunds') },
    orders: { after: marks.last_order_id, upTo: lastId(db, 'orders') },
  };
};

export const bounds = (range: IdRange): readonly [number, number] => [range.after, range.upTo];
