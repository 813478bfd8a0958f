import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { APPLICATION_ID } from '../../database/migrate.ts';
import { Refusal } from '../../kernel/errors.ts';
import { KNOWN_PHILO_VERSIONS, PHILO_TABLES } from './philo-schema.ts';

/** A checked copy of the original's database. */
export interface PhiloFile {
  readonly file: string;
  /** SHA-256 of the file and what its write-ahead log adds. */
  readonly hash: string;
  readonly version: string;
  readonly source: BetterSqlite3.Database;
  /** Removes the copy. */
  close(): void;
}

/** What SQLite keeps beside a database that was not closed: part of its content. */
const SIDECARS = ['', '-wal', '-journal'] as const;
const COPY_TRIES = 3;

/**
 * Opens the original's database file. The file is hostile until proved otherwise and is never touched: it is copied with
 * its write-ahead log to a private folder, and the copy must be a sound SQLite database of a known version with exactly
 * the original's tables. Refuses with `unsupported_file`.
 */
export const openPhiloFile = (file: string): PhiloFile => {
  refuseUnreadable(file);
  const folder = mkdtempSync(join(tmpdir(), 'philo-import-'));
  let source: BetterSqlite3.Database | undefined;
  const close = () => {
    source?.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const copy = join(folder, 'source.db');
    copyUnchanged(file, copy);
    const hash = hashOf(SIDECARS.map((suffix) => copy + suffix).filter((path) => existsSync(path)));
    source = new BetterSqlite3(copy);
    source.pragma('trusted_schema = OFF');
    source.pragma('cell_size_check = ON');
    const version = checkSource(source, file);
    // Lines are looked up by order; the copy is ours, so it does not matter which indexes the file came with.
    source.exec('CREATE INDEX philo_lines ON order_items (order_id); CREATE INDEX philo_line_addons ON order_item_addons (order_item_id);');
    source.pragma('query_only = ON');
    // One read transaction for the whole import: a look-up then costs no locking of the file.
    source.pragma('cache_size = -32000');
    source.exec('BEGIN');
    return { file, hash, version, source, close };
  } catch (error) {
    close();
    throw asRefusal(error, file);
  }
};

/** One line, whatever the file's own names hold. */
const unsupported = (file: string, why: string): Refusal =>
  new Refusal('unsupported_file', `${basename(file)} ${why.replaceAll(/\s+/g, ' ').slice(0, 500)} Nothing was changed.`);

const refuseUnreadable = (file: string): void => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw unsupported(file, `was not found at ${file}.`);
  if (!stat.isFile()) throw unsupported(file, 'is not a file.');
  const header = Buffer.alloc(16);
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    throw unsupported(file, `cannot be read (${(error as Error).message}).`);
  }
  try {
    readSync(handle, header, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1') !== 'SQLite format 3\0') throw unsupported(file, 'is not a SQLite database.');
};

/** Copies the file and its sidecars as they were at one moment: a file that is being written to is tried again, then refused. */
const copyUnchanged = (file: string, copy: string): void => {
  const state = () =>
    SIDECARS.map((suffix) => {
      const stat = statSync(file + suffix, { throwIfNoEntry: false });
      return stat ? `${stat.size}:${stat.mtimeMs}` : '';
    }).join('|');
  for (let attempt = 1; attempt <= COPY_TRIES; attempt += 1) {
    const before = state();
    for (const suffix of SIDECARS) {
      rmSync(copy + suffix, { force: true });
      if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix);
    }
    if (state() === before) return;
  }
  throw unsupported(file, 'is being written to. Stop the old program first.');
};

const hashOf = (files: readonly string[]): string => {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1 << 20);
  for (const file of files) {
    const handle = openSync(file, 'r');
    try {
      for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) hash.update(chunk.subarray(0, read));
    } finally {
      closeSync(handle);
    }
  }
  return hash.digest('hex');
};

/** Answers the schema's version. */
const checkSource = (source: BetterSqlite3.Database, file: string): string => {
  if (source.pragma('application_id', { simple: true }) === APPLICATION_ID) {
    throw unsupported(file, 'is a database of Philo POS itself, not of the original backend: use its folder with --data.');
  }
  const objects = source
    .prepare<[], { type: string; name: string; sql: string | null }>(
      "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all();
  const tables = new Set(objects.filter((object) => object.type === 'table').map((object) => object.name));
  if (!tables.has('alembic_version') || !tables.has('orders'))
    throw unsupported(file, 'is a database of another program, not of the Philo backend.');
  const version = versionOf(source, file);
  const odd = objects.find(
    (object) =>
      object.type === 'view' ||
      object.type === 'trigger' ||
      /^\s*CREATE\s+VIRTUAL/i.test(object.sql ?? '') ||
      (object.type === 'table' && !Object.hasOwn(PHILO_TABLES, object.name)),
  );
  if (odd) throw unsupported(file, `has a ${odd.type} ${odd.name} that the Philo backend does not make.`);
  for (const [table, columns] of Object.entries(PHILO_TABLES)) {
    if (!tables.has(table)) throw unsupported(file, `has no table ${table}.`);
    checkColumns(source, file, table, columns);
  }
  const sound = source.pragma('integrity_check(1)', { simple: true });
  if (sound !== 'ok') throw unsupported(file, `is damaged (${String(sound)}).`);
  const broken = (source.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[])[0];
  if (broken) throw unsupported(file, `is damaged (row ${broken.rowid} of ${broken.table} refers to a missing row of ${broken.parent}).`);
  return version;
};

const versionOf = (source: BetterSqlite3.Database, file: string): string => {
  const versions = source.prepare('SELECT version_num FROM alembic_version').pluck().all();
  const [version] = versions;
  if (versions.length !== 1 || typeof version !== 'string')
    throw unsupported(file, 'was never finished by the Philo backend (it has no version).');
  if (!KNOWN_PHILO_VERSIONS.includes(version)) {
    throw unsupported(
      file,
      `was written by another version of the Philo backend (${version}; known: ${KNOWN_PHILO_VERSIONS.join(', ')}). A newer Philo POS may read it.`,
    );
  }
  return version;
};

const checkColumns = (source: BetterSqlite3.Database, file: string, table: string, expected: Readonly<Record<string, string>>): void => {
  const found = source.pragma(`table_xinfo(${table})`) as { name: string; type: string; hidden: number }[];
  const plain = found.filter((column) => column.hidden === 0 && expected[column.name] === column.type.toUpperCase());
  if (plain.length === found.length && found.length === Object.keys(expected).length) return;
  throw unsupported(file, `has a table ${table} with other columns than the Philo backend makes.`);
};

const asRefusal = (error: unknown, file: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB') return unsupported(file, 'is not a SQLite database.');
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_ERROR'))
    return unsupported(file, `is damaged (${(error as Error).message}).`);
  if (code.startsWith('SQLITE_') || code.startsWith('E')) return unsupported(file, `cannot be read (${(error as Error).message}).`);
  return error;
};
