import { describe, expect, it } from 'vitest';
import { unpackPaper } from '../../src/core/modules/printing/index.ts';
import { verifyDatabase } from '../../src/core/modules/verification/index.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp, type TestApp } from '../support/test-app.ts';

const open = async () => {
  const app = await openTestApp();
  return { app, menu: await addSmallMenu(app) };
};

const faults = (app: TestApp) => verifyDatabase(app.pos.database).checks.filter((check) => !check.ok);
const buy = (app: TestApp, customer_id: number, item_id: number, quantity = 1) =>
  app.call('orders.create', { customer_id, items: [{ item_id, quantity }] });

describe('the list', () => {
  it('sorts by name, age, last visit and what they spent, and tells when they last came', async () => {
    const { app, menu } = await open();
    const bo = await app.call('customers.create', { name: 'Bo' });
    const cy = await app.call('customers.create', { name: 'Cy' });
    await buy(app, bo.id, menu.latte.id, 3);
    app.clock.advance(60_000);
    await buy(app, menu.ann.id, menu.tea.id);
    const cancelled = await buy(app, cy.id, menu.tea.id, 9);
    await app.call('orders.setStatus', { order_id: cancelled.id, status: 'cancelled' });
    const names = async (sort: 'name' | 'created_at' | 'last_order_at' | 'total_spent', order: 'asc' | 'desc' = 'asc') =>
      (await app.call('customers.list', { sort, order })).items.map((customer) => customer.name);
    expect(await names('name', 'desc')).toEqual(['Cy', 'Bo', 'Ann Berg']);
    expect(await names('total_spent', 'desc')).toEqual(['Bo', 'Ann Berg', 'Cy']);
    expect(await names('last_order_at', 'desc')).toEqual(['Ann Berg', 'Bo', 'Cy']);
    expect(await app.call('customers.get', { customer_id: menu.ann.id })).toMatchObject({
      last_order_at: '2026-03-02T12:01:00.000Z',
      anonymised_at: null,
    });
  });
});

describe('the profile', () => {
  it('shows what they bought and how often, without what was cancelled', async () => {
    const { app, menu } = await open();
    await buy(app, menu.ann.id, menu.tea.id, 2);
    app.clock.advance(60_000);
    await buy(app, menu.ann.id, menu.latte.id, 3);
    const cancelled = await buy(app, menu.ann.id, menu.cake.id, 5);
    await app.call('orders.setStatus', { order_id: cancelled.id, status: 'cancelled' });
    const profile = await app.call('customers.profile', { customer_id: menu.ann.id });
    expect(profile).toMatchObject({
      first_order_at: '2026-03-02T12:00:00.000Z',
      cancelled_orders: 1,
      customer: { total_orders: 2, last_order_at: '2026-03-02T12:01:00.000Z' },
      favourite_items: [
        { item_name: 'Latte', quantity: 3 },
        { item_name: 'Tea', quantity: 2 },
      ],
      likely_same: [],
    });
    expect(profile.avg_order_value).toBe(Math.round(profile.customer.total_spent / 2));
  });
});

describe('duplicates', () => {
  it('are those with the same phone, e-mail or whole name, however they were typed', async () => {
    const { app, menu } = await open();
    const add = async (name: string, phone: string | null, email: string | null = null) =>
      (await app.call('customers.create', { name, phone, email })).id;
    const phone = await add('A. B.', '(555) 01-01');
    const far = await add('Other', '+47 99 55 50 10', 'x@example.org');
    const name = await add('  ann  BERG', null, 'ann@example.org');
    const mail = await add('Annie', null, 'ANN@example.org');
    await add('Ann', '12');
    await add('ann', '1 2');
    const { items, total } = await app.call('customers.duplicates', {});
    expect([total, items.map((group) => [group.same, group.customers.map((customer) => customer.id)])]).toEqual([
      1,
      [
        [
          ['email', 'name', 'phone'],
          [menu.ann.id, phone, name, mail],
        ],
      ],
    ]);
    expect(
      (await app.call('customers.profile', { customer_id: menu.ann.id })).likely_same.map((like) => [like.customer.id, like.same]),
    ).toEqual([
      [phone, ['phone']],
      [name, ['name']],
    ]);
    expect((await app.call('customers.profile', { customer_id: far })).likely_same).toEqual([]);
  });
});

