import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, powerMonitor, protocol, shell } from 'electron';
import { DataFolderError } from '../core/database/data-folder-error.ts';
import { Refusal } from '../core/kernel/errors.ts';
import { EnvironmentError } from '../core/modules/settings/index.ts';
import { APP_SCHEME } from './app-protocol.ts';
import { readArguments } from './command-line.ts';
import { guardAgainstFaults } from './crash-guard.ts';
import { mayStart, startWasNone } from './failed-update.ts';
import { openRunningShop, type RunningShop } from './running-shop.ts';
import { wordsIn } from './words.ts';

let running: RunningShop | null = null;
/** From the moment the program is told to end. */
let ending = false;
let closing: Promise<void> | null = null;
let isWantedAgain = false;

// Set by electron-vite while developing; a packaged app never loads from elsewhere.
const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;

/** A system that shuts down, or a fault, gives this long: every confirmed sale is on disk already. */
const HURRY_MS = 4000;

/** What the user is told when the shop cannot be opened: our own words if they are meant for people, else the fault. */
const wordsFor = (error: unknown): string =>
  error instanceof DataFolderError || error instanceof EnvironmentError || error instanceof Refusal
    ? error.message
    : `Something unexpected went wrong: ${String(error)}`;

const closeOnce = (how: { inHurry: boolean }): Promise<void> => {
  ending = true;
  closing ??= running ? running.close(how) : Promise.resolve();
  return closing;
};

/** Ends now, as cleanly as a few seconds allow. */
const endInHurry = (code: number): void => {
  const late = setTimeout(() => app.exit(code), HURRY_MS);
  void closeOnce({ inHurry: true }).finally(() => {
    clearTimeout(late);
    app.exit(code);
  });
};

const start = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  app.enableSandbox();

  const { dataDir: given } = readArguments(process.argv.slice(1), process.cwd());
  let dataDir: string;
  try {
    dataDir = given ?? app.getPath('userData');
    // Chromium's own files lie apart from the shop's, and the folder decides which copies of the program are the same shop.
    mkdirSync(join(dataDir, 'browser'), { recursive: true });
    app.setPath('userData', dataDir);
    app.setPath('sessionData', join(dataDir, 'browser'));
  } catch (error) {
    dialog.showErrorBox(wordsIn(app.getLocale()).cannot_start, `The data folder cannot be used: ${String(error)}`);
    app.exit(1);
    return;
  }

  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  const stopGuarding = guardAgainstFaults(process, (error) => {
    running?.noteFault(error);
    const words = wordsIn(app.getLocale());
    dialog.showErrorBox(words.fault, words.fault_text(join(dataDir, 'crashes')));
    endInHurry(1);
  });
  app.on('second-instance', () => {
    // Somebody who opens it while it is still closing means the next time.
    if (closing) isWantedAgain = true;
    else running?.show();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', () => {
    ending = true;
  });
  app.on('will-quit', (event) => {
    if (closing || !running) return;
    event.preventDefault();
    void closeOnce({ inHurry: false }).finally(() => {
      stopGuarding();
      if (isWantedAgain) app.relaunch();
      app.exit(0);
    });
  });

  const open = async (): Promise<void> => {
    await app.whenReady();
    powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
      event?.preventDefault();
      endInHurry(0);
    });
    if (!(await mayStart({ app, dialog, shell, dataDir }))) {
      app.exit(0);
      return;
    }
    running = await openRunningShop({
      dataDir,
      args: given === null ? [] : ['--data', dataDir],
      developmentServer,
      isEnding: () => ending,
      quit: () => app.quit(),
      endInHurry: () => endInHurry(0),
    });
  };
  open().catch((error: unknown) => {
    if (error instanceof DataFolderError && error.fault === 'in_use') startWasNone(dataDir);
    dialog.showErrorBox(wordsIn(app.getLocale()).cannot_open, wordsFor(error));
    app.exit(1);
  });
};

start();
