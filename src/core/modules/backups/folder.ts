import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Backup } from '../../../contract/backups.ts';
import { Refusal } from '../../kernel/errors.ts';
import { reasonOf } from './copying.ts';
import { manifestFileOf, readManifest } from './manifest.ts';

/** The backups in a folder, newest first. */
export const listBackups = (folder: string, secondFolder: string): Backup[] =>
  (isFolder(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.db') && !name.startsWith('.'))
    .map((name) => describeBackup(folder, name, secondFolder))
    .sort((a, b) => b.created_at.localeCompare(a.created_at) || b.name.localeCompare(a.name));

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** One backup, by its file and what stands beside it. Throws not_found. */
export const describeBackup = (folder: string, name: string, secondFolder: string): Backup => {
  const file = join(folder, name);
  if (!existsSync(file)) throw new Refusal('not_found', `There is no backup ${name}.`);
  const manifest = readManifest(file);
  const { size, mtime } = statSync(file);
  const faults = manifest?.faults ?? [];
  const isAsMade = manifest?.bytes == null || manifest.bytes === size;
  return {
    name,
    created_at: manifest?.created_at ?? mtime.toISOString(),
    reason: manifest?.reason ?? reasonOf(name),
    bytes: size,
    schema_version: manifest?.schema_version ?? versionIn(file),
    state: faults.length > 0 || !isAsMade ? 'damaged' : manifest?.verified_at != null ? 'verified' : 'unverified',
    verified_at: manifest?.verified_at ?? null,
    faults: isAsMade ? faults : [...faults, 'the file was changed after it was made: it has another size'],
    in_second_folder: secondFolder !== '' && existsSync(join(secondFolder, name)),
    keeps_pins: manifest?.pin_secret != null,
  };
};

/** Removes a backup and what stands beside it. */
export const removeBackup = (folder: string, name: string): void => {
  const file = join(folder, name);
  rmSync(file, { force: true });
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  rmSync(manifestFileOf(file), { force: true });
};

/** What a killed program was writing; what another one writes at this moment stays. */
export const removePartials = (folder: string): void => {
  for (const name of isFolder(folder) ? readdirSync(folder) : []) {
    const [, pid] = /^\.(\d+)-.*\.partial/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
};

const isRunning = (pid: number): boolean => {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const versionIn = (file: string): number | null => {
  try {
    const raw = new BetterSqlite3(file, { readonly: true });
    try {
      return raw.pragma('user_version', { simple: true }) as number;
    } finally {
      raw.close();
    }
  } catch {
    return null;
  }
};
