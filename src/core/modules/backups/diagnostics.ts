import { existsSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { cpus, freemem, release, totalmem, uptime } from 'node:os';
import { join } from 'node:path';
import { ZipFile } from 'yazl';
import { dataFolderPaths } from '../../database/data-folder-paths.ts';
import { Database } from '../../database/database.ts';
import { syncFile } from '../../database/replacement.ts';
import { verifyDatabase } from '../verification/index.ts';
import { readCrashRecords } from './crash-records.ts';
import { listBackups } from './folder.ts';
import { lastLogLines } from './plain-log.ts';

/** Text settings that say nothing about people; of all others only numbers and switches go into the bundle. */
const TEXT_SETTINGS: ReadonlySet<string> = new Set(['currency', 'time_zone', 'language', 'log_level', 'open_orders_at_close']);
const LOG_LINES = 2000;

/**
 * A zip for whoever helps from afar. What goes in is named here, one by one: nothing is copied and then struck out, so
 * that a new field, table or log line is left out until somebody decides otherwise. No names, texts or secrets.
 */
export const makeDiagnostics = async (order: {
  dataDir: string;
  programVersion: string;
  now: string;
  settings: Readonly<Record<string, unknown>>;
}): Promise<Uint8Array<ArrayBuffer>> => {
  const paths = dataFolderPaths(order.dataDir);
  const zip = new ZipFile();
  const add = (name: string, value: unknown) =>
    zip.addBuffer(Buffer.from(`${JSON.stringify(value, null, 2)}\n`), name, { mtime: new Date(order.now) });
  add('program.json', { program: 'philo-pos', version: order.programVersion, made_at: order.now, node: process.versions.node });
  add('machine.json', machineFacts(paths.root));
  add('settings.json', plainSettings(order.settings));
  add('database.json', databaseFacts(paths.database));
  add(
    'backups.json',
    listBackups(paths.backups, '').map(({ created_at, reason, bytes, schema_version, state }) => ({
      created_at,
      reason,
      bytes,
      schema_version,
      state,
    })),
  );
  add('log.json', lastLogLines(paths.logs, LOG_LINES));
  add('crashes.json', readCrashRecords(paths.root));
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
};

const machineFacts = (root: string) => {
  const disk = statfsSync(root);
  return {
    platform: process.platform,
    release: release(),
    arch: process.arch,
    processors: cpus().length,
    processor: cpus()[0]?.model ?? null,
    memory_bytes: totalmem(),
    free_memory_bytes: freemem(),
    program_memory_bytes: process.memoryUsage.rss(),
    up_seconds: Math.round(uptime()),
    program_up_seconds: Math.round(process.uptime()),
    disk_bytes: disk.blocks * disk.bsize,
    free_disk_bytes: disk.bavail * disk.bsize,
    write_and_sync_ms: syncTime(root),
  };
};

/** What a commit costs on this disk at least: the median of a few small synced writes. */
const syncTime = (root: string): number => {
  const file = join(root, '.sync-test.partial');
  const times: number[] = [];
  try {
    for (let index = 0; index < 7; index += 1) {
      const started = performance.now();
      writeFileSync(file, Buffer.alloc(4096, index));
      syncFile(file);
      times.push(performance.now() - started);
    }
  } finally {
    rmSync(file, { force: true });
  }
  return Math.round((times.sort((a, b) => a - b)[3] ?? 0) * 100) / 100;
};

const plainSettings = (settings: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(settings).filter(([key, value]) => typeof value === 'number' || typeof value === 'boolean' || TEXT_SETTINGS.has(key)),
  );

const databaseFacts = (file: string) => {
  const database = Database.openReader(file);
  try {
    const tables = database.rows<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    );
    const started = performance.now();
    const counts = Object.fromEntries(
      tables.map(({ name }) => [name, database.row<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`)?.n ?? 0]),
    );
    const counted = performance.now();
    const report = verifyDatabase(database);
    return {
      schema_version: database.raw.pragma('user_version', { simple: true }),
      sqlite: database.row<{ v: string }>('SELECT sqlite_version() AS v')?.v,
      bytes: statSync(file).size,
      log_bytes: existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0,
      rows: counts,
      count_ms: Math.round(counted - started),
      verify_ms: Math.round(performance.now() - counted),
      verified: report.ok,
      // Names and counts of the checks; what a fault says may quote a row.
      checks: report.checks.map(({ name, ok, checked, fault_count }) => ({ name, ok, checked, fault_count })),
    };
  } finally {
    database.close();
  }
};
