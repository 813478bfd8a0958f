import { expect, test } from 'vitest';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { silentLog } from '../../src/core/kernel/log.ts';
import { addUpDay, keepDaysSummed, type SummingShop } from '../../src/core/modules/reports/index.ts';
import { verifyDatabase } from '../../src/core/modules/verification/index.ts';
import type { Pos } from '../../src/core/app.ts';
import { openBusyShop } from './busy-weeks.ts';
import { everyReport } from './every-report.ts';
import { everyView } from './every-view.ts';
import { openSellingShop } from './sell.ts';

const statesOf = (pos: Pos): Record<string, string> =>
  Object.fromEntries(
    pos.database
      .rows<{ business_date: string; state: string }>('SELECT business_date, state FROM sales_days ORDER BY business_date')
      .map((row) => [row.business_date, row.state]),
  );

const rowsOf = (pos: Pos, day: string): number =>
  pos.database.row<{ n: number }>('SELECT COUNT(*) AS n FROM sales_day_hours WHERE business_date = ?', [day])?.n ?? 0;

test('a day is summed once it is over, and open again when one of its orders changes', async () => {
  const { app, sell } = await openSellingShop();
  const first = await sell({ at: '2026-02-10T10:00:00.000Z' });
  await sell({ at: '2026-02-11T10:00:00.000Z' });
  await sell({ at: '2026-02-12T10:00:00.000Z' });
  expect(statesOf(app.pos)).toEqual({ '2026-02-10': 'open', '2026-02-11': 'open', '2026-02-12': 'open' });
  expect(await app.pos.sumDays()).toBe(2);
  expect(statesOf(app.pos)).toEqual({ '2026-02-10': 'summed', '2026-02-11': 'summed', '2026-02-12': 'open' });
  expect(await app.pos.sumDays()).toBe(0);

  await app.call('orders.setStatus', { order_id: first.id, status: 'cancelled' });
  expect(statesOf(app.pos)['2026-02-10']).toBe('open');
  expect(rowsOf(app.pos, '2026-02-10')).toBe(0);
  expect(await app.call('dashboard.summary', { start_date: '2026-02-10', end_date: '2026-02-11' })).toMatchObject({
    total_revenue: 450,
    total_orders: 2,
    cancelled_orders: 1,
  });
  expect(await app.pos.sumDays()).toBe(1);
  expect(await app.pos.sumDays({ anew: true })).toBe(2);
});

test('what does not change a day’s figures leaves it summed', async () => {
  const { app, sell } = await openSellingShop();
  const order = await sell({ at: '2026-02-10T10:00:00.000Z', payments: [] });
  app.clock.set('2026-02-11T10:00:00.000Z');
  await app.pos.sumDays();
  await app.call('payments.take', { order_id: order.id, method: 'cash' });
  await app.call('refunds.create', { order_id: order.id, reason: 'Cold' });
  expect(statesOf(app.pos)['2026-02-10']).toBe('summed');
});

test('a customer who is deleted opens the days they came on', async () => {
  const { app, menu, sell } = await openSellingShop();
  await sell({ at: '2026-02-10T10:00:00.000Z', customer_id: menu.ann.id });
  await sell({ at: '2026-02-11T10:00:00.000Z' });
  app.clock.set('2026-02-12T10:00:00.000Z');
  await app.pos.sumDays();
  await app.call('customers.delete', { customer_id: menu.ann.id });
  expect(statesOf(app.pos)).toEqual({ '2026-02-10': 'open', '2026-02-11': 'summed' });
});

test('an order that changes while its day is being added up leaves the day open', async () => {
  const { app, sell } = await openSellingShop();
  const order = await sell({ at: '2026-02-10T10:00:00.000Z' });
  app.clock.set('2026-02-11T10:00:00.000Z');
  const keeper = keepDaysSummed(
    {
      command: (caller, run) => app.pos.command(caller, run),
      addUp: async (day) => {
        const sums = addUpDay(app.pos.database, day);
        await app.call('orders.setStatus', { order_id: order.id, status: 'cancelled' });
        return sums;
      },
    },
    silentLog,
    { firstLookMs: 0, lookMs: 3_600_000, pauseMs: 0 },
  );
  await expect.poll(() => app.pos.database.row('SELECT 1 FROM orders WHERE status = ?', ['cancelled'])).toBeDefined();
  await keeper.stop();
  // Money went back on the day after, so that is a day of the shop's too.
  expect(statesOf(app.pos)).toEqual({ '2026-02-10': 'open', '2026-02-11': 'open' });
  expect(rowsOf(app.pos, '2026-02-10')).toBe(0);
});

