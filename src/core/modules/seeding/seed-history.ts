import { addDays, businessMoment, startOfLocalDay } from '../../../domain/business-day.ts';
import { NO_PERSONAL_PERMISSIONS } from '../../../domain/permissions.ts';
import { type Caller, systemCaller } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import type { DemoCafe } from './demo-cafe.ts';
import { type DayPlan, type HistoryEvent, planDay } from './history-day.ts';
import { HistoryShop } from './history-shop.ts';
import { readMenu } from './menu-of-shop.ts';
import { contextAt } from './perform.ts';
import { Random } from './random.ts';
import { Trade } from './trade.ts';

/** Two years: made one service call after the other, in one transaction. `philo generate` makes more. */
export const MAX_HISTORY_DAYS = 730;

const SEED = 20_260_302;

export interface HistorySummary {
  readonly made: true;
  readonly days: number;
  readonly orders: number;
  readonly shifts: number;
  readonly expenses: number;
}

/**
 * A believable past of the demo café up to now: two shifts a day, orders that move through the kitchen, expenses, baking
 * every morning. Every act is a call of the real service at its own time, in the order of time; the same days make the
 * same past. The last orders are still open, in an open shift.
 */
export const makeHistory = (
  ctx: CommandContext,
  cafe: DemoCafe,
  days: number,
  onProgress?: (done: number, total: number) => void,
): HistorySummary => {
  const random = new Random(SEED);
  const menu = readMenu(ctx.db, cafe);
  const trade = new Trade(random, menu);
  const zone = ctx.settings.time_zone;
  const shop = new HistoryShop({ cafe, menu, trade, random, staff: staffOf(ctx) });
  const today = businessMoment(ctx.nowMs, { time_zone: zone, cutover_hour: 0 }).business_date;
  for (let index = 0; index <= days; index += 1) {
    const day = addDays(today, index - days);
    const plan: DayPlan = {
      day,
      startMs: Date.parse(startOfLocalDay(day, zone)),
      // Trade grows a little over the time shown.
      busyness: 0.85 + (0.25 * index) / days,
      untilMs: day === today ? ctx.nowMs : null,
    };
    for (const event of planDay(plan, { random, trade, shop, newcomersADay: cafe.newcomers.length / days })) event.run(at(ctx, event));
    onProgress?.(index, days);
  }
  const count = (table: string) => ctx.db.row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  return { made: true, days, orders: count('orders'), shifts: count('shifts'), expenses: count('expenses') };
};

const at = (ctx: CommandContext, event: HistoryEvent): CommandContext => contextAt(ctx, { nowMs: Math.floor(event.ms), caller: event.by });

/** Who did it: the shop's people by role, or the program where nobody works yet. */
const staffOf = (ctx: CommandContext): ((role: 'owner' | 'manager' | 'cashier' | 'kitchen') => Caller) => {
  const people = ctx.db.rows<{ id: number; name: string; role: 'owner' | 'manager' | 'cashier' | 'kitchen' }>(
    'SELECT id, name, role FROM staff WHERE is_active = 1 ORDER BY id',
  );
  return (role) => {
    const person = people.find((one) => one.role === role);
    if (!person) return systemCaller('cli', 'Demo');
    return {
      kind: 'staff',
      id: person.id,
      name: person.name,
      role: person.role,
      personal: NO_PERSONAL_PERMISSIONS,
      door: 'ipc',
      sessionId: null,
      ip: null,
      userAgent: null,
    };
  };
};
