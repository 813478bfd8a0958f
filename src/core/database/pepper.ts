import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderError } from './data-folder-error.ts';

/**
 * The installation's own secret for PINs, in a file beside the database that only its user may read. Copy it with the
 * database when moving to another PC; without it every PIN has to be set anew.
 */
export const installationPepper = (folder: string): string => {
  const file = join(folder, 'pin.secret');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  const pepper = readFileSync(file, 'utf8').trim();
  if (pepper.length < 32)
    throw new DataFolderError('damaged', `${file} is damaged. Put it back from a copy of this data folder; without it no PIN fits.`);
  return pepper;
};
