import type { FastifyRequest } from 'fastify';
import type { OperationName } from '../contract/index.ts';
import { Refusal } from '../core/kernel/errors.ts';

const LONGEST_KEY = 255;

/** Their answers hold a secret that is kept as a hash only; an idempotency record would keep it in clear. */
const NEVER_KEPT: ReadonlySet<OperationName> = new Set<OperationName>([
  'session.signIn',
  'session.createOwner',
  'setup.run',
  'keys.create',
]);

/** The Idempotency-Key header, or undefined. Throws invalid_input when it is too long. */
export const idempotencyKeyOf = (request: FastifyRequest, name: OperationName): string | undefined => {
  const header = request.headers['idempotency-key'];
  if (header === undefined || NEVER_KEPT.has(name)) return undefined;
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
