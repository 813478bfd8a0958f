import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorData } from '../contract/errors.ts';
import { Refusal } from '../core/kernel/errors.ts';
import type { Log } from '../core/kernel/log.ts';
import { errorText, JSON_TYPE, sendError, sendJson } from './answers.ts';

/** What Fastify itself refuses, in our codes. */
const REFUSED_BY_FASTIFY: Readonly<Record<string, ErrorData>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'body_too_large', message: 'The body is too large.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'invalid_input',
    message: 'The body is not JSON.',
    details: [
      {
        type: 'model_attributes_type',
        loc: ['body'],
        msg: 'Input should be a valid dictionary or object to extract fields from',
        input: null,
      },
    ],
  },
  FST_ERR_BAD_URL: { code: 'route_not_found', message: 'Not Found' },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'route_not_found', message: 'Not Found' },
};

/** Answers whatever was thrown on the way: refusals as data, anything else as one generic error with a reference in the log. */
export const answerFault = (error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply => {
  if (error instanceof Refusal) return sendError(reply, error.toData());
  const known = REFUSED_BY_FASTIFY[error.code];
  if (known) return sendError(reply, known);
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return sendJson(reply, status, JSON.stringify({ detail: error.message, code: 'invalid_input' }));
  const reference = randomUUID();
  log.error({ request_id: request.id, reference, err: { name: error.name, message: error.message, stack: error.stack } }, 'request failed');
  return sendError(reply, { code: 'internal', message: `Something went wrong inside Philo POS. Reference ${reference}.` });
};

/** What is not even HTTP, or is cut off: answered on the bare connection. */
export const answerBrokenRequest = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const reason = STATUS_CODES[status] ?? 'Bad Request';
  const body = errorText({ code: 'invalid_input', message: reason });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\ncontent-type: ${JSON_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nx-process-time-ms: 0.00\r\nconnection: close\r\n\r\n${body}`,
  );
};
