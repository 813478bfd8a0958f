import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { listBackups, makeBackup } from '../../core/modules/backups/index.ts';
import { dataFolderPaths } from '../../core/database/data-folder-paths.ts';
import { readSettings } from '../../core/modules/settings/index.ts';
import { PROGRAM_VERSION } from '../../core/version.ts';
import { dataFolder, DATA_FLAG, optionalText, words } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { withReader } from './open-shop.ts';

/** Makes a backup, also beside a running server. */
export const backupCommand: Command = {
  name: 'backup',
  usage: '--data DIR [--to FILE.db]',
  summary: 'Copy the shop as it is at this moment and verify the copy',
  details: [
    'Works beside a running server. Without --to it lies among the backups of the data folder and, if one is set, in the second folder.',
    'FILE.json beside it holds what makes PINs work on another computer: keep both, and as safe as the shop itself.',
  ],
  flags: { ...DATA_FLAG, to: { type: 'string' } },
  run: async (args, output) => {
    words(args);
    const paths = dataFolderPaths(dataFolder(args));
    const to = optionalText(args, 'to');
    if (to !== undefined && !to.endsWith('.db')) throw new UsageError(`--to is "${to}", but the file's name should end in .db`);
    if (to !== undefined && existsSync(to)) throw new UsageError(`--to is "${to}", which is there already`);
    const settings = await withReader(paths.root, readSettings);
    const { name, manifest, secondFolderFailure } = await makeBackup({
      database: paths.database,
      folder: to === undefined ? paths.backups : dirname(resolve(to)),
      ...(to === undefined ? {} : { name: basename(to) }),
      reason: 'manual',
      now: new Date().toISOString(),
      programVersion: PROGRAM_VERSION,
      pinSecret: secretIn(paths.root),
      secondFolder: to === undefined ? settings.backup_second_folder : '',
    });
    const file = join(to === undefined ? paths.backups : dirname(resolve(to)), name);
    if (secondFolderFailure !== null) output.talk(secondFolderFailure);
    output.talk(
      manifest.faults.length === 0 ? `Made ${file} and found no faults in it.` : `Made ${file}, but it has faults: ${manifest.faults[0]}`,
    );
    output.data(JSON.stringify({ file, bytes: manifest.bytes, sha256: manifest.sha256, faults: manifest.faults }, null, 2));
    return manifest.faults.length === 0 && secondFolderFailure === null ? 0 : 1;
  },
};

const secretIn = (root: string): string | null => {
  const file = join(root, 'pin.secret');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
};

/** Lists the backups of a folder. */
export const backupsCommand: Command = {
  name: 'backups',
  usage: '--data DIR',
  summary: 'List the backups as JSON, newest first',
  flags: DATA_FLAG,
  run: async (args, output) => {
    words(args);
    const paths = dataFolderPaths(dataFolder(args));
    const found = listBackups(paths.backups, '');
    output.talk(found.length === 0 ? `There are no backups in ${paths.backups}.` : `${found.length} in ${paths.backups}`);
    output.data(
      JSON.stringify(
        found.map(({ in_second_folder: _, ...backup }) => backup),
        null,
        2,
      ),
    );
    return 0;
  },
};
