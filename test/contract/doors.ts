import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ERRORS } from '../../src/contract/errors.ts';
import { allOperations, type OperationName } from '../../src/contract/index.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { decodeInput, encodeOutput } from '../../src/contract/wire.ts';
import { codecOf } from '../../src/contract/wire/codec.ts';
import { openPos, type Pos } from '../../src/core/app.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { startServer } from '../../src/server/server.ts';
import { openIpcClient } from '../support/ipc-client.ts';
import { testClock, type TestClock } from '../support/test-app.ts';

/** A request as one of the original's clients makes it, and its answer. */
export interface DoorAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every operation; the tests say what is in them
  readonly body: any;
  /** Of the HTTP door only. */
  readonly headers: Headers | null;
}

export type DoorKind = 'http' | 'ipc';

/** The same calls through either door, asked and answered as /api/v1 writes them. */
export interface Door {
  readonly kind: DoorKind;
  readonly pos: Pos;
  readonly clock: TestClock;
  /** Of the HTTP door only. */
  readonly url: string | null;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<DoorAnswer>;
  /** Any bytes as the body; HTTP only. */
  sendRaw(method: string, path: string, body: string | undefined, headers: Record<string, string>): Promise<DoorAnswer>;
  close(): Promise<void>;
}

const DECIMALS = 2;

/** Opens a shop in a folder of its own behind one door, with the owner's rights. */
export const openDoor = async (kind: DoorKind, options: { start?: string } = {}): Promise<Door> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'philo-contract-'));
  const clock = testClock(options.start);
  const pos = await openPos({ dataDir, clock, inlineWorker: true });
  const opened = kind === 'http' ? await throughHttp(pos) : await throughIpc(pos);
  return {
    kind,
    pos,
    clock,
    ...opened,
    close: async () => {
      await opened.close();
      await pos.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

type Opened = Pick<Door, 'url' | 'send' | 'sendRaw' | 'close'>;

const throughHttp = async (pos: Pos): Promise<Opened> => {
  const made = await pos.dispatch('keys.create', { name: 'Contract tests' }, systemCaller());
  if (!made.ok) throw new Error(made.error.message);
  const { key } = made.value as { key: string };
  const server = await startServer({ pos, port: 0, rendererFolder: null });
  const sendRaw: Door['sendRaw'] = async (method, path, body, headers) => {
    const response = await fetch(server.url + path, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${key}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text, headers: response.headers };
  };
  return {
    url: server.url,
    sendRaw,
    send: (method, path, body, headers = {}) =>
      sendRaw(method, path, body === undefined ? undefined : JSON.stringify(body), {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      }),
    close: () => server.close(),
  };
};

/** Calls of the desktop app's bridge: exact types only, so nothing of the body is coerced on the way. */
const throughIpc = async (pos: Pos): Promise<Opened> => {
  const client = await openIpcClient(pos);
  const owner = await client.pos.call('session.createOwner', { name: 'Owner', pin: '2468' });
  if (!owner.ok) throw new Error(owner.error.message);
  return {
    url: null,
    send: async (method, path, body) => {
      const { name, op, input } = asCall(method, path, body);
      const answer = await client.pos.call(name, input);
      if (answer.ok) return { status: op.status ?? 200, body: encodeOutput(op, answer.value, DECIMALS), headers: null };
      const { code, message, details } = answer.error;
      return { status: ERRORS[code].status, body: { detail: details ?? message, code }, headers: null };
    },
    sendRaw: () => Promise.reject(new Error('the IPC door has no raw bodies')),
    close: () => Promise.resolve(client.close()),
  };
};

/** Whether some operation answers this method and path: what is not one is no call of the desktop app. */
export const isCall = (method: string, path: string): boolean => find(method, path) !== undefined;

const find = (method: string, path: string): { name: OperationName; op: Operation; ids: Record<string, string> } | undefined => {
  const { pathname } = new URL(path, 'http://localhost');
  for (const [name, op] of allOperations()) {
    const match = op.method === method && new RegExp(`^${op.url.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(pathname);
    if (match) return { name, op, ids: { ...match.groups } };
  }
  return undefined;
};

/** What a screen would pass: ids and filters as the numbers they are, amounts in minor units, everything else as given. */
const asCall = (method: string, path: string, body: unknown) => {
  const found = find(method, path);
  if (!found) throw new Error(`${method} ${path} is no operation`);
  const query = Object.fromEntries(new URL(path, 'http://localhost').searchParams);
  const given = body !== null && typeof body === 'object' ? Object.entries(body) : [];
  const amounts = given.map(([key, value]: [string, unknown]) => {
    const schema = found.op.body?.[key];
    const codec = schema && codecOf(schema, 'read');
    return [key, codec && typeof value === 'number' ? codec(value, DECIMALS) : value];
  });
  return {
    name: found.name,
    op: found.op,
    input: { ...Object.fromEntries(amounts), ...decodeInput(found.op, { path: found.ids, query }, DECIMALS) },
  };
};
