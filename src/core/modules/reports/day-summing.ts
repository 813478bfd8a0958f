import { setTimeout as pause } from 'node:timers/promises';
import type { Day } from '../../../domain/business-day.ts';
import { type Caller, systemCaller } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import type { Log } from '../../kernel/log.ts';
import { claimDay, type DaySums, keepSums } from './summing.ts';

/** What summing needs of the shop. */
export interface SummingShop {
  command<T>(caller: Caller, run: (ctx: CommandContext) => T): Promise<T>;
  /** Adds a day up, beside the till where that can be. */
  addUp(day: Day): Promise<DaySums>;
}

interface Pace {
  /** From the start to the first look for days that ended or were changed, and from each look to the next. */
  readonly firstLookMs: number;
  readonly lookMs: number;
  /** Between two days, so that a long past never crowds out the till. */
  readonly pauseMs: number;
}

const PACE: Pace = { firstLookMs: 5000, lookMs: 60_000, pauseMs: 20 };

const caller = systemCaller('cli', 'Sums');

/**
 * Sums every finished day that is not summed, newest first; `onDay` runs after each and ends it by answering false. A day that
 * changes meanwhile stays open until the next time. Answers how many days are summed that were not.
 */
export const sumFinishedDays = async (shop: SummingShop, onDay: () => Promise<boolean> | boolean = () => true): Promise<number> => {
  let summed = 0;
  let before: Day | null = null;
  for (;;) {
    const last: Day | null = before;
    const day: Day | null = await shop.command(caller, (ctx) => claimDay(ctx, last ?? ctx.moment.business_date));
    if (day === null) return summed;
    const sums = await shop.addUp(day);
    if (await shop.command(caller, (ctx) => keepSums(ctx, day, sums))) summed += 1;
    before = day;
    if (!(await onDay())) return summed;
  }
};

/** Keeps finished days summed for as long as the program runs; `stop` answers once nothing of it is under way. */
export const keepDaysSummed = (shop: SummingShop, log: Log, pace: Pace = PACE): { stop(): Promise<void> } => {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const look = async (): Promise<void> => {
    try {
      await sumFinishedDays(shop, async () => {
        await pause(pace.pauseMs);
        return !stopped;
      });
    } catch (error) {
      // Figures stay right without it, only slower; the next look tries again.
      log.error({ error: error instanceof Error ? error.message : String(error) }, 'days could not be summed');
    }
    if (!stopped) wait(pace.lookMs);
  };
  const wait = (ms: number): void => {
    timer = setTimeout(() => {
      running = look();
    }, ms).unref();
  };
  wait(pace.firstLookMs);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
};
