import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BEGIN_SESSIONS } from '../contract/begin-sessions.ts';
import { allOperations } from '../contract/index.ts';
import type { Pos } from '../core/app.ts';
import { Refusal } from '../core/kernel/errors.ts';
import { callerOf, checkCsrf } from './authentication.ts';
import { EVENTS_URL, type EventStream } from './event-stream.ts';
import type { KeyCache } from './key-cache.ts';
import { operationHandler } from './operation-route.ts';
import { elapsedMs } from './request-state.ts';
import type { SessionCookie } from './session-cookie.ts';

/** What it takes to know who is calling. */
export interface Door {
  readonly pos: Pos;
  readonly keys: KeyCache;
  readonly cookie: SessionCookie;
  readonly noAuth: boolean;
}

/** A route for every operation of the contract. */
export const addOperations = (app: FastifyInstance, door: Door & { signInsPerMinute: number }): void => {
  const limit = {
    rateLimit: {
      max: door.signInsPerMinute,
      timeWindow: '1 minute',
      errorResponseBuilder: (_request: unknown, context: { ttl: number }) =>
        new Refusal('rate_limited', `Too many tries. Wait ${Math.ceil(context.ttl / 1000)} seconds.`),
    },
  };
  for (const [name, op] of allOperations()) {
    const signsIn = BEGIN_SESSIONS.has(name);
    app.route({
      method: op.method,
      url: op.url.replace(/\{(\w+)\}/g, ':$1'),
      ...(signsIn ? { config: limit } : {}),
      ...(op.bodyLimit ? { bodyLimit: op.bodyLimit } : {}),
      onRequest: (request, reply, done) => {
        if (endsInSlash(request.url)) return reply.callNotFound();
        try {
          request.caller = callerOf(request, door);
          // Signing in comes before there is a token; pages of other sites are kept out by their origin.
          if (!signsIn) checkCsrf(request, request.caller, door.pos);
          done();
        } catch (error) {
          done(error as Error);
        }
      },
      handler: operationHandler(name, op, door),
    });
  }
};

/** The stream of committed changes, for whoever is signed in. */
export const addEventRoute = (app: FastifyInstance, door: Door & { events: EventStream }): void => {
  app.get(EVENTS_URL, (request, reply) => {
    const isAllowed = () => isSignedIn(request, door);
    request.caller = callerOf(request, door);
    if (request.caller.role === null) throw new Refusal('unauthenticated', 'Not authenticated: sign in, or send an API key.');
    reply.header('x-process-time-ms', elapsedMs(request.startedAt)).header('x-request-id', request.id);
    door.events.open(request, reply, isAllowed);
  });
};

/** The router takes an empty id for an id; to us it is an address with a slash too many. */
const endsInSlash = (url: string): boolean => {
  const end = url.indexOf('?');
  return url.charCodeAt((end === -1 ? url.length : end) - 1) === 47;
};

const isSignedIn = (request: FastifyRequest, door: Door): boolean => {
  try {
    return callerOf(request, door).role !== null;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};
