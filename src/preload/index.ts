import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { PosBridge } from '../contract/bridge.ts';
import type { EVENT_NAMES, EventName } from '../contract/events.ts';

/** Written out, since the preload takes only types from the program; the compiler keeps it equal to the contract's list. */
const eventNames: typeof EVENT_NAMES = ['change', 'connection'];

const call: PosBridge['call'] = (operation, input, options) => ipcRenderer.invoke('pos:call', operation, input, options);

const on: PosBridge['on'] = (event, listener) => {
  if (!(eventNames as readonly string[]).includes(event) || typeof listener !== 'function') throw new TypeError('no such event');
  // Electron's own event object stays here: it carries the sender, with which a page could reach further.
  const receive = (_event: IpcRendererEvent, name: EventName, payload: Parameters<typeof listener>[0]) => {
    if (name === event) listener(payload);
  };
  ipcRenderer.on('pos:event', receive);
  return () => {
    ipcRenderer.off('pos:event', receive);
  };
};

contextBridge.exposeInMainWorld('pos', { call, on } satisfies PosBridge);
