import type { BackupReason } from '../../../contract/backups.ts';

export interface Kept {
  readonly name: string;
  readonly created_at: string;
  readonly reason: BackupReason;
  readonly state: 'verified' | 'unverified' | 'damaged';
}

const DAY = 86_400_000;
const ALL_DAYS = 2;
const LAYERS: readonly { readonly count: number; readonly periodOf: (instant: string) => string }[] = [
  { count: 14, periodOf: (instant) => instant.slice(0, 10) },
  // Weeks from an arbitrary Monday: only that they are told apart matters.
  { count: 8, periodOf: (instant) => String(Math.floor((Date.parse(instant) / DAY + 3) / 7)) },
  { count: 12, periodOf: (instant) => instant.slice(0, 7) },
];

/** Made by somebody, or by a step that somebody may want to take back: age alone removes none of these in their first days. */
const isOurs = (backup: Kept): boolean => backup.reason !== 'manual' && backup.reason !== 'unknown';

/**
 * Which backups age has made needless. Kept: all of the last 2 days, the last one of each of 14 days, 8 weeks and 12
 * months that have any, and what a person made by hand. A damaged one counts for no day, and the newest verified one
 * always stays.
 */
export const outOfAge = (backups: readonly Kept[], nowMs: number): string[] => {
  const newest = [...backups].sort((a, b) => b.created_at.localeCompare(a.created_at) || b.name.localeCompare(a.name));
  const kept = new Set<string>();
  const lastVerified = newest.find((backup) => backup.state === 'verified');
  if (lastVerified) kept.add(lastVerified.name);
  for (const backup of newest) {
    if (!isOurs(backup) || nowMs - Date.parse(backup.created_at) < ALL_DAYS * DAY) kept.add(backup.name);
  }
  for (const { count, periodOf } of LAYERS) {
    const seen = new Set<string>();
    // A verified one stands for its period before one that was never looked at.
    for (const state of ['verified', 'unverified'] as const) {
      for (const backup of newest) {
        if (backup.state !== state) continue;
        const period = periodOf(backup.created_at);
        if (seen.has(period) || seen.size >= count) continue;
        seen.add(period);
        kept.add(backup.name);
      }
    }
  }
  return newest.filter((backup) => !kept.has(backup.name)).map((backup) => backup.name);
};
