import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lockDataFolder } from '../../database/data-folder.ts';
import { dataFolderPaths } from '../../database/data-folder-paths.ts';
import { Database } from '../../database/database.ts';
import { migrate } from '../../database/migrate.ts';
import { loadMigrations } from '../../database/migrations.ts';
import { installationPepper } from '../../database/pepper.ts';
import { decideReplacement, dropIncoming, incomingFile } from '../../database/replacement.ts';
import { Refusal } from '../../kernel/errors.ts';
import { hashPin } from '../staff/index.ts';
import { asDiskFailure, inspectCopy } from '../backups/index.ts';
import { type ArchiveManifest, archivedTables, type Column, columnsOf } from './archive-format.ts';
import { type OpenArchive, openArchive, refuseArchive } from './archive-reading.ts';

const ROWS_A_COMMIT = 20_000;

export interface ImportOrder {
  readonly file: string;
  readonly dataDir: string;
  readonly now: string;
  /** The new PIN of the first owner: PINs do not travel in archives. */
  readonly ownerPin: string;
  readonly onProgress?: (rows: number, of: number) => void;
}

export interface ShopImported {
  readonly shopName: string;
  readonly rows: number;
  /** Who can sign in with the new PIN; null: the shop has no owner, the first person to come becomes it. */
  readonly owner: string | null;
}

export interface StageOrder {
  readonly file: string;
  readonly dataDir: string;
  readonly now: string;
  readonly pinHash: string;
  readonly onProgress?: ((rows: number, of: number) => void) | undefined;
}

export interface StagedShop {
  readonly shopName: string;
  readonly rows: number;
  /** Who has the new PIN; null: the shop has no owner. */
  readonly owner: { readonly id: number; readonly name: string } | null;
}

/**
 * Makes the shop of an archive ready to take the place of the one in the folder: read, verified and brought up to date. Throws
 * unsupported_file and disk_failed; nothing is left of it then.
 */
export const stageArchive = async (order: StageOrder): Promise<StagedShop> => {
  const paths = dataFolderPaths(order.dataDir);
  const archive = await openArchive(order.file);
  try {
    const { manifest } = archive;
    const migrations = loadMigrations();
    if (manifest.schema_version > migrations.length) {
      throw refuseArchive(
        `a newer Philo POS wrote it (version ${manifest.schema_version} of the database, this program knows ${migrations.length})`,
      );
    }
    const incoming = incomingFile(paths);
    dropIncoming(paths);
    const owner = await fill(incoming, archive, { order, migrations });
    const { faults } = inspectCopy(incoming);
    if (faults.length > 0) throw refuseArchive(`it has faults: ${faults.slice(0, 3).join('; ')}`);
    return { shopName: manifest.shop_name, rows: manifest.parts.reduce((sum, part) => sum + part.rows, 0), owner };
  } catch (error) {
    dropIncoming(paths);
    throw asDiskFailure(error, 'The imported shop');
  } finally {
    archive.close();
  }
};

/**
 * Makes a shop from an archive in an empty folder. Everything is read and verified before it becomes the shop; whatever
 * is wrong leaves the folder as it was. Throws unsupported_file, already_imported, disk_failed.
 */
export const importArchive = async (order: ImportOrder): Promise<ShopImported> => {
  if (!existsSync(order.file)) throw new Refusal('not_found', `There is no file ${order.file}.`);
  const wasThere = existsSync(order.dataDir);
  if (wasThere && readdirSync(order.dataDir).length > 0)
    throw new Refusal('already_imported', `${order.dataDir} is not empty. An archive is imported into an empty folder only.`);
  try {
    return await importInto(order);
  } catch (error) {
    for (const name of existsSync(order.dataDir) ? readdirSync(order.dataDir) : [])
      rmSync(join(order.dataDir, name), { recursive: true, force: true });
    if (!wasThere) rmSync(order.dataDir, { recursive: true, force: true });
    throw asDiskFailure(error, 'The imported shop');
  }
};

const importInto = async ({ file, dataDir, now, ownerPin, onProgress }: ImportOrder): Promise<ShopImported> => {
  const folder = lockDataFolder(dataDir, { what: 'philo import-shop', now });
  try {
    const pinHash = await hashPin(ownerPin, installationPepper(dataDir));
    const { shopName, rows, owner } = await stageArchive({ file, dataDir, now, pinHash, onProgress });
    decideReplacement(folder.paths, { old_goes_to: null, pin_secret: null });
    folder.open(now).database.close();
    return { shopName, rows, owner: owner?.name ?? null };
  } finally {
    folder.release();
  }
};

