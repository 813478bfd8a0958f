import type { ExportJob } from '../../../contract/exports.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { Log } from '../../kernel/log.ts';
import { ExportFiles, isOld, type KeptExport } from './export-files.ts';
import type { ExportMessage, ExportSubject, StartExport } from './task.ts';

/** Waiting and running together, of all people: each is a thread for a while and a file on the disk. */
const MOST_AT_ONCE = 20;

interface Entry {
  readonly owner: string;
  readonly caller: Caller;
  readonly subject: ExportSubject;
  job: ExportJob;
}

/**
 * The exports of a shop: one is written at a time, the others wait. They live in memory while they are made and as files when they are
 * done; what was under way when the program ended is gone at its next start.
 */
export class ExportJobs {
  readonly #files: ExportFiles;
  readonly #entries = new Map<string, KeptExport | Entry>();
  readonly #waiting: Entry[] = [];
  readonly #start: StartExport;
  readonly #clock: Clock;
  readonly #log: Log;
  #running: { entry: Entry; stop: () => Promise<void> } | null = null;
  #ending: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: { folder: string; start: StartExport; clock: Clock; log: Log }) {
    this.#files = new ExportFiles(parts.folder);
    this.#start = parts.start;
    this.#clock = parts.clock;
    this.#log = parts.log;
    for (const kept of this.#files.load(parts.clock.now())) this.#entries.set(kept.job.id, kept);
  }

  /** Takes an export; it begins after the command that asked for it is on disk. Refuses with rate_limited. */
  add(entry: Entry): void {
    this.#forgetOld();
    const under = this.#waiting.length + (this.#running ? 1 : 0);
    if (under >= MOST_AT_ONCE) throw new Refusal('rate_limited', `${under} exports are waiting already. Wait until some are done.`);
    this.#entries.set(entry.job.id, entry);
    this.#waiting.push(entry);
    setImmediate(() => this.#next());
  }

  /** One is being written, or waits for its turn. */
  get isBusy(): boolean {
    return this.#running !== null || this.#waiting.length > 0;
  }

  /** Newest first. */
  listOf(owner: string): ExportJob[] {
    this.#forgetOld();
    return [...this.#entries.values()]
      .filter((entry) => entry.owner === owner)
      .map(({ job }) => job)
      .sort((a, b) => b.created_at.localeCompare(a.created_at) || Number(b.id > a.id) - Number(b.id < a.id));
  }

  /** Refuses one that is not there, or somebody else's, with not_found. */
  jobOf(owner: string, id: string): ExportJob {
    const entry = this.#entries.get(id);
    if (!entry || entry.owner !== owner || isOld(entry.job, this.#clock.now()))
      throw new Refusal('not_found', 'This export is not there (any more).');
    return entry.job;
  }

  pathOf(job: ExportJob): string {
    return this.#files.fileOf(job);
  }

  /** Stops it, or deletes its file. */
  remove(id: string): void {
    const running = this.#running;
    const at = this.#waiting.findIndex(({ job }) => job.id === id);
    if (at >= 0) this.#waiting.splice(at, 1);
    this.#entries.delete(id);
    if (running?.entry.job.id !== id) {
      this.#files.remove(id);
      return;
    }
    this.#running = null;
    this.#stop(running);
    void this.#ending.then(() => this.#next());
  }

  /** Ends with nothing half-done on the disk. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#running) this.#stop(this.#running);
    this.#running = null;
    await this.#ending;
  }

  #stop({ entry, stop }: { entry: Entry; stop: () => Promise<void> }): void {
    this.#ending = stop().then(() => this.#files.remove(entry.job.id));
  }

  #next(): void {
    if (this.#closed || this.#running) return;
    const entry = this.#waiting.shift();
    if (!entry) return;
    const { id, format } = entry.job;
    entry.job = { ...entry.job, state: 'running' };
    const task = {
      subject: entry.subject,
      format,
      path: this.#files.partOf(id),
      caller: entry.caller,
      nowMs: Date.parse(entry.job.created_at),
    };
    const stop = this.#start(task, (message) => this.#hear(entry, message));
    this.#running = { entry, stop };
  }

  #hear(entry: Entry, message: ExportMessage): void {
    if (this.#running?.entry !== entry) return;
    if (message.kind === 'progress') {
      entry.job = { ...entry.job, rows: message.rows, total: message.total };
      return;
    }
    this.#running = null;
    const finished_at = new Date(this.#clock.now()).toISOString();
    if (message.kind === 'done') {
      try {
        const { rows, total, bytes } = message;
        const job: ExportJob = { ...entry.job, state: 'done', rows, total, bytes, finished_at };
        this.#files.finish({ owner: entry.owner, job });
        entry.job = job;
      } catch (error) {
        this.#fail(entry, finished_at, null, String(error));
      }
    } else this.#fail(entry, finished_at, message.problem, message.error);
    this.#next();
  }

  #fail(entry: Entry, finished_at: string, problem: string | null, error: string): void {
    this.#log.error({ report: entry.job.report, format: entry.job.format, error }, 'export failed');
    this.#files.remove(entry.job.id);
    entry.job = {
      ...entry.job,
      state: 'failed',
      finished_at,
      problem: problem ?? 'The file could not be written. Check that the disk has room, and try again.',
    };
  }

  #forgetOld(): void {
    const now = this.#clock.now();
    for (const { job } of this.#entries.values()) {
      if ((job.state !== 'done' && job.state !== 'failed') || !isOld(job, now)) continue;
      this.#entries.delete(job.id);
      this.#files.remove(job.id);
    }
  }
}
