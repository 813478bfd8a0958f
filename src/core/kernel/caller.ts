import type { Role } from '../../domain/permissions.ts';

export type Door = 'ipc' | 'http' | 'cli';

/** Who makes a call. Made by the door from a session or a key, never from the input. */
export interface Caller {
  /** `open` is the loopback door without keys, `system` the program itself, `nobody` has not signed in. */
  readonly kind: 'staff' | 'key' | 'open' | 'system' | 'nobody';
  readonly id: number | null;
  readonly name: string;
  /** Null for nobody. */
  readonly role: Role | null;
  readonly door: Door;
  readonly sessionId: number | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

export const nobody = (door: Door, from: { ip?: string | null; userAgent?: string | null } = {}): Caller => ({
  kind: 'nobody',
  id: null,
  name: 'Nobody',
  role: null,
  door,
  sessionId: null,
  ip: from.ip ?? null,
  userAgent: from.userAgent ?? null,
});

/** The command line and the program's own housekeeping. */
export const systemCaller = (door: Door = 'cli', name = 'System'): Caller => ({
  kind: 'system',
  id: null,
  name,
  role: 'owner',
  door,
  sessionId: null,
  ip: null,
  userAgent: null,
});

/** The name that the audit keeps. */
export const actorOf = (caller: Caller): string => (caller.kind === 'key' ? `API key: ${caller.name}` : caller.name);

/** Within which an idempotency key is unique. */
export const idempotencyScope = (caller: Caller): string => `${caller.kind}:${caller.id ?? ''}`;
