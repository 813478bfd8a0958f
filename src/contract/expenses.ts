import { z } from 'zod';
import { operation } from './operation.ts';
import { day, deleted, instantIn, instantOut, money, moneyOut, name, pageOf, paging, pathId, reference, text } from './primitives.ts';

export const expense = z.object({
  id: z.int(),
  category: z.string(),
  description: z.string().nullable(),
  amount: moneyOut(),
  date: instantOut(),
  shift_id: z.int().nullable(),
  /** Taken out of the drawer: only these touch the expected cash. */
  paid_from_till: z.boolean(),
  created_at: instantOut(),
});
export type Expense = z.infer<typeof expense>;

export const expenseOperations = {
  'expenses.create': operation({
    method: 'POST',
    url: '/api/v1/expenses',
    kind: 'command',
    tag: 'Expenses',
    permission: 'expenses.create',
    status: 201,
    summary: 'Record an expense',
    errors: ['not_found', 'shift_closed'],
    body: {
      category: name(100),
      description: text().default(null),
      amount: money({ gt: 0 }),
      date: instantIn().optional(),
      shift_id: reference().nullable().default(null),
      /** Left out: yes when it belongs to a shift. */
      paid_from_till: z.boolean().optional(),
    },
    output: expense,
  }),
  'expenses.list': operation({
    method: 'GET',
    url: '/api/v1/expenses',
    kind: 'query',
    tag: 'Expenses',
    permission: 'expenses.view',
    summary: 'Expenses, newest first unless told, and what all that are found come to',
    query: {
      category: z.string().max(200).optional(),
      /** In the category and the description. */
      search: z.string().max(500).optional(),
      paid_from_till: z.boolean().optional(),
      shift_id: z.int().optional(),
      start_date: day().optional(),
      end_date: day().optional(),
      sort: z.enum(['date', 'amount', 'category']).default('date'),
      order: z.enum(['asc', 'desc']).default('desc'),
      ...paging,
    },
    output: pageOf(expense).extend({ amount_total: moneyOut(), from_till_total: moneyOut() }),
  }),
  'expenses.categories': operation({
    method: 'GET',
    url: '/api/v1/expense-categories',
    kind: 'query',
    tag: 'Expenses',
    permission: 'expenses.create',
    summary: 'Categories that expenses were given, the most used first',
    output: z.array(z.object({ category: z.string(), expenses: z.int() })).max(200),
  }),
  'expenses.get': operation({
    method: 'GET',
    url: '/api/v1/expenses/{expense_id}',
    kind: 'query',
    tag: 'Expenses',
    permission: 'expenses.view',
    summary: 'One expense',
    errors: ['not_found'],
    entity: 'Expense',
    path: { expense_id: pathId() },
    output: expense,
  }),
  'expenses.update': operation({
    method: 'PATCH',
    url: '/api/v1/expenses/{expense_id}',
    kind: 'command',
    tag: 'Expenses',
    permission: 'expenses.manage',
    summary: 'Change the fields that are sent',
    errors: ['not_found', 'shift_closed'],
    entity: 'Expense',
    path: { expense_id: pathId() },
    body: {
      category: name(100).optional(),
      description: text().optional(),
      amount: money({ gt: 0 }).optional(),
      date: instantIn().optional(),
      shift_id: z.int().nullable().optional(),
      paid_from_till: z.boolean().optional(),
    },
    output: expense,
  }),
  'expenses.delete': operation({
    method: 'DELETE',
    url: '/api/v1/expenses/{expense_id}',
    kind: 'command',
    tag: 'Expenses',
    permission: 'expenses.manage',
    summary: 'Delete an expense',
    errors: ['not_found', 'shift_closed'],
    entity: 'Expense',
    path: { expense_id: pathId() },
    output: deleted,
  }),
};
