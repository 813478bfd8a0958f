import type { UpdateState } from '../../contract/desktop.ts';
import type { Backup } from '../../contract/backups.ts';
import { Refusal } from '../../core/kernel/errors.ts';
import type { Log } from '../../core/kernel/log.ts';
import { blocksOf, type UpdateMode, type UpdateRecord, type WorkUnderWay } from '../../domain/updates.ts';
import { holdsUpdate, lendFolder } from './folder-source.ts';
import type { Installer } from './installer.ts';

interface UpdateParts {
  readonly version: string;
  /** Null: this copy knows none, and takes versions from folders only. */
  readonly server: string | null;
  readonly log: Log;
  mode(): UpdateMode;
  work(): WorkUnderWay;
  openInstaller(): Installer;
  backup(): Promise<Backup>;
  /** Asks for a folder; null: nobody chose one. */
  chooseFolder(): Promise<string | null>;
  changed(): void;
  now(): string;
}

/** The first look comes when the morning's rush of starting is over; then several a day. */
const FIRST_LOOK_MS = 60_000;
const LOOK_EVERY_MS = 6 * 60 * 60_000;

/** The next version of the program: looked for, fetched, and installed when nothing stands in its way. */
export class Updates {
  readonly #parts: UpdateParts;
  /** Of the last look: each has one of its own, since the updater keeps the address that it was given. */
  #installer: Installer | null = null;
  #state: UpdateState['state'] = 'idle';
  #version: string | null = null;
  #percent: number | null = null;
  #checkedAt: string | null = null;
  #problem: string | null = null;
  #turn: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: UpdateParts) {
    this.#parts = parts;
  }

  state(): UpdateState {
    return {
      mode: this.#parts.mode(),
      state: this.#state,
      current_version: this.#parts.version,
      version: this.#version,
      percent: this.#percent,
      checked_at: this.#checkedAt,
      blocked_by: this.#state === 'ready' ? blocksOf(this.#parts.work()) : [],
      problem: this.#problem,
    };
  }

  /** Looks by itself from now on, as long as the setting says so. */
  begin(): void {
    const wait = (ms: number): void => {
      this.#timer = setTimeout(() => {
        if (this.#parts.mode() === 'automatic' && this.#parts.server !== null && this.#state !== 'ready') void this.check();
        wait(LOOK_EVERY_MS);
      }, ms);
      this.#timer.unref();
    };
    wait(FIRST_LOOK_MS);
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** Looks at the server and fetches what is new. What goes wrong there is in the state: a till without internet is no fault. Refuses without a server. */
  async check(): Promise<void> {
    const { server } = this.#parts;
    if (server === null) {
      throw new Refusal('updates_off', 'This copy knows no update server. Take the new version from a folder, such as a stick.');
    }
    await this.#inTurn(() => this.#take(server));
  }

  /** Takes a version from a folder, or from the one that the user chooses. Refuses with unsupported_file where there is none. */
  async takeFrom(given: string | null): Promise<void> {
    const folder = given ?? (await this.#parts.chooseFolder());
    if (folder === null) return;
    if (!holdsUpdate(folder)) {
      throw new Refusal('unsupported_file', `${folder} holds no version of Philo POS for this system: its latest*.yml file is missing.`);
    }
    await this.#inTurn(async () => {
      const source = await lendFolder(folder);
      try {
        await this.#take(source.address);
      } finally {
        await source.close();
      }
    });
  }

  /** What is written down before a ready version is installed; makes and verifies the backup. Refuses while work is under way. */
  async prepare(): Promise<UpdateRecord> {
    const { state, version, blocked_by } = this.state();
    if (state !== 'ready' || version === null) throw new Refusal('update_blocked', 'No update is ready.');
    if (blocked_by.length > 0) throw new Refusal('update_blocked', 'The update waits until what is under way is finished.');
    const backup = await this.#parts.backup();
    if (backup.state !== 'verified') {
      throw new Refusal('update_blocked', 'The backup before the update has faults, so nothing was installed. See Backups.');
    }
    return { from: this.#parts.version, to: version, backup: backup.name, at: this.#parts.now() };
  }

  get isReady(): boolean {
    return this.#state === 'ready' && blocksOf(this.#parts.work()).length === 0;
  }

  /** The last act of the program. */
  install(again: boolean): void {
    this.#installer?.install(again);
  }

  #inTurn(run: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(run, run);
    return this.#turn;
  }

  async #take(address: string): Promise<void> {
    try {
      this.#tell('checking', { problem: null });
      const installer = this.#parts.openInstaller();
      this.#installer = installer;
      const version = await installer.look(address);
      this.#checkedAt = this.#parts.now();
      if (version === null) {
        this.#tell('up_to_date', { version: null });
        return;
      }
      this.#tell('downloading', { version, percent: 0 });
      await installer.fetch((percent) => {
        if (percent !== this.#percent) this.#tell('downloading', { percent });
      });
      this.#tell('ready', { percent: null });
      this.#parts.log.info({ version }, 'update ready');
    } catch (error) {
      this.#checkedAt = this.#parts.now();
      // The first line: what follows is a stack and addresses.
      const problem = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 300) ?? '';
      this.#parts.log.warn({ error: problem }, 'update not taken');
      this.#tell('failed', { problem, percent: null });
    }
  }

  #tell(state: UpdateState['state'], more: { version?: string | null; percent?: number | null; problem?: string | null }): void {
    this.#state = state;
    if (more.version !== undefined) this.#version = more.version;
    if (more.percent !== undefined) this.#percent = more.percent;
    if (more.problem !== undefined) this.#problem = more.problem;
    this.#parts.changed();
  }
}
