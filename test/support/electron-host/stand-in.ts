import type { BrowserWindowConstructorOptions, Dialog, Menu, MessageBoxOptions, Protocol, Screen, Session, Shell } from 'electron';
import type { BrowserContext } from 'playwright-core';
import { AppStandIn } from './app.ts';
import { BrowserWindowStandIn, type WindowHost } from './browser-window.ts';
import { KnownEvents } from './emitter.ts';
import { makeNet } from './net.ts';
import { IpcMainStandIn } from './ipc-main.ts';
import { onlyOffered } from './offered.ts';
import type { SchemeHandler, WebContentsStandIn } from './web-contents.ts';

/** What happened in the program that a test may want to see. */
export interface Seen {
  readonly errorBoxes: { title: string; content: string }[];
  readonly openedOutside: string[];
  readonly strayRequests: string[];
  readonly saveDialogs: { defaultPath?: string | undefined }[];
  readonly privileged: { scheme: string; privileges?: object | undefined }[];
  /** Questions of the system's dialogs, in their order. */
  readonly messageBoxes: MessageBoxOptions[];
  readonly openedPaths: string[];
  readonly loginItems: object[];
  relaunches: number;
  menu: unknown;
}

/** What the user answers to the system's dialogs: the number of a button, and chosen folders. */
export interface DialogAnswers {
  button: (question: MessageBoxOptions) => number;
  folders: string[];
}

type PermissionAsker = (permission: string) => boolean;

/** Electron's default session: who is asked for permissions, and downloads. */
class SessionStandIn extends KnownEvents<'will-download'> {
  request: Parameters<Session['setPermissionRequestHandler']>[0] = null;
  check: Parameters<Session['setPermissionCheckHandler']>[0] = null;
  device: Parameters<Session['setDevicePermissionHandler']>[0] = null;

  constructor() {
    super('session', ['will-download']);
  }

  setPermissionRequestHandler(handler: Parameters<Session['setPermissionRequestHandler']>[0]): void {
    this.request = handler;
  }

  setPermissionCheckHandler(handler: Parameters<Session['setPermissionCheckHandler']>[0]): void {
    this.check = handler;
  }

  setDevicePermissionHandler(handler: Parameters<Session['setDevicePermissionHandler']>[0]): void {
    this.device = handler;
  }
}

/** Electron's powerMonitor: the system is about to shut down. */
class PowerMonitorStandIn extends KnownEvents<'shutdown'> {
  constructor() {
    super('powerMonitor', ['shutdown']);
  }
}

export interface StandInParts {
  readonly context: BrowserContext;
  /** Electron's `ready`: once the program has been imported. */
  readonly ready: Promise<void>;
  readonly version: string;
  readonly isPackaged: boolean;
  readonly answers: DialogAnswers;
  exited(code: number): void;
}

