import { describe, expect, it } from 'vitest';
import type { ChangeEvent } from '../../src/contract/events.ts';
import { allOperations } from '../../src/contract/index.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { registerHandlers } from '../../src/core/kernel/dispatcher.ts';
import { OVERRIDABLE, ROLES, roleMay } from '../../src/domain/permissions.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp } from '../support/test-app.ts';

describe('the dispatcher', () => {
  it('refuses unknown operations, also by inherited names', async () => {
    const app = await openTestApp();
    for (const name of ['nope', '__proto__', 'constructor', 'toString']) {
      expect(await app.answer(name, {})).toMatchObject({ ok: false, error: { code: 'route_not_found' } });
    }
  });

  it('lists every fault of an input and writes nothing', async () => {
    const app = await openTestApp();
    const answer = await app.answer('items.create', { name: '  ', price: 0, stock_qty: -2 });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'invalid_input',
        details: [
          { type: 'missing', loc: ['body', 'category_id'] },
          { type: 'string_too_short', loc: ['body', 'name'] },
          { type: 'greater_than', loc: ['body', 'price'] },
          { type: 'greater_than_equal', loc: ['body', 'stock_qty'] },
        ],
      },
    });
    expect(app.pos.database.row('SELECT 1 FROM audit_log WHERE entity_type = ?', ['Item'])).toBeUndefined();
  });

  it('takes only exact types: nothing is converted on this side of the doors', async () => {
    const app = await openTestApp();
    await app.call('categories.create', { name: 'Drinks' });
    for (const price of ['450', 4.5, true, null, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) {
      expect((await app.refusal('items.create', { category_id: 1, name: 'Tea', price })).code).toBe('invalid_input');
    }
  });

  it('asks every role for the operation’s permission, on every operation', async () => {
    const app = await openTestApp();
    for (const [name, op] of allOperations()) {
      if (op.permission === 'public') continue;
      expect((await app.answer(name, {}, callerWithRole(null))) as object).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
      for (const role of ROLES) {
        if (roleMay(role, op.permission)) continue;
        // What a manager may allow on the spot says so; the rest is plainly not allowed.
        const code = OVERRIDABLE.has(op.permission) ? 'approval_needed' : 'forbidden';
        expect(await app.answer(name, {}, callerWithRole(role)), `${role} ${name}`).toMatchObject({ ok: false, error: { code } });
      }
    }
  });

  it('refuses to start with a handler missing, doubled or in the wrong place', () => {
    expect(() => registerHandlers([])).toThrow('has no handler');
    const get = () => ({}) as never;
    expect(() => registerHandlers([{ queries: { 'settings.get': get } }, { queries: { 'settings.get': get } }])).toThrow('two handlers');
    expect(() => registerHandlers([{ commands: { 'settings.get': get } }])).toThrow('no such command');
  });

  it('answers a bug as one generic error, rolled back, with a reference to the log', async () => {
    const logged: object[] = [];
    const log = { info: () => {}, warn: () => {}, error: (fields: object) => void logged.push(fields) };
    const app = await openTestApp({ log });
    const menu = await addSmallMenu(app);
    app.pos.database.raw.exec(
      "CREATE TEMP TRIGGER broken BEFORE INSERT ON stock_movements BEGIN SELECT RAISE(ABORT, 'secret inside'); END",
    );
    const answer = await app.answer('orders.create', { items: [{ item_id: menu.croissant.id }] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(JSON.stringify(logged)).toContain('secret inside');
    app.pos.database.raw.exec('DROP TRIGGER broken');
    expect((await app.call('orders.create', { items: [{ item_id: menu.croissant.id }] })).order_number).toMatch(/-0001$/);
  });
});

describe('the command queue', () => {
  it('commits a turn’s commands together, and a refused one undoes only itself', async () => {
    const app = await openTestApp();
    const menu = await addSmallMenu(app);
    const order = (quantity: number) => app.answer('orders.create', { items: [{ item_id: menu.cake.id, quantity }] });
    const answers = await Promise.all([order(2), order(4), order(3), order(1)]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, true, false]);
    const numbers = answers.flatMap((answer) => (answer.ok ? [(answer.value as { order_number: string }).order_number.slice(-4)] : []));
    expect(numbers).toEqual(['0001', '0002']);
    expect((await app.call('items.get', { item_id: menu.cake.id })).stock_qty).toBe(0);
  });

  it('answers and tells of changes only after the commit', async () => {
    const app = await openTestApp();
    const events: ChangeEvent[] = [];
    const inTransaction: boolean[] = [];
    app.pos.onChange((event) => {
      events.push(event);
      inTransaction.push(app.pos.database.raw.inTransaction);
    });
    const { id } = await app.call('categories.create', { name: 'Drinks' });
    await app.refusal('categories.create', { name: 'drinks' });
    expect(events).toEqual([{ topic: 'categories', action: 'create', id, at: '2026-03-02T12:00:00.000Z' }]);
    expect(inTransaction).toEqual([false]);
  });

  it('fails every command of a turn whose commit fails, and keeps nothing of it', async () => {
    const app = await openTestApp();
    const { raw } = app.pos.database;
    // A deferred reference is checked only at the commit.
    raw.exec('CREATE TABLE late (parent INTEGER REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED)');
    raw.exec('CREATE TEMP TRIGGER fails AFTER INSERT ON main.addons BEGIN INSERT INTO late VALUES (999); END');
    const [first, second] = await Promise.all([
      app.answer('categories.create', { name: 'Kept?' }),
      app.answer('addons.create', { name: 'Oat', price: 1 }),
    ]);
    expect([first.ok, second.ok]).toEqual([false, false]);
    expect((await app.call('categories.list', {})).total).toBe(0);
    raw.exec('DROP TRIGGER fails');
    expect((await app.call('categories.create', { name: 'Works again' })).name).toBe('Works again');
  });

  it('finishes what it took before it closes, and takes nothing after', async () => {
    const app = await openTestApp();
    const waiting = app.call('categories.create', { name: 'In time' });
    const closed = app.pos.close();
    expect((await waiting).name).toBe('In time');
    await closed;
    await app.reopen();
    expect((await app.call('categories.list', {})).total).toBe(1);
  });
});

