import cookiePlugin from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { allOperations } from '../contract/index.ts';
import type { Pos } from '../core/app.ts';
import { type Log, silentLog } from '../core/kernel/log.ts';
import { PROGRAM_VERSION } from '../core/version.ts';
import { API_VERSION } from './api-version.ts';
import { addDocsPage } from './docs-page.ts';
import { EVENTS_URL, EventStream } from './event-stream.ts';
import { answerFault } from './faults.ts';
import { addGuards, makeApp } from './http-app.ts';
import { KeyCache } from './key-cache.ts';
import { KnownPaths } from './known-paths.ts';
import type { LogLevel } from './log.ts';
import { isLoopback } from './loopback.ts';
import { answerNotFound } from './not-found.ts';
import { addEventRoute, addOperations } from './operation-routes.ts';
import { OriginGuard } from './origin-guard.ts';
import { addRequestLog } from './request-log.ts';
import { addScreens, builtScreens, isPageOfScreens } from './screens.ts';
import { SessionCookie } from './session-cookie.ts';
import { ServerStartError } from './start-error.ts';

export interface ServerOptions {
  readonly pos: Pos;
  /** Who opens it, for the screens to say how it is switched; left out: `server`. */
  readonly door?: 'desktop' | 'server';
  /** Default 127.0.0.1: only this machine. */
  readonly host?: string;
  /** Default 8000; 0 takes any free one. */
  readonly port?: number;
  /** Everybody who reaches the door has the owner's rights: for old clients, on a loopback address only. */
  readonly noAuth?: boolean;
  /** Follows the setting log_level where it can. */
  readonly log?: Log & { setLevel?(level: LogLevel): void };
  /** Where the built screens lie; left out: beside the program. Null: none. */
  readonly rendererFolder?: string | null;
  /** Wrong PINs and the like that one address may try in a minute. */
  readonly signInsPerMinute?: number;
  /** How often an event stream shows that it is alive. */
  readonly heartbeatMs?: number;
}

export interface RunningServer {
  /** Without a slash at the end: `http://127.0.0.1:8000`. */
  readonly url: string;
  readonly port: number;
  /** Takes no more connections, lets running requests finish and ends the event streams. */
  close(): Promise<void>;
}

/** Requests that are still running this long after the door was told to close are cut off. */
const CLOSING_PATIENCE_MS = 5000;

const OTHER_PATHS = [
  ['/', 'GET'],
  ['/health', 'GET'],
  ['/openapi.json', 'GET'],
  ['/docs', 'GET'],
  ['/redoc', 'GET'],
  ['/app/', 'GET'],
  [EVENTS_URL, 'GET'],
] as const;

/** Opens the HTTP door. Throws ServerStartError. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { pos, host = '127.0.0.1', port = 8000, noAuth = false } = options;
  const log: NonNullable<ServerOptions['log']> = options.log ?? silentLog;
  log.setLevel?.(pos.settings().log_level);
  if (noAuth && !isLoopback(host)) {
    throw new ServerStartError(`--no-auth lets everybody in, so it works on a loopback address only (127.0.0.1), not on ${host}.`);
  }
  const cookie = new SessionCookie();
  const app = makeApp();
  const guard = new OriginGuard(host, () => pos.settings().cors_origins);
  const events = new EventStream(options.heartbeatMs);
  const keys = new KeyCache(pos);
  const stopListening = pos.onChange((event) => {
    if (event.topic === 'keys') keys.forget();
    events.send(event);
    if (event.topic === 'settings') log.setLevel?.(pos.settings().log_level);
  });

  await app.register(cookiePlugin);
  await app.register(rateLimit, { global: false });
  addGuards(app, guard);
  addRequestLog(app, log);
  addServiceRoutes(app, pos);
  await addScreens(app, options.rendererFolder === undefined ? builtScreens() : options.rendererFolder);
  await addDocsPage(app);
  addOperations(app, { pos, keys, cookie, noAuth, signInsPerMinute: options.signInsPerMinute ?? 10 });
  addEventRoute(app, { pos, keys, cookie, noAuth, events });

  const paths = new KnownPaths(
    allOperations().map(([, op]) => op),
    OTHER_PATHS,
  );
  app.setNotFoundHandler((request, reply) =>
    isPageOfScreens(request) && reply.sendFile ? reply.sendFile('index.html') : answerNotFound(request, reply, paths),
  );
  app.setErrorHandler((error, request, reply) => answerFault(error as Parameters<typeof answerFault>[0], request, reply, log));
  app.addHook('preClose', (done) => {
    stopListening();
    events.close();
    done();
  });

  await listen(app, host, port);
  const address = app.server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  cookie.port = bound;
  pos.tellNetwork({ door: options.door ?? 'server', listening: true, only_here: isLoopback(host), host, port: bound, open_to_all: noAuth });
  return { url: `http://${urlHost(host)}:${bound}`, port: bound, close: () => close(app) };
};

const addServiceRoutes = (app: FastifyInstance, pos: Pos): void => {
  app.get('/health', () => ({ status: 'healthy', app: pos.settings().shop_name, version: API_VERSION, program: PROGRAM_VERSION }));
  app.get('/', (request, reply) => reply.redirect((request.headers.accept ?? '').includes('text/html') ? '/app/' : '/docs', 307));
  app.get('/redoc', (_request, reply) => reply.redirect('/docs', 307));
};

const listen = async (app: FastifyInstance, host: string, port: number): Promise<void> => {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new ServerStartError(`Port ${port} on ${host} is in use. Choose another with --port.`);
    if (code === 'EACCES') throw new ServerStartError(`Port ${port} may not be used by this user. Choose one above 1023 with --port.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new ServerStartError(`${host} is not an address of this machine.`);
    throw new ServerStartError(`The server could not start: ${message}`);
  }
};

const urlHost = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host);

const close = async (app: FastifyInstance): Promise<void> => {
  const cut = setTimeout(() => app.server.closeAllConnections(), CLOSING_PATIENCE_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
};
