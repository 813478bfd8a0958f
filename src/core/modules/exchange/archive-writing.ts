import { createHash, type Hash } from 'node:crypto';
import { createWriteStream, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { Database } from '../../database/database.ts';
import { syncFile, syncFolder } from '../../database/replacement.ts';
import { asDiskFailure } from '../backups/index.ts';
import { ARCHIVE_FORMAT, archivedTables, type ArchiveManifest, columnsOf, MANIFEST_NAME, partName, WITHHELD } from './archive-format.ts';

const CHUNK_CHARACTERS = 64 * 1024;

export interface ArchiveOrder {
  readonly database: string;
  readonly file: string;
  readonly now: string;
  readonly programVersion: string;
}

export interface ArchiveWritten {
  readonly bytes: number;
  readonly rows: number;
  readonly manifest: ArchiveManifest;
}

/**
 * Writes the whole shop as it is at this moment into a zip (docs/archive-format.md), beside a running till and row by
 * row. The same shop gives the same bytes but for the manifest's time. Throws disk_failed; nothing partial is left.
 */
export const writeArchive = async (order: ArchiveOrder): Promise<ArchiveWritten> => {
  const partial = `${order.file}.partial`;
  try {
    mkdirSync(dirname(order.file), { recursive: true });
    const database = Database.openReader(order.database);
    try {
      // One snapshot for all tables; the writer goes on in its log.
      database.raw.exec('BEGIN');
      const manifest = await writeZip(database, partial, order);
      syncFile(partial);
      renameSync(partial, order.file);
      syncFolder(dirname(order.file));
      return { manifest, bytes: statSync(order.file).size, rows: manifest.parts.reduce((sum, part) => sum + part.rows, 0) };
    } finally {
      database.close();
    }
  } catch (error) {
    rmSync(partial, { force: true });
    throw asDiskFailure(error, 'The archive');
  }
};

const writeZip = async (database: Database, target: string, order: ArchiveOrder): Promise<ArchiveManifest> => {
  const settingOf = (key: string): string => {
    const row = database.row<{ value: string }>('SELECT value FROM settings WHERE key = ?', [key]);
    return row ? String(JSON.parse(row.value)) : '';
  };
  const parts: ArchiveManifest['parts'] = [];
  const manifest: ArchiveManifest = {
    format: ARCHIVE_FORMAT,
    program: 'philo-pos',
    program_version: order.programVersion,
    schema_version: database.raw.pragma('user_version', { simple: true }) as number,
    created_at: order.now,
    shop_name: settingOf('shop_name'),
    currency: settingOf('currency'),
    last_ids: lastIds(database),
    parts,
  };
  const zip = new ZipFile();
  // A fixed time: the parts of two archives of one shop are equal.
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100_644 };
  for (const table of archivedTables(database)) {
    zip.addReadStreamLazy(partName(table), options, (give) => {
      const part = { name: partName(table), table, rows: 0, bytes: 0, sha256: '' };
      const hash = createHash('sha256');
      const stream = Readable.from(linesOf(database, table, part, hash), { objectMode: false });
      stream.once('end', () => parts.push({ ...part, sha256: hash.digest('hex') }));
      give(null, stream);
    });
  }
  // Asked for when all before it is written, so it knows their hashes.
  zip.addReadStreamLazy(MANIFEST_NAME, options, (give) => {
    give(null, Readable.from([Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]));
  });
  zip.end();
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  await Promise.race([pipeline(zip.outputStream, createWriteStream(target, { mode: 0o600 })), failed]);
  return manifest;
};

const lastIds = (database: Database): Record<string, number> => {
  const archived = new Set(archivedTables(database));
  const rows = database.rows<{ name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence ORDER BY name');
  return Object.fromEntries(rows.filter((row) => archived.has(row.name)).map((row) => [row.name, row.seq]));
};

/** A table's rows as JSON Lines, a chunk at a time. */
function* linesOf(database: Database, table: string, part: { rows: number; bytes: number }, hash: Hash): Generator<Buffer> {
  const columns = columnsOf(database, table);
  const keys = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
  const order = keys.map((column) => `"${column.name}"`).join(', ');
  const withheld = WITHHELD[table] ?? {};
  let chunk = '';
  const take = (): Buffer => {
    const bytes = Buffer.from(chunk);
    chunk = '';
    part.bytes += bytes.length;
    hash.update(bytes);
    return bytes;
  };
  const rows = database.raw.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"${order ? ` ORDER BY ${order}` : ''}`).iterate();
  for (const row of rows) {
    for (const [name, replace] of Object.entries(withheld)) row[name] = replace(row);
    for (const [name, value] of Object.entries(row)) if (Buffer.isBuffer(value)) row[name] = value.toString('base64');
    chunk += `${JSON.stringify(row)}\n`;
    part.rows += 1;
    if (chunk.length >= CHUNK_CHARACTERS) yield take();
  }
  if (chunk !== '') yield take();
}

/** `philo-shop-20260302T120000Z.zip` */
export const archiveName = (now: string): string => `philo-shop-${now.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '')}.zip`;
