import { type Selectable, sql } from 'kysely';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { foldText } from '../../../domain/search-text.ts';
import { flag, type Tables } from '../../database/tables.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { toExpense } from './expenses.ts';

type Row = Selectable<Tables['expenses']>;

/** Expenses by business day, with the sums of all that the filter finds: whatever it was paid with, and what left the drawer. */
export const listExpenses = (ctx: QueryContext, input: ParsedInputOf<'expenses.list'>): OutputOf<'expenses.list'> => {
  let filtered = ctx.db.q.selectFrom('expenses');
  if (input.category) filtered = filtered.where('category', '=', input.category);
  if (input.shift_id !== undefined) filtered = filtered.where('shift_id', '=', input.shift_id);
  if (input.paid_from_till !== undefined) filtered = filtered.where('paid_from_till', '=', flag(input.paid_from_till));
  if (input.start_date !== undefined) filtered = filtered.where('business_date', '>=', input.start_date);
  if (input.end_date !== undefined) filtered = filtered.where('business_date', '<=', input.end_date);
  if (input.search)
    filtered = filtered.where(sql<boolean>`id IN (SELECT value FROM json_each(${JSON.stringify(idsWith(ctx, input.search))}))`);
  const sums = ctx.db.first<{ n: number; amount: number | null; till: number | null }>(
    filtered.select((eb) => [
      eb.fn.countAll<number>().as('n'),
      eb.fn.sum<number | null>('amount').as('amount'),
      eb.fn.sum<number | null>(eb('amount', '*', eb.ref('paid_from_till'))).as('till'),
    ]),
  );
  // The newest and the dearest are looked for first; categories from A.
  const order = input.order ?? (input.sort === 'category' ? 'asc' : 'desc');
  const rows = ctx.db.all<Row>(
    filtered
      .selectAll()
      .orderBy(input.sort, order)
      .$if(input.sort !== 'date', (query) => query.orderBy('date', 'desc'))
      .orderBy('id', input.sort === 'date' ? order : 'desc')
      .limit(input.per_page)
      .offset(offsetOf(input)),
  );
  return {
    ...pageEnvelope(rows.map(toExpense), sums?.n ?? 0, input),
    amount_total: sums?.amount ?? 0,
    from_till_total: sums?.till ?? 0,
  };
};

/** Expenses are few and have no folded text of their own, so they are folded as they are searched. */
const idsWith = (ctx: QueryContext, words: string): number[] => {
  const sought = foldText(words);
  return ctx.db
    .rows<{ id: number; category: string; description: string | null }>('SELECT id, category, description FROM expenses')
    .filter((row) => foldText(`${row.category}\n${row.description ?? ''}`).includes(sought))
    .map((row) => row.id);
};

/** What expenses were filed under, to choose from again. */
export const expenseCategories = (ctx: QueryContext): OutputOf<'expenses.categories'> =>
  ctx.db.rows('SELECT category, count(*) AS expenses FROM expenses GROUP BY category ORDER BY expenses DESC, category LIMIT 200');
