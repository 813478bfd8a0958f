import { expect, test } from 'vitest';
import { openSellingShop } from './sell.ts';

test('profit knows refunds without their tax, on the day they were made, and not those of orders that no longer count', async () => {
  const { app, sell } = await openSellingShop({ tax_rate: 100_000 });
  const kept = await sell({ at: '2026-02-10T09:00:00.000Z' });
  const back = await sell();
  const cancelled = await sell();
  app.clock.set('2026-02-11T09:00:00.000Z');
  await app.call('refunds.create', { order_id: back.id, reason: 'Cold' });
  await app.call('refunds.create', { order_id: cancelled.id, reason: 'Cold' });
  await app.call('orders.void', { order_id: cancelled.id, reason: 'Never made' });
  const both = await app.call('dashboard.profitLoss', { start_date: '2026-02-10', end_date: '2026-02-11' });
  // Two lattes of 4.50 and 0.45 tax count; one of them came back.
  expect(both).toMatchObject({ total_revenue: 990, total_tax_collected: 90, refunds: 450, net_revenue: kept.subtotal, net_profit: 450 });
  expect(await app.call('dashboard.profitLoss', { start_date: '2026-02-10', end_date: '2026-02-10' })).toMatchObject({
    refunds: 0,
    net_revenue: 900,
  });
  expect(await app.call('dashboard.profitLoss', { start_date: '2026-02-11', end_date: '2026-02-11' })).toMatchObject({
    refunds: 450,
    net_revenue: -450,
  });
});
