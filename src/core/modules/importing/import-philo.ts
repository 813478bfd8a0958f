import { basename } from 'node:path';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Settings } from '../../../contract/settings.ts';
import { isTimeZone } from '../../../domain/business-day.ts';
import type { Money, Ppm } from '../../../domain/money.ts';
import type { ReadDatabase } from '../../database/database.ts';
import { type Caller, systemCaller } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { settleByMethod, startZAfterThese } from '../payments/index.ts';
import { differencesFromSource } from './check-import.ts';
import { importAudit } from './import-audit.ts';
import { importCustomers, importMenu } from './import-menu.ts';
import { importOrders } from './import-orders.ts';
import { ImportReport } from './import-report.ts';
import { ImportRun } from './import-run.ts';
import { importExpenses, importShifts } from './import-shifts.ts';
import { openPhiloFile, type PhiloFile } from './philo-file.ts';
import { PHILO_DATA_TABLES, type PhiloTable } from './philo-schema.ts';

/** What an import needs of an open shop. */
export interface ImportingShop {
  command<T>(caller: Caller, run: (ctx: CommandContext) => T): Promise<T>;
  changeSettings(ctx: CommandContext, changes: ParsedInputOf<'settings.update'>): Settings;
}

export interface PhiloImportOptions {
  /** The original's SQLite file. */
  readonly file: string;
  /** Becomes the shop's time zone; left out: the one it has. */
  readonly timeZone?: string | undefined;
  /** Becomes the shop's currency: the file's amounts are read in it. */
  readonly currency?: string | undefined;
  /** Do everything, check everything, keep nothing. */
  readonly dryRun?: boolean | undefined;
}

/** What came over. Amounts in minor units. */
export interface PhiloImportSummary {
  readonly file: string;
  readonly file_hash: string;
  readonly source_version: string;
  readonly dry_run: boolean;
  readonly currency: string;
  readonly time_zone: string;
  readonly counts: Readonly<Record<PhiloTable, number>>;
  readonly totals: {
    readonly subtotal: Money;
    readonly discount: Money;
    readonly tax: Money;
    readonly total: Money;
    /** Totals of the orders that are not cancelled. */
    readonly revenue: Money;
    readonly expenses: Money;
    readonly items_sold: number;
    readonly stock: number;
  };
  readonly orders_by_status: Readonly<Record<string, { orders: number; total: Money }>>;
  readonly first_order_at: string | null;
  readonly last_order_at: string | null;
  readonly tax_rates: readonly { rate: Ppm; orders: number }[];
  readonly warnings: readonly string[];
}

/** Ends a dry run: thrown so that everything it did is rolled back. */
class DryRunDone extends Error {
  readonly summary: PhiloImportSummary;

  constructor(summary: PhiloImportSummary) {
    super('dry run');
    this.summary = summary;
  }
}

/**
 * Brings the database of the original backend into an empty shop, in one transaction: all or nothing. Refuses with
 * `unsupported_file` (damaged, foreign, newer, or holding what cannot be kept) and `already_imported`.
 */
export const importPhilo = async (shop: ImportingShop, options: PhiloImportOptions): Promise<PhiloImportSummary> => {
  if (options.timeZone !== undefined && !isTimeZone(options.timeZone)) {
    throw new Refusal('invalid_input', `"${options.timeZone}" is not a time zone. Use an IANA name, e.g. Europe/Oslo or UTC.`);
  }
  const philo = openPhiloFile(options.file);
  try {
    return await shop.command(systemCaller('cli', 'Import'), (ctx) => {
      const { timeZone, currency } = options;
      if (timeZone !== undefined || currency !== undefined) {
        refuseUsedShop(ctx.db);
        shop.changeSettings(ctx, { time_zone: timeZone, currency });
      }
      const summary = bringOver(ctx, philo, options.dryRun === true);
      if (options.dryRun) throw new DryRunDone(summary);
      return summary;
    });
  } catch (error) {
    if (error instanceof DryRunDone) return error.summary;
    throw constraintAsRefusal(error, options.file);
  } finally {
    philo.close();
  }
};

/** The same as a part of another command, with the currency and time zone that the shop has by then; what was opened is not closed. */
export const bringOverPhilo = (ctx: CommandContext, philo: PhiloFile): PhiloImportSummary => {
  try {
    return bringOver(ctx, philo, false);
  } catch (error) {
    throw constraintAsRefusal(error, philo.file);
  }
};

const bringOver = (ctx: CommandContext, philo: PhiloFile, dryRun: boolean): PhiloImportSummary => {
  refuseUsedShop(ctx.db);
  const auditRowsBefore = countRows(ctx.db, 'audit_log');
  const report = new ImportReport();
  const run = new ImportRun(ctx, philo.source, report);

  const menu = importMenu(run);
  importCustomers(run);
  importShifts(run);
  importExpenses(run);
  const rates = importOrders(run, menu);
  if (!report.isFaulty) {
    settleByMethod(ctx.db, 0, 'Imported');
    startZAfterThese(ctx.db);
  }
  importAudit(run);
  report.refuseFaults(basename(philo.file));

  const differences = differencesFromSource(ctx.db, philo.source, { decimals: ctx.currency.decimals, report, auditRowsBefore });
  if (differences.length > 0) {
    throw new Refusal(
      'unsupported_file',
      `${basename(philo.file)} did not come over whole: ${differences.slice(0, 5).join('; ')}. Nothing was changed.`,
    );
  }
  if (countRows(ctx.db, 'orders') === 0)
    report.warn('the file holds no orders; if a file with -wal at its end stood beside it, import both together');
  warnOfCustomerTotals(run, ctx.db);
  warnOfTaxRate(ctx, report, rates);
  report.finishWarnings();
  const summary = summarise(ctx, philo, { rates, warnings: report.warnings, dryRun });
  ctx.db.execute('INSERT INTO imports (kind, file_hash, summary, created_at) VALUES (?, ?, ?, ?)', [
    'philo',
    philo.hash,
    JSON.stringify(summary),
    ctx.now,
  ]);
  const { warnings, ...facts } = summary;
  recordAudit(ctx, { entity: 'Database', id: null, action: 'import', after: { ...facts, warnings: warnings.length } });
  for (const topic of ['categories', 'items', 'addons', 'customers', 'discounts', 'shifts', 'expenses', 'orders'] as const)
    ctx.emit(topic, 'create', null);
  return summary;
};

