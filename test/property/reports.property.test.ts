import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { openAllDays } from '../../src/core/modules/reports/index.ts';
import { verifyDatabase } from '../../src/core/modules/verification/index.ts';
import { everyReport } from '../reports/every-report.ts';
import { openShop, step } from './money-shop.ts';
import { expectOrdersBehindEachRow } from './orders-behind-rows.ts';
import { expectReportsToReconcile } from './reports-reconcile.ts';

test.prop([fc.array(step, { minLength: 40, maxLength: 120, size: 'max' })], { numRuns: 12, endOnFailure: true })(
  'however the sales of any shop are cut, the reports make the same whole, and over a shift its Z',
  async (steps) => {
    const shop = await openShop();
    await shop.app.call('shifts.open', { opening_cash: 10_000 });
    await shop.run(steps);
    await expectReportsToReconcile(shop.app);
    await shop.app.pos.close();
  },
);

test.prop([fc.array(step, { minLength: 30, maxLength: 90, size: 'max' }), fc.nat(90), fc.nat(90)], { numRuns: 10, endOnFailure: true })(
  'whenever its days are summed, every report answers from the sums what it answers from the sales',
  async (steps, first, second) => {
    const shop = await openShop();
    const { app } = shop;
    await app.call('shifts.open', { opening_cash: 10_000 });
    let done = 0;
    for (const until of [first, second].sort((a, b) => a - b)) {
      await shop.run(steps.slice(done, until));
      done = until;
      app.clock.advance(20 * 3_600_000);
      await app.pos.sumDays();
    }
    await shop.run(steps.slice(done));
    app.clock.advance(20 * 3_600_000);
    const days = app.pos.database.rows<{ day: string }>('SELECT business_date AS day FROM sales_days ORDER BY day').map((row) => row.day);
    const middle = days[Math.floor(days.length / 2)] ?? '2026-01-01';
    const ranges = [{ start_date: '2000-01-01', end_date: '2099-12-31' }, { start_date: middle, end_date: middle }, { end_date: middle }];
    const answers = async () => Promise.all(ranges.map((range) => everyReport(app, range)));

    const asLeft = await answers();
    await app.pos.sumDays();
    const check = verifyDatabase(app.pos.database).checks.find((one) => one.name === 'sales_days');
    expect(check).toMatchObject({ ok: true, faults: [] });
    const summed = await answers();
    await app.pos.command(systemCaller(), openAllDays);
    const live = await answers();
    expect(asLeft).toEqual(live);
    expect(summed).toEqual(live);
    await app.pos.close();
  },
);

test.prop([fc.array(step, { minLength: 40, maxLength: 90, size: 'max' })], { numRuns: 6, endOnFailure: true })(
  'the orders behind each row of a report add up to it, whatever happened in the shop',
  async (steps) => {
    const shop = await openShop();
    await shop.app.call('shifts.open', { opening_cash: 10_000 });
    await shop.run(steps);
    await expectOrdersBehindEachRow(shop.app);
    await shop.app.pos.close();
  },
);
