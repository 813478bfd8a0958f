import { z } from 'zod';
import { UPDATE_BLOCKS } from '../domain/updates.ts';
import { operation } from './operation.ts';
import { instantOut } from './primitives.ts';

/** How the desktop app's next version stands. */
export const updateState = z.object({
  /** `not_installed`: run from its sources, or no desktop app at all; it is then updated where it was started. */
  mode: z.enum(['automatic', 'by_hand', 'off_by_environment', 'not_installed']),
  state: z.enum(['idle', 'checking', 'up_to_date', 'downloading', 'ready', 'failed']),
  current_version: z.string(),
  /** The version found; null: none. */
  version: z.string().nullable(),
  /** Of the download; null unless it runs. */
  percent: z.int().nullable(),
  checked_at: instantOut().nullable(),
  /** What a ready update waits for; empty: it is installed when Philo POS is closed. */
  blocked_by: z.array(z.enum(UPDATE_BLOCKS)),
  /** Why the last try failed, in words. */
  problem: z.string().nullable(),
});
export type UpdateState = z.infer<typeof updateState>;

/** What the desktop app says of itself. */
export const desktopState = z.object({
  /** Whether this call came from a screen of the desktop app itself; a browser gets false and nothing else. */
  is_desktop: z.boolean(),
  /** Full screen without a way out, now. */
  kiosk: z.boolean(),
  /** The last time it ended or lost its screens by a fault, until somebody has taken note; only told to who manages settings. */
  crash: z.object({ at: instantOut(), kind: z.enum(['program', 'screens', 'hang']) }).nullable(),
});
export type DesktopState = z.infer<typeof desktopState>;

export const desktopOperations = {
  'desktop.get': operation({
    method: 'GET',
    url: '/api/v1/desktop',
    kind: 'query',
    tag: 'Desktop',
    permission: 'session',
    summary: 'Whether these screens are the desktop app, and how it is doing',
    output: desktopState,
  }),
  'desktop.tellWork': operation({
    method: 'POST',
    url: '/api/v1/desktop/work',
    kind: 'task',
    tag: 'Desktop',
    // Before anybody signs in, too: a ticket that was kept counts from the start.
    permission: 'public',
    summary: 'The screens of the desktop app tell it what an update or a close would interrupt',
    errors: ['only_desktop'],
    body: {
      /** A ticket that is not placed. */
      open_ticket: z.boolean(),
      /** A drawer that is being counted. */
      counting: z.boolean(),
    },
    output: z.object({}),
  }),
  'desktop.leaveKiosk': operation({
    method: 'POST',
    url: '/api/v1/desktop/leave-kiosk',
    kind: 'command',
    tag: 'Desktop',
    permission: 'kiosk.leave',
    summary: 'Leave the full screen until the next start',
    errors: ['only_desktop', 'approval_needed'],
    body: {},
    output: desktopState,
  }),
  'desktop.dismissCrash': operation({
    method: 'POST',
    url: '/api/v1/desktop/dismiss-crash',
    kind: 'task',
    tag: 'Desktop',
    permission: 'settings.manage',
    summary: 'Take note of the last fault, so that it is not offered again; its record stays in the diagnostics',
    errors: ['only_desktop'],
    body: {},
    output: desktopState,
  }),
  'updates.get': operation({
    method: 'GET',
    url: '/api/v1/updates',
    kind: 'query',
    tag: 'Desktop',
    permission: 'settings.manage',
    summary: 'How the next version of the desktop app stands',
    output: updateState,
  }),
  'updates.check': operation({
    method: 'POST',
    url: '/api/v1/updates/check',
    kind: 'task',
    tag: 'Desktop',
    permission: 'settings.manage',
    summary: 'Look for a new version at the update server, and fetch it',
    errors: ['only_desktop', 'updates_off'],
    body: {},
    output: updateState,
  }),
  'updates.fromFolder': operation({
    method: 'POST',
    url: '/api/v1/updates/from-folder',
    kind: 'task',
    tag: 'Desktop',
    permission: 'settings.manage',
    summary: 'Take a new version from a folder, such as a stick: its latest*.yml and the package beside it',
    errors: ['only_desktop', 'updates_off', 'unsupported_file'],
    body: {
      /** The full path; null: the system's own dialog asks. */
      folder: z.string().min(1).max(1000).nullable(),
    },
    output: updateState,
  }),
  'updates.install': operation({
    method: 'POST',
    url: '/api/v1/updates/install',
    kind: 'task',
    tag: 'Desktop',
    permission: 'settings.manage',
    summary: 'Install the version that is ready now: back up, close, install and start again',
    errors: ['only_desktop', 'updates_off', 'update_blocked', 'disk_failed'],
    body: {},
    output: updateState,
  }),
};
