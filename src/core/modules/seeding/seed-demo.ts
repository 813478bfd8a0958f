import type { ReadDatabase } from '../../database/database.ts';
import { type Caller, systemCaller } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { addStaff } from '../staff/index.ts';
import { type DemoCafe, minorOf, readDemoCafe } from './demo-cafe.ts';
import { contextAt, perform } from './perform.ts';
import { type HistorySummary, makeHistory, MAX_HISTORY_DAYS } from './seed-history.ts';

/** What seeding needs of an open shop. */
export interface SeedingShop {
  readonly database: ReadDatabase;
  command<T>(caller: Caller, run: (ctx: CommandContext) => T): Promise<T>;
  hashPin(pin: string): Promise<string>;
}

export interface SeedOptions {
  /** Also make that many days of a believable past, up to now. */
  readonly historyDays?: number | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface SeedSummary {
  /** Null: it was there already, and nothing was changed. */
  readonly menu: { categories: number; items: number; addons: number; customers: number; discounts: number } | null;
  /** The people that were added, with the PINs to try them with. Nobody, where somebody already works. */
  readonly staff: readonly { name: string; role: string; pin: string }[];
  /** Null: none was asked for. `made` is false where orders were there already. */
  readonly history: HistorySummary | { readonly made: false } | null;
}

const DAY_MS = 86_400_000;

const CHANGED = ['categories', 'items', 'addons', 'customers', 'discounts', 'shifts', 'expenses', 'orders'] as const;

/**
 * Loads the demo café through the shop's own services, once: a second run changes nothing and says so. Refuses
 * `already_imported` where another shop's data is.
 */
export const seedDemo = async (shop: SeedingShop, options: SeedOptions = {}): Promise<SeedSummary> => {
  const days = options.historyDays ?? 0;
  if (!Number.isInteger(days) || days < 0 || days > MAX_HISTORY_DAYS) {
    throw new Refusal('invalid_input', `The history can have 1 to ${MAX_HISTORY_DAYS} days, not ${days}.`);
  }
  const cafe = readDemoCafe();
  const isNew = !isSeeded(shop.database);
  const pinHashes = isNew && !hasStaff(shop.database) ? await Promise.all(cafe.staff.map((person) => shop.hashPin(person.pin))) : [];
  return shop.command(systemCaller('cli', 'Demo'), (ctx) => {
    // With a history the menu is a day older than the first sale.
    const openedMs = days === 0 ? ctx.nowMs : ctx.nowMs - (days + 1) * DAY_MS;
    const menu = isSeeded(ctx.db) ? null : addMenu(contextAt(ctx, { nowMs: openedMs, caller: ctx.caller }), cafe);
    const staff = menu && !hasStaff(ctx.db) ? addPeople(ctx, cafe, pinHashes) : [];
    const history = days > 0 ? historyOf(ctx, cafe, days, options) : null;
    for (const topic of CHANGED) ctx.emit(topic, 'create', null);
    return { menu, staff, history };
  });
};

/** The demo café and a past of it as a part of another command, into a shop that holds nothing. Nobody is added to its staff. */
export const fillWithDemo = (ctx: CommandContext, historyDays: number): void => {
  const cafe = readDemoCafe();
  addMenu(contextAt(ctx, { nowMs: ctx.nowMs - (historyDays + 1) * DAY_MS, caller: ctx.caller }), cafe);
  makeHistory(ctx, cafe, historyDays);
  for (const topic of CHANGED) ctx.emit(topic, 'create', null);
};

const isSeeded = (db: ReadDatabase): boolean => db.row("SELECT 1 FROM imports WHERE kind = 'demo'") !== undefined;

const hasStaff = (db: ReadDatabase): boolean => db.row('SELECT 1 FROM staff LIMIT 1') !== undefined;

const SHOP_TABLES = ['categories', 'items', 'addons', 'customers', 'discounts', 'shifts', 'expenses', 'orders'] as const;

/** Adds the menu, customers and discounts. `ctx` may lie in the past, so that they are older than the history. */
export const addMenu = (ctx: CommandContext, cafe: DemoCafe): NonNullable<SeedSummary['menu']> => {
  const used = SHOP_TABLES.find((table) => ctx.db.row(`SELECT 1 FROM ${table} LIMIT 1`));
  if (used)
    throw new Refusal(
      'already_imported',
      `This folder already holds a shop (it has ${used}). Nothing was changed; the demo café needs an empty folder.`,
    );
  const { decimals } = ctx.currency;
  cafe.categories.forEach((category, index) => {
    const { id } = perform(ctx, 'categories.create', { name: category.name, description: category.description, display_order: index + 1 });
    for (const item of category.items) {
      perform(ctx, 'items.create', {
        category_id: id,
        name: item.name,
        description: item.description,
        price: minorOf(item.price, decimals),
        stock_qty: item.daily ?? -1,
      });
    }
  });
  for (const addon of cafe.addons) perform(ctx, 'addons.create', { name: addon.name, price: minorOf(addon.price, decimals) });
  for (const { name, is_active, ...discount } of cafe.discounts) {
    const value = discount.type === 'percentage' ? discount.percent : minorOf(discount.amount, decimals) / 10 ** decimals;
    perform(ctx, 'discounts.create', { name, type: discount.type, value, is_active });
  }
  for (const customer of cafe.customers) perform(ctx, 'customers.create', customer);
  const counts = {
    categories: cafe.categories.length,
    items: cafe.categories.reduce((sum, category) => sum + category.items.length, 0),
    addons: cafe.addons.length,
    customers: cafe.customers.length,
    discounts: cafe.discounts.length,
  };
  ctx.db.execute('INSERT INTO imports (kind, file_hash, summary, created_at) VALUES (?, ?, ?, ?)', [
    'demo',
    '',
    JSON.stringify(counts),
    ctx.now,
  ]);
  return counts;
};

const addPeople = (ctx: CommandContext, cafe: DemoCafe, pinHashes: readonly string[]): SeedSummary['staff'] =>
  cafe.staff.map((person, index) => {
    const pinHash = pinHashes[index];
    if (pinHash === undefined) throw new Error('the staff changed while the demo was being made');
    addStaff(ctx, { name: person.name, role: person.role, pinHash });
    return person;
  });

const historyOf = (ctx: CommandContext, cafe: DemoCafe, days: number, options: SeedOptions): NonNullable<SeedSummary['history']> => {
  if (ctx.db.row('SELECT 1 FROM orders UNION ALL SELECT 1 FROM shifts LIMIT 1')) return { made: false };
  return makeHistory(ctx, cafe, days, options.onProgress);
};
