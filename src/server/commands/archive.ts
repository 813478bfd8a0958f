import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { dataFolderPaths } from '../../core/database/data-folder-paths.ts';
import { importArchive, writeArchive } from '../../core/modules/exchange/index.ts';
import { PROGRAM_VERSION } from '../../core/version.ts';
import { dataFolder, DATA_FLAG, optionalText, words } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { withReader } from './open-shop.ts';

/** Writes the whole shop as an open archive. */
export const exportShopCommand: Command = {
  name: 'export-shop',
  usage: 'FILE.zip --data DIR',
  summary: 'Write the whole shop as an open, documented archive',
  details: ['Works beside a running server. The archive holds customers and sales, but no PINs and no API keys (docs/archive-format.md).'],
  flags: DATA_FLAG,
  run: async (args, output) => {
    const [file = ''] = words(args, 'FILE.zip');
    if (existsSync(file)) throw new UsageError(`${file} is there already`);
    const paths = dataFolderPaths(dataFolder(args));
    await withReader(paths.root, () => null);
    const { bytes, rows, manifest } = await writeArchive({
      database: paths.database,
      file: resolve(file),
      now: new Date().toISOString(),
      programVersion: PROGRAM_VERSION,
    });
    output.talk(`Wrote ${rows} rows of ${manifest.parts.length} tables to ${file}.`);
    output.data(
      JSON.stringify({ file, bytes, rows, tables: Object.fromEntries(manifest.parts.map((part) => [part.table, part.rows])) }, null, 2),
    );
    return 0;
  },
};

/** Makes a shop from an archive. */
export const importShopCommand: Command = {
  name: 'import-shop',
  usage: 'FILE.zip --data DIR [--owner-pin PIN]',
  summary: 'Make a shop in an empty folder from an archive of export-shop',
  details: ['All or nothing. Archives hold no PINs: the owner gets the one given, or a new one that is told once on standard error.'],
  flags: { ...DATA_FLAG, 'owner-pin': { type: 'string' } },
  run: async (args, output) => {
    const [file = ''] = words(args, 'FILE.zip');
    const given = optionalText(args, 'owner-pin');
    if (given !== undefined && !/^\d{4,8}$/.test(given)) throw new UsageError('--owner-pin should be 4 to 8 digits');
    const ownerPin = given ?? String(randomInt(100_000, 1_000_000));
    const imported = await importArchive({
      file: resolve(file),
      dataDir: resolve(dataFolder(args)),
      now: new Date().toISOString(),
      ownerPin,
      onProgress: (done, all) => output.progress(`${done} of ${all} rows`),
    });
    output.talk(`Imported "${imported.shopName}": ${imported.rows} rows.`);
    if (imported.owner !== null && given === undefined)
      output.talk(`The PIN of ${imported.owner} is ${ownerPin}. Change it soon; it is not told again.`);
    output.talk('Everybody else needs a new PIN, and every integrator a new API key.');
    output.data(JSON.stringify({ shop_name: imported.shopName, rows: imported.rows, owner: imported.owner }, null, 2));
    return 0;
  },
};
