import type { PosBridge } from '../../contract/bridge.ts';
import { type Client, makeClient } from './client.ts';
import { makeHttpTransport } from './http-transport.ts';
import { makeIpcTransport } from './ipc-transport.ts';

declare global {
  interface Window {
    readonly pos?: PosBridge;
  }
}

let made: Client | undefined;

/** The client of this page: over the bridge in the desktop app, over HTTP in a browser. */
export const pageClient = (): Client => {
  made ??= makeClient(window.pos ? makeIpcTransport(window.pos) : makeHttpTransport());
  return made;
};
