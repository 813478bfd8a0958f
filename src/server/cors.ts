import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OriginGuard } from './origin-guard.ts';

/** The original answers with all of these, whatever the path knows. */
const METHODS = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT, QUERY';
const METHOD_SET = new Set(METHODS.split(', '));

/**
 * Cross-origin answers just as the original gives them (ORIGINAL.md section 1, golden 007-010): credentials allowed, all
 * methods and headers, a foreign preflight refused with 400. Answers true when the request was a preflight and is done.
 */
export const answerCors = (request: FastifyRequest, reply: FastifyReply, guard: OriginGuard): boolean => {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  const allowed = guard.isAllowed(origin);
  reply.header('access-control-allow-credentials', 'true').header('vary', 'Origin');
  if (allowed) reply.header('access-control-allow-origin', origin);
  const wanted = request.headers['access-control-request-method'];
  if (request.method !== 'OPTIONS' || wanted === undefined) {
    if (allowed) reply.header('access-control-expose-headers', 'X-Process-Time-Ms, X-Request-Id, Idempotency-Replayed, Retry-After, ETag');
    return false;
  }
  const headers = request.headers['access-control-request-headers'];
  reply.header('access-control-allow-methods', METHODS).header('access-control-max-age', '600');
  if (headers !== undefined) reply.header('access-control-allow-headers', headers);
  const faults = [...(allowed ? [] : ['origin']), ...(METHOD_SET.has(wanted) ? [] : ['method'])];
  void reply
    .code(faults.length === 0 ? 200 : 400)
    .type('text/plain; charset=utf-8')
    .send(faults.length === 0 ? 'OK' : `Disallowed CORS ${faults.join(', ')}`);
  return true;
};
