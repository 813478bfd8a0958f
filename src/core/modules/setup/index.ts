import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { importPhilo, type ImportingShop } from '../importing/index.ts';
import { refuseSetUp } from '../staff/index.ts';
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
      const found = await importPhilo(parts.shop, { file: parts.uploads.file(id), currency, timeZone, dryRun: true });
      return {
        kind: 'philo',
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
  preparations: { 'setup.run': (ctx, input) => prepareSetup(ctx, input, parts) },
  commands: { 'setup.run': (ctx, input, prepared) => runSetup(ctx, input, prepared as Prepared, parts) },
});