describe('merging', () => {
  const prepare = async () => {
    const { app, menu } = await open();
    const twin = await app.call('customers.create', { name: 'Anne Berg', email: 'anne@example.org' });
    const old = await buy(app, twin.id, menu.latte.id);
    await buy(app, menu.ann.id, menu.tea.id);
    await app.call('tickets.hold', { name: 'Table 4', ticket: { customer_id: twin.id, items: [{ item_id: menu.tea.id, quantity: 1 }] } });
    return { app, menu, twin, old };
  };

  it('moves orders, parked tickets and totals to the one that stays, and keeps both as they were', async () => {
    const { app, menu, twin, old } = await prepare();
    const before = await app.call('customers.get', { customer_id: menu.ann.id });
    const merged = await app.call('customers.merge', { customer_id: menu.ann.id, merge_id: twin.id }, callerWithRole('manager'));
    expect(merged).toMatchObject({
      moved_orders: 1,
      moved_tickets: 1,
      customer: { id: menu.ann.id, name: 'Ann Berg', phone: '555-0101', email: 'anne@example.org', total_orders: 2 },
    });
    expect(merged.customer.total_spent).toBe(before.total_spent + old.total);
    expect((await app.call('orders.get', { order_id: old.id })).customer).toEqual({ id: menu.ann.id, name: 'Ann Berg' });
    expect((await app.call('tickets.list', {})).map((ticket) => ticket.ticket.customer_id)).toEqual([menu.ann.id]);
    const { items } = await app.call('audit.list', { entity_type: 'Customer', action: 'merge' });
    expect(items[0]).toMatchObject({
      actor: 'Test manager',
      old_values: { kept: { email: null }, merged: { id: twin.id, name: 'Anne Berg', total_orders: 1 } },
      new_values: { merged_id: twin.id, order_ids: [old.id] },
    });
    expect(faults(app)).toEqual([]);
  });

  it('answers for the one who is gone where they went; a ticket begun before is not lost', async () => {
    const { app, menu, twin } = await prepare();
    const third = await app.call('customers.create', { name: 'Third' });
    await app.call('customers.merge', { customer_id: menu.ann.id, merge_id: twin.id });
    await app.call('customers.merge', { customer_id: third.id, merge_id: menu.ann.id, name: 'Ann Berg' });
    for (const id of [twin.id, menu.ann.id]) {
      expect(await app.refusal('customers.get', { customer_id: id })).toEqual({
        code: 'not_found',
        message: `Customer with id ${id} not found: it was merged into customer ${third.id}`,
      });
    }
    expect((await buy(app, twin.id, menu.tea.id)).customer).toEqual({ id: third.id, name: 'Ann Berg' });
    expect(faults(app)).toEqual([]);
  });

  it('is refused with oneself, with nobody, and into a phone that somebody else has', async () => {
    const { app, menu, twin } = await prepare();
    await app.call('customers.create', { name: 'Cy', phone: '77' });
    expect(await app.refusal('customers.merge', { customer_id: menu.ann.id, merge_id: menu.ann.id })).toMatchObject({
      code: 'invalid_input',
    });
    expect(await app.refusal('customers.merge', { customer_id: menu.ann.id, merge_id: 9999 })).toMatchObject({ code: 'not_found' });
    expect(await app.refusal('customers.merge', { customer_id: menu.ann.id, merge_id: twin.id, phone: '77' })).toEqual({
      code: 'already_exists',
      message: "Phone '77' already in use",
    });
    expect((await app.call('customers.get', { customer_id: twin.id })).total_orders).toBe(1);
  });
});

