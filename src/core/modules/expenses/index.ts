import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { createExpense, deleteExpense, getExpense, listExpenses, updateExpense } from './expenses.ts';

export const expenseHandlers: ModuleHandlers = {
  queries: { 'expenses.list': listExpenses, 'expenses.get': getExpense },
  commands: { 'expenses.create': createExpense, 'expenses.update': updateExpense, 'expenses.delete': deleteExpense },
};
