import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { startChromium } from '../browser.ts';
import { inRepository } from '../repository.ts';
import { importWithElectron } from './module-hooks.ts';
import { makeStandIn, type Seen } from './stand-in.ts';

/** The built desktop app, running in the stand-in for Electron. */
export interface HostedApp {
  /** The window's page, when it has been opened. Fails when the program ends without one. */
  readonly window: () => Promise<Page>;
  readonly seen: Seen;
  /** Asks for a permission as a page would; answers whether it is granted. */
  askPermission(permission: string): boolean;
  isWindowFocused(): boolean;
  /** Resolves to the exit code. */
  readonly exited: Promise<number>;
  /** Closes the window as its user does, waits for the program's end and answers its exit code. */
  readonly close: () => Promise<number>;
}

export interface LaunchOptions {
  readonly dataDir: string;
  /** The folder that holds out/: the repository, or an unpacked package, which is then told that it is one. */
  readonly programFolder?: string;
}

/** Runs the built main process with a Chromium of its own in the place of Electron's. */
export const launchInStandIn = async ({ dataDir, programFolder = inRepository() }: LaunchOptions): Promise<HostedApp> => {
  const browser = await startChromium();
  const context = await browser.newContext({ acceptDownloads: true });
  const { promise: ready, resolve: becomeReady } = Promise.withResolvers<void>();
  const { promise: exited, resolve: exit } = Promise.withResolvers<number>();
  const { version } = JSON.parse(readFileSync(`${programFolder}/package.json`, 'utf8')) as { version: string };
  const packaged = programFolder !== inRepository();
  const standIn = makeStandIn({ context, ready, version, packaged, exited: exit });
  void exited.then(() => browser.close());

  // The program reads its arguments when it is imported.
  const own = process.argv;
  process.argv = [process.execPath, ...(packaged ? [] : [programFolder]), '--data', dataDir];
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

  return {
    window: () => opened,
    seen: standIn.seen,
    askPermission: standIn.askPermission,
    isWindowFocused: () => [...standIn.windows].some((window) => window.isFocused),
    exited,
    close: async () => {
      for (const window of standIn.windows) await window.close();
      return exited;
    },
  };
};
