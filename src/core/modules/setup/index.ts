import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { isArchive, lookIntoArchive } from '../exchange/index.ts';
import { importPhilo, type ImportingShop } from '../importing/index.ts';
import { refuseSetUp } from '../staff/index.ts';
import { becomeArchive } from './archive.ts';
import { type Prepared, prepareSetup, runSetup, type SetupParts } from './run.ts';

export { Uploads } from './uploads.ts';

const WARNINGS_TOLD = 20;

/** The first run. `shop` tries an import out and takes it back. */
export const setupHandlers = (parts: SetupParts & { readonly shop: ImportingShop }): ModuleHandlers => ({
  queries: {
    'setup.upload': (ctx, piece) => {
      refuseSetUp(ctx);
      return parts.uploads.add(piece);
    },
    'setup.inspect': async (ctx, { upload_id: id, currency, time_zone: timeZone }) => {
      refuseSetUp(ctx);
      const file = parts.uploads.file(id);
      if (isArchive(file)) {
        const found = await lookIntoArchive(file);
        return { kind: 'archive', ...found, first_order_at: null, last_order_at: null, warnings: [], warning_count: 0 };
      }
      const found = await importPhilo(parts.shop, { file, currency, timeZone, dryRun: true });
      return {
        kind: 'philo',
        shop_name: null,
        owner: null,
        categories: found.counts.categories,
        items: found.counts.items,
        customers: found.counts.customers,
        orders: found.counts.orders,
        first_order_at: found.first_order_at,
        last_order_at: found.last_order_at,
        warnings: found.warnings.slice(0, WARNINGS_TOLD),
        warning_count: found.warnings.length,
      };
    },
  },
  tasks: { 'setup.importArchive': (ctx, input) => becomeArchive(ctx, input, parts) },
  preparations: { 'setup.run': (ctx, input) => prepareSetup(ctx, input, parts) },
  commands: { 'setup.run': (ctx, input, prepared) => runSetup(ctx, input, prepared as Prepared, parts) },
});
