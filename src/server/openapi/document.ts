import { EVENT_NAMES, TOPICS } from '../../contract/events.ts';
import { allOperations, type OperationName } from '../../contract/index.ts';
import type { Operation } from '../../contract/operation.ts';
import { API_VERSION } from '../api-version.ts';
import { mayNeedApproval } from '../approval.ts';
import { takesVersion } from '../versions.ts';
import { EVENTS_URL } from '../event-stream.ts';
import { errorResponses, errorSchemas, responsesOf } from './responses.ts';
import { bodyName, componentSchemas, type JsonSchema, parameterSchema, schemaRef } from './schemas.ts';

export type OpenApiDocument = JsonSchema & { paths: Record<string, Record<string, JsonSchema>> };

const INTRODUCTION = `Everything the shop can do, over HTTP.

Send an API key as \`Authorization: Bearer <key>\`. Amounts are decimal numbers of the shop's currency, instants are UTC
(\`2026-03-01T06:00:00.000Z\`), days are the shop's business days. A refusal is \`{"detail": ..., "code": ...}\`.
One row is answered with an \`ETag\`; sent back as
\`If-Match\` with a PATCH or DELETE it keeps two people from overwriting each other.
On POST and PATCH an \`Idempotency-Key\` makes a call safe to repeat: the same key with the same body gives the first
answer again and changes nothing. Where a call is refused with \`approval_needed\`, a manager can allow it: send it again with
their id and PIN as \`X-Approval-Staff\` and \`X-Approval-Pin\`.`;

let made: OpenApiDocument | undefined;

/** The OpenAPI 3.1 document of the whole door, made from the contract on first use. */
export const openApiDocument = (): OpenApiDocument => {
  made ??= makeDocument();
  return made;
};

const makeDocument = (): OpenApiDocument => {
  const paths: Record<string, Record<string, JsonSchema>> = { '/health': { get: health() }, [EVENTS_URL]: { get: events() } };
  for (const [name, op] of allOperations()) {
    paths[op.url] = { ...paths[op.url], [op.method.toLowerCase()]: describeOperation(name, op) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Philo POS', version: API_VERSION, description: INTRODUCTION, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    tags: [...new Set(allOperations().map(([, op]) => op.tag)), 'Service'].map((name) => ({ name })),
    security: SIGNED_IN,
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key, made under API keys or by `philo key create`.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'philo_session',
          description: "A browser's session; the cookie's name ends in the port.",
        },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token', description: 'With a session, on everything that changes something.' },
      },
      schemas: { ...errorSchemas(), ChangeEvent: changeEvent(), ...componentSchemas() },
    },
  };
};

const SIGNED_IN = [{ key: [] }, { session: [], csrf: [] }];

const describeOperation = (name: OperationName, op: Operation): JsonSchema => ({
  operationId: name,
  summary: op.summary,
  ...(op.permission === 'public' ? {} : { description: `Needs the permission \`${op.permission}\`.` }),
  tags: [op.tag],
  security: op.permission === 'public' ? [] : op.method === 'GET' ? [{ key: [] }, { session: [] }] : SIGNED_IN,
  parameters: parametersOf(op),
  ...(op.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaRef(bodyName(name)) } } } } : {}),
  responses: {
    ...responsesOf(name, op),
    ...(op.url.startsWith('/api/v1/session') && op.method === 'POST' ? errorResponses(['rate_limited']) : {}),
  },
});

const parametersOf = (op: Operation): JsonSchema[] => [
  ...Object.entries(op.path ?? {}).map(([name, schema]) => ({ name, in: 'path', required: true, schema: parameterSchema(schema) })),
  ...Object.entries(op.query ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: parameterSchema(schema),
  })),
  ...(op.method === 'POST' || op.method === 'PATCH'
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'Makes the call safe to repeat.',
          schema: { type: 'string', maxLength: 255 },
        },
      ]
    : []),
  ...(takesVersion(op)
    ? [
        {
          name: 'If-Match',
          in: 'header',
          required: false,
          description:
            'The ETag of the row as it was read: if it changed since, nothing is done and the answer is 412, of a PATCH with both.',
          schema: { type: 'string', pattern: '^("\\d+"|\\*)$' },
        },
      ]
    : []),
  ...(mayNeedApproval(op)
    ? [
        {
          name: 'X-Approval-Staff',
          in: 'header',
          required: false,
          description: 'The id of a manager who allows this call.',
          schema: { type: 'integer', minimum: 1 },
        },
        {
          name: 'X-Approval-Pin',
          in: 'header',
          required: false,
          description: "That manager's PIN.",
          schema: { type: 'string', pattern: '^\\d{4,8}$' },
        },
      ]
    : []),
];

const health = (): JsonSchema => ({
  operationId: 'health',
  summary: 'Whether the program answers',
  tags: ['Service'],
  security: [],
  responses: {
    200: {
      description: 'It does.',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['status', 'app', 'version'],
            properties: {
              status: { type: 'string', const: 'healthy' },
              app: { type: 'string', description: "The shop's name." },
              version: { type: 'string', description: 'Of the API.' },
              program: { type: 'string', description: "The program's version." },
            },
          },
        },
      },
    },
    ...errorResponses(['foreign_origin']),
  },
});

const events = (): JsonSchema => ({
  operationId: 'events',
  summary: 'Committed changes as they happen (server-sent events)',
  description: `Every event is named \`${EVENT_NAMES[0]}\` and its data is a ChangeEvent. A comment comes every 15 seconds.`,
  tags: ['Service'],
  security: [{ key: [] }, { session: [] }],
  responses: {
    200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    ...errorResponses(['unauthenticated', 'foreign_origin', 'rate_limited', 'internal']),
  },
});

const changeEvent = (): JsonSchema => ({
  type: 'object',
  required: ['topic', 'action', 'id', 'at'],
  properties: {
    topic: { type: 'string', enum: [...TOPICS] },
    action: { type: 'string', enum: ['create', 'update', 'delete'] },
    id: { type: ['integer', 'null'], description: 'Null when many changed at once.' },
    at: { type: 'string', format: 'date-time' },
  },
});