describe('idempotency', () => {
  const key = { idempotencyKey: 'k-1' };

  it('gives the first answer again, also after a restart, and changes nothing', async () => {
    const app = await openTestApp();
    const menu = await addSmallMenu(app);
    const body = { items: [{ item_id: menu.cake.id, quantity: 2 }] };
    const first = await app.call('orders.create', body, systemCaller(), key);
    const again = await app.answer('orders.create', body, systemCaller(), key);
    expect(again).toEqual({ ok: true, value: first, replayed: true });
    await app.reopen();
    expect(await app.call('orders.create', body, systemCaller(), key)).toEqual(first);
    expect((await app.call('orders.list', {})).total).toBe(1);
    expect((await app.call('items.get', { item_id: menu.cake.id })).stock_qty).toBe(3);
  });

  it('makes one order of a double click', async () => {
    const app = await openTestApp();
    const menu = await addSmallMenu(app);
    const body = { items: [{ item_id: menu.latte.id }] };
    const both = await Promise.all([1, 2].map(() => app.call('orders.create', body, systemCaller(), key)));
    expect(both[1]).toEqual(both[0]);
    expect((await app.call('orders.list', {})).total).toBe(1);
  });

  it('refuses the same key with another body, and keeps callers apart', async () => {
    const app = await openTestApp();
    const menu = await addSmallMenu(app);
    await app.call('orders.create', { items: [{ item_id: menu.latte.id }] }, systemCaller(), key);
    const other = await app.answer('orders.create', { items: [{ item_id: menu.tea.id }] }, systemCaller(), key);
    expect(other).toMatchObject({ ok: false, error: { code: 'idempotency_mismatch' } });
    await app.call('orders.create', { items: [{ item_id: menu.tea.id }] }, callerWithRole('cashier'), key);
    expect((await app.call('orders.list', {})).total).toBe(2);
  });

  it('remembers a refusal too: the same question has the same answer', async () => {
    const app = await openTestApp();
    const menu = await addSmallMenu(app);
    const body = { items: [{ item_id: menu.cake.id, quantity: 6 }] };
    const first = await app.answer('orders.create', body, systemCaller(), key);
    await app.call('items.update', { item_id: menu.cake.id, stock_qty: 50 });
    expect(await app.answer('orders.create', body, systemCaller(), key)).toEqual({ ...first, replayed: true });
    expect((await app.answer('orders.create', body, systemCaller(), { idempotencyKey: 'k-2' })).ok).toBe(true);
  });

  it('forgets keys after two days, a few with each new one', async () => {
    const app = await openTestApp();
    const count = () => app.pos.database.row<{ n: number }>('SELECT count(*) AS n FROM idempotency_keys')?.n;
    await app.call('categories.create', { name: 'A' }, systemCaller(), { idempotencyKey: 'old' });
    app.clock.advance(47 * 3_600_000);
    await app.call('categories.create', { name: 'B' }, systemCaller(), { idempotencyKey: 'newer' });
    expect(count()).toBe(2);
    app.clock.advance(2 * 3_600_000);
    await app.call('categories.create', { name: 'C' }, systemCaller(), { idempotencyKey: 'newest' });
    expect(count()).toBe(2);
  });
});
