import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { createExpense, deleteExpense, getExpense, updateExpense } from './expenses.ts';
import { expenseCategories, listExpenses } from './listing.ts';

export { listExpenses } from './listing.ts';

export const expenseHandlers: ModuleHandlers = {
  queries: { 'expenses.list': listExpenses, 'expenses.get': getExpense, 'expenses.categories': expenseCategories },
  commands: { 'expenses.create': createExpense, 'expenses.update': updateExpense, 'expenses.delete': deleteExpense },
};
