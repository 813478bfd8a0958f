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
  readonly stock_movements: IdRange;
  readonly audit_log: IdRange;
}

/** After `after`, up to and with `upTo`. */
export interface IdRange {
  readonly after: number;
  readonly upTo: number;
}

/** The column that keeps where a Z ends in each table. */
export const MARKS = {
  settlements: 'last_settlement_id',
  payments: 'last_payment_id',
  refunds: 'last_refund_id',
  orders: 'last_order_id',
  stock_movements: 'last_stock_movement_id',
  audit_log: 'last_audit_id',
} as const satisfies Record<keyof ZRange, string>;

const COLUMNS = Object.values(MARKS).join(', ');

type Marks = Record<(typeof MARKS)[keyof ZRange], number>;

const startMarks = (db: ReadDatabase): Marks | undefined => db.row<Marks>(`SELECT ${COLUMNS} FROM z_start`);

const lastMarks = (db: ReadDatabase): Marks | undefined => db.row<Marks>(`SELECT ${COLUMNS} FROM z_reports ORDER BY z_number DESC LIMIT 1`);

const rangeBy = (rangeOf: (table: keyof ZRange) => IdRange): ZRange => ({
  settlements: rangeOf('settlements'),
  payments: rangeOf('payments'),
  refunds: rangeOf('refunds'),
  orders: rangeOf('orders'),
  stock_movements: rangeOf('stock_movements'),
  audit_log: rangeOf('audit_log'),
});

/** From the last Z (or the beginning) until now. */
export const openRange = (db: ReadDatabase): ZRange => {
  const marks = lastMarks(db) ?? startMarks(db);
  return rangeBy((table) => ({
    after: marks?.[MARKS[table]] ?? 0,
    upTo: db.row<{ id: number }>(`SELECT coalesce(max(id), 0) AS id FROM ${table}`)?.id ?? 0,
  }));
};

/** All that the Zs so far cover together. */
export const closedRange = (db: ReadDatabase): ZRange => {
  const start = startMarks(db);
  const end = lastMarks(db);
  return rangeBy((table) => ({ after: start?.[MARKS[table]] ?? 0, upTo: end?.[MARKS[table]] ?? 0 }));
};

export const bounds = (range: IdRange): readonly [number, number] => [range.after, range.upTo];
