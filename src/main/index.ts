import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, protocol, session, shell } from 'electron';
import { type Pos, openPos } from '../core/app.ts';
import { DataFolderError } from '../core/database/data-folder-error.ts';
import { shippedFolder } from '../core/database/migrations.ts';
import { EnvironmentError, settingsFromEnvironment } from '../core/modules/settings/index.ts';
import { APP_SCHEME, screensFrom } from './app-protocol.ts';
import { readArguments } from './command-line.ts';
import { type DesktopLog, openDesktopLog } from './desktop-log.ts';
import { askWhereToSave } from './downloads.ts';
import { guardContents, refusePermissions } from './guards.ts';
import { type IpcDoor, openIpcDoor } from './ipc.ts';
import { setMenu } from './menu.ts';
import { NetworkAccess } from './network-access.ts';
import { openWindow } from './window.ts';

/** What runs while the shop is open, to be ended in order. */
interface Running {
  readonly pos: Pos;
  readonly door: IpcDoor;
  readonly network: NetworkAccess;
  readonly log: DesktopLog;
}

let window: BrowserWindow | null = null;
let running: Running | null = null;
let closing = false;

// Set by electron-vite while developing; a packaged app never loads from elsewhere.
const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;

const showWindow = (): void => {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};

/** What the user is told when the shop cannot be opened: our own words if they are meant for people, else the fault. */
const wordsFor = (error: unknown): string =>
  error instanceof DataFolderError || error instanceof EnvironmentError
    ? error.message
    : `Something unexpected went wrong: ${String(error)}`;

const openShop = async (): Promise<void> => {
  const dataDir = app.getPath('userData');
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
  const door = openIpcDoor({ pos, log, developmentServer });
  const network = new NetworkAccess(pos, log);
  running = { pos, door, network, log };
  network.follow();
  protocol.handle(APP_SCHEME, screensFrom(join(shippedFolder('out'), 'renderer')));
  refusePermissions(session.defaultSession);
  askWhereToSave(app, session.defaultSession);
  setMenu(app, process.platform);
  const opened = openWindow({ app, door, log, stateFile: join(dataDir, 'window.json'), developmentServer });
  opened.on('closed', () => {
    window = null;
  });
  window = opened;
  log.info({ version: app.getVersion(), data: dataDir }, 'open');
};

/** Lets calls under way finish and closes the database before the process ends. */
const closeShop = async ({ pos, door, network, log }: Running): Promise<void> => {
  door.close();
  try {
    await network.close();
    await pos.close();
    log.info({}, 'closed');
  } catch (error) {
    log.error({ error: String(error) }, 'not closed cleanly');
  }
  log.close();
};

const start = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  app.enableSandbox();

  const { dataDir } = readArguments(process.argv.slice(1), process.cwd());
  try {
    const folder = dataDir ?? app.getPath('userData');
    // Chromium's own files lie apart from the shop's, and the folder decides which copies of the program are the same shop.
    mkdirSync(join(folder, 'browser'), { recursive: true });
    app.setPath('userData', folder);
    app.setPath('sessionData', join(folder, 'browser'));
  } catch (error) {
    dialog.showErrorBox('Philo POS cannot start', `The data folder cannot be used: ${String(error)}`);
    app.exit(1);
    return;
  }

  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closing) return;
    closing = true;
    if (!running) return;
    event.preventDefault();
    void closeShop(running).finally(() => app.exit(0));
  });

  app
    .whenReady()
    .then(openShop)
    .catch((error: unknown) => {
      dialog.showErrorBox('Philo POS cannot open this shop', wordsFor(error));
      app.exit(1);
    });
};

start();
