import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolderPaths } from '../../database/data-folder-paths.ts';
import { lastLogLines, placesIn } from './plain-log.ts';

const LOG_LINES = 200;
/** A till that falls over again and again must not fill its disk with the story. */
const MOST_KEPT = 10;

const crashRecord = z.object({
  at: z.string(),
  /** `program`: the main process; `screens`: its page; `hang`: the page did not answer any more. */
  kind: z.enum(['program', 'screens', 'hang']),
  program_version: z.string(),
  runs_on: z.string(),
  up_seconds: z.int(),
  /** A word of the system's or Electron's own, such as `oom` or `killed`. */
  reason: z.string().nullable(),
  exit_code: z.int().nullable(),
  /** The kind of error and where, without its words: those may quote what a guest ordered. */
  error: z.object({ name: z.string(), at: z.array(z.string()) }).nullable(),
  log: z.array(z.record(z.string(), z.unknown())),
});
export type CrashRecord = z.infer<typeof crashRecord>;
export type CrashKind = CrashRecord['kind'];

const folderOf = (dataDir: string): string => join(dataFolderPaths(dataDir).root, 'crashes');
const NOTED = 'noted.txt';

/** Keeps what is known of a fault in `crashes/` of the data folder: no names, no words of people. Synchronous: the process may be ending. */
export const writeCrashRecord = (
  dataDir: string,
  fault: { at: string; kind: CrashKind; version: string; reason?: string; exitCode?: number; error?: unknown },
): void => {
  const folder = folderOf(dataDir);
  mkdirSync(folder, { recursive: true });
  const { error } = fault;
  const { electron, node } = process.versions;
  const record: CrashRecord = {
    at: fault.at,
    kind: fault.kind,
    program_version: fault.version,
    runs_on: `${platform()} ${release()} ${arch()}, ${electron ? `Electron ${electron}` : `Node ${node}`}`,
    up_seconds: Math.round(process.uptime()),
    reason: fault.reason !== undefined && /^[a-z-]{1,40}$/.test(fault.reason) ? fault.reason : null,
    exit_code: Number.isSafeInteger(fault.exitCode) ? (fault.exitCode ?? null) : null,
    error: error === undefined ? null : errorFacts(error),
    log: lastLogLines(dataFolderPaths(dataDir).logs, LOG_LINES) as CrashRecord['log'],
  };
  writeFileSync(join(folder, `crash-${fault.at.replaceAll(/[:.]/g, '-')}.json`), `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  for (const name of recordNames(folder).slice(0, -MOST_KEPT)) rmSync(join(folder, name), { force: true });
};

const errorFacts = (error: unknown): CrashRecord['error'] =>
  error instanceof Error ? { name: error.name, at: placesIn(String(error.stack)) } : { name: typeof error, at: [] };

const recordNames = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^crash-.+\.json$/.test(name))
        .sort()
    : [];

/** Every fault that is kept, oldest first; a file that is not ours is left out. */
export const readCrashRecords = (dataDir: string): CrashRecord[] => {
  const folder = folderOf(dataDir);
  return recordNames(folder).flatMap((name) => {
    try {
      return [crashRecord.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))];
    } catch {
      return [];
    }
  });
};

/** The last fault that nobody has taken note of; null: none. */
export const latestCrash = (dataDir: string): { readonly at: string; readonly kind: CrashKind } | null => {
  const last = readCrashRecords(dataDir).at(-1);
  if (!last) return null;
  const noted = join(folderOf(dataDir), NOTED);
  const until = existsSync(noted) ? readFileSync(noted, 'utf8').trim() : '';
  return last.at > until ? { at: last.at, kind: last.kind } : null;
};

/** Somebody has taken note of all faults up to now; their records stay for the diagnostics. */
export const dismissCrash = (dataDir: string): void => {
  const last = readCrashRecords(dataDir).at(-1);
  if (last) writeFileSync(join(folderOf(dataDir), NOTED), `${last.at}\n`);
};
