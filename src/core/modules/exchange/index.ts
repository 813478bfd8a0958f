import type { ImportCheck } from '../../../contract/exchange.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { recordAudit } from '../audit/index.ts';
import type { Archives } from './archives.ts';
import { writeCsv } from './csv.ts';
import { CUSTOMER_COLUMNS, customerRows, planCustomers } from './customers.ts';
import { MENU_COLUMNS, menuRows, planMenu } from './menu.ts';
import type { Plan } from './plan.ts';
import { planStock, STOCK_COLUMNS, stockRows } from './stock.ts';

export { writeArchive } from './archive-writing.ts';
export { isArchive, lookIntoArchive } from './archive-contents.ts';
export { importArchive, stageArchive } from './archive-importing.ts';
export { Archives } from './archives.ts';

const exportCsv = (ctx: QueryContext, { what, decimal }: ParsedInputOf<'exchange.export'>): Uint8Array<ArrayBuffer> =>
  ctx.db.snapshot(() => {
    if (what === 'menu') return writeCsv(MENU_COLUMNS, menuRows(ctx, decimal));
    return what === 'customers' ? writeCsv(CUSTOMER_COLUMNS, customerRows(ctx)) : writeCsv(STOCK_COLUMNS, stockRows(ctx));
  });

const planOf = (ctx: QueryContext, { what, csv, decimal }: ParsedInputOf<'exchange.check'>): Plan => {
  if (what === 'menu') return planMenu(ctx, csv, decimal);
  return what === 'customers' ? planCustomers(ctx, csv) : planStock(ctx, csv);
};

/** All rows or none: the command that this runs in is taken back with the first refusal. */
const importCsv = (ctx: CommandContext, input: ParsedInputOf<'exchange.import'>): ImportCheck => {
  const plan = planOf(ctx, input);
  const summary = plan.summary();
  if (summary.fault_count > 0) {
    const [first] = summary.faults;
    throw new Refusal(
      'bad_rows',
      `${summary.fault_count} faults, so nothing was imported. Line ${first?.line}${first?.column ? `, ${first.column}` : ''}: ${first?.reason}.`,
    );
  }
  for (const act of plan.acts) act.carryOut(ctx);
  const { rows, created, changed, unchanged } = summary;
  if (created + changed > 0)
    recordAudit(ctx, {
      entity: 'Database',
      id: null,
      action: 'import_csv',
      after: { what: input.what, rows, created, changed, unchanged },
    });
  return summary;
};

/** `archives` is null in the worker for queries, which has no part in them. */
export const exchangeHandlers = (archives: Archives | null): ModuleHandlers => ({
  queries: { 'exchange.export': exportCsv, 'exchange.check': (ctx, input) => ctx.db.snapshot(() => planOf(ctx, input).summary()) },
  commands: { 'exchange.import': importCsv },
  ...(archives
    ? {
        tasks: {
          'archive.export': (ctx) => archives.exportShop(ctx.caller),
          'archive.download': (_ctx, input) => archives.read(input.archive_name),
        },
      }
    : {}),
});
