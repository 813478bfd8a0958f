import type { FastifyInstance } from 'fastify';
import { addressOf } from './authentication.ts';
import type { Log } from '../core/kernel/log.ts';

/** One line a request, after it was answered. Only the path: queries, headers and bodies may hold secrets and names. */
export const addRequestLog = (app: FastifyInstance, log: Log): void => {
  app.addHook('onResponse', (request, reply, done) => {
    const at = request.url.indexOf('?');
    const fields = {
      request_id: request.id,
      method: request.method,
      path: at === -1 ? request.url : request.url.slice(0, at),
      status: reply.statusCode,
      duration_ms: Math.round((performance.now() - request.startedAt) * 100) / 100,
      caller: request.caller?.kind ?? 'nobody',
      caller_id: request.caller?.id ?? null,
      ip: addressOf(request),
    };
    if (reply.statusCode >= 500) log.error(fields, 'request');
    else log.info(fields, 'request');
    done();
  });
};
