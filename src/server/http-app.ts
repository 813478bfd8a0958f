import type { IncomingMessage } from 'node:http';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { silentLog } from '../core/kernel/log.ts';
import { isSafeMethod } from './authentication.ts';
import { BODY_LIMIT, collectBody } from './body.ts';
import { answerCors } from './cors.ts';
import { answerBrokenRequest, answerFault } from './faults.ts';
import type { OriginGuard } from './origin-guard.ts';
import { elapsedMs, requestIdOf } from './request-state.ts';

/** A bare server: bodies unread, faults in our words, nothing served yet. */
export const makeApp = (): FastifyInstance => {
  const app = fastify({
    logger: false,
    genReqId: requestIdOf,
    requestIdHeader: false,
    exposeHeadRoutes: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 120_000,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 4096 },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => {
      // Hooks do not run for an address that is none.
      void reply.header('x-process-time-ms', '0.00').header('x-request-id', request.id);
      answerFault(error, request, reply, silentLog);
    },
  });
  app.decorateRequest('caller', null);
  app.decorateRequest('startedAt', 0);
  app.removeAllContentTypeParsers();
  // Bodies are kept as they came: what is wrong with them is told only after the caller is known.
  app.addContentTypeParser('*', (request: FastifyRequest, payload: IncomingMessage) =>
    // Strangers get no more room than anybody needs to sign in.
    collectBody(payload, request.caller?.role ? request.routeOptions.bodyLimit : BODY_LIMIT),
  );
  return app;
};

/** What every request passes first: is it meant for this machine, and may its page ask this? */
export const addGuards = (app: FastifyInstance, guard: OriginGuard): void => {
  app.addHook('onRequest', (request, reply, done) => {
    request.startedAt = performance.now();
    const { host, origin } = request.headers;
    try {
      guard.checkHost(host);
      if (answerCors(request, reply, guard)) return;
      if (!isSafeMethod(request.method)) guard.checkOrigin(origin, host);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    reply
      .header('x-process-time-ms', elapsedMs(request.startedAt))
      .header('x-request-id', request.id)
      .header('x-content-type-options', 'nosniff');
    done(null, payload);
  });
};
