import type { Order } from '../../../contract/orders.ts';
import { weekdayOf } from '../../../domain/business-day.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import type { HistoryShop } from './history-shop.ts';
import type { Random } from './random.ts';
import { Trade } from './trade.ts';

export interface DayPlan {
  readonly day: string;
  /** The instant at which the shop's clock shows 00:00, in milliseconds. */
  readonly startMs: number;
  readonly busyness: number;
  /** Today: nothing happens after it, and the last orders before it are still open. Null: a whole day. */
  readonly untilMs: number | null;
}

/** One act at one time. */
export interface HistoryEvent {
  readonly ms: number;
  readonly by: Caller;
  readonly run: (ctx: CommandContext) => void;
}

interface Tools {
  readonly random: Random;
  readonly trade: Trade;
  readonly shop: HistoryShop;
  readonly newcomersADay: number;
}

const MINUTE = 60_000;
const ORDERS_A_DAY = 60;
/** Minutes after midnight. */
const OPENING = 6 * 60 + 45;
const CHANGE_OF_SHIFT = 13 * 60;
const CLOSING = 19 * 60 + 15;
/** Orders of the last minutes are the ones still open. */
const STILL_OPEN = 20;

/** Everything that happens on one day, in the order of time. */
export const planDay = (plan: DayPlan, tools: Tools): HistoryEvent[] => {
  const events: HistoryEvent[] = [];
  const { shop, random, trade } = tools;
  const cashier = shop.staff('cashier');
  const add = (minute: number, by: Caller, run: HistoryEvent['run']) => events.push({ ms: plan.startMs + minute * MINUTE, by, run });
  const now = plan.untilMs === null ? null : (plan.untilMs - plan.startMs) / MINUTE;
  const last = now === null ? CLOSING : now - STILL_OPEN;
  // Whoever looks at the demo finds the café open, at any hour.
  const opening = now === null ? OPENING : Math.min(OPENING, now - 2 * STILL_OPEN);

  add(opening, cashier, (ctx) => shop.till.open(ctx));
  add(opening + 1, shop.staff('kitchen'), (ctx) => shop.restock(ctx));
  if (last > CHANGE_OF_SHIFT) {
    add(CHANGE_OF_SHIFT, cashier, (ctx) => shop.till.close(ctx));
    add(CHANGE_OF_SHIFT + 0.25, shop.staff('manager'), (ctx) => shop.till.open(ctx));
  }
  if (now === null) add(CLOSING, shop.staff('manager'), (ctx) => shop.till.close(ctx));

  const orders = Math.round(ORDERS_A_DAY * plan.busyness * Trade.busyness(weekdayOf(plan.day)) * (0.9 + random.next() * 0.2));
  for (let order = 0; order < orders; order += 1) {
    const minute = trade.minute();
    if (minute < last) planOrder(add, minute, tools);
  }
  if (now !== null) planOpenOrders(add, now, tools);
  for (const expense of expensesOf(plan.day, random)) {
    if (expense.minute > opening + 2 && expense.minute < last)
      add(expense.minute, shop.staff('manager'), (ctx) => shop.spend(ctx, expense));
  }
  const manager = shop.staff('manager');
  if (random.chance(0.3) && last > 900) add(880 + random.next(), cashier, (ctx) => shop.till.spend(ctx));
  if (random.chance(0.2) && last > 760) add(740 + random.next(), manager, (ctx) => shop.till.look(ctx));
  if (last > 1080) add(1060 + random.next(), manager, (ctx) => shop.till.drop(ctx));
  if (random.chance(tools.newcomersADay) && last > 600) add(600 + random.next(), cashier, (ctx) => shop.welcome(ctx));
  return events.sort((a, b) => a.ms - b.ms);
};

type Add = (minute: number, by: Caller, run: HistoryEvent['run']) => void;

const planOrder = (add: Add, minute: number, { shop, random }: Tools): void => {
  const cashier = shop.staff('cashier');
  const manager = shop.staff('manager');
  const kitchen = shop.staff('kitchen');
  let order: Order | null = null;
  add(minute, cashier, (ctx) => {
    order = shop.sell(ctx);
  });
  const started = minute + 0.5 + random.next() * 2;
  const isCancelled = random.chance(0.04);
  if (isCancelled && random.chance(0.6)) {
    add(started, cashier, (ctx) => shop.cancel(ctx, order));
    return;
  }
  add(started, kitchen, (ctx) => shop.move(ctx, order, 'preparing'));
  const ready = started + 2 + random.next() * 5;
  if (isCancelled) {
    // What the kitchen has begun is cancelled by a manager.
    add(ready, manager, (ctx) => shop.cancel(ctx, order));
    return;
  }
  add(ready, kitchen, (ctx) => shop.move(ctx, order, 'ready'));
  const handedOver = ready + 1 + random.next() * 3;
  add(handedOver, cashier, (ctx) => shop.handOver(ctx, order));
  if (random.chance(0.012)) add(handedOver + 2, manager, (ctx) => order && shop.till.refund(ctx, order));
};

/** One ready, two being made, two waiting: what the board shows now. */
const planOpenOrders = (add: Add, now: number, { shop }: Tools): void => {
  const cashier = shop.staff('cashier');
  const kitchen = shop.staff('kitchen');
  for (const { before, steps } of [
    { before: 14, steps: ['preparing', 'ready'] },
    { before: 8, steps: ['preparing'] },
    { before: 6, steps: ['preparing'] },
    { before: 3, steps: [] },
    { before: 1, steps: [] },
  ] as const) {
    let order: Order | null = null;
    add(now - before, cashier, (ctx) => {
      order = shop.sell(ctx);
    });
    steps.forEach((status, index) => {
      add(now - before + 2 + 5 * index, kitchen, (ctx) => shop.move(ctx, order, status));
    });
  }
};

interface PlannedExpense {
  readonly minute: number;
  readonly category: string;
  readonly description: string;
  /** In hundredths. */
  readonly amount: number;
  readonly fromTill: boolean;
}

/** The bills of a day. */
export const expensesOf = (day: string, random: Random): PlannedExpense[] => {
  const weekday = weekdayOf(day);
  const dayOfMonth = Number(day.slice(8));
  const bill = (minute: number, category: string, description: string, from: number, to: number, fromTill = false) => ({
    minute,
    category,
    description,
    amount: random.between(from, to),
    fromTill,
  });
  return [
    bill(430, 'Dairy', 'Milk for the morning', 1800, 3200, true),
    ...(random.chance(0.4) ? [bill(520, 'Bakery supplies', 'Flour, butter, eggs', 2500, 6000)] : []),
    ...(weekday === 1 ? [bill(500, 'Coffee', 'Beans for the week', 32_000, 41_000)] : []),
    ...(weekday === 5 ? [bill(930, 'Wages', 'Wages of the week', 195_000, 220_000)] : []),
    ...(dayOfMonth === 1 ? [bill(560, 'Rent', 'Rent of the month', 290_000, 290_000)] : []),
    ...(dayOfMonth === 5 ? [bill(565, 'Utilities', 'Power and water', 38_000, 52_000)] : []),
    ...(random.chance(0.12)
      ? [
          random.pick([
            bill(660, 'Repairs', 'Grinder burrs', 4000, 9000),
            bill(840, 'Cleaning', 'Soap and cloths', 900, 2400, true),
            bill(700, 'Marketing', 'Posters', 2000, 6000),
            bill(870, 'Packaging', 'Paper cups and lids', 3000, 8500),
          ]),
        ]
      : []),
  ];
};
