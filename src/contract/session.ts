import { z } from 'zod';
import { PERMISSIONS, ROLES } from '../domain/permissions.ts';
import { operation } from './operation.ts';
import { instantOut, name, pathId } from './primitives.ts';
import { pin } from './staff.ts';

/** Who is at the till, and what the screens need before anything else. */
export const session = z.object({
  /** Null: nobody has signed in; show the lock screen. */
  person: z.object({ id: z.int().nullable(), name: z.string(), role: z.enum(ROLES) }).nullable(),
  permissions: z.array(z.enum(PERMISSIONS)),
  /** For the lock screen's chips. */
  staff: z.array(z.object({ id: z.int(), name: z.string(), role: z.enum(ROLES) })),
  /** True on an empty installation: the first person to come becomes the owner. */
  needs_owner: z.boolean(),
  /** Null once there is an owner. */
  first_run: z
    .object({
      /** Nothing is in the shop: everything is asked, and files can be brought in. */
      is_empty: z.boolean(),
      /** The call comes from the machine that the shop is on; from others it cannot be set up. */
      is_here: z.boolean(),
    })
    .nullable(),
  shop: z.object({
    name: z.string(),
    currency: z.string(),
    time_zone: z.string(),
    day_cutover_hour: z.int(),
    language: z.string(),
    cash_rounding: z.int(),
    idle_lock_minutes: z.int(),
    appearance: z.enum(['system', 'light', 'dark']),
  }),
  /** The newest moment on record, while the shop's clock has been set back behind it; null when the clock can be believed. */
  clock_behind: instantOut().nullable(),
  /** To be sent back as X-CSRF-Token by a browser session; null on other doors. */
  csrf_token: z.string().nullable(),
  demo: z.boolean(),
  version: z.string(),
});
export type Session = z.infer<typeof session>;

export const apiKey = z.object({
  id: z.int(),
  name: z.string(),
  role: z.enum(ROLES),
  prefix: z.string(),
  created_at: instantOut(),
  last_used_at: instantOut().nullable(),
  revoked_at: instantOut().nullable(),
  revoked_by: z.string().nullable(),
  revoke_reason: z.string().nullable(),
});

export type ApiKey = z.infer<typeof apiKey>;

/** The token stays inside the doors: HTTP turns it into a cookie, IPC keeps it in the main process; both answer null. */
export const signedIn = session.extend({ token: z.string().nullable() });

export const sessionOperations = {
  'session.get': operation({
    method: 'GET',
    url: '/api/v1/session',
    kind: 'query',
    tag: 'Session',
    permission: 'public',
    summary: 'Who is signed in here, and what the screens need to start',
    output: session,
  }),
  'session.signIn': operation({
    method: 'POST',
    url: '/api/v1/session',
    kind: 'command',
    tag: 'Session',
    permission: 'public',
    status: 201,
    secret: true,
    summary: 'Sign in with a PIN',
    errors: ['wrong_pin', 'locked_out', 'rate_limited'],
    body: { staff_id: z.int(), pin },
    output: signedIn,
  }),
  'session.signOut': operation({
    method: 'DELETE',
    url: '/api/v1/session',
    kind: 'command',
    tag: 'Session',
    permission: 'public',
    summary: 'Lock the till',
    output: session,
  }),
  'session.createOwner': operation({
    method: 'POST',
    url: '/api/v1/session/owner',
    kind: 'command',
    tag: 'Session',
    permission: 'public',
    status: 201,
    secret: true,
    summary: 'On an empty installation: make the owner and sign in',
    errors: ['setup_done', 'not_here'],
    body: { name: name(100), pin },
    output: signedIn,
  }),
  'keys.list': operation({
    method: 'GET',
    url: '/api/v1/api-keys',
    kind: 'query',
    tag: 'API keys',
    permission: 'keys.manage',
    summary: 'API keys, newest first',
    output: z.array(apiKey),
  }),
  'keys.create': operation({
    method: 'POST',
    url: '/api/v1/api-keys',
    kind: 'command',
    tag: 'API keys',
    permission: 'keys.manage',
    status: 201,
    secret: true,
    summary: 'Make an API key; it is shown this once',
    body: { name: name(100), role: z.enum(ROLES).default('owner') },
    output: apiKey.extend({ key: z.string() }),
  }),
  'keys.revoke': operation({
    method: 'DELETE',
    url: '/api/v1/api-keys/{key_id}',
    kind: 'command',
    tag: 'API keys',
    permission: 'keys.manage',
    summary: 'Revoke an API key',
    errors: ['not_found'],
    entity: 'API key',
    path: { key_id: pathId() },
    query: { reason: z.string().trim().max(300).optional() },
    output: apiKey,
  }),
};
