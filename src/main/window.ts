import { join } from 'node:path';
import { type App, BrowserWindow, screen } from 'electron';
import type { Log } from '../core/kernel/log.ts';
import { START_PAGE } from './app-protocol.ts';
import type { IpcDoor } from './ipc.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

interface WindowParts {
  readonly app: App;
  readonly door: IpcDoor;
  readonly log: Log;
  readonly stateFile: string;
  readonly developmentServer: string | undefined;
}

/** The narrowest window in which the till still works. */
const SMALLEST = { width: 1024, height: 700 };
const USUAL = { width: 1280, height: 800 };

/** Opens the shop's window where it was last time. */
export const openWindow = ({ app, door, log, stateFile, developmentServer }: WindowParts): BrowserWindow => {
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...USUAL,
    ...state.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Philo POS',
    backgroundColor: '#f6f1ea',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
      devTools: !app.isPackaged,
      spellcheck: false,
    },
  });
  door.admit(window.webContents);
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    try {
      writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
    } catch (error) {
      log.warn({ error: String(error) }, 'window place not kept');
    }
  });
  window
    .loadURL(developmentServer ?? START_PAGE)
    .catch((error: unknown) => log.error({ error: String(error) }, 'the screens did not load'));
  return window;
};