test('a running shop sums its days by itself, and goes on when the one before it was cut off', async () => {
  const { app, sell } = await openSellingShop();
  await sell({ at: '2026-02-09T10:00:00.000Z' });
  await sell({ at: '2026-02-10T10:00:00.000Z' });
  app.clock.set('2026-02-11T10:00:00.000Z');
  await app.pos.command(systemCaller(), (ctx) =>
    ctx.db.execute("UPDATE sales_days SET state = 'summing' WHERE business_date = '2026-02-09'"),
  );
  const shop: SummingShop = {
    command: (caller, run) => app.pos.command(caller, run),
    addUp: (day: string) => Promise.resolve(addUpDay(app.pos.database, day)),
  };
  const keeper = keepDaysSummed(shop, silentLog, { firstLookMs: 0, lookMs: 5, pauseMs: 0 });
  await expect.poll(() => statesOf(app.pos)).toEqual({ '2026-02-09': 'summed', '2026-02-10': 'summed' });
  await sell({ at: '2026-02-11T11:00:00.000Z' });
  app.clock.set('2026-02-12T10:00:00.000Z');
  await expect.poll(() => statesOf(app.pos)['2026-02-11']).toBe('summed');
  await keeper.stop();
});

test('a day on which only money came or went back is one of the reports', async () => {
  const { app, sell } = await openSellingShop();
  const order = await sell({ at: '2026-02-10T10:00:00.000Z', payments: [] });
  app.clock.set('2026-02-12T10:00:00.000Z');
  await app.call('payments.take', { order_id: order.id, method: 'cash' });
  app.clock.set('2026-02-14T10:00:00.000Z');
  await app.call('refunds.create', { order_id: order.id, reason: 'Cold' });
  app.clock.set('2026-02-16T10:00:00.000Z');
  const range = { start_date: '2026-02-10', end_date: '2026-02-16' };
  const before = await everyReport(app, range);
  expect(await app.pos.sumDays()).toBe(3);
  expect(await everyReport(app, range)).toEqual(before);
  expect((await app.call('reports.days', range)).items).toMatchObject([
    { day: '2026-02-14', orders: 0, returned: 450, total: -450 },
    { day: '2026-02-12', orders: 1, gross: 450, total: 450 },
  ]);
});

test('seven weeks with everything answer the same before and after they are summed', { timeout: 30_000 }, async () => {
  const { app } = await openBusyShop();
  const range = { start_date: '2026-01-15', end_date: '2026-02-25' };
  const before = [await everyView(app, range), await everyReport(app, range)];
  expect(await app.pos.sumDays()).toBeGreaterThan(45);
  expect([await everyView(app, range), await everyReport(app, range)]).toEqual(before);
});

test('verify finds sums that are not what its rows say, and days that are not known', async () => {
  const { app, sell } = await openSellingShop();
  for (const day of ['09', '10', '11']) await sell({ at: `2026-02-${day}T10:00:00.000Z`, end: 'completed' });
  await sell({ at: '2026-02-08T10:00:00.000Z', end: 'deleted' });
  app.clock.set('2026-02-12T10:00:00.000Z');
  await app.pos.sumDays();
  const check = () => verifyDatabase(app.pos.database).checks.find((one) => one.name === 'sales_days');
  expect(check()).toMatchObject({ ok: true, checked: 4 });
  const { raw } = app.pos.database;
  raw.exec("UPDATE sales_day_items SET quantity = 7 WHERE business_date = '2026-02-09'");
  raw.exec("DELETE FROM sales_day_hours WHERE business_date = '2026-02-10'");
  raw.exec("UPDATE sales_days SET revenue = 1 WHERE business_date = '2026-02-11'");
  const found = check()?.faults.join('\n');
  expect(found).toContain('sums by item are not what its rows say: 2026-02-09');
  expect(found).toContain('sums by hour lack what its rows say: 2026-02-10');
  expect(found).toContain('sums by day are not what its rows say: 2026-02-11');
  expect(await app.pos.sumDays({ anew: true })).toBe(4);
  expect(check()).toMatchObject({ ok: true });
  raw.exec("UPDATE settled_day_lines SET gross = gross + 1 WHERE business_date = '2026-02-09'");
  raw.exec("DELETE FROM settled_day_sales WHERE business_date = '2026-02-10'");
  raw.exec("UPDATE settled_day_tenders SET taken = 1 WHERE business_date = '2026-02-11'");
  raw.exec("INSERT INTO settled_day_discounts VALUES ('2026-02-09', NULL, 'Ann', NULL, 1, 5)");
  const settled = check()?.faults.join('\n');
  expect(settled).toContain('sums by line are not what its rows say: 2026-02-09');
  expect(settled).toContain('sums by sale lack what its rows say: 2026-02-10');
  expect(settled).toContain('sums by tender are not what its rows say: 2026-02-11');
  expect(settled).toContain('sums by discount are not what its rows say: 2026-02-09, -, Ann, -, 1, 5');
  expect(await app.pos.sumDays({ anew: true })).toBe(4);
  expect(check()).toMatchObject({ ok: true });
  raw.exec("DELETE FROM sales_days WHERE business_date = '2026-02-10'");
  const unknown = check()?.faults;
  for (const what of ['orders', 'settled sales', 'payments'])
    expect(unknown).toContain(`the day 2026-02-10 has ${what}, but reports do not know it`);
});
