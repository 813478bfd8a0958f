import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Caller } from '../core/kernel/caller.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling; null until the door has looked, and where nobody asks. */
    caller: Caller | null;
    /** `performance.now()` when the request came in. */
    startedAt: number;
  }
}

const RUN = randomBytes(4).toString('hex');
let requests = 0;

/** The caller's own X-Request-Id where it is a plain one, else a new one: unique for this run of the program. */
export const requestIdOf = (request: IncomingMessage): string => {
  const given = request.headers['x-request-id'];
  if (typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given)) return given;
  requests += 1;
  return `${RUN}-${requests.toString(36)}`;
};

/** For the header X-Process-Time-Ms. */
export const elapsedMs = (startedAt: number): string => (performance.now() - startedAt).toFixed(2);
