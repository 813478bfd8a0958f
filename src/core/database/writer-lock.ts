import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { DataFolderError } from './data-folder-error.ts';

export interface WriterLock {
  release(): void;
}

interface Holder {
  pid: number;
  what: string;
  since: string;
}

/**
 * One writer for a data folder. The lock is an exclusive transaction on a file of its own, held as long as the process
 * lives: the operating system drops it at once when the process ends, however it ends, so no stale lock can remain.
 * Who holds it stands beside it for people to read.
 */
export const takeWriterLock = (folder: string, what: string, now: string): WriterLock => {
  const note = join(folder, 'writer.json');
  const lock = new BetterSqlite3(join(folder, 'writer.lock'), { timeout: 200 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error;
    throw new DataFolderError('in_use', `${folder} is in use by ${describeHolder(note)}. Close it first, or choose another data folder.`);
  }
  writeFileSync(note, `${JSON.stringify({ pid: process.pid, what, since: now } satisfies Holder)}\n`);
  return {
    release: () => {
      rmSync(note, { force: true });
      if (lock.open) {
        lock.exec('ROLLBACK');
        lock.close();
      }
    },
  };
};

const describeHolder = (note: string): string => {
  try {
    const holder = JSON.parse(readFileSync(note, 'utf8')) as Partial<Holder>;
    return `process ${holder.pid} (${holder.what}, since ${holder.since})`;
  } catch {
    return 'another process';
  }
};
