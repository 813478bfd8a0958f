import type { Backup } from '../contract/backups.ts';
import type { ChangeEvent } from '../contract/events.ts';
import type { ParsedInputOf } from '../contract/index.ts';
import type { NetworkState } from '../contract/network.ts';
import type { Settings } from '../contract/settings.ts';
import { instantFromMs } from '../domain/business-day.ts';
import { lockDataFolder } from './database/data-folder.ts';
import type { Database } from './database/database.ts';
import { installationPepper } from './database/pepper.ts';
import { decideReplacement } from './database/replacement.ts';
import { type Caller, type Door, systemCaller } from './kernel/caller.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import type { CommandContext } from './kernel/context.ts';
import type { Dispatch } from './kernel/dispatcher.ts';
import { DesktopLink, type DesktopPort } from './kernel/desktop.ts';
import { NetworkReport } from './kernel/network.ts';
import { type Log, silentLog } from './kernel/log.ts';
import { BackupService, type ShopFiles } from './modules/backups/index.ts';
import { Archives } from './modules/exchange/index.ts';
import { Uploads } from './modules/setup/index.ts';
import { isNewShop } from './modules/staff/index.ts';
import type { EnvironmentSettings } from './modules/settings/index.ts';
import { type CallOrigin, type Shop, startShop } from './shop.ts';
import { PROGRAM_VERSION } from './version.ts';
import { inlineFileWorker, startFileWorker } from './workers/file-work.ts';

export interface OpenOptions {
  readonly dataDir: string;
  readonly clock?: Clock;
  readonly log?: Log;
  /** First values of settings, from settingsFromEnvironment(process.env). */
  readonly environment?: EnvironmentSettings;
  /** Who holds the folder, for the person whom the lock turns away: "philo serve". */
  readonly what?: string;
  /** Run heavy queries in this process, and sum no days in the background: for short-lived commands and tests with a set clock. */
  readonly inlineWorker?: boolean;
  /** Backups at the close of a shift as the settings say; left out: where there are workers to make them. */
  readonly automaticBackups?: boolean;
}

/** An open shop. */
export interface Pos {
  readonly dataDir: string;
  readonly dispatch: Dispatch;
  /** Committed changes, after they are on disk. Answers how to stop listening. */
  onChange(listener: (event: ChangeEvent) => void): () => void;
  settings(): Settings;
  callerOfSession(token: string, door: Door, origin: CallOrigin): Caller | null;
  callerOfKey(key: string, origin: CallOrigin): Caller | null;
  /** A door tells where other devices reach it; the screens are told that it changed. */
  tellNetwork(state: Partial<NetworkState>): void;
  /** The desktop app plugs itself in, for the operations that only it can do. */
  attachDesktop(port: DesktopPort): void;
  /** Something about the desktop app changed: the screens read it again. */
  tellDesktop(): void;
  /** What the core has under way that an update must wait for. */
  underWay(): { readonly exporting: boolean; readonly backing_up: boolean };
  /** Makes and verifies the backup of before an update. Throws Refusal (disk_failed). */
  backupBeforeUpdate(): Promise<Backup>;
  /** The CSRF token of a browser session, or null. */
  csrfTokenOf(sessionId: number | null): string | null;
  /** Runs a change of the program itself (seeding, importing) as one command, in its turn. */
  command<T>(caller: Caller, run: (ctx: CommandContext) => T): Promise<T>;
  /** Changes settings as part of such a command; they are taken back with it. Refuses like settings.update. */
  changeSettings(ctx: CommandContext, changes: ParsedInputOf<'settings.update'>): Settings;
  /** Hashes a PIN as this installation does, for seeding. */
  hashPin(pin: string): Promise<string>;
  /** Sums the days that are over, for reports; with `anew`, all of them. Answers how many. A running shop does it by itself. */
  sumDays(options?: { readonly anew?: boolean }): Promise<number>;
  /** The connection, which a restore replaces; for the program's own tools and tests, never for a door. */
  readonly database: Database;
  readonly databaseFile: string;
  close(): Promise<void>;
}

/** The till is often switched off right after its shift was closed: the backup of that close gets this long. */
const PATIENCE_MS = 60_000;

const withPatience = async (work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    work,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    }),
  ]);
  clearTimeout(timer);
};

const CLOSING = 'Philo POS is putting another database in place. Try again in a moment; nothing was changed.';