/** Everything of one running program: the module that it imports as "electron", and what tests look at. */
export const makeStandIn = (parts: StandInParts) => {
  const seen: Seen = {
    errorBoxes: [],
    openedOutside: [],
    strayRequests: [],
    saveDialogs: [],
    privileged: [],
    messageBoxes: [],
    openedPaths: [],
    loginItems: [],
    relaunches: 0,
    menu: undefined,
  };
  const windows = new Set<BrowserWindowStandIn>();
  const schemes = new Map<string, SchemeHandler>();
  const ipcMain = new IpcMainStandIn();
  const defaultSession = new SessionStandIn();

  const app = new AppStandIn({
    ready: parts.ready,
    version: parts.version,
    isPackaged: parts.isPackaged,
    asked: seen,
    closeWindows: async () => {
      for (const window of windows) await window.close();
    },
    exited: (code) => parts.exited(code),
  });

  const watchDownloads = (contents: WebContentsStandIn): void => {
    contents.page?.on('download', (download) => {
      const item = {
        getFilename: () => download.suggestedFilename(),
        setSaveDialogOptions: (options: { defaultPath?: string }) => seen.saveDialogs.push(options),
      };
      defaultSession.emit('will-download', {}, onlyOffered('DownloadItem', item), contents);
    });
  };

  const host: WindowHost = {
    context: parts.context,
    contents: { ipcMain, schemes, strayRequests: seen.strayRequests },
    created: (window) => {
      if (!app.sandboxed) throw new Error('a window before app.enableSandbox()');
      windows.add(window);
      window.once('ready-to-show', () => watchDownloads(window.contents));
      app.emit('web-contents-created', {}, window.webContents);
    },
    closed: (window) => {
      windows.delete(window);
      if (windows.size === 0) app.windowsGone();
    },
  };

  class BrowserWindow extends BrowserWindowStandIn {
    constructor(options: BrowserWindowConstructorOptions = {}) {
      super(host, options);
    }
  }

  const protocol: Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'> = {
    registerSchemesAsPrivileged: (list) => {
      if (seen.privileged.length > 0) throw new Error('registerSchemesAsPrivileged may be called once');
      seen.privileged.push(...list);
    },
    handle: (scheme, handler) => {
      if (!seen.privileged.some((known) => known.scheme === scheme)) throw new Error(`${scheme} is not registered as privileged`);
      schemes.set(scheme, handler);
    },
  };

  const ask = (first: unknown, second: unknown): number => {
    const question = (second ?? first) as MessageBoxOptions;
    seen.messageBoxes.push(question);
    return parts.answers.button(question);
  };
  const powerMonitor = new PowerMonitorStandIn();
  const dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBox' | 'showMessageBoxSync' | 'showOpenDialog'> = {
    showMessageBox: async (first: unknown, second?: unknown) => ({ response: ask(first, second), checkboxChecked: false }),
    showMessageBoxSync: (first: unknown, second?: unknown) => ask(first, second),
    showOpenDialog: async () => ({ canceled: parts.answers.folders.length === 0, filePaths: parts.answers.folders }),
    showErrorBox: (title, content) => {
      seen.errorBoxes.push({ title, content });
    },
  };

  const shell: Pick<Shell, 'openExternal' | 'openPath'> = {
    openPath: async (path) => {
      seen.openedPaths.push(path);
      return '';
    },
    openExternal: async (url) => {
      seen.openedOutside.push(url);
    },
  };

  const menu = {
    setApplicationMenu: (chosen: unknown) => {
      seen.menu = chosen;
    },
    buildFromTemplate: (template: unknown) => ({ template }),
  } satisfies Record<keyof Pick<typeof Menu, 'setApplicationMenu' | 'buildFromTemplate'>, unknown>;

  const screen = {
    getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
  } satisfies Record<keyof Pick<Screen, 'getAllDisplays'>, unknown>;

  const askPermission: PermissionAsker = (permission) => {
    if (!defaultSession.request || !defaultSession.check || !defaultSession.device) return true; // Electron grants what nobody refuses.
    let granted = false;
    defaultSession.request(
      null as never,
      permission as never,
      (answer) => {
        granted ||= answer;
      },
      {} as never,
    );
    granted ||= defaultSession.check(null, permission as never, '', {} as never);
    granted ||= defaultSession.device({ deviceType: 'usb', origin: '', device: {} as never });
    return granted;
  };

  return {
    seen,
    windows,
    ipcMain,
    app,
    powerMonitor,
    askPermission,
    electron: {
      app: onlyOffered('app', app),
      BrowserWindow,
      dialog: onlyOffered('dialog', dialog),
      ipcMain: onlyOffered('ipcMain', ipcMain),
      Menu: onlyOffered('Menu', menu),
      powerMonitor: onlyOffered('powerMonitor', powerMonitor),
      protocol: onlyOffered('protocol', protocol),
      screen: onlyOffered('screen', screen),
      session: onlyOffered('session', {
        defaultSession: onlyOffered('session', defaultSession),
        // A session of its own keeps cookies and cache apart; here there are none.
        fromPartition: (partition: string) => ({ partition }),
      }),
      net: onlyOffered('net', makeNet()),
      shell: onlyOffered('shell', shell),
    },
  };
};
