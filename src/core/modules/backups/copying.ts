import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BackupReason } from '../../../contract/backups.ts';
import { Database } from '../../database/database.ts';
import { loadMigrations } from '../../database/migrations.ts';
import { syncFile, syncFolder } from '../../database/replacement.ts';
import { verifyDatabase } from '../verification/index.ts';
import { asDiskFailure } from './disk-failure.ts';
import { type Manifest, manifestFileOf, readManifest, writeManifest } from './manifest.ts';

const FAULTS_KEPT = 10;

/** `philo-20260302T120000Z-v2-manual.db`: sorted by name they are sorted by time. */
export const backupName = (now: string, schemaVersion: number, reason: BackupReason): string =>
  `philo-${now.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '')}-v${schemaVersion}-${reason.replaceAll('_', '-')}.db`;

/** A name that no file in the folder has yet: two in one second get a number. */
export const freeName = (folder: string, name: string): string => {
  let free = name;
  for (let number = 2; existsSync(join(folder, free)); number += 1) free = name.replace(/\.db$/, `-${number}.db`);
  return free;
};

export interface BackupOrder {
  readonly database: string;
  /** Where to; a name of our own making is used unless one is given. */
  readonly folder: string;
  readonly name?: string;
  readonly reason: BackupReason;
  readonly now: string;
  readonly programVersion: string;
  readonly pinSecret: string | null;
  /** Copied here too; empty: nowhere. */
  readonly secondFolder: string;
}

export interface BackupMade {
  readonly name: string;
  readonly manifest: Manifest;
  /** Why the second folder has no copy; null: it has, or none was asked for. */
  readonly secondFolderFailure: string | null;
}

/**
 * Makes a consistent copy of a database that is in use, from a read-only connection of its own, and verifies the copy. It
 * gets its name only when it is whole and on disk; whatever goes wrong before leaves nothing. Throws disk_failed. Slow:
 * belongs into a thread of its own.
 */
export const makeBackup = async (order: BackupOrder): Promise<BackupMade> => {
  const { folder } = order;
  let partial: string | null = null;
  try {
    mkdirSync(folder, { recursive: true });
    partial = join(folder, `.${process.pid}-${Date.parse(order.now)}.partial`);
    rmSync(partial, { force: true });
    const facts = copyOnline(order.database, partial);
    chmodSync(partial, 0o600);
    syncFile(partial);
    const found = inspectCopy(partial);
    const name = freeName(folder, order.name ?? backupName(order.now, facts.schemaVersion, order.reason));
    const file = join(folder, name);
    const manifest: Manifest = {
      format: 1,
      program: 'philo-pos',
      program_version: order.programVersion,
      schema_version: facts.schemaVersion,
      created_at: order.now,
      reason: order.reason,
      shop_name: facts.shopName,
      bytes: statSync(partial).size,
      sha256: await hashOf(partial),
      verified_at: order.now,
      faults: found.faults,
      audit: found.audit,
      pin_secret: order.pinSecret,
    };
    writeManifest(file, manifest);
    renameSync(partial, file);
    syncFolder(folder);
    return { name, manifest, secondFolderFailure: copyToSecondFolder(file, order.secondFolder) };
  } catch (error) {
    if (partial !== null) rmSync(partial, { force: true });
    throw asDiskFailure(error, 'The backup');
  }
};

/** VACUUM INTO reads one state of the database, however long it takes; the till goes on writing to its log. */
const copyOnline = (database: string, target: string) => {
  const source = Database.openReader(database);
  try {
    const shop = source.row<{ value: string }>("SELECT value FROM settings WHERE key = 'shop_name'");
    // The connection cannot write its own file anyway; the copy needs this lifted.
    source.raw.pragma('query_only = OFF');
    source.raw.prepare('VACUUM INTO ?').run(target);
    return {
      schemaVersion: source.raw.pragma('user_version', { simple: true }) as number,
      shopName: shop ? String(JSON.parse(shop.value)) : '',
    };
  } finally {
    source.close();
  }
};