/** Fills a new database of the archive's own version, then brings it up to date. Answers the owner. */
const fill = async (
  file: string,
  archive: OpenArchive,
  how: { order: StageOrder; migrations: ReturnType<typeof loadMigrations> },
): Promise<StagedShop['owner']> => {
  const { manifest } = archive;
  const { order, migrations } = how;
  const database = Database.openWriter(file);
  try {
    migrate(database, migrations.slice(0, manifest.schema_version), { backupFolder: null, now: order.now });
    const tables = archivedTables(database);
    for (const table of tables)
      if (!manifest.parts.some((part) => part.table === table)) throw refuseArchive(`the table ${table} is missing`);
    for (const { table } of manifest.parts) if (!tables.includes(table)) throw refuseArchive(`there is no table ${table}`);
    // Nothing is on its way to a customer here; the file is synced whole before it is put in place.
    database.raw.pragma('synchronous = OFF');
    database.raw.pragma('foreign_keys = OFF');
    const triggers = database.rows<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
    for (const { name } of triggers) database.raw.exec(`DROP TRIGGER "${name}"`);
    await fillTables(database, archive, order);
    for (const { sql } of triggers) database.raw.exec(sql);
    setLastIds(database, manifest);
    database.raw.pragma('foreign_keys = ON');
    migrate(database, migrations, { backupFolder: null, now: order.now });
    const owner = database.row<{ id: number; name: string }>(
      "SELECT id, name FROM staff WHERE role = 'owner' AND is_active = 1 ORDER BY id",
    );
    if (owner) database.execute('UPDATE staff SET pin_hash = ? WHERE id = ?', [order.pinHash, owner.id]);
    database.raw.pragma('wal_checkpoint(TRUNCATE)');
    database.raw.pragma('journal_mode = DELETE');
    return owner ?? null;
  } finally {
    database.close();
  }
};

const fillTables = async (database: Database, archive: OpenArchive, order: StageOrder): Promise<void> => {
  const { parts } = archive.manifest;
  const all = parts.reduce((sum, part) => sum + part.rows, 0);
  let done = 0;
  for (const part of parts) {
    const columns = columnsOf(database, part.table);
    const shape = shapeOf(columns);
    const names = columns.map((column) => `"${column.name}"`).join(', ');
    const insert = database.raw.prepare(`INSERT INTO "${part.table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
    database.raw.exec('BEGIN');
    // What the migrations put there is in the archive too, as the shop has it.
    database.raw.exec(`DELETE FROM "${part.table}"`);
    let line = 0;
    for await (const text of archive.lines(part)) {
      line += 1;
      const row = readRow(shape, text, `${part.name}, row ${line}`);
      insertRow(insert, columns, row, `${part.name}, row ${line}`);
      done += 1;
      if (done % ROWS_A_COMMIT !== 0) continue;
      database.raw.exec('COMMIT; BEGIN');
      order.onProgress?.(done, all);
    }
    database.raw.exec('COMMIT');
  }
};

type RowShape = z.ZodType<Record<string, unknown>>;

/** Exactly the table's columns, each of its type; the table's own CHECKs see to the rest. */
const shapeOf = (columns: readonly Column[]): RowShape =>
  z.strictObject(
    Object.fromEntries(
      columns.map((column) => {
        const value =
          column.type === 'INTEGER' ? z.int() : column.type === 'REAL' ? z.number() : column.type === 'BLOB' ? z.base64() : z.string();
        return [column.name, column.notnull === 1 || column.pk > 0 ? value : value.nullable()];
      }),
    ),
  );

const readRow = (shape: RowShape, text: string, where: string): Record<string, unknown> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuseArchive(`${where} is not JSON`);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refuseArchive(`${where} is wrong${issue?.path.length ? ` at ${issue.path.join('.')}` : ''}: ${issue?.message}`);
};

const insertRow = (
  insert: { run(...values: unknown[]): unknown },
  columns: readonly Column[],
  row: Record<string, unknown>,
  where: string,
) => {
  try {
    insert.run(
      ...columns.map(({ name, type }) => (type === 'BLOB' && typeof row[name] === 'string' ? Buffer.from(row[name], 'base64') : row[name])),
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_CONSTRAINT')) throw error;
    throw refuseArchive(`${where} breaks a rule of its table (${(error as Error).message})`);
  }
};

const setLastIds = (database: Database, manifest: ArchiveManifest): void => {
  const tables = new Set(archivedTables(database));
  database.raw.exec('DELETE FROM sqlite_sequence');
  const insert = database.raw.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)');
  for (const [table, last] of Object.entries(manifest.last_ids)) {
    if (!tables.has(table)) throw refuseArchive(`its manifest tells the last id of ${table.slice(0, 60)}, which is no table`);
    insert.run(table, last);
  }
};
