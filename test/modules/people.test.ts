import { describe, expect, it } from 'vitest';
import { nobody, systemCaller } from '../../src/core/kernel/caller.ts';
import { addPeople } from '../support/people.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp, type TestApp } from '../support/test-app.ts';

const desktop = nobody('ipc');
const tablet = nobody('http', { ip: '10.0.0.7' });

const signIn = (app: TestApp, staff_id: number, pin: string, from = desktop) => app.answer('session.signIn', { staff_id, pin }, from);

const codes = (answers: readonly { ok: boolean; error?: unknown }[]): string[] =>
  answers.map((answer) => (answer.ok ? 'ok' : (answer.error as { code: string }).code));

describe('wrong PINs', () => {
  it('lock the person out for a while, longer each time, and are told from right ones by the audit', async () => {
    const app = await openTestApp();
    const { cashier } = await addPeople(app);
    for (let guess = 0; guess < 5; guess += 1) expect(codes([await signIn(app, cashier.id, '0000', tablet)])).toEqual(['wrong_pin']);
    // Also from another device, and also with the right PIN.
    expect(codes([await signIn(app, cashier.id, '0000', tablet), await signIn(app, cashier.id, cashier.pin)])).toEqual([
      'locked_out',
      'locked_out',
    ]);
    app.clock.advance(30_000);
    expect(codes([await signIn(app, cashier.id, '0000', tablet)])).toEqual(['wrong_pin']);
    app.clock.advance(59_000);
    expect(codes([await signIn(app, cashier.id, cashier.pin)])).toEqual(['locked_out']);
    app.clock.advance(1000);
    expect(codes([await signIn(app, cashier.id, cashier.pin)])).toEqual(['ok']);
    // The right one clears the person.
    expect(codes([await signIn(app, cashier.id, '0000')])).toEqual(['wrong_pin']);
    expect(codes([await signIn(app, cashier.id, cashier.pin)])).toEqual(['ok']);
    const { items, total } = await app.call('audit.list', { entity_type: 'Pin' });
    expect(total).toBe(7);
    expect(items[6]).toMatchObject({
      action: 'wrong_pin',
      entity_id: cashier.id,
      new_values: { for: 'sign in' },
      door: 'http',
      ip_address: '10.0.0.7',
    });
    expect(JSON.stringify(items)).not.toContain('0000');
  });

  it('sent all at once are not all tried, and the right one after them meets the lock', async () => {
    const app = await openTestApp();
    const { manager } = await addPeople(app);
    // Wrong ones only: a right one among them clears the count, whenever its hash happens to be ready.
    const guesses = ['1111', '2222', '3333', '4444', '5555', '6666', '8888', '7777'];
    const answers = codes(await Promise.all(guesses.map((pin) => signIn(app, manager.id, pin, tablet))));
    expect(answers.toSorted()).toEqual([...Array<string>(3).fill('locked_out'), ...Array<string>(5).fill('wrong_pin')]);
    expect(codes([await signIn(app, manager.id, manager.pin, tablet)])).toEqual(['locked_out']);
  });

  it('lock the device whoever they are tried on, and leave the other devices alone', async () => {
    const app = await openTestApp();
    const { owner, manager, cashier } = await addPeople(app);
    for (const person of [owner, manager, cashier]) for (let guess = 0; guess < 4; guess += 1) await signIn(app, person.id, '0000', tablet);
    expect(codes([await signIn(app, cashier.id, cashier.pin, tablet), await signIn(app, cashier.id, cashier.pin)])).toEqual([
      'locked_out',
      'ok',
    ]);
  });

  it('of an approval count the same, on every door, and are audited', async () => {
    const app = await openTestApp();
    const menu = await addSmallMenu(app);
    const { manager, cashier } = await addPeople(app);
    const order = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
    const key = await app.call('keys.create', { name: 'Tablet', role: 'cashier' });
    const byKey = app.pos.callerOfKey(key.key, { ip: '10.0.0.9', userAgent: null });
    if (!byKey) throw new Error('no such key');
    const refund = (pin: string, caller = cashier.caller()) =>
      app.answer('refunds.create', { order_id: order.id, reason: 'x' }, caller, { approval: { staff_id: manager.id, pin } });
    const answers = [];
    for (const caller of [cashier.caller(), byKey, cashier.caller(), byKey, cashier.caller(), byKey])
      answers.push(await refund('0000', caller));
    expect(codes(answers)).toEqual(['wrong_pin', 'wrong_pin', 'wrong_pin', 'wrong_pin', 'wrong_pin', 'locked_out']);
    expect(codes([await refund(manager.pin)])).toEqual(['locked_out']);
    expect((await app.call('audit.list', { entity_type: 'Pin' })).items.map((row) => row.actor)).toEqual([
      'The cashier',
      'API key: Tablet',
      'The cashier',
      'API key: Tablet',
      'The cashier',
    ]);
    app.clock.advance(30_000);
    expect(codes([await refund(manager.pin)])).toEqual(['ok']);
  });

  it('of before a quiet hour no longer count, and a clock set back locks nobody out', async () => {
    const app = await openTestApp();
    const { cashier } = await addPeople(app);
    for (let guess = 0; guess < 4; guess += 1) await signIn(app, cashier.id, '0000');
    app.clock.advance(61 * 60_000);
    expect(codes([await signIn(app, cashier.id, '0000'), await signIn(app, cashier.id, cashier.pin)])).toEqual(['wrong_pin', 'ok']);
    for (let guess = 0; guess < 5; guess += 1) await signIn(app, cashier.id, '0000');
    app.clock.advance(-365 * 86_400_000);
    expect(codes([await signIn(app, cashier.id, cashier.pin)])).toEqual(['ok']);
  });

  it('are told alike for somebody who left and for nobody at all', async () => {
    const app = await openTestApp();
    const { cashier } = await addPeople(app);
    await app.call('staff.update', { staff_id: cashier.id, is_active: false });
    expect(codes([await signIn(app, cashier.id, cashier.pin), await signIn(app, 999, '1234')])).toEqual(['wrong_pin', 'wrong_pin']);
  });
});

