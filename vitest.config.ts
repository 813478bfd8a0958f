import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/ready/browser.mjs';

const KINDS = ['property', 'contract', 'ipc', 'server'];
const inFolder = (folder: string): string => `test/${folder}/**/*.test.{ts,tsx}`;

/** One project for each kind of test, so that one kind can be run alone: `npm test -- --project property`. */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...KINDS, 'e2e'].map((folder) => `test/${folder}/**`),
          // Real files and processes, on machines that others may keep busy: a slow one is no fault.
          testTimeout: 60_000,
        },
      },
      ...KINDS.map((folder) => ({ extends: true as const, test: { name: folder, include: [inFolder(folder)], testTimeout: 60_000 } })),
      {
        extends: true,
        test: {
          name: 'e2e',
          include: findChromium() ? ['test/e2e/**/*.spec.ts'] : [],
          globalSetup: ['test/support/built-program.ts'],
          // Each file drives browsers of its own; two at once would only share two cores.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // As patient as the locators are: a busy machine is no fault.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
    passWithNoTests: true,
    // Electron's npm package is only its binary's downloader; code of the desktop door gets a stand-in of its modules.
    alias: { electron: resolve(import.meta.dirname, 'test/support/electron-host/electron-for-tests.ts') },
    server: { deps: { external: [/\/out\//] } },
  },
});
