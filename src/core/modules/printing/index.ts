import type { ModuleHandlers } from '../../kernel/handlers.ts';

const pending = (): never => {
  throw new Error('this print is not there yet');
};

/** What goes to paper or to a file that looks like paper. */
export const printingHandlers: ModuleHandlers = { queries: { 'shifts.reportPdf': pending } };
