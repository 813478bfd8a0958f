import { existsSync } from 'node:fs';
import { openPos, type Pos } from '../../core/app.ts';
import { openDataFolderReader } from '../../core/database/data-folder.ts';
import { DataFolderError } from '../../core/database/data-folder-error.ts';
import type { Database } from '../../core/database/database.ts';
import { APPLICATION_ID } from '../../core/database/migrate.ts';
import { loadMigrations } from '../../core/database/migrations.ts';
import type { Log } from '../../core/kernel/log.ts';
import { EnvironmentError, settingsFromEnvironment } from '../../core/modules/settings/index.ts';

/** Reads `.env` of the working folder, as the original does; what the environment already has wins. */
const loadEnvironment = (): NodeJS.ProcessEnv => {
  if (existsSync('.env')) {
    try {
      process.loadEnvFile('.env');
    } catch (error) {
      throw new EnvironmentError(`.env cannot be read: ${(error as Error).message}`);
    }
  }
  return process.env;
};

/** Opens a shop for a command that may change it. `command` is told to whoever finds the folder in use. */
export const openShop = (dataDir: string, command: string, options: { log?: Log; inlineWorker?: boolean } = {}): Promise<Pos> =>
  openPos({ dataDir, what: `philo ${command}`, environment: settingsFromEnvironment(loadEnvironment()), ...options });

/** Opens a shop, runs, and closes it again whatever happens. */
export const withShop = async <T>(dataDir: string, command: string, run: (pos: Pos) => Promise<T>): Promise<T> => {
  const pos = await openShop(dataDir, command, { inlineWorker: true });
  try {
    return await run(pos);
  } finally {
    await pos.close();
  }
};

/** Runs on a read-only connection, beside a server that holds the folder. The database must be of this program's version. */
export const withReader = async <T>(dataDir: string, run: (db: Database) => T): Promise<T> => {
  const db = openDataFolderReader(dataDir);
  try {
    refuseOtherVersion(db, dataDir);
    return run(db);
  } finally {
    db.close();
  }
};

const refuseOtherVersion = (db: Database, dataDir: string): void => {
  const file = db.raw.name;
  if (db.raw.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new DataFolderError('foreign_database', `${file} is a database of another program.`);
  }
  const version = db.raw.pragma('user_version', { simple: true }) as number;
  const known = loadMigrations().length;
  if (version > known) {
    throw new DataFolderError(
      'newer_database',
      `${file} was written by a newer Philo POS (database version ${version}, this program knows ${known}). Install the newer program.`,
    );
  }
  if (version < known) {
    throw new DataFolderError(
      'different_history',
      `${file} has database version ${version}, this program has ${known}. Bring it up to date first: philo serve --data ${dataDir}`,
    );
  }
};