const USED_TABLES = ['categories', 'items', 'addons', 'customers', 'discounts', 'shifts', 'expenses', 'orders', 'order_numbers'] as const;

const refuseUsedShop = (db: ReadDatabase): void => {
  const earlier = db.row<{ created_at: string }>("SELECT created_at FROM imports WHERE kind = 'philo' LIMIT 1");
  if (earlier) {
    throw new Refusal(
      'already_imported',
      `A Philo database was imported into this folder on ${earlier.created_at}. Nothing was changed; to import again, use an empty folder.`,
    );
  }
  const used = USED_TABLES.find((table) => db.row(`SELECT 1 FROM ${table} LIMIT 1`));
  if (used) {
    throw new Refusal(
      'already_imported',
      `This folder already holds a shop (it has ${used.replace('_', ' ')}), and an import keeps ids. Nothing was changed; use an empty folder.`,
    );
  }
};

const countRows = (db: ReadDatabase, table: string): number => db.row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;

/** The original kept running totals that drift; ours are derived, so a difference shows on the customer's page. */
const warnOfCustomerTotals = (run: ImportRun, db: ReadDatabase): void => {
  for (const row of run.rows('customers')) {
    const orders = row.integer('total_orders');
    const spent = Math.round(row.number('total_spent') * 10 ** run.ctx.currency.decimals);
    const derived = db.row<{ orders: number; spent: number }>(
      "SELECT count(*) AS orders, coalesce(sum(total), 0) AS spent FROM orders WHERE customer_id = ? AND status <> 'cancelled'",
      [row.id],
    ) ?? { orders: 0, spent: 0 };
    if (derived.orders === orders && derived.spent === spent) continue;
    row.warn(
      `the file says ${orders} orders, ${run.money(spent)}; the customer's orders say ${derived.orders}, ${run.money(derived.spent)}, and they count`,
    );
  }
};

const warnOfTaxRate = (ctx: CommandContext, report: ImportReport, rates: ReadonlyMap<Ppm, number>): void => {
  const inForce = ctx.settings.tax_rate;
  for (const [rate, orders] of rates) {
    if (rate !== inForce)
      report.warn(
        `${orders} orders were taxed at ${rate / 10_000} percent by their amounts; the shop's rate is ${inForce / 10_000} percent`,
      );
  }
};

const summarise = (
  ctx: CommandContext,
  philo: PhiloFile,
  found: { rates: ReadonlyMap<Ppm, number>; warnings: readonly string[]; dryRun: boolean },
): PhiloImportSummary => {
  const { db } = ctx;
  const counts = Object.fromEntries(
    PHILO_DATA_TABLES.map((table) => [table, Number(philo.source.prepare(`SELECT count(*) FROM ${table}`).pluck().get())]),
  );
  const orders = db.row<Omit<PhiloImportSummary['totals'], 'expenses' | 'stock'> & { first: string | null; last: string | null }>(
    `SELECT coalesce(sum(subtotal), 0) AS subtotal, coalesce(sum(discount_amount), 0) AS discount, coalesce(sum(tax_amount), 0) AS tax,
       coalesce(sum(total), 0) AS total, coalesce(sum(total) FILTER (WHERE status <> 'cancelled'), 0) AS revenue,
       coalesce(sum(items_count) FILTER (WHERE status <> 'cancelled'), 0) AS items_sold, min(created_at) AS first, max(created_at) AS last FROM orders`,
  );
  if (!orders) throw new Error('a sum has no row');
  const { first, last, ...sums } = orders;
  const statuses = db.rows<{ status: string; orders: number; total: number }>(
    'SELECT status, count(*) AS orders, sum(total) AS total FROM orders GROUP BY status',
  );
  return {
    file: basename(philo.file),
    file_hash: philo.hash,
    source_version: philo.version,
    dry_run: found.dryRun,
    currency: ctx.currency.code,
    time_zone: ctx.settings.time_zone,
    counts: counts as Record<PhiloTable, number>,
    totals: {
      ...sums,
      expenses: db.row<{ amount: number }>('SELECT coalesce(sum(amount), 0) AS amount FROM expenses')?.amount ?? 0,
      stock: db.row<{ units: number }>('SELECT coalesce(sum(stock_qty), 0) AS units FROM items WHERE stock_qty > 0')?.units ?? 0,
    },
    orders_by_status: Object.fromEntries(statuses.map(({ status, orders: count, total }) => [status, { orders: count, total }])),
    first_order_at: first,
    last_order_at: last,
    tax_rates: [...found.rates].map(([rate, count]) => ({ rate, orders: count })).sort((a, b) => b.orders - a.orders),
    warnings: found.warnings,
  };
};

/** What the database itself will not keep (a number twice, a reference to nothing) is the file's fault, told as such. */
const constraintAsRefusal = (error: unknown, file: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('SQLITE_CONSTRAINT')) return error;
  return new Refusal('unsupported_file', `${basename(file)} cannot be imported: ${(error as Error).message}. Nothing was changed.`);
};
