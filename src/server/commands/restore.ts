import { join, resolve } from 'node:path';
import type { Undone } from '../../contract/backups.ts';
import { restoreIntoFolder } from '../../core/modules/backups/index.ts';
import { PROGRAM_VERSION } from '../../core/version.ts';
import { dataFolder, DATA_FLAG, words } from './arguments.ts';
import type { Command } from './command.ts';

/** Puts a backup in place of a shop that nobody has open. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'FILE.db --data DIR [--yes]',
  summary: 'Put a backup in place of the shop in DIR, which becomes a backup itself',
  details: [
    'Without --yes it says what would be undone and changes nothing. Close the program that uses DIR first, or restore from its back office.',
    'DIR may be empty (a new computer) or hold a damaged database, which is kept as it is.',
  ],
  flags: { ...DATA_FLAG, yes: { type: 'boolean' } },
  run: async (args, output) => {
    const [file = ''] = words(args, 'FILE.db');
    const dir = dataFolder(args);
    const carryOut = args.flags['yes'] === true;
    const restored = await restoreIntoFolder({
      source: resolve(file),
      dataDir: dir,
      now: new Date().toISOString(),
      programVersion: PROGRAM_VERSION,
      carryOut,
    });
    const { shopName, createdAt, keepsPins, undone, safetyBackup } = restored;
    output.talk(`${file} is "${shopName}"${createdAt ? ` as it was at ${createdAt}` : ''}.`);
    if (undone) output.talk(`Undone${carryOut ? '' : ' would be'}: ${inWords(undone)}.`);
    if (!keepsPins) output.talk('No record lies beside the file, so its PINs work only if it was made in this folder.');
    if (safetyBackup) output.talk(`What was there before is ${join(dir, 'backups', safetyBackup)}.`);
    if (!carryOut) output.talk('Nothing was changed. Add --yes to restore it.');
    output.data(JSON.stringify({ restored: carryOut, shop_name: shopName, undone, safety_backup: safetyBackup }, null, 2));
    return carryOut ? 0 : 1;
  },
};

const inWords = (undone: Undone): string =>
  [
    `${undone.orders} orders`,
    `${undone.payments} payments`,
    `${undone.refunds} refunds`,
    `${undone.shifts} shifts`,
    `${undone.z_reports} Z reports`,
    `${undone.changes} rows of the audit`,
    ...(undone.revived_keys > 0 ? [`the revocation of ${undone.revived_keys} API keys`] : []),
  ].join(', ');
