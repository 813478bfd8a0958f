import { join } from 'node:path';
import { app, type BrowserWindow, dialog, protocol, session, shell } from 'electron';
import { openPos, type Pos } from '../core/app.ts';
import { shippedFolder } from '../core/database/migrations.ts';
import { dismissCrash, latestCrash, writeCrashRecord } from '../core/modules/backups/index.ts';
import { settingsFromEnvironment } from '../core/modules/settings/index.ts';
import { settledStart, updateModeOf, type UpdateRecord, updateServerOf } from '../domain/updates.ts';
import { APP_SCHEME, screensFrom } from './app-protocol.ts';
import { askBeforeClosing } from './closing.ts';
import { type DesktopLog, openDesktopLog } from './desktop-log.ts';
import { askWhereToSave } from './downloads.ts';
import { guardContents, refusePermissions } from './guards.ts';
import { openIpcDoor } from './ipc.ts';
import { Kiosk } from './kiosk.ts';
import { setMenu } from './menu.ts';
import { NetworkAccess } from './network-access.ts';
import { watchScreens } from './screens-watch.ts';
import { writeStartRecord } from './start-file.ts';
import { startWithSystem } from './start-with-system.ts';
import { builtInServer, isInstalled, openInstaller } from './updates/installer.ts';
import { Updates } from './updates/updates.ts';
import { openWindow } from './window.ts';
import { wordsIn } from './words.ts';

/** An open shop with its window. */
export interface RunningShop {
  /** Brings the window to the front. */
  show(): void;
  /** Keeps the record of a fault of the program itself. */
  noteFault(error: unknown): void;
  /** Lets calls under way finish and closes the database; installs an update that is ready, unless the system is in a hurry. Never rejects. */
  close(how: { inHurry: boolean }): Promise<void>;
}

export interface ShopParts {
  readonly dataDir: string;
  /** As started: what the system has to start it with again. */
  readonly args: readonly string[];
  readonly developmentServer: string | undefined;
  /** Whether the program is ending already, so that its window may close without a question. */
  readonly isEnding: () => boolean;
  readonly quit: () => void;
  /** The system is about to end the program. */
  readonly endInHurry: () => void;
}

/** Opens the shop and its window. Throws DataFolderError, EnvironmentError. */
export const openRunningShop = async (parts: ShopParts): Promise<RunningShop> => {
  const { dataDir, developmentServer } = parts;
  const log = await openDesktopLog(join(dataDir, 'logs'));
  guardContents({ app, shell, log, developmentServer });
  let pos: Pos;
  try {
    pos = await openPos({ dataDir, log, environment: settingsFromEnvironment(process.env), what: 'the Philo POS desktop app' });
  } catch (error) {
    log.error({ error: String(error) }, 'the shop cannot be opened');
    log.close();
    throw error;
  }
  log.setLevel(pos.settings().log_level);
  return wire(parts, pos, log);
};

const now = (): string => new Date().toISOString();

