import type { ReportId, ReportRow } from '../../../../contract/report-tables.ts';
import type { ReportQuestion } from '../../../../contract/reports.ts';
import { averageOf } from '../../../../domain/money.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { wordsOf } from './item-filter.ts';
import type { Condition } from '../settled-days.ts';
import { allOf, type Scope } from './scope.ts';

const SUMS = `sum(gross) AS gross, sum(discounts) AS discounts, sum(returned) AS returned, sum(gross - discounts - returned) AS net,
  sum(tax) AS tax, sum(gross - discounts - returned + tax) AS total`;

/** Facts of the scope; of one person alone, and one weekday alone, where asked. */
const factsOf = (by: 'line' | 'sale', asked: ReportQuestion, scope: Scope): Condition => {
  const facts = scope.settledBy(by);
  const only = allOf([
    { sql: '1', values: [] },
    ...(asked.staff === undefined ? [] : [{ sql: 'person = ?', values: [asked.staff] }]),
    ...(asked.weekday === undefined ? [] : [{ sql: 'weekday = ?', values: [asked.weekday] }]),
  ]);
  return { sql: `(${facts.sql}) WHERE ${only.sql}`, values: [...facts.values, ...only.values] };
};

/** Under the item's name and category of today: the list is about items, not about old orders. */
export const salesByItem = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const facts = factsOf('line', asked, scope);
  const chosen = allOf([
    { sql: '1', values: [] },
    ...(asked.category_id === undefined ? [] : [{ sql: 'i.category_id = ?', values: [asked.category_id] }]),
    ...wordsOf(asked.find, 'i'),
  ]);
  return ctx.db.rows<ReportRow>(
    `SELECT f.item_id, i.name AS item, c.name AS category, f.quantity, f.gross, f.discounts, f.returned, f.net, f.tax, f.total
     FROM (SELECT item_id, sum(quantity) AS quantity, ${SUMS} FROM ${facts.sql} GROUP BY item_id) f
     JOIN items i ON i.id = f.item_id LEFT JOIN categories c ON c.id = i.category_id WHERE ${chosen.sql} ORDER BY f.item_id`,
    [...facts.values, ...chosen.values],
  );
};

/** As sold: an item that moved to another category stays, for its old sales, in the one it was in. */
export const salesByCategory = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] => {
  const facts = factsOf('line', asked, scope);
  return ctx.db.rows<ReportRow>(
    `SELECT f.category_id, coalesce(c.name, f.category) AS category, f.quantity, f.gross, f.discounts, f.returned, f.net, f.tax, f.total
     FROM (SELECT category_id, max(category_name) AS category, sum(quantity) AS quantity, ${SUMS} FROM ${facts.sql} GROUP BY category_id) f
     LEFT JOIN categories c ON c.id = f.category_id ORDER BY f.category_id`,
    facts.values,
  );
};

/**
 * Whole sales by one of their keys. What came back counts in the hour of the sale it was part of: the question is when people buy.
 * An answer's column `name` is the person.
 */
const wholeSales = (ctx: QueryContext, asked: ReportQuestion, scope: Scope, [key, column]: readonly [string, string]): ReportRow[] => {
  const facts = factsOf('sale', asked, scope);
  return ctx.db.rows<ReportRow>(
    `SELECT ${column} AS ${key}, sum(orders) AS orders, ${SUMS} FROM ${facts.sql} GROUP BY ${column} ORDER BY ${column}`,
    facts.values,
  );
};

const KEYS = { days: ['day', 'day'], hours: ['hour', 'hour'], taxes: ['tax_rate', 'tax_rate'] } as const;

export const salesBy =
  (id: Extract<ReportId, 'days' | 'hours' | 'taxes'>) =>
  (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] =>
    wholeSales(ctx, asked, scope, KEYS[id]);

/** The average is that of the sales before returns, with tax, as on a Z. */
export const salesByStaff = (ctx: QueryContext, asked: ReportQuestion, scope: Scope): ReportRow[] =>
  wholeSales(ctx, asked, scope, ['name', asked.who === 'took' ? 'taken_by' : 'person']).map((row) => ({
    ...row,
    average: averageOf(Number(row['net']) + Number(row['returned']) + Number(row['tax']), Number(row['orders'])),
  }));
