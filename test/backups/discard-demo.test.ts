import { expect, test, vi } from 'vitest';
import { seedDemo } from '../../src/core/modules/seeding/index.ts';
import { callerWithRole, openTestApp } from '../support/test-app.ts';

vi.setConfig({ testTimeout: 60_000 });

test('the demo is thrown away: an empty shop with its owner and settings, and the demo as a backup', async () => {
  const app = await openTestApp();
  await seedDemo(app.pos, { historyDays: 3 });
  await app.call('settings.update', { shop_name: 'Our own', tax_rate: 150_000 });
  const { staff } = await app.call('session.get', {});
  const nora = staff.find((person) => person.role === 'owner');
  const { token } = await app.call('session.signIn', { staff_id: nora?.id ?? 0, pin: '1357' }, callerWithRole(null));
  const callerNow = () => app.pos.callerOfSession(token ?? '', 'ipc', { ip: null, userAgent: null });
  const caller = callerNow();
  if (!caller) throw new Error('not signed in');
  expect(await app.refusal('setup.discardDemo', {}, caller)).toMatchObject({ code: 'invalid_input' });
  expect(await app.refusal('setup.discardDemo', { confirm: 'DISCARD' })).toMatchObject({ code: 'not_staff' });

  const { safety_backup } = await app.call('setup.discardDemo', { confirm: 'DISCARD' }, caller);
  // Still signed in, in an empty shop.
  const session = await app.call('session.get', {}, callerNow() ?? callerWithRole(null));
  expect(session).toMatchObject({ demo: false, person: { name: 'Nora Lind' }, shop: { name: 'Our own' } });
  expect(session.staff).toHaveLength(1);
  for (const list of ['orders.list', 'items.list', 'categories.list', 'customers.list', 'shifts.list'] as const)
    expect([list, (await app.call(list, {})).total]).toEqual([list, 0]);
  expect((await app.call('settings.get', {})).tax_rate).toBe(150_000);
  await app.reopen();
  const again = await app.call('session.signIn', { staff_id: nora?.id ?? 0, pin: '1357' }, callerWithRole(null));
  expect(again.person?.name).toBe('Nora Lind');
  expect(await app.refusal('setup.discardDemo', { confirm: 'DISCARD' })).toMatchObject({ code: 'not_demo' });

  await app.call('backups.restore', { backup_name: safety_backup, confirm: 'RESTORE' });
  expect((await app.call('session.get', {})).demo).toBe(true);
  expect((await app.call('orders.list', {})).total).toBeGreaterThan(20);
});
