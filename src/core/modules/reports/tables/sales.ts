import type { ReportId, ReportRow } from '../../../../contract/report-tables.ts';
import type { ReportQuestion } from '../../../../contract/reports.ts';
import { averageOf } from '../../../../domain/money.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { wordsOf } from './item-filter.ts';
import { allOf, type Condition, type Scope } from './scope.ts';

/** What counts of a sale and of what came back of sales; `q` pieces or sales, `g` gross, `d` discounts, `r` returned without tax, `t` tax. */
const SUMS = 'sum(g) AS gross, sum(d) AS discounts, sum(r) AS returned, sum(g - d - r) AS net, sum(t) AS tax, sum(g - d - r + t) AS total';

const byPerson = (column: string, staff: string | undefined): Condition[] =>
  staff === undefined ? [] : [{ sql: `${column} = ?`, values: [staff] }];

/** Lines of settled sales and of refunds, each with its item and category as sold. */
const lines = (asked: ReportQuestion, scope: Scope): Condition => {
  const sold = allOf([scope.of('settlements', 's'), ...byPerson('s.settled_by', asked.staff)]);
  const back = allOf([scope.of('refunds', 'r'), ...byPerson('r.made_by', asked.staff)]);
  return {
    sql: `SELECT l.item_id, l.category_id, l.category_name, l.quantity AS q, l.subtotal AS g, l.discount_share AS d, 0 AS r, l.tax_share AS t
        FROM settlements s JOIN order_lines l ON l.order_id = s.order_id WHERE ${sold.sql}
      UNION ALL
      SELECT l.item_id, l.category_id, l.category_name, -b.quantity, 0, 0, b.subtotal - b.discount_share, -b.tax_share
        FROM refunds r JOIN refund_lines b ON b.refund_id = r.id JOIN order_lines l ON l.id = b.order_line_id WHERE ${back.sql}`,
    values: [...sold.values, ...back.values],
  };
};

/** Under the item's name and category of today: the list is about items, not about old orders. */
export const salesByItem = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const facts = lines(asked, scope);
  const chosen = allOf([
    { sql: '1', values: [] },
    ...(asked.category_id === undefined ? [] : [{ sql: 'i.category_id = ?', values: [asked.category_id] }]),
    ...wordsOf(asked.find, 'i'),
  ]);
  return ctx.db.rows<ReportRow>(
    `SELECT f.item_id, i.name AS item, c.name AS category, f.quantity, f.gross, f.discounts, f.returned, f.net, f.tax, f.total
     FROM (SELECT item_id, sum(q) AS quantity, ${SUMS} FROM (${facts.sql}) GROUP BY item_id) f
     JOIN items i ON i.id = f.item_id LEFT JOIN categories c ON c.id = i.category_id WHERE ${chosen.sql} ORDER BY f.item_id`,
    [...facts.values, ...chosen.values],
  );
};

/** As sold: an item that moved to another category stays, for its old sales, in the one it was in. */
export const salesByCategory = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const facts = lines(asked, scope);
  return ctx.db.rows<ReportRow>(
    `SELECT f.category_id, coalesce(c.name, f.category) AS category, f.quantity, f.gross, f.discounts, f.returned, f.net, f.tax, f.total
     FROM (SELECT category_id, max(category_name) AS category, sum(q) AS quantity, ${SUMS} FROM (${facts.sql}) GROUP BY category_id) f
     LEFT JOIN categories c ON c.id = f.category_id ORDER BY f.category_id`,
    facts.values,
  );
};

/** How whole sales and refunds are grouped: by a column of the sale, and by one of what came back. */
interface Grouping {
  readonly key: string;
  readonly sold: string;
  readonly back: string;
}

const GROUPINGS = {
  days: { key: 'day', sold: 's.business_date', back: 'r.business_date' },
  /** What came back counts in the hour of the sale it was part of: the question is when people buy. */
  hours: { key: 'hour', sold: 'o.local_hour', back: 'o.local_hour' },
  taxes: { key: 'tax_rate', sold: 'o.tax_rate', back: 'r.tax_rate' },
  settled: { key: 'name', sold: 's.settled_by', back: 'r.made_by' },
  took: { key: 'name', sold: "coalesce(o.created_by, '')", back: "coalesce(o.created_by, '')" },
} as const satisfies Record<string, Grouping>;

const wholeSales = (ctx: QueryContext, asked: ReportQuestion, scope: Scope, grouping: Grouping): ReportRow[] => {
  const weekday = asked.weekday === undefined ? [] : [{ sql: 'o.weekday = ?', values: [asked.weekday] }];
  const sold = allOf([scope.of('settlements', 's'), ...byPerson('s.settled_by', asked.staff), ...weekday]);
  const back = allOf([
    scope.of('refunds', 'r'),
    ...byPerson('r.made_by', asked.staff),
    ...weekday,
    { sql: 'r.total <> 0 OR r.subtotal <> 0', values: [] },
  ]);
  return ctx.db.rows<ReportRow>(
    `SELECT k AS ${grouping.key}, sum(q) AS orders, ${SUMS} FROM (
       SELECT ${grouping.sold} AS k, 1 AS q, o.subtotal AS g, o.discount_amount AS d, 0 AS r, o.tax_amount AS t
         FROM settlements s JOIN orders o ON o.id = s.order_id WHERE ${sold.sql}
       UNION ALL
       SELECT ${grouping.back}, 0, 0, 0, r.subtotal - r.discount_amount, -r.tax_amount
         FROM refunds r JOIN orders o ON o.id = r.order_id WHERE ${back.sql}
     ) GROUP BY k ORDER BY k`,
    [...sold.values, ...back.values],
  );
};

export const salesBy =
  (id: Extract<ReportId, 'days' | 'hours' | 'taxes'>) =>
  (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] =>
    wholeSales(ctx, asked, scope, GROUPINGS[id]);

/** The average is that of the sales before returns, with tax, as on a Z. */
export const salesByStaff = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] =>
  wholeSales(ctx, asked, scope, GROUPINGS[asked.who ?? 'settled']).map((row) => ({
    ...row,
    average: averageOf(Number(row['net']) + Number(row['returned']) + Number(row['tax']), Number(row['orders'])),
  }));
