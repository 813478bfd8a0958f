import type { ReportRow } from '../../../../contract/report-tables.ts';
import type { ReportQuestion } from '../../../../contract/reports.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { wordsOf } from './item-filter.ts';
import type { Condition } from '../settled-days.ts';
import { allOf, type Scope } from './scope.ts';

/** Rows of a table that only grows, read in pieces by their place in it: never all at once. */
export interface LongReport {
  readonly total: number;
  readonly totals: Readonly<Record<string, number>>;
  readonly page: (offset: number, limit: number) => ReportRow[];
  /** The rows after the one that the mark stands for (null: from the first), and the mark of the last of them. */
  readonly after: (mark: Mark | null, limit: number) => { rows: ReportRow[]; mark: Mark | null };
}

/** Where a row lies: its time and its id. */
export type Mark = readonly [time: string, id: number];

interface Kind {
  readonly condition: Condition[];
  readonly sums: string;
  readonly columns: string;
}

const NAMES = "coalesce(i.name, '#' || m.item_id) AS item";

const kindOf = (id: 'movements' | 'waste', asked: ReportQuestion): Kind =>
  id === 'movements'
    ? {
        condition: asked.reason === undefined ? [] : [{ sql: 'm.reason = ?', values: [asked.reason] }],
        sums: 'coalesce(sum(m.quantity), 0) AS quantity',
        columns: `m.item_id, m.created_at AS time, ${NAMES}, m.reason, m.quantity, o.order_number, m.note, m.actor AS made_by`,
      }
    : {
        condition: [{ sql: "m.reason = 'waste'", values: [] }],
        sums: 'coalesce(sum(-m.quantity), 0) AS quantity, coalesce(sum(-m.quantity * (SELECT price FROM items WHERE id = m.item_id)), 0) AS value',
        columns: `m.item_id, m.created_at AS time, ${NAMES}, c.name AS category, -m.quantity AS quantity, -m.quantity * coalesce(i.price, 0) AS value,
          m.note AS cause, m.actor AS made_by`,
      };

const itemsMeant = (asked: ReportQuestion): Condition[] => {
  const meant = [
    ...(asked.category_id === undefined ? [] : [{ sql: 'i.category_id = ?', values: [asked.category_id] }]),
    ...wordsOf(asked.find, 'i'),
  ];
  if (meant.length === 0) return [];
  const { sql, values } = allOf(meant);
  return [{ sql: `m.item_id IN (SELECT i.id FROM items i WHERE ${sql})`, values }];
};

/** Stock movements, or the wasted goods among them. What is written after this call is not in it, however long it is read. */
export const longReport = (ctx: QueryContext, id: 'movements' | 'waste', asked: ReportQuestion, scope: Scope): LongReport => {
  const { db } = ctx;
  const upTo = db.row<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM stock_movements')?.id ?? 0;
  const kind = kindOf(id, asked);
  const where = allOf([
    scope.of('stock_movements', 'm'),
    { sql: 'm.id <= ?', values: [upTo] },
    ...kind.condition,
    ...itemsMeant(asked),
    ...(asked.staff === undefined ? [] : [{ sql: 'm.actor = ?', values: [asked.staff] }]),
  ]);
  const way = asked.direction === 'asc' ? { order: 'ASC', beyond: '>' } : { order: 'DESC', beyond: '<' };
  const inOrder = (alias: string) => `ORDER BY ${alias}.created_at ${way.order}, ${alias}.id ${way.order}`;
  const { total, ...totals } = db.row<{ total: number } & Record<string, number>>(
    `SELECT count(*) AS total, ${kind.sums} FROM stock_movements m WHERE ${where.sql}`,
    where.values,
  ) ?? { total: 0 };
  // The places come from the index alone; only the rows of the page are read.
  const read = (more: Condition, limit: number, offset: number) =>
    db.rows<ReportRow & { mark: number }>(
      `SELECT ${kind.columns}, m.id AS mark
       FROM (SELECT m.id FROM stock_movements m WHERE ${where.sql} AND ${more.sql} ${inOrder('m')} LIMIT ? OFFSET ?) AS place
       JOIN stock_movements m ON m.id = place.id LEFT JOIN items i ON i.id = m.item_id LEFT JOIN categories c ON c.id = i.category_id
       LEFT JOIN orders o ON o.id = m.order_id ${inOrder('m')}`,
      [...where.values, ...more.values, limit, offset],
    );
  return {
    total,
    totals,
    page: (offset, limit) => read({ sql: '1', values: [] }, limit, offset).map(({ mark: _, ...row }) => row),
    after: (mark, limit) => {
      const found = read(mark ? { sql: `(m.created_at, m.id) ${way.beyond} (?, ?)`, values: mark } : { sql: '1', values: [] }, limit, 0);
      const last = found.at(-1);
      return { rows: found.map(({ mark: _, ...row }) => row), mark: last ? [String(last['time']), last.mark] : null };
    },
  };
};
