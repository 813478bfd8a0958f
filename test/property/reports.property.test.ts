import { fc, test } from '@fast-check/vitest';
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
