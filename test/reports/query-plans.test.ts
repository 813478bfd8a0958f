import type { Compilable, CompiledQuery } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { type Database, type ReadDatabase, sqlBuilder } from '../../src/core/database/database.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { QueryContext } from '../../src/core/kernel/context.ts';
import { silentLog } from '../../src/core/kernel/log.ts';
import { reportHandlers } from '../../src/core/modules/reports/index.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

/** Reads through the real connection and keeps the steps of every statement. */
class Explained implements ReadDatabase {
  readonly q = sqlBuilder;
  readonly statements: { sql: string; plan: string[] }[] = [];
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  #explain(sql: string, parameters: readonly unknown[]): void {
    const steps = this.#database.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
    this.statements.push({ sql, plan: steps.map((step) => step.detail) });
  }

  all<T>(query: Compilable<T> | CompiledQuery<T>): T[] {
    const { sql, parameters } = 'compile' in query ? query.compile() : query;
    return this.rows<T>(sql, parameters);
  }

  first<T>(query: Compilable<T> | CompiledQuery<T>): T | undefined {
    return this.all<T>(query)[0];
  }

  rows<T>(sql: string, parameters: readonly unknown[] = []): T[] {
    this.#explain(sql, parameters);
    return this.#database.rows(sql, parameters);
  }

  row<T>(sql: string, parameters: readonly unknown[] = []): T | undefined {
    return this.rows(sql, parameters)[0] as T | undefined;
  }

  snapshot<T>(read: () => T): T {
    return this.#database.snapshot(read);
  }
}

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
  await app.call('shifts.open', { opening_cash: 0 });
});

const statementsOf = async (name: keyof NonNullable<typeof reportHandlers.queries>, input: object): Promise<Explained['statements']> => {
  const database = new Explained(app.pos.database);
  const ctx = new QueryContext({
    db: database,
    caller: systemCaller(),
    nowMs: app.clock.now(),
    settings: () => app.pos.settings(),
    log: silentLog,
  });
  await reportHandlers.queries?.[name]?.(ctx, input as never);
  return database.statements;
};

const range = { start_date: '2026-02-01', end_date: '2026-02-28' };
const asked = { ...range, group_by: 'weekly', limit: 10, top_limit: 10, day_of_week: 1 };

/** Steps that read a whole table that grows with the shop's years. */
const wholeTables = (plan: readonly string[]): string[] =>
  plan.filter((step) => /^SCAN (o|l|e|orders|order_lines|expenses|stock_movements)\b/.test(step));

test.each([
  ['dashboard.summary', /o USING COVERING INDEX orders_day \(business_date=\?\)/],
  ['dashboard.revenue', /o USING COVERING INDEX orders_day \(business_date=\?\)/],
  ['dashboard.orderTrends', /o USING COVERING INDEX orders_day \(business_date=\?\)/],
  ['dashboard.hourlyHeatmap', /o USING COVERING INDEX orders_day \(business_date=\?\)/],
  ['dashboard.customerInsights', /o USING COVERING INDEX orders_day \(business_date=\?\)/],
  ['dashboard.paymentBreakdown', /o USING COVERING INDEX orders_day \(business_date=\?\)/],
  ['dashboard.profitLoss', /expenses USING COVERING INDEX expenses_business_date \(business_date>\? AND business_date<\?\)/],
  ['dashboard.topItems', /l USING (COVERING )?INDEX order_lines_order \(order_id=\?\)/],
  ['dashboard.topCategories', /l USING (COVERING )?INDEX order_lines_order \(order_id=\?\)/],
  ['dashboard.hourlyGrid', /sales_day_hours USING PRIMARY KEY \(business_date>\? AND business_date<\?\)/],
  ['dashboard.compare', /sales_day_customers USING PRIMARY KEY \(business_date>\? AND business_date<\?\)/],
  ['dashboard.customerInsights', /sales_day_customers USING PRIMARY KEY \(business_date>\? AND business_date<\?\)/],
  ['dashboard.inventoryAlerts', /i USING INDEX items_limited/],
] as const)('%s reads its days by index and nothing else', async (name, step) => {
  const statements = await statementsOf(name, asked);
  const plans = statements.map((statement) => statement.plan);
  expect(
    plans.flat().some((line) => step.test(line)),
    plans.flat().join('\n'),
  ).toBe(true);
  for (const { sql, plan } of statements) expect(wholeTables(plan), sql).toEqual([]);
});

test('what customers spent in a long time is read in their order, without sorting their days', async () => {
  const statements = await statementsOf('dashboard.customerInsights', { ...asked, start_date: '2020-01-01' });
  expect(statements.flatMap((statement) => statement.plan)).toContain(
    'SCAN sales_day_customers USING COVERING INDEX sales_day_customers_spend',
  );
});

test('shift-summary is one statement however many shifts there are, and reads their orders by index', async () => {
  const [first, ...others] = await statementsOf('dashboard.shiftSummary', range);
  expect(others).toEqual([]);
  expect(
    first?.plan.some((step) => /o USING (COVERING )?INDEX orders_shift \(shift_id=\?/.test(step)),
    first?.plan.join('\n'),
  ).toBe(true);
  expect(wholeTables(first?.plan ?? [])).toEqual([]);
});

test("the shift's report reads its shift's rows by index", async () => {
  for (const { sql, plan } of await statementsOf('shifts.report', { shift_id: 1 })) expect(wholeTables(plan), sql).toEqual([]);
});

test.each([
  ['reports.items', /s USING (COVERING )?INDEX settlements_day \(business_date=\?\)/],
  ['reports.items', /settled_day_lines USING PRIMARY KEY \(business_date>\? AND business_date<\?\)/],
  ['reports.hours', /s USING (COVERING )?INDEX settlements_day \(business_date=\?\)/],
  ['reports.hours', /settled_day_sales USING PRIMARY KEY \(business_date>\? AND business_date<\?\)/],
  ['reports.discounts', /s USING (COVERING )?INDEX settlements_day \(business_date=\?\)/],
  ['reports.discounts', /settled_day_discounts USING COVERING INDEX settled_day_discounts_day \(business_date>\? AND business_date<\?\)/],
  ['reports.tenders', /p USING (COVERING )?INDEX payments_day \(business_date=\?\)/],
  ['reports.tenders', /settled_day_tenders USING PRIMARY KEY \(business_date>\? AND business_date<\?\)/],
  ['reports.comps', /l USING (COVERING )?INDEX order_lines_comps/],
  ['reports.refunds', /r USING (COVERING )?INDEX refunds_day \(business_date>\? AND business_date<\?/],
  ['reports.movements', /m USING COVERING INDEX stock_movements_time \(created_at>\? AND created_at<\?\)/],
] as const)('%s reads its days by index and nothing else', async (name, step) => {
  const statements = await statementsOf(name, { ...range, page: 1, per_page: 50 });
  const plans = statements.flatMap((statement) => statement.plan);
  expect(
    plans.some((line) => step.test(line)),
    plans.join('\n'),
  ).toBe(true);
  for (const { sql, plan } of statements) {
    expect(
      plan.filter((line) =>
        /^SCAN (s|o|l(?! USING INDEX order_lines_comps)|r|b|p|m|orders|order_lines|settlements|payments|refunds|refund_lines|stock_movements)\b/.test(
          line,
        ),
      ),
      sql,
    ).toEqual([]);
  }
});
