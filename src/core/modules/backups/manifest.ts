import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { BACKUP_REASONS } from '../../../contract/backups.ts';
import { writeSynced } from '../../database/replacement.ts';

/**
 * What stands beside a backup, under its name with .json. It holds the PINs' secret of the installation, without which no
 * PIN of the backup works on another computer: keep both files together, and as safe as the shop itself (docs/backups.md).
 */
const manifestShape = z.object({
  format: z.literal(1),
  program: z.literal('philo-pos'),
  program_version: z.string(),
  schema_version: z.int(),
  created_at: z.string(),
  reason: z.enum(BACKUP_REASONS),
  shop_name: z.string(),
  bytes: z.int().nullable(),
  /** Null for a database that was moved aside rather than copied. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  verified_at: z.string().nullable(),
  faults: z.array(z.string()),
  /** The end of the audit's chain. */
  audit: z.object({ rows: z.int(), last_hash: z.string().nullable() }).nullable(),
  pin_secret: z.string().nullable(),
});
export type Manifest = z.infer<typeof manifestShape>;

export const manifestFileOf = (backupFile: string): string => backupFile.replace(/\.db$/, '.json');

/** What stands beside a backup; null where nothing does, or nothing of ours. */
export const readManifest = (backupFile: string): Manifest | null => {
  const file = manifestFileOf(backupFile);
  if (file === backupFile || !existsSync(file)) return null;
  try {
    return manifestShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

export const writeManifest = (backupFile: string, manifest: Manifest): void =>
  writeSynced(manifestFileOf(backupFile), `${JSON.stringify(manifest, null, 2)}\n`);
