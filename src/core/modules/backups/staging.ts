import { copyFileSync, existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { asDamage } from '../../database/data-folder.ts';
import { DataFolderError } from '../../database/data-folder-error.ts';
import { dataFolderPaths } from '../../database/data-folder-paths.ts';
import { Database } from '../../database/database.ts';
import { migrate, versionOf } from '../../database/migrate.ts';
import { loadMigrations } from '../../database/migrations.ts';
import { dropIncoming, incomingFile, syncFile } from '../../database/replacement.ts';
import { Refusal } from '../../kernel/errors.ts';
import { hashOf, inspectCopy } from './copying.ts';
import { asDiskFailure } from './disk-failure.ts';
import { readManifest } from './manifest.ts';

/** What is known of a database that is ready to take the place of another. */
export interface Staged {
  readonly shopName: string;
  readonly createdAt: string | null;
  /** The PINs' secret that came with it; null: none lies beside it. */
  readonly pinSecret: string | null;
}

/**
 * Makes a backup ready to take the shop's place: copies it into the data folder, brings it up to date, ends every session
 * in it and verifies it whole. Throws unsupported_file for one that is damaged, of another program or of a newer version,
 * and disk_failed; nothing is left of it then.
 */
export const stageBackup = async (order: { source: string; dataDir: string; now: string }): Promise<Staged> => {
  const paths = dataFolderPaths(order.dataDir);
  const incoming = incomingFile(paths);
  const manifest = readManifest(order.source);
  try {
    if (manifest?.sha256 != null && (await hashOf(order.source)) !== manifest.sha256) {
      throw new Refusal(
        'unsupported_file',
        `${order.source} was changed or damaged after it was made: it does not fit its record. Nothing was changed.`,
      );
    }
    inspectFirst(order.source);
    dropIncoming(paths);
    copyFileSync(order.source, incoming);
    // One that was moved aside while damaged may have its log beside it.
    if (existsSync(`${order.source}-wal`)) copyFileSync(`${order.source}-wal`, `${incoming}-wal`);
    const shopName = prepare(incoming, order.now, (database) => database.execute('DELETE FROM sessions'));
    refuseFaults(order.source, inspectCopy(incoming).faults);
    return { shopName, createdAt: manifest?.created_at ?? null, pinSecret: manifest?.pin_secret ?? null };
  } catch (error) {
    dropIncoming(paths);
    throw asRefusal(error, order.source);
  }
};

/**
 * Makes an empty shop ready to take the demo's place: the settings, one owner with their PIN, and the session in which
 * they ask for it.
 */
export const stageEmptyShop = async (order: {
  dataDir: string;
  now: string;
  ownerId: number;
  sessionId: number | null;
}): Promise<Staged> => {
  const paths = dataFolderPaths(order.dataDir);
  try {
    dropIncoming(paths);
    const kept = readKept(paths.database, order.ownerId, order.sessionId);
    const shopName = prepare(incomingFile(paths), order.now, (database) => {
      for (const [table, rows] of kept) {
        for (const row of rows) {
          const columns = Object.keys(row);
          database.execute(
            `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
            Object.values(row),
          );
        }
      }
    });
    refuseFaults('The empty shop', inspectCopy(incomingFile(paths)).faults);
    return { shopName, createdAt: null, pinSecret: null };
  } catch (error) {
    dropIncoming(paths);
    throw asRefusal(error, 'The empty shop');
  }
};

type Row = Record<string, unknown>;

const readKept = (file: string, ownerId: number, sessionId: number | null): [table: string, rows: Row[]][] => {
  const database = Database.openReader(file);
  try {
    return [
      ['settings', database.rows<Row>('SELECT * FROM settings')],
      ['staff', database.rows<Row>('SELECT * FROM staff WHERE id = ?', [ownerId])],
      ['sessions', database.rows<Row>('SELECT * FROM sessions WHERE id = ? AND staff_id = ?', [sessionId, ownerId])],
    ];
  } finally {
    database.close();
  }
};

/** Refuses what is not ours by its head, before a byte of it is copied. */
const inspectFirst = (file: string): void => {
  const raw = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    if (versionOf(raw, loadMigrations().length) === 0) {
      throw new DataFolderError('foreign_database', `${file} holds no shop.`);
    }
  } finally {
    raw.close();
  }
};

/** Opens for writing, brings up to date, changes, and closes as one plain file without a log. Answers the shop's name. */
const prepare = (file: string, now: string, change: (database: Database) => void): string => {
  const database = Database.openWriter(file);
  try {
    migrate(database, loadMigrations(), { backupFolder: null, now });
    change(database);
    const shop = database.row<{ value: string }>("SELECT value FROM settings WHERE key = 'shop_name'");
    database.raw.pragma('wal_checkpoint(TRUNCATE)');
    database.raw.pragma('journal_mode = DELETE');
    return shop ? String(JSON.parse(shop.value)) : '';
  } finally {
    database.close();
    syncFile(file);
  }
};

const refuseFaults = (what: string, faults: readonly string[]): void => {
  if (faults.length === 0) return;
  throw new Refusal(
    'unsupported_file',
    `${what} has faults, so it was not put in place: ${faults.slice(0, 3).join('; ')}. Nothing was changed.`,
  );
};

const asRefusal = (error: unknown, source: string): unknown => {
  const known = asDamage(error, source);
  if (known instanceof DataFolderError) return new Refusal('unsupported_file', known.message);
  return asDiskFailure(error, 'The copy that is to be put in place');
};
