import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { DataFolderError } from './data-folder-error.ts';
import { type DataFolderPaths, dataFolderPaths } from './data-folder-paths.ts';
import { Database } from './database.ts';
import { migrate, type MigrationOutcome, versionOf } from './migrate.ts';
import { loadMigrations } from './migrations.ts';
import { finishReplacement } from './replacement.ts';
import { takeWriterLock } from './writer-lock.ts';

export interface OpenedDatabase {
  readonly database: Database;
  readonly isNew: boolean;
  readonly migration: MigrationOutcome;
}

/** A data folder that this process alone may write to. */
export interface LockedFolder {
  readonly paths: DataFolderPaths;
  /**
   * Opens the database: finishes a replacement that was under way, refuses a lost, foreign, damaged or newer database
   * with a DataFolderError, and brings the rest up to date. Nothing is ever replaced by an empty database.
   */
  open(now: string): OpenedDatabase;
  release(): void;
}

/** Takes the folder's lock. Throws DataFolderError. */
export const lockDataFolder = (folder: string, options: { what: string; now: string }): LockedFolder => {
  const paths = dataFolderPaths(folder);
  try {
    for (const path of [paths.root, paths.backups, paths.logs, paths.exports]) mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new DataFolderError('unusable_folder', `${paths.root} cannot be used as a data folder: ${(error as Error).message}`);
  }
  const lock = takeWriterLock(paths.root, options.what, options.now);
  return {
    paths,
    open: (now) => {
      finishReplacement(paths);
      return openLocked(paths, now);
    },
    release: () => lock.release(),
  };
};

const openLocked = (paths: DataFolderPaths, now: string): OpenedDatabase => {
  const isNew = !existsSync(paths.database);
  if (isNew && existsSync(paths.marker)) {
    throw new DataFolderError(
      'missing_database',
      `${paths.database} is missing, but this folder had one. Put it back or restore a copy from ${paths.backups}; to start a new shop, use an empty folder.`,
    );
  }
  const migrations = loadMigrations();
  let database: Database | undefined;
  try {
    if (!isNew) inspect(paths.database, migrations.length);
    const opened = Database.openWriter(paths.database);
    database = opened;
    const migration = migrate(opened, migrations, { backupFolder: paths.backups, now });
    if (isNew || !existsSync(paths.marker)) {
      writeFileSync(paths.marker, `${JSON.stringify({ program: 'philo-pos', created_at: now })}\n`);
    }
    return { database: opened, isNew, migration };
  } catch (error) {
    database?.close();
    throw asDamage(error, paths.database);
  }
};

/** A small file is checked whole at every start; a large one by `philo verify` and with every backup. */
const CHECKED_AT_START_BYTES = 32 * 1024 * 1024;

/** Looks at an existing file before it is opened for writing, so that one that is not ours is not touched at all. */
const inspect = (file: string, latest: number): void => {
  const raw = new BetterSqlite3(file, { readonly: true });
  try {
    versionOf(raw, latest);
    if (statSync(file).size > CHECKED_AT_START_BYTES) return;
    const check = raw.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') throw new DataFolderError('damaged', damaged(file, String(check)));
  } finally {
    raw.close();
  }
};

const damaged = (file: string, why: string): string =>
  `${file} is damaged (${why}). Nothing was changed. Restore the newest copy from the backups folder beside it.`;

/** SQLite's word that a file is no sound database, in ours. */
export const asDamage = (error: unknown, file: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') ? new DataFolderError('damaged', damaged(file, code)) : error;
};

/** A read-only connection to an existing folder, beside whoever is writing. */
export const openDataFolderReader = (folder: string): Database => {
  const paths = dataFolderPaths(folder);
  if (!existsSync(paths.database)) {
    throw new DataFolderError(
      'no_database',
      `${paths.root} holds no Philo POS database. Check --data, or make one with: philo seed --data ${folder}`,
    );
  }
  try {
    const database = Database.openReader(paths.database);
    database.raw.prepare('SELECT count(*) FROM sqlite_master').get();
    return database;
  } catch (error) {
    throw asDamage(error, paths.database);
  }
};