describe('PINs', () => {
  it('are nowhere in the database but as hashes that need the installation’s own file', async () => {
    const app = await openTestApp();
    await app.call('staff.create', { name: 'Bo', role: 'cashier', pin: '83619275' }, systemCaller(), { idempotencyKey: 's-1' });
    await app.call('staff.update', { staff_id: 1, pin: '61937284' }, systemCaller(), { idempotencyKey: 's-2' });
    const tables = app.pos.database.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
    const all = JSON.stringify(tables.map(({ name }) => app.pos.database.rows(`SELECT * FROM ${name}`)));
    expect(all).not.toContain('83619275');
    expect(all).not.toContain('61937284');
    // What the database holds of the request is not enough to try PINs against it.
    const { createHash } = await import('node:crypto');
    const input = { name: 'Bo', role: 'cashier', pin: '83619275', granted: [], withheld: [] };
    const plain = createHash('sha256').update('staff.create').update('\n').update(JSON.stringify(input)).digest('base64url');
    expect(all).not.toContain(plain);
  });
});

describe('approvals', () => {
  it('are not given by somebody who may not do it either, and never by the same cashier', async () => {
    const app = await openTestApp();
    const menu = await addSmallMenu(app);
    const { cashier, kitchen } = await addPeople(app);
    const order = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
    for (const person of [cashier, kitchen]) {
      expect(await app.answer('refunds.create', { order_id: order.id, reason: 'x' }, cashier.caller(), person.approval)).toMatchObject({
        ok: false,
        error: { code: 'approval_needed' },
      });
    }
    expect(app.pos.database.row('SELECT count(*) AS n FROM refunds')).toEqual({ n: 0 });
  });

  it('do not open what no PIN can open', async () => {
    const app = await openTestApp();
    const { owner, cashier } = await addPeople(app);
    for (const [name, input] of [
      ['settings.update', { tax_rate: 0 }],
      ['staff.list', {}],
      ['audit.list', {}],
      ['dashboard.summary', {}],
      ['zReports.list', {}],
    ] as const) {
      expect(await app.answer(name, input, cashier.caller(), owner.approval), name).toMatchObject({
        ok: false,
        error: { code: 'forbidden' },
      });
    }
  });
});

