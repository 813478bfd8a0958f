import { addDays, businessMoment, type Day, startOfLocalDay, weekdayOf } from '../../../domain/business-day.ts';
import { allocate } from '../../../domain/money.ts';
import { systemCaller } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { customerSearchText } from '../customers/index.ts';
import { type DemoCafe, readDemoCafe } from './demo-cafe.ts';
import { BulkDays, type DayPart, type GeneratedCounts } from './bulk-days.ts';
import { readMenu } from './menu-of-shop.ts';
import { contextAt } from './perform.ts';
import { Random } from './random.ts';
import { addMenu, type SeedingShop } from './seed-demo.ts';
import { Trade } from './trade.ts';

export const MAX_GENERATED_ORDERS = 20_000_000;
export const MAX_GENERATED_DAYS = 36_500;
/** Orders to a transaction: few commits, yet a write-ahead log of some ten megabytes. */
const ORDERS_A_COMMIT = 5000;
const MOST_CUSTOMERS = 5000;
const SEED = 7_041_776;

export interface GenerateOptions {
  readonly orders: number;
  readonly days: number;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface GenerateSummary extends GeneratedCounts {
  readonly customers: number;
  readonly first_day: Day;
  readonly last_day: Day;
}

/**
 * Makes `orders` orders on the `days` days before today by bulk inserts, for measuring: every row is as the services
 * would have made it (prices, shares, numbers, shifts, stock movements); only the audit has one row for all. Sells the
 * shop's own menu; an empty shop gets the demo café's first.
 */
export const generateOrders = async (shop: SeedingShop, options: GenerateOptions): Promise<GenerateSummary> => {
  refuseOutside('orders', options.orders, MAX_GENERATED_ORDERS);
  refuseOutside('days', options.days, MAX_GENERATED_DAYS);
  const caller = systemCaller('cli', 'Generator');
  const { bulk, plan, customers } = await shop.command(caller, (ctx) => prepare(ctx, options));
  for (const parts of commits(plan)) {
    await shop.command(caller, (ctx) => bulk.make(ctx, parts));
    options.onProgress?.(bulk.counts.orders, options.orders);
  }
  await shop.command(caller, (ctx) => {
    for (const topic of ['customers', 'shifts', 'expenses', 'orders'] as const) ctx.emit(topic, 'create', null);
  });
  return { ...bulk.counts, customers, first_day: plan[0]?.day ?? '', last_day: plan.at(-1)?.day ?? '' };
};

interface DayPlan {
  readonly day: Day;
  readonly startMs: number;
  readonly orders: number;
}

const refuseOutside = (what: string, value: number, most: number): void => {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw new Refusal('invalid_input', `--${what} is ${value}, but should be a whole number from 1 to ${most}.`);
};

/** A Z covers what was written since the one before, so made-up past orders would be in the next one as if sold today. */
const refuseAfterZ = (ctx: CommandContext): void => {
  if (!ctx.db.row('SELECT 1 FROM z_reports LIMIT 1')) return;
  throw new Refusal(
    'already_imported',
    'This shop has Z reports already, and made-up orders would be in the next one. Use an empty folder.',
  );
};

const prepare = (ctx: CommandContext, { orders, days }: GenerateOptions) => {
  refuseAfterZ(ctx);
  const zone = ctx.settings.time_zone;
  const cafe = readDemoCafe();
  const today = businessMoment(ctx.nowMs, { time_zone: zone, cutover_hour: 0 }).business_date;
  const list = Array.from({ length: days }, (_, index) => addDays(today, index - days));
  const startOf = (day: Day) => Date.parse(startOfLocalDay(day, zone));
  const past = contextAt(ctx, { nowMs: startOf(addDays(today, -days)), caller: ctx.caller });
  if (!ctx.db.row('SELECT 1 FROM items LIMIT 1')) addMenu(past, cafe);
  const menu = readMenu(ctx.db, cafe);
  if (menu.items.length === 0)
    throw new Refusal('item_not_available', 'No item of this shop can be sold: each one, or its category, is switched off.');

  const random = new Random(SEED);
  const customers = Math.min(MOST_CUSTOMERS, Math.floor(orders / 60));
  addCustomers(past, random, cafe, customers);
  const customerIds = ctx.db.rows<{ id: number }>('SELECT id FROM customers ORDER BY id').map((row) => row.id);
  const weights = list.map((day) => Math.round(Trade.busyness(weekdayOf(day)) * (900 + random.next() * 200)));
  const counts = allocate(orders, weights);
  const plan: DayPlan[] = list.map((day, index) => ({ day, startMs: startOf(day), orders: counts[index] ?? 0 }));
  recordAudit(ctx, {
    entity: 'Database',
    id: null,
    action: 'generate',
    after: { orders, days, first_day: list[0], last_day: list.at(-1), customers },
  });
  return { bulk: new BulkDays({ random, menu, trade: new Trade(random, menu), customerIds }), plan, customers };
};

/** People with made-up names from the demo café's first and last names. */
const addCustomers = (ctx: CommandContext, random: Random, cafe: DemoCafe, count: number): void => {
  const names = [...cafe.customers.map((customer) => customer.name), ...cafe.newcomers];
  const firsts = names.map((name) => name.split(' ')[0] ?? name);
  const lasts = names.map((name) => name.split(' ').slice(1).join(' '));
  for (let index = 0; index < count; index += 1) {
    const name = `${random.pick(firsts)} ${random.pick(lasts)}`;
    ctx.db.execute('INSERT INTO customers (name, search_text, created_at, updated_at) VALUES (?, ?, ?, ?)', [
      name,
      customerSearchText({ name, phone: null, email: null }),
      ctx.now,
      ctx.now,
    ]);
  }
};

/** The days cut into transactions: short days share one, a long day has several. */
function* commits(plan: readonly DayPlan[]): Generator<DayPart[]> {
  const lastDay = plan.at(-1)?.day;
  let parts: DayPart[] = [];
  let planned = 0;
  for (const { day, startMs, orders } of plan) {
    for (let from = 0; from === 0 || from < orders; from += ORDERS_A_COMMIT) {
      const count = Math.min(ORDERS_A_COMMIT, orders - from);
      const isLast = from + ORDERS_A_COMMIT >= orders;
      parts.push({
        day,
        startMs,
        count,
        share: { from: from / Math.max(1, orders), to: (from + count) / Math.max(1, orders) },
        isFirst: from === 0,
        isLast,
        isNewest: isLast && day === lastDay,
      });
      planned += count;
      if (planned >= ORDERS_A_COMMIT) {
        yield parts;
        parts = [];
        planned = 0;
      }
    }
  }
  if (parts.length > 0) yield parts;
}
