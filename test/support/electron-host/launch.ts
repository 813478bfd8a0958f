import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { startChromium } from '../browser.ts';
import { inRepository } from '../repository.ts';
import { PreventableEvent } from './emitter.ts';
import { importWithElectron } from './module-hooks.ts';
import { type DialogAnswers, makeStandIn, type Seen } from './stand-in.ts';

/** The built desktop app, running in the stand-in for Electron. */
export interface HostedApp {
  /** The window's page, when it has been opened. Fails when the program ends without one. */
  readonly window: () => Promise<Page>;
  readonly seen: Seen;
  /** How the user answers the system's dialogs from now on: the first button, and no folder, unless a test says otherwise. */
  readonly answers: DialogAnswers;
  /** The system shuts down. */
  readonly shutDown: () => void;
  isKiosk(): boolean;
  /** The page's process dies, or hangs, as Electron tells it. */
  crashScreens(reason?: string): void;
  hangScreens(): void;
  /** Asks for a permission as a page would; answers whether it is granted. */
  askPermission(permission: string): boolean;
  isWindowFocused(): boolean;
  /** Resolves to the exit code. */
  readonly exited: Promise<number>;
  readonly version: string;
  /** Presses the window's cross; the program may have a word to say about it. */
  readonly closeWindow: () => Promise<void>;
  /** Closes the window as its user does, waits for the program's end and answers its exit code. */
  readonly close: () => Promise<number>;
}

export interface LaunchOptions {
  readonly dataDir: string;
  /** The folder that holds out/: the repository, or an unpacked package. */
  readonly programFolder?: string;
  /** As installed from a package, which an unpacked one always is: it may update itself and start with the system. */
  readonly isPackaged?: boolean;
  /** Another version than the package's own. */
  readonly version?: string;
  /** Answers for dialogs that come before there is a window. */
  readonly answers?: Partial<DialogAnswers>;
}

/** Runs the built main process with a Chromium of its own in the place of Electron's. */
export const launchInStandIn = async (options: LaunchOptions): Promise<HostedApp> => {
  const { dataDir, programFolder = inRepository() } = options;
  const isOwnBuild = programFolder === inRepository();
  const { isPackaged = !isOwnBuild } = options;
  const answers: DialogAnswers = { button: () => 0, folders: [], ...options.answers };
  const browser = await startChromium();
  const context = await browser.newContext({ acceptDownloads: true });
  const { promise: ready, resolve: becomeReady } = Promise.withResolvers<void>();
  const { promise: exited, resolve: exit } = Promise.withResolvers<number>();
  const { version: shipped } = JSON.parse(readFileSync(`${programFolder}/package.json`, 'utf8')) as { version: string };
  const version = options.version ?? shipped;
  const standIn = makeStandIn({ context, ready, version, isPackaged, answers, exited: exit });
  void exited.then(() => browser.close());

  // The program reads its arguments when it is imported.
  const own = process.argv;
  process.argv = [process.execPath, ...(isOwnBuild ? [programFolder] : []), '--data', dataDir];
  try {
    await importWithElectron(`${programFolder}/out/main/index.js`, standIn.electron);
  } catch (error) {
    await browser.close();
    throw error;
  } finally {
    process.argv = own;
  }

  const { promise: opened, resolve: open, reject: fail } = Promise.withResolvers<Page>();
  opened.catch(() => {}); // Heard by whoever asks for the window.
  void exited.then((code) => fail(new Error(`the program ended with ${code}: ${JSON.stringify(standIn.seen.errorBoxes)}`)));
  const watch = (): void => {
    for (const window of standIn.windows) {
      window.once('ready-to-show', () => {
        if (window.contents.page) open(window.contents.page);
      });
    }
  };
  standIn.app.once('web-contents-created', () => queueMicrotask(watch));
  becomeReady();

  const closeWindow = async (): Promise<void> => {
    for (const window of standIn.windows) await window.close();
  };

  return {
    window: () => opened,
    seen: standIn.seen,
    answers,
    shutDown: () => standIn.powerMonitor.emit('shutdown', new PreventableEvent()),
    isKiosk: () => [...standIn.windows].some((window) => window.isKiosk()),
    crashScreens: (reason = 'crashed') => {
      for (const window of standIn.windows) window.contents.gone(reason);
    },
    hangScreens: () => {
      for (const window of standIn.windows) window.emit('unresponsive');
    },
    askPermission: standIn.askPermission,
    isWindowFocused: () => [...standIn.windows].some((window) => window.isFocused),
    exited,
    version,
    closeWindow,
    close: async () => {
      await closeWindow();
      return exited;
    },
  };
};
