import type { ChangeEvent } from '../contract/events.ts';
import type { ParsedInputOf } from '../contract/index.ts';
import type { Settings } from '../contract/settings.ts';
import type { Database } from './database/database.ts';
import { type Caller, type Door, systemCaller } from './kernel/caller.ts';
import type { Clock } from './kernel/clock.ts';
import { CommandQueue } from './kernel/command-queue.ts';
import { CommandContext, QueryContext } from './kernel/context.ts';
import { type Dispatch, type DispatcherParts, makeDispatch } from './kernel/dispatcher.ts';
import { Refusal } from './kernel/errors.ts';
import type { DesktopLink } from './kernel/desktop.ts';
import type { Log } from './kernel/log.ts';
import type { NetworkReport } from './kernel/network.ts';
import { noteClockSetBack } from './modules/audit/index.ts';
import type { BackupService } from './modules/backups/index.ts';
import type { Archives } from './modules/exchange/index.ts';
import { ExportJobs } from './modules/exporting/index.ts';
import { allModules } from './modules/index.ts';
import { addUpDay, type DaySums, keepDaysSummed, openAllDays, sumFinishedDays } from './modules/reports/index.ts';
import type { Uploads } from './modules/setup/index.ts';
import { applyEnvironment, type EnvironmentSettings, SettingsCache, updateSettings } from './modules/settings/index.ts';
import { acceptPin, callerOfKey, callerOfSession, csrfTokenOf, hashPin, pinFits, touchKey } from './modules/staff/index.ts';
import { PROGRAM_VERSION } from './version.ts';
import { startExportWorker } from './workers/export-worker.ts';
import { startQueryWorker } from './workers/query-worker.ts';

export interface CallOrigin {
  readonly ip: string | null;
  readonly userAgent: string | null;
}

export interface ShopParts {
  readonly database: Database;
  readonly file: string;
  /** The folder of exports. */
  readonly exports: string;
  readonly pepper: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly environment: EnvironmentSettings;
  readonly inlineWorker: boolean;
  /** Outlives the shop: a restore puts another shop in its place. */
  readonly backups: BackupService;
  readonly archives: Archives;
  readonly network: NetworkReport;
  readonly desktop: DesktopLink;
  readonly uploads: Uploads;
  readonly publish: (events: readonly ChangeEvent[]) => void;
}

/** One open database with the modules wired to it. */
export interface Shop {
  readonly database: Database;
  readonly pepper: string;
  readonly dispatch: Dispatch;
  settings(): Settings;
  command<T>(caller: Caller, run: (ctx: CommandContext) => T): Promise<T>;
  changeSettings(ctx: CommandContext, changes: ParsedInputOf<'settings.update'>): Settings;
  hashPin(pin: string): Promise<string>;
  sumDays(options?: { readonly anew?: boolean }): Promise<number>;
  callerOfSession(token: string, door: Door, origin: CallOrigin): Caller | null;
  callerOfKey(key: string, origin: CallOrigin): Caller | null;
  csrfTokenOf(sessionId: number | null): string | null;
  /** An export is being written or waits for its turn. */
  isExporting(): boolean;
  /** Takes no more commands, lets those that were taken finish, and stops the worker; the database stays open. */
  rest(): Promise<void>;
}

/** Wires the modules to an open database. */
export const startShop = async (parts: ShopParts): Promise<Shop> => {
  const { database, pepper, clock, log } = parts;
  const queue = new CommandQueue(database, parts.publish, noteClockSetBack);
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
  const approve: DispatcherParts['approve'] = async ({ staff_id, pin }, caller) => {
    const fits = await pinFits(new QueryContext({ db: database, caller, nowMs: clock.now(), settings, log }), staff_id, pin, pepper);
    return command(caller, (ctx) => acceptPin(ctx, staff_id, fits, 'approval'));
  };

  await command(systemCaller('cli'), (ctx) => applyEnvironment(ctx, parts.environment, cache));
  const worker = parts.inlineWorker ? null : startQueryWorker(parts.file, log);
  const changeSettings: Shop['changeSettings'] = (ctx, changes) => updateSettings(ctx, changes, cache);
  const jobs = new ExportJobs({ folder: parts.exports, start: startExportWorker(parts.file), clock, log });
  const dispatch = makeDispatch({
    database,
    queue,
    modules: allModules({
      settings: cache,
      network: parts.network,
      desktop: parts.desktop,
      version: PROGRAM_VERSION,
      pepper,
      jobs,
      uploads: parts.uploads,
      backups: parts.backups,
      archives: parts.archives,
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

  return {
    database,
    pepper,
    dispatch,
    settings,
    command,
    hashPin: (pin) => hashPin(pin, pepper),
    changeSettings,
    sumDays: async ({ anew = false } = {}) => {
      if (anew) await command(systemCaller('cli'), openAllDays);
      return sumFinishedDays(summing);
    },
    callerOfSession: (token, door, origin) => callerOfSession(database, token, { door, nowMs: clock.now(), ...origin }),
    callerOfKey: (key, origin) => {
      const caller = callerOfKey(database, key, origin);
      if (caller) noteKeyUse(caller);
      return caller;
    },
    csrfTokenOf: (sessionId) => csrfTokenOf(database, sessionId),
    isExporting: () => jobs.isBusy,
    rest: async () => {
      await keeper?.stop();
      await queue.close();
      await jobs.close();
      await worker?.close();
    },
  };
};
