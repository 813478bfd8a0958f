import { expect, test } from 'vitest';
import { openSellingShop } from './sell.ts';

/** Two closed shifts on two days and an open one; the first has a cash and a card sale, a cancelled one and two expenses. */
const threeShifts = async () => {
  const { app, menu, sell } = await openSellingShop();
  app.clock.set('2026-02-10T06:00:00.000Z');
  const first = await app.call('shifts.open', { opening_cash: 10_000 });
  await sell({ at: '2026-02-10T08:00:00.000Z', payment_method: 'cash' });
  await sell({ payment_method: 'card', items: [{ item_id: menu.tea.id }] });
  await sell({ payment_method: 'cash', end: 'cancelled' });
  await sell({ payment_method: 'cash', end: 'deleted' });
  await app.call('expenses.create', { category: 'milk', amount: 200, shift_id: first.id, paid_from_till: true });
  await app.call('expenses.create', { category: 'rent', amount: 5000, shift_id: first.id, paid_from_till: false });
  await app.call('shifts.close', { shift_id: first.id, closing_cash: 10_200 });
  app.clock.set('2026-02-11T06:00:00.000Z');
  const second = await app.call('shifts.open', { opening_cash: 0 });
  await app.call('shifts.close', { shift_id: second.id, closing_cash: 0 });
  app.clock.set('2026-02-12T06:00:00.000Z');
  const third = await app.call('shifts.open', { opening_cash: 5000 });
  await sell({ payment_method: 'cash' });
  return { app, first, second, third };
};

test('shift-summary has all shifts, newest first, unless told otherwise', async () => {
  const { app, first, second, third } = await threeShifts();
  const ids = async (input: { shift_id?: number; start_date?: string; end_date?: string }) =>
    (await app.call('dashboard.shiftSummary', input)).map((row) => row.shift_id);
  expect(await ids({})).toEqual([third.id, second.id, first.id]);
  expect(await ids({ shift_id: 0 })).toEqual([third.id, second.id, first.id]);
  expect(await ids({ start_date: '2026-02-11' })).toEqual([third.id, second.id]);
  expect(await ids({ end_date: '2026-02-11' })).toEqual([second.id, first.id]);
  expect(await ids({ start_date: '2026-02-11', end_date: '2026-02-11' })).toEqual([second.id]);
  expect(await ids({ shift_id: first.id, start_date: '2026-02-11' })).toEqual([first.id]);
  expect(await ids({ shift_id: 999 })).toEqual([]);
});

test('shift-summary counts live orders, and takes only expenses paid from the till out of the drawer', async () => {
  const { app, first, third } = await threeShifts();
  expect(await app.call('dashboard.shiftSummary', { shift_id: first.id })).toEqual([
    {
      shift_id: first.id,
      opened_at: '2026-02-10T06:00:00.000Z',
      closed_at: '2026-02-10T08:00:00.000Z',
      status: 'closed',
      total_orders: 2,
      total_revenue: 775,
      total_expenses: 5200,
      net: -4425,
      opening_cash: 10_000,
      closing_cash: 10_200,
      // 102.00 counted; 100.00 + 4.50 cash - 2.00 milk expected.
      cash_difference: -50,
    },
  ]);
  expect(await app.call('dashboard.shiftSummary', { shift_id: third.id })).toMatchObject([
    { status: 'open', closed_at: null, closing_cash: null, total_revenue: 450, cash_difference: 0 },
  ]);
});
