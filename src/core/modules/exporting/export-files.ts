import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ExportJob, exportJob } from '../../../contract/exports.ts';

/** How long a finished file is kept. */
const KEPT_MS = 7 * 86_400_000;

/** Only what is called so is ours; other files of the folder are never touched. */
const OURS = /^report-(r[0-9a-f]{32})\.(part|csv|xlsx|pdf|json)$/;

const record = z.object({ owner: z.string(), job: exportJob });

/** A finished export with whose it is. */
export interface KeptExport {
  readonly owner: string;
  readonly job: ExportJob;
}

/** A name that nobody can guess, and that no input has any part in. */
export const newExportId = (): string => `r${randomBytes(16).toString('hex')}`;

/** The files of the exports in one folder. */
export class ExportFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #path(id: string, ending: string): string {
    return join(this.#folder, `report-${id}.${ending}`);
  }

  partOf(id: string): string {
    return this.#path(id, 'part');
  }

  fileOf({ id, format }: Pick<ExportJob, 'id' | 'format'>): string {
    return this.#path(id, format);
  }

  /** A whole file gets its name, and its record beside it. */
  finish(kept: KeptExport): void {
    renameSync(this.partOf(kept.job.id), this.fileOf(kept.job));
    writeFileSync(this.#path(kept.job.id, 'json'), JSON.stringify(kept));
  }

  /** Nothing of it is left. */
  remove(id: string): void {
    for (const ending of ['part', 'csv', 'xlsx', 'pdf', 'json']) rmSync(this.#path(id, ending), { force: true });
  }

  /** The finished exports that are still to be kept. What is half, lost, damaged or old goes. */
  load(nowMs: number): KeptExport[] {
    const ids = new Set(readdirSync(this.#folder).flatMap((name) => OURS.exec(name)?.[1] ?? []));
    return [...ids].flatMap((id) => {
      const kept = this.#read(id);
      if (kept && !isOld(kept.job, nowMs)) {
        rmSync(this.partOf(id), { force: true });
        return [kept];
      }
      this.remove(id);
      return [];
    });
  }

  #read(id: string): KeptExport | null {
    try {
      const kept = record.parse(JSON.parse(readFileSync(this.#path(id, 'json'), 'utf8')));
      return kept.job.id === id && kept.job.state === 'done' && existsSync(this.fileOf(kept.job)) ? kept : null;
    } catch {
      return null;
    }
  }
}

export const isOld = (job: ExportJob, nowMs: number): boolean => nowMs - Date.parse(job.finished_at ?? job.created_at) > KEPT_MS;
