/** What an update must not come between. */
export const UPDATE_BLOCKS = ['open_ticket', 'counting', 'exporting', 'backing_up'] as const;
export type UpdateBlock = (typeof UPDATE_BLOCKS)[number];

/** What is under way in the shop at this moment, by the name of what it blocks. */
export type WorkUnderWay = Readonly<Record<UpdateBlock, boolean>>;

export const NO_WORK: WorkUnderWay = { open_ticket: false, counting: false, exporting: false, backing_up: false };

/** What stands in the way of an update now; empty: nothing. */
export const blocksOf = (work: WorkUnderWay): UpdateBlock[] => UPDATE_BLOCKS.filter((block) => work[block]);

/** `automatic`: looked for, fetched and installed at the next close. `by_hand`: only when somebody asks. */
export type UpdateMode = 'automatic' | 'by_hand' | 'off_by_environment' | 'not_installed';

/** Whether the program updates itself. `variable` is PHILO_UPDATES; a program that runs from its sources cannot be replaced. */
export const updateModeOf = (facts: { isInstalled: boolean; wanted: boolean; variable: string | undefined }): UpdateMode => {
  if (!facts.isInstalled) return 'not_installed';
  if (facts.variable?.trim().toLowerCase() === 'off') return 'off_by_environment';
  return facts.wanted ? 'automatic' : 'by_hand';
};

/** Where updates come from: the address in PHILO_UPDATES if it is one, else what the package was built with (null). */
export const updateServerOf = (variable: string | undefined): string | null => {
  const text = variable?.trim() ?? '';
  return /^https:\/\/[^\s]+$/.test(text) || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/[^\s]*)?$/.test(text) ? text : null;
};

/** How an update that was begun stands in the data folder, from before it is installed until the new version has shown the till. */
export interface UpdateRecord {
  readonly from: string;
  readonly to: string;
  /** The backup made and verified before it. */
  readonly backup: string;
  readonly at: string;
}

/** How the last starts went: written before the database is opened, and settled when the till is on the screen. */
export interface StartRecord {
  readonly version: string;
  /** Starts of this version in a row that never showed the till. */
  readonly failed: number;
  readonly update: UpdateRecord | null;
}

/** A new version gets this many starts before it is given up. */
const STARTS_GIVEN = 2;

/**
 * What to do at a start, before the database is touched: go on, or offer the backup of before the update because the new
 * version has failed too often. `record` is what is written before going on.
 */
export const judgeStart = (last: StartRecord | null, version: string): { offer: UpdateRecord | null; record: StartRecord } => {
  const isSame = last?.version === version;
  const update = last?.update?.to === version ? last.update : null;
  const failed = isSame ? last.failed : 0;
  return {
    offer: update !== null && failed >= STARTS_GIVEN ? update : null,
    record: { version, failed: failed + 1, update },
  };
};

/** The till was shown: this version works, and the update is over. */
export const settledStart = (version: string): StartRecord => ({ version, failed: 0, update: null });

/** Moments (in ms) at which something restarted, with `now` among them if it may restart again; null: it did too often of late. */
export const mayRestart = (times: readonly number[], now: number, limit: { count: number; withinMs: number }): readonly number[] | null => {
  const recent = times.filter((time) => now - time < limit.withinMs && time <= now);
  return recent.length >= limit.count ? null : [...recent, now];
};
