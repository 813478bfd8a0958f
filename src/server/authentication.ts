import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Pos } from '../core/app.ts';
import { type Caller, nobody } from '../core/kernel/caller.ts';
import { NO_PERSONAL_PERMISSIONS } from '../domain/permissions.ts';
import { Refusal } from '../core/kernel/errors.ts';
import type { KeyCache } from './key-cache.ts';
import type { SessionCookie } from './session-cookie.ts';

const LONGEST_USER_AGENT = 300;
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isSafeMethod = (method: string): boolean => SAFE_METHODS.has(method);

/** The caller's address; an IPv4 one as such, however it came in. */
export const addressOf = (request: FastifyRequest): string | null => request.ip?.replace(/^::ffff:/, '') ?? null;

const originOf = (request: FastifyRequest): { ip: string | null; userAgent: string | null } => ({
  ip: addressOf(request),
  userAgent: request.headers['user-agent']?.slice(0, LONGEST_USER_AGENT) ?? null,
});

/**
 * Who is calling: the key in Authorization, else the browser's session. Without keys (`noAuth`) everybody else is the open
 * door, with the owner's rights. Throws unauthenticated for a key that is wrong.
 */
export const callerOf = (request: FastifyRequest, parts: { pos: Pos; keys: KeyCache; cookie: SessionCookie; noAuth: boolean }): Caller => {
  const from = originOf(request);
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const key = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    const caller = key === undefined ? null : parts.keys.callerOf(key, from);
    if (caller) return caller;
    if (!parts.noAuth) throw new Refusal('unauthenticated', 'Not authenticated: this API key is unknown or revoked.');
  }
  const token = parts.cookie.tokenOf(request);
  const session = token === undefined ? null : parts.pos.callerOfSession(token, 'http', from);
  if (session) return session;
  if (!parts.noAuth) return nobody('http', from);
  return {
    kind: 'open',
    id: null,
    name: 'Open access',
    role: 'owner',
    personal: NO_PERSONAL_PERMISSIONS,
    door: 'http',
    sessionId: null,
    ip: from.ip,
    userAgent: from.userAgent,
  };
};

/** Throws csrf when a browser session changes something without the token that only its own pages know. */
export const checkCsrf = (request: FastifyRequest, caller: Caller, pos: Pos): void => {
  if (caller.sessionId === null || isSafeMethod(request.method)) return;
  const expected = Buffer.from(pos.csrfTokenOf(caller.sessionId) ?? '');
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  if (expected.length > 0 && expected.length === given.length && timingSafeEqual(expected, given)) return;
  throw new Refusal('csrf', 'The session token of this page is missing or old. Reload the page and try again.');
};
