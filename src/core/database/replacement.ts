import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { DataFolderPaths } from './data-folder-paths.ts';

/** What stands in replacement.json from the moment a replacement is decided until it is done. */
interface Decision {
  /** Where the database that is there now goes; null: it is thrown away. */
  readonly old_goes_to: string | null;
  /** The PINs' secret that belongs to the new one; null: the one that is there stays. */
  readonly pin_secret: string | null;
}

const filesOf = (paths: DataFolderPaths) => ({
  incoming: join(paths.root, 'incoming.db'),
  decision: join(paths.root, 'replacement.json'),
  secret: join(paths.root, 'pin.secret'),
});

/** Where the new database is made ready; whatever lies there without a decision is left over and worth nothing. */
export const incomingFile = (paths: DataFolderPaths): string => filesOf(paths).incoming;

/** Throws away what was being made ready. */
export const dropIncoming = (paths: DataFolderPaths): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${filesOf(paths).incoming}${end}`, { force: true });
};

/**
 * Decides that the incoming database takes the place of the one that is there. The rename of the decision's file is the
 * one moment: killed before it the folder has the old database, after it the new one (finishReplacement at the next
 * start). The caller holds the folder's lock and has closed the database.
 */
export const decideReplacement = (paths: DataFolderPaths, decision: Decision): void => {
  const { incoming, decision: file } = filesOf(paths);
  syncFile(incoming);
  writeSynced(file, `${JSON.stringify(decision)}\n`);
};

/**
 * Carries out what was decided, from wherever it was interrupted; every step may be repeated. Called with the lock held
 * and the database closed, at every start and right after the decision.
 */
export const finishReplacement = (paths: DataFolderPaths, onStep: (step: string) => void = () => {}): void => {
  const { incoming, decision: file, secret } = filesOf(paths);
  if (!existsSync(file)) {
    dropIncoming(paths);
    return;
  }
  const decision = JSON.parse(readFileSync(file, 'utf8')) as Decision;
  onStep('decided');
  // Without the incoming file the two renames are behind us.
  if (existsSync(incoming)) {
    if (existsSync(paths.database)) {
      foldLogIn(paths.database, decision.old_goes_to !== null);
      if (decision.old_goes_to !== null) moveOld(paths.database, decision.old_goes_to);
    }
    onStep('old one moved');
    // A log of the old database must never meet the new one.
    for (const end of ['-wal', '-shm']) rmSync(`${paths.database}${end}`, { force: true });
    renameSync(incoming, paths.database);
    syncFolder(paths.root);
    onStep('new one in place');
  }
  if (decision.pin_secret !== null) writeSynced(secret, `${decision.pin_secret}\n`);
  onStep('secret in place');
  rmSync(file);
  syncFolder(paths.root);
};

/** Brings the write-ahead log into the file, so that the file alone is the whole database. */
const foldLogIn = (database: string, matters: boolean): void => {
  if (!matters || !existsSync(`${database}-wal`)) return;
  try {
    const raw = new BetterSqlite3(database);
    try {
      raw.pragma('wal_checkpoint(TRUNCATE)');
      raw.pragma('journal_mode = DELETE');
    } finally {
      raw.close();
    }
  } catch {
    // Damaged: it goes as it is, with its log beside it.
  }
};

const moveOld = (database: string, target: string): void => {
  if (existsSync(`${database}-wal`)) renameSync(`${database}-wal`, `${target}-wal`);
  renameSync(database, target);
  syncFolder(dirname(target));
};

/** Writes a small file whole or not at all, readable by its user only. */
export const writeSynced = (file: string, text: string): void => {
  const partial = `${file}.partial`;
  writeFileSync(partial, text, { mode: 0o600 });
  syncFile(partial);
  renameSync(partial, file);
  syncFolder(dirname(file));
};

export const syncFile = (file: string): void => {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Makes renames in a folder last; Windows does this by itself and refuses to open folders. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
