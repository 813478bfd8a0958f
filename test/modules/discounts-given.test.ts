import { describe, expect, it } from 'vitest';
import { addPeople } from '../support/people.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp } from '../support/test-app.ts';

const open = async () => {
  const app = await openTestApp();
  await app.call('settings.update', { tax_rate: 0, discount_cap_cashier: 100_000, discount_cap_manager: 300_000 });
  const menu = await addSmallMenu(app);
  const people = await addPeople(app);
  const order = (percent: number) => ({ items: [{ item_id: menu.latte.id, quantity: 2, discount: { value: percent, reason: 'Friend' } }] });
  return { app, menu, people, order };
};

describe('the cap of a role', () => {
  it('is what a person gives alone; above it a manager allows, up to their own', async () => {
    const { app, people, order } = await open();
    const { owner, manager, cashier } = people;
    const codeOf = async (...[percent, caller, approval]: [number, typeof cashier, typeof manager?]) => {
      const answer = await app.answer('orders.create', order(percent), caller.caller(), approval?.approval);
      return answer.ok ? (answer.value as { approved_by: string | null }).approved_by : answer.error.code;
    };
    expect(await codeOf(10, cashier)).toBeNull();
    expect(await codeOf(10.5, cashier)).toBe('approval_needed');
    expect(await codeOf(30, cashier, manager)).toBe('The manager');
    expect(await codeOf(31, cashier, manager)).toBe('approval_needed');
    expect(await codeOf(31, manager)).toBe('approval_needed');
    expect(await codeOf(100, cashier, owner)).toBe('The owner');
    expect(await codeOf(100, owner)).toBeNull();
  });

  it('counts all discounts of the sale together, and a free line apart', async () => {
    const { app, menu, people } = await open();
    const both = { items: [{ item_id: menu.latte.id, discount: { value: 5 } }], discount_id: menu.tenPercent.id };
    expect(await app.refusal('orders.create', both, people.cashier.caller())).toMatchObject({ code: 'approval_needed' });
    const free = { items: [{ item_id: menu.latte.id, comp: { reason: 'Birthday' } }, { item_id: menu.tea.id }] };
    expect(await app.refusal('orders.create', free, people.cashier.caller())).toMatchObject({ code: 'approval_needed' });
    const given = await app.call('orders.create', free, people.cashier.caller(), people.manager.approval);
    expect(given).toMatchObject({ total: 325, approved_by: 'The manager' });
    expect((await app.call('audit.list', { entity_type: 'Order', entity_id: given.id })).items[0]).toMatchObject({
      actor: 'The cashier',
      approved_by: 'The manager',
    });
    // The manager who gives a line free may not therefore give any discount beside it.
    const more = { items: [...free.items, { item_id: menu.cake.id, discount: { value: 50 } }] };
    expect(await app.answer('orders.create', more, people.cashier.caller(), people.manager.approval)).toMatchObject({
      ok: false,
      error: { code: 'approval_needed' },
    });
  });

  it('means nothing to whoever may give no discounts at all', async () => {
    const { app, order } = await open();
    const trainee = { ...callerWithRole('cashier'), personal: { granted: [], withheld: ['discounts.give' as const] } };
    expect(await app.refusal('orders.create', order(1), trainee)).toMatchObject({ code: 'forbidden' });
  });
});

describe('discounts with conditions', () => {
  it('are given with a reason where one is asked for', async () => {
    const { app, menu } = await open();
    const staff = await app.call('discounts.create', { name: 'Staff', value: 50, needs_reason: true });
    const input = { items: [{ item_id: menu.latte.id }], discount_id: staff.id };
    expect(await app.refusal('orders.create', input)).toMatchObject({ code: 'reason_needed' });
    expect(await app.refusal('orders.create', { ...input, discount_reason: '  ' })).toMatchObject({ code: 'reason_needed' });
    expect(await app.call('orders.create', { ...input, discount_reason: 'Break' })).toMatchObject({
      discount_reason: 'Break',
      discount_amount: 225,
    });
  });

  it('hold in their weekly hours on the shop’s clock, over both changes of it', async () => {
    const { app, menu } = await open();
    await app.call('settings.update', { time_zone: 'Europe/Oslo' });
    const happy = await app.call('discounts.create', {
      name: 'Happy hour',
      value: 20,
      weekly_windows: [{ weekdays: [0], from: '15:00', to: '17:00' }],
    });
    const codeAt = async (instant: string) => {
      app.clock.set(instant);
      const answer = await app.answer('orders.create', { items: [{ item_id: menu.latte.id }], discount_id: happy.id });
      return answer.ok ? 'ok' : answer.error.code;
    };
    // Sundays: in winter 15:00 is 14:00 UTC, after the change of 29 March 13:00, and after that of 25 October 14:00 again.
    expect([
      await codeAt('2026-03-22T13:59:59.000Z'),
      await codeAt('2026-03-22T14:00:00.000Z'),
      await codeAt('2026-03-22T16:00:00.000Z'),
    ]).toEqual(['discount_outside_window', 'ok', 'discount_outside_window']);
    expect([
      await codeAt('2026-03-29T12:59:59.000Z'),
      await codeAt('2026-03-29T13:00:00.000Z'),
      await codeAt('2026-03-29T15:00:00.000Z'),
    ]).toEqual(['discount_outside_window', 'ok', 'discount_outside_window']);
    expect([await codeAt('2026-10-25T13:30:00.000Z'), await codeAt('2026-10-25T14:00:00.000Z')]).toEqual(['discount_outside_window', 'ok']);
    expect(await codeAt('2026-03-23T14:30:00.000Z')).toBe('discount_outside_window');
  });
});
