import { expect, test } from 'vitest';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp, type TestApp } from '../support/test-app.ts';

const MINUTE = 60_000;
const NOON = '2026-03-02T12:00:00.000Z';

const openShop = async () => {
  const app = await openTestApp({ start: NOON });
  const menu = await addSmallMenu(app);
  const shift = await app.call('shifts.open', {});
  const sell = () => app.call('orders.create', { items: [{ item_id: menu.latte.id }] }, callerWithRole('cashier'));
  return { app, shift, sell };
};

const behind = async (app: TestApp) => (await app.call('session.get', {})).clock_behind;
const noted = async (app: TestApp) => (await app.call('audit.list', { entity_type: 'Clock' })).items;

const close = async (app: TestApp, shift_id: number) => {
  const { z_number } = await app.call('shifts.close', { shift_id, closing_cash: 0 });
  return app.call('zReports.get', { z_number: z_number ?? 0 });
};

test('a clock set back is told at once, before anything is done', async () => {
  const { app } = await openShop();
  app.clock.advance(-2 * MINUTE);
  expect(await behind(app)).toBeNull();
  app.clock.advance(-1);
  expect(await behind(app)).toBe(NOON);
  expect(await noted(app)).toEqual([]);
});

test('the first act after it writes one audit row that names nobody, and the screens are told', async () => {
  const { app, sell } = await openShop();
  const told: string[] = [];
  app.pos.onChange(({ topic }) => told.push(topic));
  app.clock.advance(-26 * 60 * MINUTE);
  await Promise.all([sell(), sell()]);
  app.clock.advance(MINUTE);
  await sell();
  const rows = await noted(app);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    action: 'set_back',
    actor: 'System',
    timestamp: '2026-03-01T10:00:00.000Z',
    old_values: { time: NOON, business_date: '2026-03-02' },
    new_values: { time: '2026-03-01T10:00:00.000Z', business_date: '2026-03-01' },
  });
  expect(told.filter((topic) => topic === 'settings')).toHaveLength(1);
  expect(await behind(app)).toBe(NOON);
  expect((await app.call('audit.verify', {})).faults).toEqual([]);
});

test('the next Z lists each time, and the one after it none; then the screens say no more', async () => {
  const { app, shift, sell } = await openShop();
  app.clock.advance(-60 * MINUTE);
  await sell();
  app.clock.advance(30 * MINUTE);
  await sell();
  app.clock.advance(-10 * MINUTE);
  const x = await app.call('shifts.xReport', { shift_id: shift.id });
  expect(x.exceptions.clock_set_back).toEqual([{ from: NOON, to: '2026-03-02T11:00:00.000Z' }]);
  const z = await close(app, shift.id);
  expect(z.exceptions.clock_set_back).toEqual([
    { from: NOON, to: '2026-03-02T11:00:00.000Z' },
    { from: '2026-03-02T11:30:00.000Z', to: '2026-03-02T11:20:00.000Z' },
  ]);
  expect(z.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(await behind(app)).toBeNull();
  const next = await app.call('shifts.open', {});
  expect((await close(app, next.id)).exceptions.clock_set_back).toEqual([]);
});

test('it is over when the clock has caught up, also after the program was started again', async () => {
  const { app, sell } = await openShop();
  app.clock.advance(-60 * MINUTE);
  await sell();
  await app.reopen();
  expect(await behind(app)).toBe(NOON);
  app.clock.advance(60 * MINUTE);
  expect(await behind(app)).toBeNull();
  await sell();
  expect(await noted(app)).toHaveLength(1);
});

test('a program started with the clock set back says so in its first moment', async () => {
  const { app } = await openShop();
  app.clock.advance(-3 * MINUTE);
  await app.reopen();
  expect(await behind(app)).toBe(NOON);
  expect(await noted(app)).toHaveLength(1);
});

test('numbers of a business date that comes again go on where they were', async () => {
  const { app, shift, sell } = await openShop();
  await sell();
  app.clock.advance(24 * 60 * MINUTE);
  await sell();
  app.clock.advance(-24 * 60 * MINUTE);
  const again = await sell();
  expect(again.order_number).toBe('PHI-20260302-0002');
  const z = await close(app, shift.id);
  expect(z.checks.find(({ name }) => name === 'every order has its number')?.ok).toBe(true);
});

test('a refused act writes nothing of it, and the next one does', async () => {
  const { app, sell } = await openShop();
  app.clock.advance(-60 * MINUTE);
  await app.refusal('orders.create', { items: [{ item_id: 9999 }] });
  expect(await noted(app)).toEqual([]);
  await sell();
  expect(await noted(app)).toHaveLength(1);
});