const wire = (parts: ShopParts, pos: Pos, log: DesktopLog): RunningShop => {
  const { dataDir, developmentServer } = parts;
  const words = () => wordsIn(pos.settings().language);
  const version = app.getVersion();
  let window: BrowserWindow | null = null;
  let told = { open_ticket: false, counting: false };
  let planned: UpdateRecord | null = null;

  const note = (fault: Omit<Parameters<typeof writeCrashRecord>[1], 'at' | 'version'>): void => {
    try {
      writeCrashRecord(dataDir, { ...fault, at: now(), version });
      pos.tellDesktop();
    } catch (error) {
      log.error({ error: String(error) }, 'the record of a fault could not be kept');
    }
  };

  const door = openIpcDoor({ pos, log, developmentServer, onFirstAnswer: () => writeStartRecord(dataDir, settledStart(version)) });
  const network = new NetworkAccess(pos, log);
  const kiosk = new Kiosk(() => pos.tellDesktop());
  const updates = new Updates({
    version,
    server: updateServerOf(process.env.PHILO_UPDATES) ?? builtInServer(),
    log,
    mode: () =>
      updateModeOf({
        isInstalled: isInstalled(app.isPackaged),
        wanted: pos.settings().automatic_updates,
        variable: process.env.PHILO_UPDATES,
      }),
    work: () => ({ ...told, ...pos.underWay() }),
    openInstaller: () => openInstaller(log),
    backup: () => pos.backupBeforeUpdate(),
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog({ title: words().choose_update, properties: ['openDirectory'] });
      return filePaths[0] ?? null;
    },
    changed: () => pos.tellDesktop(),
    now,
  });
  pos.attachDesktop({
    state: () => ({ kiosk: kiosk.isOn, crash: latestCrash(dataDir) }),
    tellWork: (work) => {
      const changed = work.open_ticket !== told.open_ticket || work.counting !== told.counting;
      told = { open_ticket: work.open_ticket, counting: work.counting };
      if (changed && updates.state().state === 'ready') pos.tellDesktop();
    },
    leaveKiosk: () => kiosk.leave(),
    dismissCrash: () => {
      dismissCrash(dataDir);
      pos.tellDesktop();
    },
    updates: () => updates.state(),
    checkForUpdate: () => updates.check(),
    takeUpdateFrom: (folder) => updates.takeFrom(folder),
    installUpdate: async () => {
      planned = await updates.prepare();
      // After the answer is on its way.
      setImmediate(parts.quit);
    },
  });

  let startsWithSystem: boolean | null = null;
  const followSettings = (): void => {
    const { kiosk_mode, start_with_system } = pos.settings();
    kiosk.follow(kiosk_mode);
    if (!app.isPackaged || startsWithSystem === start_with_system) return;
    startsWithSystem = start_with_system;
    try {
      startWithSystem(app, start_with_system, parts.args);
    } catch (error) {
      log.warn({ error: String(error) }, 'starting with the system could not be set');
    }
  };
  const stopListening = pos.onChange(({ topic }) => {
    if (topic === 'settings') followSettings();
  });

  network.follow();
  followSettings();
  protocol.handle(APP_SCHEME, screensFrom(join(shippedFolder('out'), 'renderer')));
  refusePermissions(session.defaultSession);
  askWhereToSave(app, session.defaultSession);
  setMenu(app, process.platform);
  const opened = openWindow({ app, door, log, stateFile: join(dataDir, 'window.json'), developmentServer });
  window = opened;
  askBeforeClosing({ window: opened, dialog, words, isEnding: parts.isEnding, isLocked: () => kiosk.isOn, work: () => told });
  opened.on('closed', () => {
    window = null;
  });
  // Windows signs the user out: what is not finished in a moment is cut off.
  opened.on('session-end', parts.endInHurry);
  kiosk.cover(opened);
  watchScreens({ window: opened, dialog, log, words, note, quit: parts.quit });
  updates.begin();
  log.info({ version, data: dataDir }, 'open');

  /** What is installed at the end; null: nothing, or not now. */
  const plan = async (): Promise<UpdateRecord | null> => {
    if (planned || !updates.isReady) return planned;
    try {
      return await updates.prepare();
    } catch (error) {
      log.warn({ error: String(error) }, 'the update waits for the next close');
      return null;
    }
  };

  return {
    show: () => {
      if (!window) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    noteFault: (error) => {
      log.error({ err: { message: String(error), stack: error instanceof Error ? error.stack : undefined } }, 'a fault that nobody caught');
      note({ kind: 'program', error });
    },
    close: async ({ inHurry }) => {
      updates.end();
      stopListening();
      door.close();
      let update: UpdateRecord | null = null;
      try {
        update = inHurry ? null : await plan();
        await network.close();
        await pos.close();
        log.info({}, 'closed');
        if (update) {
          writeStartRecord(dataDir, { ...settledStart(version), update });
          log.info({ from: update.from, to: update.to, backup: update.backup }, 'installing');
          updates.install(planned !== null);
        }
      } catch (error) {
        log.error({ error: String(error) }, 'not closed cleanly');
      }
      log.close();
    },
  };
};
