import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../support/repository.ts';

/** One recorded request of the original's and its answer (golden/README.md beside the checkout). */
export interface GoldenCase {
  readonly name: string;
  readonly seq: number;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
    readonly rawBody?: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  readonly response: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown };
}

const folder = inRepository('..', 'shared', 'contract', 'golden');

/** The real café's database in the original's schema. */
export const realDatabase = inRepository('..', 'shared', 'data', 'philo-2026-03.db');

export const isRecordingHere = existsSync(folder) && existsSync(realDatabase);
if (!isRecordingHere && process.env.CI) throw new Error(`the recorded answers are not beside the checkout: ${folder}`);
if (!isRecordingHere) process.stderr.write(`Left out: the replay of recorded answers, since ${folder} is not there.\n`);

/** All cases in the order in which they were recorded. */
export const goldenCases = (): readonly GoldenCase[] =>
  isRecordingHere
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldenCase)
    : [];

/** From here on the cases change the data. */
export const FIRST_CHANGE = 223;
