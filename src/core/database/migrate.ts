import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { Database } from './database.ts';
import { DataFolderError } from './data-folder-error.ts';
import type { Migration } from './migrations.ts';

/** Of each index, which is enough to choose by and takes no time. */
const ROWS_COUNTED = 1000;

/** Marks the file as ours: "PHIL". */
export const APPLICATION_ID = 0x5048_494c;

export interface MigrationOutcome {
  readonly from: number;
  readonly to: number;
  /** The copy made before anything was changed; null when there was nothing to lose. */
  readonly backup: string | null;
}

/**
 * Brings the database to the program's version. Each migration runs in its own transaction and is recorded with its
 * checksum in the same one. A file of another program or of a newer version is refused untouched. An existing database
 * is first copied to `backups/` (VACUUM INTO: a consistent copy of a live WAL database); null: it is a copy itself.
 */
export const migrate = (
  database: Database,
  migrations: readonly Migration[],
  options: { backupFolder: string | null; now: string },
): MigrationOutcome => {
  const { raw } = database;
  const latest = migrations.length;
  const from = versionOf(raw, latest);
  if (from > 0) checkHistory(database, migrations, from);
  if (from === latest) return { from, to: latest, backup: null };

  let backup: string | null = null;
  if (from > 0 && options.backupFolder !== null) {
    mkdirSync(options.backupFolder, { recursive: true });
    backup = join(options.backupFolder, `before-migration-${from}-to-${latest}-${options.now.replaceAll(/[:.]/g, '-')}.db`);
    raw.prepare('VACUUM INTO ?').run(backup);
  }
  for (const migration of migrations.slice(from)) apply(database, migration, options.now);
  // What SQLite knows of a table's rows must be of all its indexes or of none: a new one among counted ones misleads it badly.
  if (from > 0) raw.exec(`PRAGMA analysis_limit = ${ROWS_COUNTED}; ANALYZE; PRAGMA analysis_limit = 0`);
  return { from, to: latest, backup };
};

/**
 * The database's version, 0 for an empty file. Refuses a file of another program and one that a newer program wrote;
 * only reads, so that it can be asked before a file is opened for writing.
 */
export const versionOf = (raw: BetterSqlite3.Database, latest: number): number => {
  const version = raw.pragma('user_version', { simple: true }) as number;
  const applicationId = raw.pragma('application_id', { simple: true }) as number;
  const tables = raw.prepare("SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").pluck().get() as number;
  if (tables > 0 && applicationId !== APPLICATION_ID) {
    throw new DataFolderError(
      'foreign_database',
      `${raw.name} is a database of another program; Philo POS leaves it as it is. Choose another data folder.`,
    );
  }
  if (version > latest) {
    throw new DataFolderError(
      'newer_database',
      `${raw.name} was written by a newer Philo POS (database version ${version}, this program knows ${latest}). Install the newer program; nothing was changed.`,
    );
  }
  return version;
};

const apply = (database: Database, migration: Migration, now: string): void => {
  const { raw } = database;
  // Rebuilding a table needs foreign keys off, which SQLite allows only outside a transaction; they are checked before commit.
  raw.pragma('foreign_keys = OFF');
  raw.exec('BEGIN IMMEDIATE');
  try {
    raw.exec(migration.sql);
    raw.exec(
      'CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
    );
    raw.prepare('INSERT INTO schema_migrations VALUES (?, ?, ?, ?)').run(migration.version, migration.name, migration.checksum, now);
    const broken = raw.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`migration ${migration.name} leaves ${broken.length} broken references`);
    raw.pragma(`user_version = ${migration.version}`);
    raw.pragma(`application_id = ${APPLICATION_ID}`);
    raw.exec('COMMIT');
  } catch (error) {
    if (raw.inTransaction) raw.exec('ROLLBACK');
    throw error;
  } finally {
    raw.pragma('foreign_keys = ON');
  }
};

const checkHistory = (database: Database, migrations: readonly Migration[], version: number): void => {
  const applied = database.rows<{ version: number; checksum: string }>('SELECT version, checksum FROM schema_migrations ORDER BY version');
  for (const migration of migrations.slice(0, version)) {
    if (applied[migration.version - 1]?.checksum !== migration.checksum) {
      throw new DataFolderError(
        'different_history',
        `${database.raw.name} was made by a different build: migration ${migration.name} is not the one it was made with. Nothing was changed.`,
      );
    }
  }
};
