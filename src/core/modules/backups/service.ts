import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupReason, Undone } from '../../../contract/backups.ts';
import type { ChangeEvent } from '../../../contract/events.ts';
import { instantFromMs } from '../../../domain/business-day.ts';
import type { DataFolderPaths } from '../../database/data-folder-paths.ts';
import { dropIncoming, writeSynced } from '../../database/replacement.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { Log } from '../../kernel/log.ts';
import { recordAudit } from '../audit/index.ts';
import { backupName, freeName } from './copying.ts';
import { describeBackup, listBackups, removeBackup, removePartials } from './folder.ts';
import { outOfAge } from './keeping.ts';
import { writeManifest } from './manifest.ts';
import type { Staged } from './staging.ts';
import type { backupWork } from './work.ts';

/** What the open shop lends to whoever works on its files. */
export interface ShopFiles {
  readonly paths: DataFolderPaths;
  readonly programVersion: string;
  readonly log: Log;
  nowMs(): number;
  schemaVersion(): number;
  shopName(): string;
  secondFolder(): string;
  pinSecret(): string;
  /** Runs slow work away from the till, one at a time. */
  work<N extends keyof typeof backupWork>(
    name: N,
    order: Parameters<(typeof backupWork)[N]>[0],
  ): Promise<Awaited<ReturnType<(typeof backupWork)[N]>>>;
  command<T>(caller: Caller, run: (ctx: CommandContext) => T): Promise<T>;
  publish(events: readonly ChangeEvent[]): void;
  /**
   * Lets the calls under way finish, closes the database, moves it to `oldGoesTo` (null: throws it away) and opens the incoming one in its
   * place. `atRest` runs in between, when nothing can change any more. If it throws, the old one is opened again.
   */
  replaceDatabase(decision: { oldGoesTo: string | null; pinSecret: string | null }, atRest: () => Promise<void>): Promise<void>;
}

/** The backups of one open shop. One piece of work at a time; the next waits for it. */
export class BackupService {
  readonly #shop: ShopFiles;
  #line: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #automatic: Promise<void> | null = null;
  /** Kept in a file too, so that a failure on the evening before is told in the morning. */
  #failure: { at: string; message: string } | null;

  constructor(shop: ShopFiles) {
    this.#shop = shop;
    removePartials(shop.paths.backups);
    this.#failure = this.#readFailure();
  }

  get #failureFile(): string {
    return join(this.#shop.paths.backups, 'last-failure.json');
  }

  get #now(): string {
    return instantFromMs(this.#shop.nowMs());
  }

  /** A backup, a check or a restore is under way. */
  get isBusy(): boolean {
    return this.#waiting > 0;
  }

  list() {
    const { paths } = this.#shop;
    const second = this.#shop.secondFolder();
    return {
      items: listBackups(paths.backups, second),
      folder: paths.backups,
      second_folder: {
        path: second,
        state: second === '' ? ('none' as const) : existsSync(second) ? ('ready' as const) : ('missing' as const),
      },
      last_failure: this.#failure,
      busy: this.isBusy,
    };
  }

  create(reason: BackupReason, caller: Caller): Promise<Backup> {
    return this.#inLine(() => this.#create(reason, caller));
  }

