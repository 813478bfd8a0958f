import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import type { Log } from '../../core/kernel/log.ts';

/** Fetches and installs versions of the program: electron-updater, which verifies the sha512 of the manifest. */
export interface Installer {
  /** The newer version at an address; null: none is newer. Rejects with why not. */
  look(address: string): Promise<string | null>;
  /** Fetches what was found. Percent from 0 to 100. */
  fetch(onPercent: (percent: number) => void): Promise<void>;
  /** Installs what was fetched, as the very last act of the program; `again` starts the new version afterwards. */
  install(again: boolean): void;
}

/** How a Linux package was installed, as electron-builder notes it beside the program. */
const linuxPackage = (): string | null => {
  const file = join(process.resourcesPath, 'package-type');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
};

/** Whether this copy can be replaced by another version of itself. */
export const isInstalled = (isPackaged: boolean): boolean =>
  isPackaged && (process.platform !== 'linux' || process.env.APPIMAGE !== undefined || linuxPackage() === 'deb');

/** The address that the package was built with; null: none, or the one that stands for none. */
export const builtInServer = (): string | null => {
  if (!process.resourcesPath) return null;
  const file = join(process.resourcesPath, 'app-update.yml');
  const [, text = ''] = /^url: *['"]?(.*?)['"]? *$/m.exec(existsSync(file) ? readFileSync(file, 'utf8') : '') ?? [];
  return URL.canParse(text) && !new URL(text).hostname.endsWith('.invalid') ? text : null;
};

const makeUpdater = (): AppUpdater => {
  // Only where updates are asked for: reading it costs more than opening the shop does.
  const kinds = createRequire(import.meta.url)('electron-updater') as typeof import('electron-updater');
  if (process.platform === 'win32') return new kinds.NsisUpdater();
  if (process.platform === 'darwin') return new kinds.MacUpdater();
  return process.env.APPIMAGE === undefined ? new kinds.DebUpdater() : new kinds.AppImageUpdater();
};

/** The way in which this system installs. */
export const openInstaller = (log: Log): Installer => {
  const updater = makeUpdater();
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  // Without an installed copy of the same build beside it there is nothing to patch, and whole files are what sticks carry.
  updater.disableDifferentialDownload = true;
  updater.logger = {
    info: (message) => log.info({ message: String(message) }, 'updater'),
    warn: (message) => log.warn({ message: String(message) }, 'updater'),
    error: (message) => log.error({ message: String(message) }, 'updater'),
  };
  // Told by the promises as well; an emitter without a listener would end the program.
  updater.on('error', () => {});
  return {
    look: async (address) => {
      updater.setFeedURL({ provider: 'generic', url: address });
      const found = await updater.checkForUpdates();
      return found?.isUpdateAvailable ? found.updateInfo.version : null;
    },
    fetch: async (onPercent) => {
      const hear = ({ percent }: { percent: number }): void => onPercent(Math.floor(percent));
      updater.on('download-progress', hear);
      try {
        await updater.downloadUpdate();
      } finally {
        updater.off('download-progress', hear);
      }
    },
    install: (again) => {
      if ('install' in updater && typeof updater.install === 'function') updater.install(true, again);
      else updater.quitAndInstall(true, again);
    },
  };
};
