import type { FastifyRequest } from 'fastify';
import type { Operation } from '../contract/operation.ts';
import { Refusal } from '../core/kernel/errors.ts';

const LONGEST_KEY = 255;

/** The Idempotency-Key header, or undefined. Throws invalid_input when it is too long. */
export const idempotencyKeyOf = (request: FastifyRequest, op: Operation): string | undefined => {
  const header = request.headers['idempotency-key'];
  if (header === undefined || op.secret) return undefined;
  const key = String(header).trim();
  if (key === '') return undefined;
  if (key.length <= LONGEST_KEY) return key;
  const msg = `String should have at most ${LONGEST_KEY} characters`;
  throw new Refusal('invalid_input', msg, [
    {
      type: 'string_too_long',
      loc: ['header', 'idempotency-key'],
      msg,
      input: key.slice(0, LONGEST_KEY),
      ctx: { max_length: LONGEST_KEY },
    },
  ]);
};
