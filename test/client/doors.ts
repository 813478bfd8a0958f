import { afterEach } from 'vitest';
import type { PosBridge } from '../../src/contract/bridge.ts';
import { type Caller, nobody } from '../../src/core/kernel/caller.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { type Client, makeClient } from '../../src/renderer/client/client.ts';
import { makeHttpTransport } from '../../src/renderer/client/http-transport.ts';
import { makeIpcTransport } from '../../src/renderer/client/ipc-transport.ts';
import { callerWithRole, openTestApp, type TestApp } from '../support/test-app.ts';

const running: RunningServer[] = [];

// Defined after the import of test-app, so it runs before the shop is closed.
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

export interface ClientAtDoor {
  readonly app: TestApp;
  readonly client: Client;
  /** Lets the next `count` answers get lost on their way back: the shop did it, the screen does not know. */
  readonly loseAnswers: (count: number) => void;
  readonly signIn: () => Promise<void>;
}

/** The screens' client over HTTP, with cookies as a browser keeps them. */
export const overHttp = async (): Promise<ClientAtDoor> => {
  const app = await openTestApp();
  const server = await startServer({ pos: app.pos, port: 0, rendererFolder: null });
  running.push(server);
  let cookie = '';
  let lost = 0;
  const send: typeof fetch = async (url, init) => {
    const response = await fetch(url, {
      ...init,
      headers: { ...(init?.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    if (lost > 0) {
      lost -= 1;
      throw new TypeError('fetch failed');
    }
    return response;
  };
  const client = makeClient(makeHttpTransport(server.url, send));
  return {
    app,
    client,
    loseAnswers: (count) => {
      lost = count;
    },
    signIn: async () => {
      await client.call('session.createOwner', { name: 'Owner', pin: '2580' });
    },
  };
};

/** The screens' client over a bridge as the preload makes it: structured clones, one caller. */
export const overBridge = async (): Promise<ClientAtDoor> => {
  const app = await openTestApp();
  let caller: Caller = nobody('ipc');
  let lost = 0;
  const bridge: PosBridge = {
    call: async (operation, input, options) => {
      const answer = await app.answer(operation, structuredClone(input), caller, options);
      if (lost > 0) {
        lost -= 1;
        throw new Error('the other process is gone');
      }
      return structuredClone(answer);
    },
    on: (event, listener) => (event === 'change' ? app.pos.onChange(listener as never) : () => undefined),
  };
  return {
    app,
    client: makeClient(makeIpcTransport(bridge)),
    loseAnswers: (count) => {
      lost = count;
    },
    signIn: async () => {
      caller = callerWithRole('owner');
    },
  };
};
