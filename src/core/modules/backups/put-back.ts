import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataFolder } from '../../database/data-folder.ts';
import { decideReplacement, dropIncoming, finishReplacement, incomingFile } from '../../database/replacement.ts';
import { Refusal } from '../../kernel/errors.ts';
import { backupName, freeName, hashOf } from './copying.ts';
import { removeBackup } from './folder.ts';
import { readManifest, writeManifest } from './manifest.ts';

/**
 * Puts the backup of before an update in the shop's place byte by byte, without bringing it up to date: for going back to
 * the program that wrote it, when the new one does not start. What was there becomes a backup, whose name it answers
 * (null: there was nothing). Nobody may have the folder open. Throws not_found, unsupported_file, DataFolderError (in use).
 */
export const putBackUnchanged = async (order: { dataDir: string; name: string; now: string; version: string }): Promise<string | null> => {
  const folder = lockDataFolder(order.dataDir, { what: 'Philo POS, putting a backup back', now: order.now });
  const { paths } = folder;
  try {
    finishReplacement(paths);
    const source = join(paths.backups, order.name);
    if (!existsSync(source)) throw new Refusal('not_found', `There is no backup ${order.name}.`);
    const manifest = readManifest(source);
    if (manifest?.sha256 == null || (await hashOf(source)) !== manifest.sha256) {
      throw new Refusal('unsupported_file', `${order.name} was changed or damaged after it was made. Nothing was changed.`);
    }
    const safety = existsSync(paths.database)
      ? freeName(paths.backups, backupName(order.now, 0, 'before_restore').replace('-v0-', '-'))
      : null;
    try {
      copyFileSync(source, incomingFile(paths));
      if (safety !== null) {
        const secret = join(paths.root, 'pin.secret');
        writeManifest(join(paths.backups, safety), {
          ...manifest,
          program_version: order.version,
          schema_version: 0,
          created_at: order.now,
          reason: 'before_restore',
          bytes: null,
          sha256: null,
          verified_at: null,
          faults: [],
          audit: null,
          pin_secret: existsSync(secret) ? readFileSync(secret, 'utf8').trim() : null,
        });
      }
      decideReplacement(paths, { old_goes_to: safety === null ? null : join(paths.backups, safety), pin_secret: manifest.pin_secret });
    } catch (error) {
      if (safety !== null) removeBackup(paths.backups, safety);
      dropIncoming(paths);
      throw error;
    }
    finishReplacement(paths);
    return safety;
  } finally {
    folder.release();
  }
};
