import { z } from 'zod';
import { operation } from './operation.ts';
import { instantOut, moneyOut } from './primitives.ts';

/** Why a copy was made. */
export const BACKUP_REASONS = [
  'manual',
  'shift_close',
  'before_restore',
  'before_migration',
  'before_discard',
  'before_update',
  'unknown',
] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

export const backup = z.object({
  /** The file's name in the folder of backups; it names the backup in every other call. */
  name: z.string(),
  created_at: instantOut(),
  reason: z.enum(BACKUP_REASONS),
  bytes: z.int(),
  /** The database's version in it; null where the file says none. */
  schema_version: z.int().nullable(),
  /** `unverified`: a copy that nothing was checked of yet, such as the one made before an update. */
  state: z.enum(['verified', 'unverified', 'damaged']),
  verified_at: instantOut().nullable(),
  /** The first faults in words; empty unless damaged. */
  faults: z.array(z.string()),
  /** Whether the second folder holds it too. */
  in_second_folder: z.boolean(),
  /** Whether the PINs' secret lies beside it, so that the PINs work on another computer too. */
  keeps_pins: z.boolean(),
});
export type Backup = z.infer<typeof backup>;

/** What would be gone: made after the backup, and in the shop now. */
export const undone = z.object({
  orders: z.int(),
  payments: z.int(),
  paid_amount: moneyOut(),
  refunds: z.int(),
  shifts: z.int(),
  z_reports: z.int(),
  /** Rows of the audit: every change of menu, prices, people and settings is one. */
  changes: z.int(),
  /** API keys that were revoked after it and would work again. */
  revived_keys: z.int(),
});
export type Undone = z.infer<typeof undone>;

/** A file name and nothing else: no folder, no dot at the start. */
const backupName = () => z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,150}\.db$/);

const errors = ['not_found', 'unsupported_file', 'disk_failed'] as const;

export const backupOperations = {
  'backups.list': operation({
    method: 'GET',
    url: '/api/v1/backups',
    kind: 'task',
    tag: 'Backups',
    permission: 'backups.manage',
    summary: 'Backups, newest first, and how the automatic ones are doing',
    output: z.object({
      items: z.array(backup),
      folder: z.string(),
      /** Of the setting backup_second_folder; `missing`: a stick that is not there now. */
      second_folder: z.object({ path: z.string(), state: z.enum(['none', 'ready', 'missing']) }),
      /** Since the last one that succeeded; null: nothing failed. */
      last_failure: z.object({ at: instantOut(), message: z.string() }).nullable(),
      /** A backup, a check or a restore is under way. */
      busy: z.boolean(),
    }),
  }),
  'backups.create': operation({
    method: 'POST',
    url: '/api/v1/backups',
    kind: 'task',
    tag: 'Backups',
    permission: 'backups.manage',
    status: 201,
    summary: 'Copy the shop as it is at this moment, beside the running till, and verify the copy',
    errors: ['disk_failed'],
    body: {},
    output: backup,
  }),
  'backups.verify': operation({
    method: 'POST',
    url: '/api/v1/backups/{backup_name}/verify',
    kind: 'task',
    tag: 'Backups',
    permission: 'backups.manage',
    summary: 'Verify a backup: its hash, the file, every reference, the audit and the Z reports',
    errors,
    path: { backup_name: backupName() },
    body: {},
    output: backup,
  }),
  'backups.preview': operation({
    method: 'GET',
    url: '/api/v1/backups/{backup_name}/restore',
    kind: 'task',
    tag: 'Backups',
    permission: 'backups.manage',
    summary: 'What restoring a backup would undo',
    errors,
    path: { backup_name: backupName() },
    output: z.object({ backup, shop_name: z.string(), undone }),
  }),
  'backups.restore': operation({
    method: 'POST',
    url: '/api/v1/backups/{backup_name}/restore',
    kind: 'task',
    tag: 'Backups',
    permission: 'backups.manage',
    summary: 'Put a backup in place of the shop. What is there now becomes a backup first. Everybody has to sign in again',
    errors: [...errors, 'closing'],
    path: { backup_name: backupName() },
    body: {
      /** That it is meant: the word RESTORE. */
      confirm: z.literal('RESTORE'),
    },
    output: z.object({ restored: z.string(), safety_backup: z.string(), undone }),
  }),
  'backups.delete': operation({
    method: 'DELETE',
    url: '/api/v1/backups/{backup_name}',
    kind: 'task',
    tag: 'Backups',
    permission: 'backups.manage',
    summary: 'Delete a backup; the only verified one stays',
    errors: ['not_found', 'last_backup', 'disk_failed'],
    path: { backup_name: backupName() },
    output: z.object({ deleted: z.string() }),
  }),
  'setup.discardDemo': operation({
    method: 'POST',
    url: '/api/v1/setup/discard-demo',
    kind: 'task',
    tag: 'Backups',
    permission: 'backups.manage',
    summary: 'Throw the demo café away: an empty shop with the caller as its owner and the settings as they are. A backup is made first',
    errors: ['not_demo', 'not_staff', 'disk_failed', 'closing'],
    body: {
      /** That it is meant: the word DISCARD. */
      confirm: z.literal('DISCARD'),
    },
    output: z.object({ safety_backup: z.string() }),
  }),
  'diagnostics.create': operation({
    method: 'POST',
    url: '/api/v1/diagnostics',
    kind: 'task',
    tag: 'Backups',
    permission: 'settings.manage',
    summary: 'A zip for whoever helps: versions, settings without secrets, counts, verification, the log. No customers, names or secrets',
    errors: ['disk_failed'],
    body: {},
    output: z.instanceof(Uint8Array),
    media: 'application/zip',
  }),
};
