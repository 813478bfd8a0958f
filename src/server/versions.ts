import type { FastifyRequest } from 'fastify';
import type { ErrorData } from '../contract/errors.ts';
import type { Operation } from '../contract/operation.ts';
import { encodeOutput } from '../contract/wire.ts';
import type { JsonObject } from '../contract/wire/schema-shape.ts';
import { Refusal } from '../core/kernel/errors.ts';

/** Whether an operation changes a row only if it still has the version that the caller saw. */
export const takesVersion = (op: Operation): boolean => Object.hasOwn(op.body ?? op.query ?? {}, 'if_version');

/** The ETag of an answer that is one row with a version, or null. */
export const etagOf = (value: unknown): string | null => {
  const version = typeof value === 'object' && value !== null ? (value as { version?: unknown }).version : undefined;
  return typeof version === 'number' ? `"${version}"` : null;
};

/** `If-Match: "3"` as the input's if_version, which it overrules; `*` asks for nothing. Throws invalid_input for anything else. */
export const addIfMatch = (op: Operation, request: FastifyRequest, input: JsonObject): void => {
  const header = request.headers['if-match'];
  if (header === undefined || !takesVersion(op) || header.trim() === '*') return;
  const version = /^\s*"(\d{1,15})"\s*$/.exec(header)?.[1];
  if (version === undefined) {
    const msg = 'Input should be one ETag as it was answered, such as "3"';
    throw new Refusal('invalid_input', msg, [{ type: 'value_error', loc: ['header', 'if-match'], msg, input: header.slice(0, 100) }]);
  }
  input.if_version = Number(version);
};

/** A refusal with its rows, if it has any, as HTTP carries them: amounts as decimals. */
export const writeConflict = (op: Operation, error: ErrorData, decimals: number): ErrorData =>
  error.conflict
    ? {
        ...error,
        conflict: { current: encodeOutput(op, error.conflict.current, decimals), yours: encodeOutput(op, error.conflict.yours, decimals) },
      }
    : error;