/** Verifies a copy: every check that `philo verify` makes. */
export const inspectCopy = (file: string): { faults: string[]; audit: Manifest['audit'] } =>
  withCopy(file, (copy) => {
    const report = verifyDatabase(copy);
    const faults = report.checks.flatMap((check) => check.faults.map((fault) => `${check.name}: ${fault}`));
    return { faults: faults.slice(0, FAULTS_KEPT), audit: { ...report.audit } };
  });

/** Reads a copy and leaves nothing beside it: one that was moved aside may make SQLite's own files when it is opened. */
export const withCopy = <T>(file: string, read: (copy: Database) => T): T => {
  const had = existsSync(`${file}-wal`);
  const copy = Database.openReader(file);
  try {
    return read(copy);
  } finally {
    copy.close();
    if (!had) for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  }
};

export const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

/** A stick that is not there now fails nothing: the backup itself is made, and this says why the second one is not. */
const copyToSecondFolder = (file: string, folder: string): string | null => {
  if (folder === '') return null;
  if (!existsSync(folder)) return `The second folder ${folder} is not there, so the backup was not copied to it.`;
  const target = join(folder, basename(file));
  const partial = `${target}.partial`;
  try {
    copyFileSync(file, partial);
    syncFile(partial);
    copyFileSync(manifestFileOf(file), manifestFileOf(target));
    renameSync(partial, target);
    syncFolder(dirname(target));
    return null;
  } catch (error) {
    rmSync(partial, { force: true });
    return `The copy in the second folder ${folder} could not be written: ${(error as Error).message}`;
  }
};

/** Verifies a backup again: its hash first, then all that is in it; what was found is kept beside it. */
export const verifyBackup = async (order: { folder: string; name: string; now: string; programVersion: string }): Promise<Manifest> => {
  const file = join(order.folder, order.name);
  const before = readManifest(file);
  const sha256 = await hashOf(file);
  const changed = before?.sha256 != null && before.sha256 !== sha256;
  const found = readFile(file);
  const manifest: Manifest = {
    format: 1,
    program: 'philo-pos',
    program_version: before?.program_version ?? order.programVersion,
    schema_version: found.schemaVersion,
    created_at: before?.created_at ?? statSync(file).mtime.toISOString(),
    reason: before?.reason ?? reasonOf(order.name),
    shop_name: found.shopName,
    bytes: statSync(file).size,
    // A file that was changed keeps the record that it does not fit.
    sha256: changed ? (before?.sha256 ?? sha256) : sha256,
    verified_at: order.now,
    faults: [...(changed ? ['the file was changed after it was made: it does not fit its hash'] : []), ...found.faults].slice(
      0,
      FAULTS_KEPT,
    ),
    audit: found.audit,
    pin_secret: before?.pin_secret ?? null,
  };
  writeManifest(file, manifest);
  return manifest;
};

/** The reason that a file's name tells, where nothing stands beside it. */
export const reasonOf = (name: string): BackupReason => (name.startsWith('before-migration-') ? 'before_migration' : 'unknown');

const readFile = (file: string) => {
  try {
    return withCopy(file, (copy) => {
      const shop = copy.row<{ value: string }>("SELECT value FROM settings WHERE key = 'shop_name'");
      return {
        schemaVersion: copy.raw.pragma('user_version', { simple: true }) as number,
        shopName: shop ? String(JSON.parse(shop.value)) : '',
        ...inspectOld(copy, file),
      };
    });
  } catch (error) {
    return { schemaVersion: 0, shopName: '', faults: [`cannot be read: ${(error as Error).message}`], audit: null };
  }
};

/** Of an older version only what holds for every version is checked; the rest when it is restored and brought up to date. */
const inspectOld = (copy: Database, file: string): { faults: string[]; audit: Manifest['audit'] } => {
  if (copy.raw.pragma('user_version', { simple: true }) === loadMigrations().length) return inspectCopy(file);
  const check = copy.raw.pragma('integrity_check(10)') as { integrity_check: string }[];
  const broken = copy.raw.pragma('foreign_key_check') as unknown[];
  const faults = check.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  return { faults: broken.length > 0 ? [...faults, `${broken.length} broken references`] : faults, audit: null };
};
