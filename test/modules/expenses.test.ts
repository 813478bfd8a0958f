import { expect, it } from 'vitest';
import { openTestApp } from '../support/test-app.ts';

const open = async () => {
  const app = await openTestApp();
  const shift = await app.call('shifts.open', { opening_cash: 10_000 });
  const add = (category: string, amount: number, rest: { description?: string; shift_id?: number; date?: string } = {}) =>
    app.call('expenses.create', { category, amount, ...rest });
  await add('Milk', 500, { shift_id: shift.id, description: 'Twenty litres, Å Gård' });
  await add('Rent', 90_000, { date: '2026-03-01' });
  await add('Milk', 700);
  return { app, shift };
};

it('expenses are found by words, till and day, sorted, with the sums of all that is found', async () => {
  const { app } = await open();
  const amounts = async (input: object) => (await app.call('expenses.list', input)).items.map((expense) => expense.amount);
  expect(await amounts({})).toEqual([700, 500, 90_000]);
  expect(await amounts({ sort: 'amount', order: 'asc' })).toEqual([500, 700, 90_000]);
  expect(await amounts({ sort: 'category', order: 'asc' })).toEqual([700, 500, 90_000]);
  expect(await amounts({ search: 'a gard' })).toEqual([500]);
  expect(await amounts({ search: 'RENT' })).toEqual([90_000]);
  expect(await amounts({ search: 'nothing' })).toEqual([]);
  expect(await amounts({ paid_from_till: false })).toEqual([700, 90_000]);
  expect(await app.call('expenses.list', { category: 'Milk', per_page: 1 })).toMatchObject({
    total: 2,
    amount_total: 1200,
    from_till_total: 500,
    items: [{ amount: 700 }],
  });
  expect(await app.call('expenses.list', { start_date: '2026-03-01', end_date: '2026-03-01' })).toMatchObject({
    total: 1,
    amount_total: 90_000,
    from_till_total: 0,
  });
});

it('the categories in use are offered, the most used first', async () => {
  const { app } = await open();
  expect(await app.call('expenses.categories', {})).toEqual([
    { category: 'Milk', expenses: 2 },
    { category: 'Rent', expenses: 1 },
  ]);
});