  verify(name: string): Promise<Backup> {
    return this.#inLine(async () => {
      const { paths, programVersion } = this.#shop;
      this.#describe(name);
      await this.#shop.work('verifyBackup', { folder: paths.backups, name, now: this.#now, programVersion });
      this.#changed();
      return this.#describe(name);
    });
  }

  async preview(name: string) {
    const { paths } = this.#shop;
    const backup = this.#describe(name);
    const undone = await this.#shop.work('countUndone', { database: paths.database, backup: join(paths.backups, name) });
    return { backup, shop_name: this.#shop.shopName(), undone };
  }

  delete(name: string, caller: Caller): Promise<{ deleted: string }> {
    return this.#inLine(async () => {
      const backup = this.#describe(name);
      const verified = listBackups(this.#shop.paths.backups, '').filter((one) => one.state === 'verified');
      if (backup.state === 'verified' && verified.length === 1) {
        throw new Refusal('last_backup', 'This is the only verified backup. Make another one first.');
      }
      removeBackup(this.#shop.paths.backups, name);
      await this.#audit(caller, 'delete_backup', { name });
      this.#changed();
      return { deleted: name };
    });
  }

  restore(name: string, caller: Caller): Promise<{ restored: string; safety_backup: string; undone: Undone }> {
    return this.#inLine(async () => {
      const { paths } = this.#shop;
      this.#describe(name);
      const source = join(paths.backups, name);
      const staged = await this.#shop.work('stageBackup', { source, dataDir: paths.root, now: this.#now });
      let undone: Undone | null = null;
      const safety = await this.#swap('before_restore', staged, async () => {
        undone = await this.#shop.work('countUndone', { database: paths.database, backup: source });
      });
      if (undone === null) throw new Error('nothing was counted');
      const answer = { restored: name, safety_backup: safety, undone };
      await this.#audit(caller, 'restore', answer);
      return answer;
    });
  }

  /** Throws the demo café away. The caller is an owner who signed in. */
  discardDemo(caller: Caller): Promise<{ safety_backup: string }> {
    return this.#inLine(async () => {
      const { id: ownerId, sessionId } = caller;
      if (caller.kind !== 'staff' || ownerId === null) {
        throw new Refusal('not_staff', 'Sign in as the owner first: the empty shop keeps whoever throws the demo away.');
      }
      const staged = await this.#shop.work('stageEmptyShop', { dataDir: this.#shop.paths.root, now: this.#now, ownerId, sessionId });
      const safety = await this.#swap('before_discard', staged, async () => {});
      await this.#audit(caller, 'discard_demo', { safety_backup: safety });
      return { safety_backup: safety };
    });
  }

  diagnostics(settings: Readonly<Record<string, unknown>>): Promise<Uint8Array<ArrayBuffer>> {
    const { paths, programVersion } = this.#shop;
    return this.#inLine(() => this.#shop.work('makeDiagnostics', { dataDir: paths.root, programVersion, now: this.#now, settings }));
  }

  /** In the background after a close: its failure is told and kept, and stops nobody. Never rejects. */
  backupAtClose(caller: Caller): Promise<void> {
    this.#automatic ??= this.create('shift_close', caller)
      .then(() => this.#keepByAge(caller))
      .catch((error: unknown) => this.#noteFailure(error instanceof Refusal ? error.message : `The backup failed: ${String(error)}`))
      .finally(() => {
        this.#automatic = null;
      });
    return this.#automatic;
  }

  /** Waits for what is under way. */
  async settle(): Promise<void> {
    await this.#automatic;
    await this.#line;
  }

  /** Runs what changes files one after the other, whatever becomes of the one before. */
  #inLine<T>(run: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const result = this.#line.then(run).finally(() => {
      this.#waiting -= 1;
    });
    this.#line = result.catch(() => {});
    return result;
  }

  async #create(reason: BackupReason, caller: Caller): Promise<Backup> {
    const { paths, programVersion } = this.#shop;
    const { name, manifest, secondFolderFailure } = await this.#shop.work('makeBackup', {
      database: paths.database,
      folder: paths.backups,
      reason,
      now: this.#now,
      programVersion,
      pinSecret: this.#shop.pinSecret(),
      secondFolder: this.#shop.secondFolder(),
    });
    this.#noteFailure(secondFolderFailure ?? (manifest.faults.length > 0 ? `The backup has faults: ${manifest.faults[0]}` : null));
    await this.#audit(caller, 'backup', { name, reason, sha256: manifest.sha256, faults: manifest.faults });
    this.#changed();
    return this.#describe(name);
  }

  /** Puts the incoming database in place; what was there becomes a backup, whose name it answers. */
  async #swap(reason: BackupReason, staged: Staged, atRest: () => Promise<void>): Promise<string> {
    const { paths, programVersion } = this.#shop;
    const safety = freeName(paths.backups, backupName(this.#now, this.#shop.schemaVersion(), reason));
    const file = join(paths.backups, safety);
    try {
      await this.#shop.replaceDatabase({ oldGoesTo: file, pinSecret: staged.pinSecret }, async () => {
        await atRest();
        writeManifest(file, {
          format: 1,
          program: 'philo-pos',
          program_version: programVersion,
          schema_version: this.#shop.schemaVersion(),
          created_at: this.#now,
          reason,
          shop_name: this.#shop.shopName(),
          bytes: null,
          sha256: null,
          verified_at: null,
          faults: [],
          audit: null,
          pin_secret: this.#shop.pinSecret(),
        });
      });
    } catch (error) {
      if (!existsSync(file)) removeBackup(paths.backups, safety);
      dropIncoming(paths);
      throw error;
    }
    return safety;
  }

  async #keepByAge(caller: Caller): Promise<void> {
    const { paths } = this.#shop;
    const removed = outOfAge(listBackups(paths.backups, ''), this.#shop.nowMs());
    for (const name of removed) removeBackup(paths.backups, name);
    if (removed.length === 0) return;
    await this.#audit(caller, 'delete_backup', { names: removed }, 'kept by age');
    this.#changed();
  }

  #describe(name: string): Backup {
    return describeBackup(this.#shop.paths.backups, name, this.#shop.secondFolder());
  }

  #audit(caller: Caller, action: string, after: object, reason?: string): Promise<void> {
    return this.#shop.command(caller, (ctx) =>
      recordAudit(ctx, { entity: 'Database', id: null, action, after, ...(reason ? { reason } : {}) }),
    );
  }

  #changed(): void {
    this.#shop.publish([{ topic: 'backups', action: 'update', id: null, at: this.#now }]);
  }

  /** Null: all is well again. */
  #noteFailure(message: string | null): void {
    this.#failure = message === null ? null : { at: this.#now, message };
    try {
      writeSynced(this.#failureFile, `${JSON.stringify(this.#failure)}\n`);
    } catch (error) {
      this.#shop.log.error({ error: String(error) }, 'the failure of a backup could not be noted');
    }
    if (message === null) return;
    this.#shop.log.error({ reason: message }, 'backup failed');
    this.#changed();
  }

  #readFailure(): { at: string; message: string } | null {
    try {
      return JSON.parse(readFileSync(this.#failureFile, 'utf8')) as { at: string; message: string } | null;
    } catch {
      return null;
    }
  }
}
