import { afterEach } from 'vitest';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import type { Role } from '../../src/domain/permissions.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/server.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const running: RunningServer[] = [];

// Defined after the import of test-app, so it runs before the shop is closed.
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every operation; the tests say what is in them
  readonly json: any;
}

export interface HttpRequest {
  readonly body?: unknown;
  /** As it is, whatever it is. */
  readonly raw?: string | Buffer;
  readonly headers?: Record<string, string>;
  readonly key?: string | null;
}

export interface HttpDoor {
  readonly app: TestApp;
  readonly server: RunningServer;
  /** An owner's key; sent unless the request says otherwise. */
  readonly key: string;
  send(method: string, path: string, request?: HttpRequest): Promise<HttpAnswer>;
  keyOf(role: Role): Promise<string>;
}

/** A real shop behind a real server on a free port, closed after the test. */
export const openHttpDoor = async (options: Partial<ServerOptions> & { start?: string } = {}): Promise<HttpDoor> => {
  const { start, ...serverOptions } = options;
  const app = await openTestApp(start === undefined ? {} : { start });
  const server = await startServer({ pos: app.pos, port: 0, rendererFolder: null, ...serverOptions });
  running.push(server);
  const keyOf = async (role: Role) => (await app.call('keys.create', { name: `Test ${role}`, role }, systemCaller())).key;
  const key = await keyOf('owner');
  return {
    app,
    server,
    key,
    keyOf,
    send: async (method, path, { body, raw, headers, key: given = key } = {}) => {
      const response = await fetch(server.url + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(given === null ? {} : { authorization: `Bearer ${given}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(raw === undefined ? {} : { body: typeof raw === 'string' ? raw : new Uint8Array(raw) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined,
      };
    },
  };
};
