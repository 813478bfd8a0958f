import { BEHIND_KEYS, type BehindReport } from '../../../contract/report-behind.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { invalidField } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import type { Condition } from './settled-days.ts';
import { allOf, type Scope, scopeOf } from './tables/scope.ts';

type Input = ParsedInputOf<'reports.behind'>;
type Answer = OutputOf<'reports.behind'>;

const is = (column: string, value: unknown): Condition => ({ sql: `${column} = ?`, values: [value] });
const ifAsked = (column: string, value: unknown): Condition[] => (value === undefined ? [] : [is(column, value)]);

/** Facts of both kinds as one. */
const both = (sold: Condition, back: Condition): Condition => ({
  sql: `${sold.sql} UNION ALL ${back.sql}`,
  values: [...sold.values, ...back.values],
});

/** `where` appended to a reading of facts. */
const reading = (sql: string, where: readonly Condition[]): Condition => {
  const all = allOf(where);
  return { sql: `${sql} WHERE ${all.sql}`, values: all.values };
};

/** Lines of settled sales and of refunds, of an item or of a category as sold. */
const lines = (input: Input, scope: Scope, column: 'item_id' | 'category_id'): Condition =>
  both(
    reading(
      `SELECT s.order_id, l.quantity AS q, l.subtotal - l.discount_share + l.tax_share AS sold, 0 AS back
       FROM settlements s JOIN order_lines l ON l.order_id = s.order_id`,
      [scope.of('settlements', 's'), ...ifAsked('s.settled_by', input.staff), is(`l.${column}`, input[column])],
    ),
    reading(
      `SELECT r.order_id, -b.quantity, 0, b.subtotal - b.discount_share + b.tax_share
       FROM refunds r JOIN refund_lines b ON b.refund_id = r.id JOIN order_lines l ON l.id = b.order_line_id`,
      [scope.of('refunds', 'r'), ...ifAsked('r.made_by', input.staff), is(`l.${column}`, input[column])],
    ),
  );

/** Whole sales and refunds, of a day, an hour, a person or a tax rate. */
const wholeSales = (input: Input, scope: Scope, sold: Condition, back: Condition): Condition =>
  both(
    reading('SELECT s.order_id, 1 AS q, o.total AS sold, 0 AS back FROM settlements s JOIN orders o ON o.id = s.order_id', [
      scope.of('settlements', 's'),
      ...ifAsked('s.settled_by', input.staff),
      ...ifAsked('o.weekday', input.weekday),
      sold,
    ]),
    reading('SELECT r.order_id, 0, 0, r.total FROM refunds r JOIN orders o ON o.id = r.order_id', [
      scope.of('refunds', 'r'),
      ...ifAsked('r.made_by', input.staff),
      ...ifAsked('o.weekday', input.weekday),
      { sql: 'r.total <> 0 OR r.subtotal <> 0', values: [] },
      back,
    ]),
  );

const tenders = (input: Input, scope: Scope): Condition =>
  both(
    reading('SELECT p.order_id, 1 AS q, p.amount + p.tip + p.rounding AS sold, 0 AS back FROM payments p', [
      scope.of('payments', 'p'),
      is('p.method', input.method),
    ]),
    reading('SELECT r.order_id, 0, 0, t.amount + t.tip + t.rounding FROM refunds r JOIN refund_tenders t ON t.refund_id = r.id', [
      scope.of('refunds', 'r'),
      is('t.method', input.method),
    ]),
  );

/** Discounts without a name are those of single lines. */
const discounts = (input: Input, scope: Scope): Condition => {
  const given = [
    scope.of('settlements', 's'),
    ...ifAsked("coalesce(o.created_by, '')", input.staff),
    { sql: 'o.discount_amount > 0', values: [] },
    { sql: 'o.created_by IS ?', values: [input.given_by ?? null] },
    { sql: 'o.approved_by IS ?', values: [input.approved_by ?? null] },
  ];
  const onLines = '(SELECT coalesce(sum(line_discount), 0) FROM order_lines WHERE order_id = o.id';
  const byOrder = reading(
    `SELECT s.order_id, 1 AS q, o.discount_amount - ${onLines}) AS sold, 0 AS back FROM settlements s JOIN orders o ON o.id = s.order_id`,
    [...given, { sql: 'o.discount_name IS ?', values: [input.discount ?? null] }],
  );
  const byLines = reading(
    `SELECT s.order_id, 1, ${onLines} AND line_discount_kind = 'discount'), 0 FROM settlements s JOIN orders o ON o.id = s.order_id`,
    given,
  );
  const found = input.discount === undefined ? both(byOrder, byLines) : byOrder;
  return { sql: `SELECT * FROM (${found.sql}) WHERE sold > 0`, values: found.values };
};

const FACTS: Readonly<Record<BehindReport, (input: Input, scope: Scope) => Condition>> = {
  items: (input, scope) => lines(input, scope, 'item_id'),
  categories: (input, scope) => lines(input, scope, 'category_id'),
  days: (input, scope) => wholeSales(input, scope, is('s.business_date', input.day), is('r.business_date', input.day)),
  hours: (input, scope) => wholeSales(input, scope, is('o.local_hour', input.hour), is('o.local_hour', input.hour)),
  taxes: (input, scope) => wholeSales(input, scope, is('o.tax_rate', input.tax_rate), is('r.tax_rate', input.tax_rate)),
  staff: (input, scope) => {
    const took = is("coalesce(o.created_by, '')", input.name);
    return input.who === 'took'
      ? wholeSales(input, scope, took, took)
      : wholeSales(input, scope, is('s.settled_by', input.name), is('r.made_by', input.name));
  },
  tenders,
  discounts,
};

const SUMS =
  'coalesce(sum(q), 0) AS quantity, coalesce(sum(sold), 0) AS sold, coalesce(sum(back), 0) AS returned, coalesce(sum(sold - back), 0) AS amount';

/**
 * The orders behind a row of a report, newest first, each with what of it counts there: read by the row's own rule, so that they
 * add up to it. Refuses a row that is not named with validation, an unknown shift with not_found.
 */
export const ordersBehind = (ctx: QueryContext, input: Input): Answer => {
  const { report } = input;
  // A discount's row may have nothing in any of its columns.
  const missing = report === 'discounts' ? undefined : BEHIND_KEYS[report].find((key) => input[key as keyof Input] === undefined);
  if (missing !== undefined) throw invalidField(missing, 'missing', 'Field required');
  const facts = FACTS[report](input, scopeOf(ctx, input));
  const counted = ctx.db.row<Answer['totals'] & { orders: number }>(
    `SELECT count(DISTINCT order_id) AS orders, ${SUMS} FROM (${facts.sql})`,
    facts.values,
  );
  const { orders, ...totals } = counted ?? { orders: 0, quantity: 0, sold: 0, returned: 0, amount: 0 };
  const items = ctx.db.rows<Answer['items'][number]>(
    `SELECT o.id, o.order_number, o.created_at, o.status, customers.name AS customer_name, o.total, f.quantity, f.sold, f.returned, f.amount
     FROM (SELECT order_id, ${SUMS} FROM (${facts.sql}) GROUP BY order_id ORDER BY order_id DESC LIMIT ? OFFSET ?) f
     JOIN orders o ON o.id = f.order_id LEFT JOIN customers ON customers.id = o.customer_id ORDER BY o.id DESC`,
    [...facts.values, input.per_page, offsetOf(input)],
  );
  return { ...pageEnvelope(items, orders, input), totals };
};
