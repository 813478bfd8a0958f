import type { IpcMainInvokeEvent } from 'electron';
import { IpcMainStandIn } from './ipc-main.ts';
import { onlyOffered } from './offered.ts';

/**
 * What tests without a browser get when they import "electron": both ends of its message channel in one process, with
 * structured clone between them, as between Electron's. vitest.config.ts puts it there.
 */
const main = new IpcMainStandIn();
const listeners = new Map<string, ((event: unknown, ...args: unknown[]) => void)[]>();
const exposed = new Map<string, unknown>();
let sender: IpcMainInvokeEvent | null = null;

export const ipcMain = onlyOffered('ipcMain', main);

export const contextBridge = onlyOffered('contextBridge', {
  exposeInMainWorld: (key: string, api: unknown): void => {
    exposed.set(key, api);
  },
});

export const ipcRenderer = onlyOffered('ipcRenderer', {
  invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
    if (!sender) throw new Error('no page has been opened');
    const answer = structuredClone(await main.invoke(channel, sender, structuredClone(args)));
    if ('failed' in answer) throw new Error(`Error invoking remote method '${channel}': ${answer.failed}`);
    return answer.value;
  },
  on: (channel: string, listener: (event: unknown, ...args: unknown[]) => void): void => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
  },
  off: (channel: string, listener: (event: unknown, ...args: unknown[]) => void): void => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((other) => other !== listener),
    );
  },
});

/** For tests: what the preload exposed, who calls, and messages to the page. */
export const page = {
  exposed: (key: string): unknown => exposed.get(key),
  callAs: (event: IpcMainInvokeEvent): void => {
    sender = event;
  },
  receive: (channel: string, ...args: unknown[]): void => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...structuredClone(args));
  },
  invokeAs: (event: IpcMainInvokeEvent, channel: string, ...args: unknown[]) => main.invoke(channel, event, structuredClone(args)),
};
