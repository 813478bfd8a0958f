import { expect, test } from 'vitest';
import type { Order } from '../../src/contract/orders.ts';
import { Random } from '../../src/core/modules/seeding/random.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp } from '../support/test-app.ts';
import { allZs, expectMoneyToAddUp } from './money-ledger.ts';

const HOUR = 3_600_000;
const SHIFTS = 1000;

/** Both changes of Oslo's clocks within the simulated time: 29 March and 25 October 2026, each at 01:00 UTC. */
const CLOCK_CHANGES = ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z'] as const;

test('a thousand shifts, across midnight, the cut-over hour, both changes of the clocks and clocks set back, leave no gap and no overlap', {
  timeout: 120_000,
}, async () => {
  const random = new Random(20_261_123);
  const app = await openTestApp({ start: '2026-03-20T05:00:00.000Z' });
  const fast = () => app.pos.database.raw.pragma('synchronous = OFF');
  fast();
  const menu = await addSmallMenu(app);
  for (const item of [menu.croissant, menu.cake]) await app.call('items.update', { item_id: item.id, stock_qty: -1 });
  await app.call('settings.update', { time_zone: 'Europe/Oslo', day_cutover_hour: 4, tax_rate: 88_750, cash_rounding: 5 });
  const items = [menu.latte, menu.tea, menu.croissant, menu.cake];
  const past: Order[] = [];
  const owed: number[] = [];
  const refused = new Set<string>();
  let setBack = 0;

  for (let shift = 0; shift < SHIFTS; shift += 1) {
    const { id: shift_id } = await app.call('shifts.open', { opening_cash: random.between(0, 40) * 500 });
    const length = random.pick([3, 5, 8, 14]) * HOUR;
    const acts = random.between(2, 5);
    for (let act = 0; act < acts; act += 1) {
      app.clock.advance(Math.floor(length / acts));
      if (random.chance(0.005)) app.clock.advance(-2 * HOUR);
      const sale = app.call('orders.create', {
        discount_id: random.chance(0.2) ? menu.tenPercent.id : null,
        items: [
          { item_id: random.pick(items).id, quantity: random.between(1, 4) },
          { item_id: random.pick(items).id, addon_ids: [menu.oat.id] },
        ],
        ...(random.chance(0.3)
          ? {}
          : {
              payments: random.chance(0.15)
                ? []
                : random.chance(0.2)
                  ? [
                      { method: 'card', amount: 111, tip: 20 },
                      { method: 'cash', tendered: 9000 },
                    ]
                  : [{ method: random.pick(['cash', 'card', 'mobile']), tip: random.pick([0, 0, 25]) }],
            }),
      });
      // Two tills at once: the other gives back, takes what was owed or moves cash in the same turn.
      const old = past.length > 0 ? random.pick(past) : undefined;
      const line = old ? random.pick(old.items) : undefined;
      const owing = random.chance(0.5) ? owed.shift() : undefined;
      const answers = await Promise.all([
        random.chance(0.35) && old && line
          ? app.answer('refunds.create', { order_id: old.id, reason: 'Back', lines: [{ order_line_id: line.id, quantity: 1 }] })
          : null,
        random.chance(0.08) && old ? app.answer('orders.void', { order_id: old.id, reason: 'Left' }) : null,
        owing !== undefined
          ? app.answer('payments.take', { order_id: owing, method: 'cash', ...(random.chance(0.4) ? { amount: 100 } : {}) })
          : null,
        random.chance(0.3)
          ? app.answer('drawer.move', {
              kind: random.pick(['paid_in', 'paid_out', 'drop']),
              amount: random.between(1, 3000),
              reason: 'Reason',
            })
          : null,
        random.chance(0.2) ? app.answer('expenses.create', { category: 'Milk', amount: random.between(1, 900), shift_id }) : null,
      ]);
      for (const answer of answers) if (answer && !answer.ok) refused.add(answer.error.code);
      const order = await sale;
      past.push(order);
      if (past.length > 60) past.shift();
      if (order.due_amount > 0) owed.push(order.id);
    }
    if (random.chance(0.3)) await app.call('shifts.count', { shift_id, amount: random.between(0, 50_000) });
    await app.call('shifts.close', { shift_id, closing_cash: random.between(0, 50_000), float_left: 0 });
    app.clock.advance(random.between(0, 4) * HOUR);
    if (random.chance(0.02)) {
      setBack += 1;
      app.clock.advance(-random.pick([1, 3, 30, 100]) * HOUR);
    }
    if (shift % 200 === 199) {
      await app.reopen();
      fast();
    }
  }

  // Some of what the second till asks for cannot be; nothing else was refused, and nothing failed.
  const mayBe: readonly string[] = ['not_refundable', 'invalid_transition', 'payment_refused', 'order_cancelled'];
  expect([...refused].filter((code) => !mayBe.includes(code))).toEqual([]);
  const { database } = app.pos;
  const shifts = database.rows<{ opened_at: string; closed_at: string }>('SELECT opened_at, closed_at FROM shifts ORDER BY id');
  const spans = (instant: string) => shifts.some((shift) => shift.opened_at < instant && instant < shift.closed_at);
  for (const change of CLOCK_CHANGES) expect([change, spans(change)]).toEqual([change, true]);
  expect(shifts.filter((shift) => shift.opened_at.slice(0, 10) !== shift.closed_at.slice(0, 10)).length).toBeGreaterThan(100);
  const overCutover = database.row<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT shift_id FROM orders GROUP BY shift_id HAVING count(DISTINCT business_date) > 1)',
  );
  expect(overCutover?.n).toBeGreaterThan(50);
  expect(setBack).toBeGreaterThan(10);

  const zs = await allZs(app);
  expect(zs.map((z) => z.identity.z_number)).toEqual(Array.from({ length: SHIFTS }, (_, index) => index + 1));
  expect(zs.filter((z) => z.identity.made_at < (z.identity.previous_z_at ?? '')).length).toBeGreaterThan(0);
  await app.call('shifts.open', {});
  await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
  await expectMoneyToAddUp(app);
});