describe('personal permissions', () => {
  it('add to and take from a role at once, but never from an owner', async () => {
    const app = await openTestApp();
    const menu = await addSmallMenu(app);
    const { owner, manager, cashier } = await addPeople(app);
    const order = await app.call('orders.create', { items: [{ item_id: menu.latte.id, quantity: 2 }] });
    const refund = (caller: ReturnType<typeof cashier.caller>) =>
      app.answer(
        'refunds.create',
        { order_id: order.id, reason: 'x', lines: [{ order_line_id: order.items[0]?.id ?? 0, quantity: 1 }] },
        caller,
      );
    await app.call('staff.update', { staff_id: cashier.id, granted: ['payments.refund'] });
    await app.call('staff.update', { staff_id: manager.id, withheld: ['payments.refund'] });
    await app.call('staff.update', { staff_id: owner.id, withheld: ['payments.refund'] });
    expect(codes([await refund(cashier.caller()), await refund(manager.caller()), await refund(owner.caller())])).toEqual([
      'ok',
      'approval_needed',
      'ok',
    ]);
    await app.call('staff.update', { staff_id: cashier.id, granted: ['payments.refund'], withheld: ['payments.refund'] });
    expect(codes([await refund(cashier.caller())])).toEqual(['approval_needed']);
  });

  it('of whoever gets another role, another PIN or leaves end their sessions', async () => {
    const app = await openTestApp();
    const { manager, cashier, kitchen } = await addPeople(app);
    await app.call('staff.update', { staff_id: cashier.id, role: 'kitchen' });
    await app.call('staff.update', { staff_id: manager.id, pin: '55555' });
    await app.call('staff.update', { staff_id: kitchen.id, is_active: false });
    for (const person of [cashier, manager, kitchen]) expect(() => person.caller()).toThrow('not signed in');
    expect(await app.refusal('staff.update', { staff_id: 1, role: 'manager' })).toMatchObject({ code: 'last_owner' });
  });
});

describe('hours', () => {
  it('are corrected by a manager, with what was clocked kept beside', async () => {
    const app = await openTestApp();
    const { manager, cashier } = await addPeople(app);
    const punch = await app.call('timeClock.punch', { direction: 'in' }, cashier.caller());
    expect(await app.refusal('timeClock.punch', { direction: 'in' }, cashier.caller())).toMatchObject({ code: 'already_clocked' });
    app.clock.advance(-3_600_000);
    expect(await app.call('timeClock.punch', { direction: 'out' }, cashier.caller())).toMatchObject({
      clocked_out_at: '2026-03-02T12:00:00.000Z',
    });
    const correction = {
      punch_id: punch.id,
      clocked_in_at: '2026-03-02T08:00:00Z',
      clocked_out_at: '2026-03-02T16:00:00Z',
      reason: 'Forgot',
    };
    expect(await app.refusal('timeClock.correct', correction, cashier.caller())).toMatchObject({ code: 'forbidden' });
    await app.call('timeClock.correct', correction, manager.caller());
    expect((await app.call('timeClock.list', {}, cashier.caller())).items).toMatchObject([
      {
        clocked_in_at: '2026-03-02T08:00:00.000Z',
        original: { clocked_in_at: '2026-03-02T12:00:00.000Z' },
        correction: { reason: 'Forgot', corrected_by: 'The manager' },
      },
    ]);
    expect((await app.call('timeClock.list', {}, manager.caller())).total).toBe(1);
  });

  it('of a person are not seen by a key that happens to have the same number', async () => {
    const app = await openTestApp();
    const { cashier } = await addPeople(app);
    await app.call('timeClock.punch', { direction: 'in' }, cashier.caller());
    const key = { ...callerWithRole('cashier', 'http'), kind: 'key' as const, id: cashier.id };
    expect((await app.call('timeClock.list', {}, key)).total).toBe(0);
    expect(await app.refusal('timeClock.punch', { direction: 'in' }, key)).toMatchObject({ code: 'not_staff' });
  });
});