describe('anonymising', () => {
  const everything = (app: TestApp): string =>
    JSON.stringify(
      app.pos.database
        .rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
        .map(({ name }) => [
          name,
          app.pos.database
            .rows<Record<string, unknown>>(`SELECT * FROM ${name}`)
            .map((row) => (row.paper instanceof Uint8Array ? { ...row, paper: unpackPaper(row.paper) } : row)),
        ]),
    );

  /** A customer who was copied to wherever one can be. */
  const known = async () => {
    const { app, menu } = await open();
    const caller = callerWithRole('manager');
    const twin = await app.call('customers.create', { name: 'Quirina Zeller', phone: '900 11 222' });
    const customer = await app.call('customers.create', { name: 'Q. Zeller-Hauge', email: 'quirina@zeller.example' }, caller, {
      idempotencyKey: 'once',
    });
    await app.call('customers.update', { customer_id: customer.id, phone: '555-7788' });
    const order = await app.call('orders.create', {
      customer_id: customer.id,
      notes: 'Ring quirina  zeller (555 77 88) when ready',
      items: [{ item_id: menu.latte.id, notes: 'for Q. Zeller-Hauge' }, { item_id: menu.tea.id }],
    });
    await app.call('orders.delete', { order_id: (await buy(app, twin.id, menu.cake.id)).id });
    await app.call('tickets.hold', {
      name: 'Quirina Zeller',
      ticket: { customer_id: customer.id, notes: '900 11 222', items: [{ item_id: menu.tea.id, quantity: 1 }] },
    });
    await app.call('prints.make', { document: 'receipt', document_id: order.id });
    await app.call('customers.merge', { customer_id: customer.id, merge_id: twin.id });
    return { app, menu, customer, order, caller };
  };
  const PERSONAL = /quirina|zeller|900 ?11|555.?77/i;

  it('leaves nothing personal in any table, the orders and figures as they were, and the chain whole', async () => {
    const { app, customer, order, caller } = await known();
    expect(everything(app)).toMatch(PERSONAL);
    const before = await app.call('customers.get', { customer_id: customer.id });
    const answer = await app.call('customers.anonymise', { customer_id: customer.id, reason: 'Asked by Quirina Zeller' }, caller);
    expect(answer).toMatchObject({
      customer: { name: 'Anonymised customer', phone: null, email: null, total_spent: before.total_spent, total_orders: 1 },
      erased: { orders: 2, tickets: 1, papers: 1 },
    });
    expect(everything(app).match(PERSONAL)).toBeNull();
    const [print] = app.pos.database.rows<{ paper: Uint8Array }>('SELECT paper FROM prints');
    expect(JSON.stringify(unpackPaper(print?.paper ?? new Uint8Array()))).toMatch(/"Anonymised customer"/);
    expect(await app.call('orders.get', { order_id: order.id })).toMatchObject({
      total: order.total,
      customer_name: 'Anonymised customer',
      notes: 'Ring [erased] ([erased]) when ready',
    });
    expect((await app.call('tickets.list', {}))[0]).toMatchObject({ name: 'Anonymised customer', ticket: { customer_id: customer.id } });
    const [act] = (await app.call('audit.list', { action: 'anonymise' })).items;
    expect(act).toMatchObject({ actor: 'Test manager', reason: 'Asked by [erased]', entity_id: customer.id });
    expect(faults(app)).toEqual([]);
    // The first call's key still answers, without the person.
    const again = await app.call('customers.create', { name: 'Q. Zeller-Hauge', email: 'quirina@zeller.example' }, caller, {
      idempotencyKey: 'once',
    });
    expect(again).toMatchObject({ id: customer.id, name: 'Anonymised customer', email: null });
  });

  it('is final: nothing is written about them any more', async () => {
    const { app, menu, customer } = await known();
    await app.call('customers.anonymise', { customer_id: customer.id });
    expect(await app.refusal('customers.update', { customer_id: customer.id, name: 'Q' })).toMatchObject({ code: 'customer_anonymised' });
    expect(await app.refusal('customers.anonymise', { customer_id: customer.id })).toMatchObject({ code: 'customer_anonymised' });
    expect(await app.refusal('customers.merge', { customer_id: menu.ann.id, merge_id: customer.id })).toMatchObject({
      code: 'customer_anonymised',
    });
  });

  it('works for one who was deleted before', async () => {
    const { app, customer } = await known();
    await app.call('customers.delete', { customer_id: customer.id });
    expect(everything(app)).toMatch(PERSONAL);
    expect(await app.call('customers.anonymise', { customer_id: customer.id })).toMatchObject({ customer: null, erased: { orders: 2 } });
    expect(everything(app).match(PERSONAL)).toBeNull();
    expect(faults(app)).toEqual([]);
    expect(await app.refusal('customers.anonymise', { customer_id: 9999 })).toMatchObject({ code: 'not_found' });
  });

  it('is no way around the audit: only an act of erasing changes rows, and what it left cannot be changed unseen', async () => {
    const { app, customer } = await known();
    const { database } = app.pos;
    const edit = "UPDATE audit_log SET new_values = '{}' WHERE id = 3";
    expect(() => database.execute(edit)).toThrow('append-only');
    await app.call('customers.anonymise', { customer_id: customer.id });
    const erased = database.row<{ audit_id: number }>('SELECT min(audit_id) AS audit_id FROM redactions')?.audit_id;
    await app.call('categories.create', { name: 'Later' });
    expect(() => database.execute('UPDATE audit_log SET new_values = NULL WHERE id = ?', [erased])).toThrow('append-only');
    expect(() => database.execute('UPDATE prints SET paper = NULL')).toThrow('append-only');
    expect(() => database.execute('DELETE FROM redactions')).toThrow('append-only');
    database.raw.exec('DROP TRIGGER audit_log_no_update; DROP TRIGGER redactions_no_update');
    database.execute("UPDATE audit_log SET new_values = '{}' WHERE id = ?", [erased]);
    expect(faults(app).find((check) => check.name === 'audit_chain')?.faults).toEqual([`row ${erased} was changed, or the row before it`]);
    database.execute("UPDATE redactions SET content_hash = 'x' WHERE audit_id = ?", [erased]);
    expect(faults(app).map((check) => check.name)).toContain('redactions');
  });
});