/** Opens the data folder and wires the modules. The one place that knows them all. Throws DataFolderError. */
export const openPos = async (options: OpenOptions): Promise<Pos> => {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? silentLog;
  const now = () => instantFromMs(clock.now());
  const folder = lockDataFolder(options.dataDir, { what: options.what ?? 'Philo POS', now: now() });
  const inlineWorker = options.inlineWorker ?? false;
  const files = inlineWorker ? await inlineFileWorker() : startFileWorker();
  const listeners = new Set<(event: ChangeEvent) => void>();
  const publish = (events: readonly ChangeEvent[]) => {
    for (const event of events) for (const listener of listeners) listener(event);
  };

  const network = new NetworkReport();
  const desktop = new DesktopLink(PROGRAM_VERSION);
  const uploads = new Uploads(options.dataDir);

  const start = async (): Promise<Shop> => {
    const { database } = folder.open(now());
    try {
      const pepper = installationPepper(options.dataDir);
      const environment = options.environment ?? {};
      return await startShop({
        database,
        file: folder.paths.database,
        exports: folder.paths.exports,
        pepper,
        clock,
        log,
        environment,
        inlineWorker,
        backups,
        archives,
        network,
        desktop,
        uploads,
        publish,
      });
    } catch (error) {
      database.close();
      throw error;
    }
  };

  /** Whoever calls meanwhile is refused and may try again; everybody who listens reads everything anew. */
  const replaceDatabase: ShopFiles['replaceDatabase'] = async ({ oldGoesTo, pinSecret }, atRest) => {
    isReplacing = true;
    try {
      await shop.rest();
      try {
        await atRest();
        shop.database.raw.pragma('wal_checkpoint(TRUNCATE)');
        shop.database.close();
        decideReplacement(folder.paths, { old_goes_to: oldGoesTo, pin_secret: pinSecret });
      } finally {
        shop.database.close();
        shop = await start();
      }
    } finally {
      isReplacing = false;
    }
    publish((['keys', 'settings', 'shop'] as const).map((topic) => ({ topic, action: 'update', id: null, at: now() })));
  };

  const backups = new BackupService({
    paths: folder.paths,
    programVersion: PROGRAM_VERSION,
    log,
    nowMs: clock.now,
    schemaVersion: () => shop.database.raw.pragma('user_version', { simple: true }) as number,
    shopName: () => shop.settings().shop_name,
    secondFolder: () => shop.settings().backup_second_folder,
    pinSecret: () => shop.pepper,
    work: (name, order) => files.run(name, order),
    command: (caller, run) => shop.command(caller, run),
    publish,
    replaceDatabase,
  });

  const archives = new Archives({
    paths: folder.paths,
    programVersion: PROGRAM_VERSION,
    nowMs: clock.now,
    writeArchive: (order) => files.run('writeArchive', order),
    stageArchive: (order) => files.run('stageArchive', order),
    isNew: () => isNewShop(shop.database),
    replaceDatabase,
    command: (caller, run) => shop.command(caller, run),
  });

  let isReplacing = false;
  let shop: Shop;
  try {
    shop = await start();
  } catch (error) {
    folder.release();
    throw error;
  }

  // What a first run that was left had sent.
  uploads.clear();

  if (options.automaticBackups ?? !inlineWorker) {
    const lastZ = () => shop.database.row<{ n: number | null }>('SELECT max(z_number) AS n FROM z_reports')?.n ?? 0;
    let backedUp = lastZ();
    listeners.add((event) => {
      if (event.topic === 'shop') backedUp = lastZ();
      if (event.topic !== 'drawer' || event.action !== 'create' || lastZ() <= backedUp) return;
      backedUp = lastZ();
      if (shop.settings().backup_at_close) void backups.backupAtClose(systemCaller('cli', 'Automatic backup'));
    });
  }

  let closing: Promise<void> | undefined;
  return {
    dataDir: options.dataDir,
    dispatch: (name, input, caller, callOptions) =>
      isReplacing
        ? Promise.resolve({ ok: false, error: { code: 'closing', message: CLOSING } })
        : shop.dispatch(name, input, caller, callOptions),
    get database() {
      return shop.database;
    },
    databaseFile: folder.paths.database,
    settings: () => shop.settings(),
    command: (caller, run) => shop.command(caller, run),
    hashPin: (pin) => shop.hashPin(pin),
    changeSettings: (ctx, changes) => shop.changeSettings(ctx, changes),
    sumDays: (how) => shop.sumDays(how),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // Between two databases nobody is known: the door asks again with the next call.
    callerOfSession: (token, door, origin) => (isReplacing ? null : shop.callerOfSession(token, door, origin)),
    callerOfKey: (key, origin) => (isReplacing ? null : shop.callerOfKey(key, origin)),
    tellNetwork: (state) => {
      network.tell(state);
      publish([{ topic: 'settings', action: 'update', id: null, at: now() }]);
    },
    attachDesktop: (port) => desktop.attach(port),
    tellDesktop: () => publish([{ topic: 'desktop', action: 'update', id: null, at: now() }]),
    underWay: () => ({ exporting: shop.isExporting(), backing_up: backups.isBusy || isReplacing }),
    backupBeforeUpdate: () => backups.create('before_update', systemCaller('cli', 'Update')),
    csrfTokenOf: (sessionId) => (isReplacing ? null : shop.csrfTokenOf(sessionId)),
    close: () => {
      closing ??= (async () => {
        await withPatience(backups.settle());
        await files.close();
        await backups.settle();
        await shop.rest();
        shop.database.close();
        folder.release();
      })();
      return closing;
    },
  };
};
