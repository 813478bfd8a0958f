import { ERRORS, type ErrorCode } from '../../contract/errors.ts';
import type { OperationName } from '../../contract/index.ts';
import type { Operation } from '../../contract/operation.ts';
import { mayNeedApproval } from '../approval.ts';
import { answerRef, type JsonSchema, schemaRef } from './schemas.ts';

/** Everything that the door itself may refuse, before or around the operation's own errors. */
const doorErrors = (op: Operation): ErrorCode[] => {
  const changes = op.method !== 'GET';
  return [
    'invalid_input',
    ...(op.hasBody ? (['invalid_json', 'body_too_large'] as const) : []),
    'unauthenticated',
    ...(op.permission === 'public' ? [] : (['forbidden'] as const)),
    ...(mayNeedApproval(op) ? (['approval_needed', 'wrong_pin', 'locked_out'] as const) : []),
    'foreign_origin',
    ...(changes ? (['csrf'] as const) : []),
    ...(op.method === 'POST' || op.method === 'PATCH' ? (['idempotency_mismatch'] as const) : []),
    'internal',
    'closing',
  ];
};

/** The codes that an operation may answer, each once. */
export const errorCodesOf = (op: Operation): ErrorCode[] => [...new Set([...doorErrors(op), ...(op.errors ?? [])])];

/** Responses of refusals by status: what each code means, in the words of the contract. */
export const errorResponses = (codes: readonly ErrorCode[]): Record<string, JsonSchema> => {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status } = ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, of]) => [
        String(status),
        {
          description: of.map((code) => `\`${code}\`: ${ERRORS[code].when}`).join('\n\n'),
          ...(status === 401 ? { headers: { 'WWW-Authenticate': { schema: { type: 'string', const: 'Bearer' } } } } : {}),
          ...(status === 429 || status === 503
            ? { headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } } }
            : {}),
          content: { 'application/json': { schema: schemaRef(status === 422 ? 'InputError' : 'Error') } },
        },
      ]),
  );
};

/** Everything that an operation may answer. */
export const responsesOf = (name: OperationName, op: Operation): Record<string, JsonSchema> => {
  const success = op.media
    ? { description: 'The file.', content: { [op.media]: { schema: { type: 'string', format: 'binary' } } } }
    : {
        description: 'Done.',
        headers: {
          'X-Process-Time-Ms': { schema: { type: 'string' } },
          ...(op.method === 'POST' || op.method === 'PATCH'
            ? { 'Idempotency-Replayed': { description: 'true: an earlier answer, given again.', schema: { type: 'string' } } }
            : {}),
        },
        content: { 'application/json': { schema: answerRef(name, op) } },
      };
  return { [String(op.status ?? 200)]: success, ...errorResponses(errorCodesOf(op)) };
};

/** The two shapes of a refusal. */
export const errorSchemas = (): Record<string, JsonSchema> => {
  const code = { type: 'string', enum: Object.keys(ERRORS), description: 'For programs; the texts may change, the codes do not.' };
  return {
    Error: {
      type: 'object',
      required: ['detail', 'code'],
      properties: {
        detail: { type: 'string', description: 'A sentence for people.' },
        code,
        conflict: {
          type: 'object',
          description: 'Of `stale`: the row as it is now, and as this call would have left it.',
          required: ['current', 'yours'],
          properties: { current: { type: 'object' }, yours: { type: 'object' } },
        },
      },
    },
    InputIssue: {
      type: 'object',
      required: ['type', 'loc', 'msg', 'input'],
      properties: {
        type: { type: 'string' },
        loc: {
          type: 'array',
          items: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
          description: '["body", "items", 0, "quantity"]',
        },
        msg: { type: 'string' },
        input: { description: 'What was sent there.' },
        ctx: { type: 'object' },
      },
    },
    InputError: {
      type: 'object',
      required: ['detail', 'code'],
      properties: { detail: { anyOf: [{ type: 'array', items: schemaRef('InputIssue') }, { type: 'string' }] }, code },
    },
  };
};
