import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPhilo, type PhiloImportOptions, type PhiloImportSummary } from '../../core/modules/importing/index.ts';
import { currencyOf, PPM, toDecimal } from '../../domain/money.ts';
import { dataFolder, DATA_FLAG, optionalText, words } from './arguments.ts';
import type { Command } from './command.ts';
import { withShop } from './open-shop.ts';

/** Brings over the original's database. */
export const importPhiloCommand: Command = {
  name: 'import-philo',
  usage: 'FILE --data DIR [--time-zone UTC] [--dry-run]',
  summary: "Bring over the Philo backend's SQLite file into an empty folder",
  details: [
    'All or nothing. Prints JSON: counts, totals and warnings. --time-zone also becomes the setting time_zone.',
    '--dry-run does and checks everything, prints the same and keeps nothing.',
  ],
  flags: { ...DATA_FLAG, 'time-zone': { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async (args, output) => {
    const [file = ''] = words(args, 'FILE');
    const dir = dataFolder(args);
    const dryRun = args.flags['dry-run'] === true;
    const summary = await importInto(dir, { file, timeZone: optionalText(args, 'time-zone'), dryRun });
    const { orders, items } = summary.counts;
    output.talk(
      dryRun
        ? `${file} can be imported: ${orders} orders, ${items} items. Nothing was kept.`
        : `Imported ${orders} orders and ${items} items from ${file} into ${dir}.`,
    );
    if (summary.warnings.length > 0) output.talk(`${summary.warnings.length} warnings, listed in the output.`);
    output.data(JSON.stringify(asPeopleWrite(summary), null, 2));
    return 0;
  },
};

/** A refused or tried import leaves a folder that was not there, or was empty, as it was. */
const importInto = async (dir: string, options: PhiloImportOptions): Promise<PhiloImportSummary> => {
  const run = (folder: string) => withShop(folder, 'import-philo', (pos) => importPhilo(pos, options));
  const isThere = existsSync(dir);
  if (isThere && readdirSync(dir).length > 0) return run(dir);
  if (options.dryRun) {
    const trial = mkdtempSync(join(tmpdir(), 'philo-dry-run-'));
    try {
      return await run(trial);
    } finally {
      rmSync(trial, { recursive: true, force: true });
    }
  }
  try {
    return await run(dir);
  } catch (error) {
    for (const name of existsSync(dir) ? readdirSync(dir) : []) rmSync(join(dir, name), { recursive: true, force: true });
    if (!isThere) rmSync(dir, { recursive: true, force: true });
    throw error;
  }
};

/** Amounts and rates as decimal numbers, as the HTTP door writes them. */
const asPeopleWrite = (summary: PhiloImportSummary) => {
  const { decimals } = currencyOf(summary.currency);
  const { items_sold, stock, ...amounts } = summary.totals;
  return {
    ...summary,
    totals: {
      ...Object.fromEntries(Object.entries(amounts).map(([name, minor]) => [name, toDecimal(minor, decimals)])),
      items_sold,
      stock,
    },
    orders_by_status: Object.fromEntries(
      Object.entries(summary.orders_by_status).map(([status, { orders, total }]) => [
        status,
        { orders, total: toDecimal(total, decimals) },
      ]),
    ),
    tax_rates: summary.tax_rates.map(({ rate, orders }) => ({ rate: rate / PPM, orders })),
  };
};
