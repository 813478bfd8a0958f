import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Undone } from '../../../contract/backups.ts';
import { lockDataFolder } from '../../database/data-folder.ts';
import { decideReplacement, dropIncoming, finishReplacement } from '../../database/replacement.ts';
import { Refusal } from '../../kernel/errors.ts';
import { backupName, freeName } from './copying.ts';
import { removeBackup } from './folder.ts';
import { writeManifest } from './manifest.ts';
import { stageBackup } from './staging.ts';
import { countUndone } from './undone.ts';

export interface RestoreOrder {
  readonly source: string;
  readonly dataDir: string;
  readonly now: string;
  readonly programVersion: string;
  /** False: everything is checked and counted, and nothing is changed. */
  readonly carryOut: boolean;
  /** Told at each step that is on disk; for tests that end the process there. */
  readonly onStep?: (step: string) => void;
}

export interface Restored {
  readonly shopName: string;
  readonly createdAt: string | null;
  readonly keepsPins: boolean;
  /** Null: there was no shop, or one too damaged to be read. */
  readonly undone: Undone | null;
  readonly safetyBackup: string | null;
}

/**
 * Restores a backup into a folder that nobody uses: also an empty one, and one whose database is damaged, which then lies
 * among the backups as it was. Throws DataFolderError (in use) and the refusals of stageBackup.
 */
export const restoreIntoFolder = async (order: RestoreOrder): Promise<Restored> => {
  if (!existsSync(order.source)) throw new Refusal('not_found', `There is no file ${order.source}.`);
  const folder = lockDataFolder(order.dataDir, { what: 'philo restore', now: order.now });
  const { paths } = folder;
  const step = order.onStep ?? (() => {});
  try {
    finishReplacement(paths);
    const staged = await stageBackup({ source: order.source, dataDir: order.dataDir, now: order.now });
    step('staged');
    const undone = await readUndone(paths.database, order.source);
    const isThere = existsSync(paths.database);
    const safety = isThere ? freeName(paths.backups, backupName(order.now, 0, 'before_restore').replace('-v0-', '-')) : null;
    const outcome = { shopName: staged.shopName, createdAt: staged.createdAt, keepsPins: staged.pinSecret !== null, undone };
    if (!order.carryOut) {
      dropIncoming(paths);
      return { ...outcome, safetyBackup: null };
    }
    const target = safety === null ? null : join(paths.backups, safety);
    if (target !== null) writeSafetyManifest(target, order, secretOf(paths.root));
    try {
      decideReplacement(paths, { old_goes_to: target, pin_secret: staged.pinSecret });
    } catch (error) {
      if (safety !== null) removeBackup(paths.backups, safety);
      throw error;
    }
    finishReplacement(paths, step);
    folder.open(order.now).database.close();
    return { ...outcome, safetyBackup: safety };
  } finally {
    folder.release();
  }
};

const readUndone = async (database: string, backup: string): Promise<Undone | null> => {
  if (!existsSync(database)) return null;
  try {
    return await countUndone({ database, backup });
  } catch {
    // Too damaged to be read, or of an older version: that is why somebody restores. It is kept as it is.
    return null;
  }
};

const secretOf = (root: string): string | null => {
  const file = join(root, 'pin.secret');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
};

const writeSafetyManifest = (target: string, order: RestoreOrder, pinSecret: string | null): void =>
  writeManifest(target, {
    format: 1,
    program: 'philo-pos',
    program_version: order.programVersion,
    schema_version: 0,
    created_at: order.now,
    reason: 'before_restore',
    shop_name: '',
    bytes: null,
    sha256: null,
    verified_at: null,
    faults: [],
    audit: null,
    pin_secret: pinSecret,
  });
