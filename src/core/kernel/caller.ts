import { NO_PERSONAL_PERMISSIONS, type Permission, type PersonalPermissions, personMay, type Role } from '../../domain/permissions.ts';

export type Door = 'ipc' | 'http' | 'cli';

/** Who makes a call. Made by the door from a session or a key, never from the input. */
export interface Caller {
  /** `open` is the loopback door without keys, `system` the program itself, `nobody` has not signed in. */
  readonly kind: 'staff' | 'key' | 'open' | 'system' | 'nobody';
  readonly id: number | null;
  readonly name: string;
  /** Null for nobody. */
  readonly role: Role | null;
  /** Beside the role's own; only people have any. */
  readonly personal: PersonalPermissions;
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
  personal: NO_PERSONAL_PERMISSIONS,
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
  personal: NO_PERSONAL_PERMISSIONS,
  door,
  sessionId: null,
  ip: null,
  userAgent: null,
});

/** The name that the audit keeps. */
export const actorOf = (caller: Caller): string => (caller.kind === 'key' ? `API key: ${caller.name}` : caller.name);

/** Within which an idempotency key is unique. */
export const idempotencyScope = (caller: Caller): string => `${caller.kind}:${caller.id ?? ''}`;

export const callerMay = (caller: Caller, permission: Permission): boolean =>
  caller.role !== null && personMay(caller.role, caller.personal, permission);

/** A manager who allowed this one call with their PIN. */
export interface Approver {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly personal: PersonalPermissions;
}
