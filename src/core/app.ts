import type { ChangeEvent } from '../contract/events.ts';
import type { ParsedInputOf } from '../contract/index.ts';
import type { Settings } from '../contract/settings.ts';
import { instantFromMs } from '../domain/business-day.ts';
import { dataFolderPaths, openDataFolder } from './database/data-folder.ts';
import type { Database } from './database/database.ts';
import { installationPepper } from './database/pepper.ts';
import { type Caller, type Door, systemCaller } from './kernel/caller.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import { CommandQueue } from './kernel/command-queue.ts';
import { CommandContext, QueryContext } from './kernel/context.ts';
import { type Dispatch, type DispatcherParts, makeDispatch } from './kernel/dispatcher.ts';
import { Refusal } from './kernel/errors.ts';
import { NetworkReport } from './kernel/network.ts';
import { type Log, silentLog } from './kernel/log.ts';
import { noteClockSetBack } from './modules/audit/index.ts';
import { ExportJobs } from './modules/exporting/index.ts';
import { allModules } from './modules/index.ts';
import { Uploads } from './modules/setup/index.ts';
import { addUpDay, type DaySums, keepDaysSummed, openAllDays, sumFinishedDays } from './modules/reports/index.ts';
import { applyEnvironment, type EnvironmentSettings, SettingsCache, updateSettings } from './modules/settings/index.ts';
import { acceptPin, callerOfKey, callerOfSession, csrfTokenOf, hashPin, pinFits, touchKey } from './modules/staff/index.ts';
import type { NetworkState } from '../contract/network.ts';
import { PROGRAM_VERSION } from './version.ts';
import { startExportWorker } from './workers/export-worker.ts';
import { startQueryWorker } from './workers/query-worker.ts';

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
}

export interface CallOrigin {
  readonly ip: string | null;
  readonly userAgent: string | null;
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
  /** The connection; for the program's own tools and tests, never for a door. */
  readonly database: Database;
  readonly databaseFile: string;
  close(): Promise<void>;
}

/** Opens the data folder and wires the modules. The one place that knows them all. Throws DataFolderError. */
export const openPos = async (options: OpenOptions): Promise<Pos> => {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? silentLog;
  const folder = openDataFolder(options.dataDir, { what: options.what ?? 'Philo POS', now: instantFromMs(clock.now()) });
  const { database } = folder;
  const listeners = new Set<(event: ChangeEvent) => void>();
  const publish = (events: readonly ChangeEvent[]) => {
    for (const event of events) for (const listener of listeners) listener(event);
  };
  const queue = new CommandQueue(database, publish, noteClockSetBack);
  const cache = new SettingsCache(database);
  const settings = () => cache.current;
  const command = <T>(caller: Caller, run: (ctx: CommandContext) => T): Promise<T> =>
    queue.add({
      makeContext: () => new CommandContext({ db: database, caller, nowMs: clock.now(), settings, log }),
      run,
      afterRefusal: (ctx, error) => {
        if (error instanceof Refusal) error.keep?.(ctx);
      },
    });
  const pepper = installationPepper(options.dataDir);
  const approve: DispatcherParts['approve'] = async ({ staff_id, pin }, caller) => {
    const fits = await pinFits(new QueryContext({ db: database, caller, nowMs: clock.now(), settings, log }), staff_id, pin, pepper);
    return command(caller, (ctx) => acceptPin(ctx, staff_id, fits, 'approval'));
  };

  await command(systemCaller('cli'), (ctx) => applyEnvironment(ctx, options.environment ?? {}, cache));
  const network = new NetworkReport();
  const uploads = new Uploads(options.dataDir);
  // What a first run that was left had sent.
  uploads.clear();
  const changeSettings: Pos['changeSettings'] = (ctx, changes) => updateSettings(ctx, changes, cache);
  const worker = options.inlineWorker ? null : startQueryWorker(folder.file, log);
  const jobs = new ExportJobs({ folder: dataFolderPaths(options.dataDir).exports, start: startExportWorker(folder.file), clock, log });
  const dispatch = makeDispatch({
    database,
    queue,
    modules: allModules({
      settings: cache,
      network,
      version: PROGRAM_VERSION,
      pepper,
      jobs,
      uploads,
      changeSettings,
      shop: { command, changeSettings },
    }),
    settings,
    clock,
    log,
    worker,
    approve,
    secret: pepper,
  });

  const summing = {
    command,
    addUp: (day: string): Promise<DaySums> =>
      worker
        ? worker.task<DaySums>('reports.addUpDay', { day }, systemCaller('cli'), clock.now())
        : Promise.resolve(addUpDay(database, day)),
  };
  const keeper = worker ? keepDaysSummed(summing, log) : null;

  const keyTouches = new Map<number, number>();
  const noteKeyUse = (caller: Caller) => {
    if (caller.id === null || clock.now() - (keyTouches.get(caller.id) ?? 0) < 60_000 || queue.isClosed) return;
    const id = caller.id;
    keyTouches.set(id, clock.now());
    command(systemCaller('http'), (ctx) => touchKey(ctx, id)).catch((error: unknown) =>
      log.error({ error: String(error) }, 'key use not noted'),
    );
  };

  let closing: Promise<void> | undefined;
  return {
    dataDir: options.dataDir,
    dispatch,
    database,
    databaseFile: folder.file,
    settings,
    command,
    hashPin: (pin) => hashPin(pin, pepper),
    changeSettings,
    sumDays: async ({ anew = false } = {}) => {
      if (anew) await command(systemCaller('cli'), openAllDays);
      return sumFinishedDays(summing);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    callerOfSession: (token, door, origin) => callerOfSession(database, token, { door, nowMs: clock.now(), ...origin }),
    callerOfKey: (key, origin) => {
      const caller = callerOfKey(database, key, origin);
      if (caller) noteKeyUse(caller);
      return caller;
    },
    tellNetwork: (state) => {
      network.tell(state);
      publish([{ topic: 'settings', action: 'update', id: null, at: instantFromMs(clock.now()) }]);
    },
    csrfTokenOf: (sessionId) => csrfTokenOf(database, sessionId),
    close: () => {
      closing ??= (async () => {
        await keeper?.stop();
        await queue.close();
        await jobs.close();
        await worker?.close();
        folder.close();
      })();
      return closing;
    },
  };
};
