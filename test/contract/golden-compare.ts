import type { IdMap } from './golden-ids.ts';

/** What may differ from the recorded value at a key, for a reason that the caller names. */
export interface Tolerance {
  /** Keys whose values are not compared. */
  readonly ignore?: ReadonlySet<string>;
  /** Rows made during the recording: their instants and the date in their order numbers are not compared. */
  readonly newRows: boolean;
  readonly ids: IdMap;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/;
const RECORDED_ON = '2026-11-23';
const AVERAGES: ReadonlySet<string> = new Set(['avg_order_value', 'avg_customer_spend']);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Where our answer differs from the recorded one: numbers as numbers, instants as instants to the millisecond, more fields
 * than recorded are fine, fewer are not. Empty when they agree.
 */
export const differences = (recorded: unknown, ours: unknown, tolerance: Tolerance, at = 'body'): string[] => {
  const key = /(\w+)(?:\[\d+\])*$/.exec(at)?.[1] ?? '';
  if (tolerance.ignore?.has(key)) return [];
  if (Array.isArray(recorded)) {
    if (!Array.isArray(ours)) return [`${at}: expected a list, got ${JSON.stringify(ours)}`];
    if (recorded.length !== ours.length) return [`${at}: expected ${recorded.length} elements, got ${ours.length}`];
    return recorded.flatMap((each, index) => differences(each, ours[index], tolerance, `${at}[${index}]`));
  }
  if (isObject(recorded)) {
    if (!isObject(ours)) return [`${at}: expected an object, got ${JSON.stringify(ours)}`];
    return Object.keys(recorded).flatMap((name) =>
      Object.hasOwn(ours, name) ? differences(recorded[name], ours[name], tolerance, `${at}.${name}`) : [`${at}.${name}: missing`],
    );
  }
  return sameValue(key, recorded, ours, tolerance, at) ? [] : [`${at}: expected ${JSON.stringify(recorded)}, got ${JSON.stringify(ours)}`];
};

const sameValue = (key: string, recorded: unknown, ours: unknown, { newRows, ids }: Tolerance, at: string): boolean => {
  if (typeof recorded === 'number' && typeof ours === 'number') {
    if (/(^|_)id$/.test(key)) return ids.isSame(key, recorded, ours, at);
    // Half away from zero against half to even on binary doubles (DECISIONS 6): only an exact half can differ.
    const slack = AVERAGES.has(key) ? 0.0100001 : 1e-9;
    return Math.abs(recorded - ours) <= slack;
  }
  if (typeof recorded === 'string' && typeof ours === 'string') {
    if (INSTANT.test(recorded)) return sameInstant(recorded, ours);
    if (key === 'order_number' && newRows && recorded.includes('20261123')) return /^PHI-\d{8}-\d{4,}$/.test(ours);
  }
  return recorded === ours;
};

/** Naive UTC of the original against ours with Z; what the original made while it was recorded is only seen to be an instant. */
const sameInstant = (recorded: string, ours: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(ours)) return false;
  if (recorded.startsWith(RECORDED_ON)) return true;
  return Math.floor(Date.parse(`${recorded.slice(0, 23)}Z`)) === Date.parse(ours);
};
