import { createReadStream } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BEGIN_SESSIONS } from '../contract/begin-sessions.ts';
import type { OperationName } from '../contract/index.ts';
import type { Operation, StoredFile } from '../contract/operation.ts';
import { decodeInput, encodeOutput, type ReceivedInput } from '../contract/wire.ts';
import type { JsonObject } from '../contract/wire/schema-shape.ts';
import { currencyOf } from '../domain/money.ts';
import type { Pos } from '../core/app.ts';
import { nobody } from '../core/kernel/caller.ts';
import type { DispatchOptions } from '../core/kernel/dispatcher.ts';
import { Refusal } from '../core/kernel/errors.ts';
import { inputIssues } from '../contract/input-issues.ts';
import { sendError, sendJson } from './answers.ts';
import { approvalOf } from './approval.ts';
import { readJsonObject } from './body.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { addIfMatch, etagOf, writeConflict } from './versions.ts';
import type { SessionCookie } from './session-cookie.ts';

/** An id too large to be kept exactly names nothing. It is asked for under this number, and the answer says what was sent. */
const NO_ID = Number.MIN_SAFE_INTEGER;
const WHOLE = /^[+-]?\d+$/;

/** The handler of one operation: read the request, dispatch, write the answer. */
export const operationHandler = (name: OperationName, op: Operation, parts: { pos: Pos; cookie: SessionCookie }) => {
  const { pos, cookie } = parts;
  const pathKeys = Object.keys(op.path ?? {});
  const takesKey = op.method === 'POST' || op.method === 'PATCH';

  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const caller = request.caller ?? nobody('http');
    // Before the body is looked at: strangers learn nothing from their faults.
    if (op.permission !== 'public' && caller.role === null) {
      throw new Refusal('unauthenticated', 'Not authenticated: send an API key as "Authorization: Bearer <key>", or sign in.');
    }
    const { decimals } = currencyOf(pos.settings().currency);
    const path = request.params as JsonObject;
    const query = op.query ? lastValues(request.query as JsonObject) : undefined;
    const body = op.hasBody ? readBody(op, request, { path, query }, decimals) : undefined;
    const input = decodeInput(op, { path, query, body }, decimals);
    const hugeId = replaceHugeIds(input, path, pathKeys);
    addIfMatch(op, request, input);
    const options: DispatchOptions = {
      idempotencyKey: takesKey ? idempotencyKeyOf(request, op) : undefined,
      approval: approvalOf(request),
      get raw() {
        return { ...body, ...query, ...path };
      },
    };
    const answer = await pos.dispatch(name, input, caller, options);
    if (answer.replayed) reply.header('idempotency-replayed', 'true');
    if (!answer.ok) {
      const error = writeConflict(op, answer.error, decimals);
      return sendError(
        reply,
        hugeId !== undefined && error.code === 'not_found' ? { ...error, message: error.message.replace(String(NO_ID), hugeId) } : error,
      );
    }
    if (op.media)
      return answer.value instanceof Uint8Array ? sendFile(reply, op, path, answer.value) : streamFile(reply, answer.value as StoredFile);
    const value = withCookie(name, answer.value, reply, cookie);
    const etag = etagOf(value);
    if (etag !== null) reply.header('etag', etag);
    return sendJson(reply, op.status ?? 200, JSON.stringify(encodeOutput(op, value, decimals)));
  };
};

/** The body as an object. Where it is none, the faults of path and query are told before it, as the original does. */
const readBody = (op: Operation, request: FastifyRequest, url: ReceivedInput, decimals: number): object => {
  try {
    return readJsonObject(request.body as Buffer | undefined, request.headers['content-type']);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid_input') throw error;
    const input = decodeInput(op, url, decimals);
    const parsed = z.object({ ...op.path, ...op.query }).safeParse(input);
    const before = parsed.success ? [] : inputIssues(op, parsed.error, { ...url.query, ...url.path });
    throw new Refusal(error.code, error.message, [...before, ...(error.details ?? [])]);
  }
};

/** Of a parameter that is given twice the last one counts, as in the original. */
const lastValues = (query: JsonObject): JsonObject => {
  for (const key of Object.keys(query)) {
    const value = query[key];
    if (Array.isArray(value)) query[key] = value.at(-1);
  }
  return query;
};

const replaceHugeIds = (input: JsonObject, path: JsonObject, keys: readonly string[]): string | undefined => {
  let huge: string | undefined;
  for (const key of keys) {
    const text = String(path[key]).trim();
    if (!WHOLE.test(text) || Number.isSafeInteger(Number(text))) continue;
    input[key] = NO_ID;
    huge = text;
  }
  return huge;
};

/** Signing in and out is where the session's token turns into a cookie: it is never in an answer. */
const withCookie = (name: OperationName, value: unknown, reply: FastifyReply, cookie: SessionCookie): unknown => {
  if (name === 'session.signOut') cookie.clear(reply);
  if (!BEGIN_SESSIONS.has(name)) return value;
  const { token, ...session } = value as { token: string | null };
  if (token !== null) cookie.set(reply, token);
  return { ...session, token: null };
};

/** Straight from the disk: however large it is, little of it lies in memory. */
const streamFile = (reply: FastifyReply, file: StoredFile): FastifyReply =>
  reply
    .header('content-type', file.media)
    .header('content-length', String(Math.max(0, file.bytes - file.offset)))
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .header('cache-control', 'no-store')
    .send(file.offset >= file.bytes ? '' : createReadStream(file.path, { start: file.offset }));

const sendFile = (reply: FastifyReply, op: Operation, path: JsonObject, bytes: Uint8Array): FastifyReply => {
  const name = op.url
    .replace(/^\/api\/v1\//, '')
    .replace(/\{(\w+)\}/g, (_, key: string) => String(path[key]))
    .replace(/[^\w.-]+/g, '-');
  return reply
    .header('content-type', op.media)
    .header('content-disposition', `inline; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
};
