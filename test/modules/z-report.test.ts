import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../src/contract/index.ts';
import { addPeople } from '../support/people.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const open = async (settings: InputOf<'settings.update'> = {}, start?: string) => {
  const app = await openTestApp(start ? { start } : {});
  await app.call('settings.update', { tax_rate: 80_000, ...settings });
  const menu = await addSmallMenu(app);
  return { app, menu };
};

const closeShift = async (app: TestApp, shift_id: number, closing_cash = 0) => {
  const { z_number } = await app.call('shifts.close', { shift_id, closing_cash });
  return app.call('zReports.get', { z_number: z_number ?? 0 });
};

describe('an X report', () => {
  it('changes nothing, any number of times, and is what the Z then says', async () => {
    const { app, menu } = await open();
    const { id: shift_id } = await app.call('shifts.open', {});
    await app.call('orders.create', { items: [{ item_id: menu.latte.id, quantity: 2 }] });
    const before = app.pos.database.row('SELECT total_changes() AS n');
    const x = await app.call('shifts.xReport', { shift_id });
    expect(await app.call('shifts.xReport', { shift_id })).toEqual(x);
    expect(app.pos.database.row('SELECT total_changes() AS n')).toEqual(before);
    expect(x).toMatchObject({ kind: 'X', identity: { z_number: null }, proof: { hash: null } });
    const z = await closeShift(app, shift_id, 972);
    expect(z.kind).toBe('Z');
    for (const section of ['sales', 'by_category', 'tax', 'tenders', 'deposits', 'grand_totals'] as const)
      expect(z[section], section).toEqual(x[section]);
    expect(await app.refusal('shifts.xReport', { shift_id })).toMatchObject({ code: 'shift_already_closed' });
  });
});

describe('a Z report', () => {
  it('has every section of a busy shift, and its checks hold', async () => {
    const { app, menu } = await open({ cash_rounding: 5 });
    const { cashier, manager } = await addPeople(app);
    const { id: shift_id } = await app.call('shifts.open', { opening_cash: 10_000 }, cashier.caller());
    // 2 lattes and a croissant: 11.99 less 10% = 10.79 and tax 0.86: 11.65.
    const first = await app.call(
      'orders.create',
      {
        items: [{ item_id: menu.latte.id, quantity: 2 }, { item_id: menu.croissant.id }],
        discount_id: menu.tenPercent.id,
        discount_reason: 'Regular',
        payments: [
          { method: 'card', amount: 500, tip: 35 },
          { method: 'cash', tendered: 2000 },
        ],
      },
      cashier.caller(),
    );
    // A tea given free, and a cake with its own discount of 15 cents: 5.00 and tax 0.40.
    await app.call(
      'orders.create',
      {
        payment_method: 'mobile',
        items: [
          { item_id: menu.tea.id, comp: { reason: 'Waited long' } },
          { item_id: menu.cake.id, discount: { type: 'flat', value: 0.15, reason: 'Broken' } },
        ],
      },
      cashier.caller(),
      manager.approval,
    );
    const voided = await app.call('orders.create', { items: [{ item_id: menu.latte.id }] }, cashier.caller());
    await app.call('orders.void', { order_id: voided.id, reason: 'Mistake' }, cashier.caller());
    await app.call(
      'refunds.create',
      { order_id: first.id, reason: 'Stale', goods: 'waste', lines: [{ order_line_id: first.items[1]?.id ?? 0, quantity: 1 }] },
      manager.caller(),
    );
    await app.call('orders.create', { items: [{ item_id: menu.latte.id }], payments: [] });
    await app.call('tickets.hold', { name: 'Table 4', ticket: { items: [{ item_id: menu.tea.id, quantity: 1 }] } });
    await app.call('drawer.move', { kind: 'no_sale', reason: 'Change' }, manager.caller());
    await app.call('drawer.move', { kind: 'paid_out', amount: 700, reason: 'Window cleaner' }, cashier.caller());
    await app.call(
      'shifts.count',
      {
        shift_id,
        denominations: [
          { value: 1000, count: 9 },
          { value: 5, count: 67 },
        ],
        note: 'Twice',
      },
      cashier.caller(),
    );
    const z = await closeShift(app, shift_id, 9700);

    expect(z.checks.filter((check) => !check.ok)).toEqual([]);
    expect(z.identity).toMatchObject({
      z_number: 1,
      shift_id,
      opened_by: 'The cashier',
      business_date: '2026-03-02',
      first_order_number: 'PHI-20260302-0001',
      last_order_number: 'PHI-20260302-0004',
      previous_z_at: null,
    });
    expect(z.sales).toMatchObject({ orders: 3, gross: 1199 + 840 + 450, discounts: 120 + 15, comps: 325, voids: 486, refunds: 290 });
    expect(z.sales.net_with_tax).toBe(1165 + 540 + 486 - 486 - 290);
    expect(z.tenders).toMatchObject([
      { method: 'cash', count: 2, sales: 665 + 486, rounding: 0, refunds: 290 + 486 },
      { method: 'card', count: 1, sales: 500, tips: 35, refunds: 0, net: 535 },
      { method: 'mobile', count: 1, sales: 540, net: 540 },
    ]);
    expect(z.tips).toBe(35);
    expect(z.exceptions).toMatchObject({
      refunds: { count: 1, amount: 290 },
      voids: { count: 1, amount: 486 },
      discounts: { count: 2, amount: 135 },
      comps: { count: 1, amount: 325 },
      waste: { count: 1, quantity: 1, amount: 299 },
      no_sale: 1,
      held: 1,
      unpaid_orders: { count: 1, amount: 486 },
      sign_ins: 4,
      discounts_by_name: [
        { name: 'Line discounts', count: 1, amount: 15 },
        { name: 'Ten', count: 1, amount: 120 },
      ],
      voids_by_person: [{ name: 'The cashier', count: 1, amount: 486 }],
    });
    expect(z.drawer).toMatchObject({
      opening: 10_000,
      paid_out: 700,
      counts: 2,
      counted: 9700,
      movements: [{ kind: 'no_sale' }, { kind: 'paid_out', reason: 'Window cleaner' }],
    });
    expect(z.drawer.expected).toBe(10_000 + 665 + 485 - 290 - 485 - 700);
  });

  it('is one of an unbroken row, with the hash of the one before it, and is never computed again', async () => {
    const { app, menu } = await open();
    const zs = [];
    for (let day = 0; day < 3; day += 1) {
      const { id } = await app.call('shifts.open', {});
      await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
      app.clock.advance(86_400_000);
      zs.push(await closeShift(app, id, 486));
      await app.reopen();
    }
    expect(zs.map((z) => z.identity.z_number)).toEqual([1, 2, 3]);
    expect(zs.map((z) => z.proof.previous_hash)).toEqual(['0'.repeat(64), zs[0]?.proof.hash, zs[1]?.proof.hash]);
    expect(zs.map((z) => z.grand_totals)).toEqual([1, 2, 3].map((n) => ({ sales: 486 * n, returns: 0, net: 486 * n })));
    await app.call('settings.update', { shop_name: 'Renamed', tax_rate: 0 });
    const { id: next } = await app.call('shifts.open', {});
    await app.call('refunds.create', { order_id: 1, reason: 'Late' });
    expect(next).toBe(4);
    expect(await app.call('zReports.get', { z_number: 1 })).toEqual(zs[0]);
    expect((await app.call('zReports.list', {})).items.map((z) => [z.z_number, z.net_sales])).toEqual([
      [3, 486],
      [2, 486],
      [1, 486],
    ]);
    for (const sql of ["UPDATE z_reports SET snapshot = '{}'", 'DELETE FROM z_reports'])
      expect(() => app.pos.database.raw.exec(sql)).toThrow('append-only');
    await expect(app.call('zReports.get', { z_number: 4 })).rejects.toThrow('not_found');
  });

  it('whose snapshot was touched is not shown as if it were whole', async () => {
    const { app } = await open();
    const { id } = await app.call('shifts.open', {});
    await closeShift(app, id);
    app.pos.database.raw.exec(
      'DROP TRIGGER z_reports_no_update; UPDATE z_reports SET snapshot = replace(snapshot, \'"net":0\', \'"net":1\')',
    );
    expect(await app.refusal('zReports.get', { z_number: 1 })).toMatchObject({ code: 'damaged_snapshot' });
  });

  it('is followed by the next although its snapshot was touched, which says so and keeps the totals', async () => {
    const { app, menu } = await open({ tax_rate: 0 });
    const close = async () => {
      const { id } = await app.call('shifts.open', {});
      await app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
      return closeShift(app, id);
    };
    await close();
    const second = await close();
    app.pos.database.raw.exec(
      'DROP TRIGGER z_reports_no_update; UPDATE z_reports SET snapshot = replace(snapshot, \'"net":900\', \'"net":1\') WHERE z_number = 2',
    );
    const third = await close();
    expect(third.checks.filter((check) => !check.ok)).toEqual([
      { name: 'previous Z fits its hash', ok: false, detail: 'Z 2 was changed or damaged' },
    ]);
    expect([third.identity.z_number, third.proof.previous_hash]).toEqual([3, second.proof.hash]);
    expect(third.grand_totals).toEqual({ sales: 1350, returns: 0, net: 1350 });
    expect((await close()).checks.filter((check) => !check.ok)).toEqual([]);
    const { items } = await app.call('zReports.list', {});
    expect(items.map((z) => [z.z_number, z.is_damaged, z.net_sales])).toEqual([
      [4, false, 450],
      [3, false, 450],
      [2, true, null],
      [1, false, 450],
    ]);
  });

  it('counts a sale when it is paid in full, and a deposit apart until then', async () => {
    const { app, menu } = await open({ tax_rate: 0 });
    const first = await app.call('shifts.open', {});
    const order = await app.call('orders.create', { items: [{ item_id: menu.latte.id }], payments: [{ method: 'cash', amount: 100 }] });
    const gone = await app.call('orders.create', { items: [{ item_id: menu.latte.id }], payments: [{ method: 'card', amount: 70 }] });
    const z1 = await closeShift(app, first.id, 100);
    expect([z1.sales.orders, z1.deposits, z1.tenders.map((tender) => tender.net)]).toEqual([
      0,
      { taken: 170, used: 0, returned: 0 },
      [100, 70],
    ]);
    const second = await app.call('shifts.open', {});
    await app.call('payments.take', { order_id: order.id, method: 'mobile' });
    await app.call('orders.void', { order_id: gone.id, reason: 'Left' });
    const z2 = await closeShift(app, second.id);
    expect([z2.sales.net_with_tax, z2.deposits, z2.tenders.map((tender) => tender.net)]).toEqual([
      450,
      { taken: 0, used: 100, returned: 70 },
      [-70, 350],
    ]);
    for (const z of [z1, z2]) expect(z.checks.filter((check) => !check.ok)).toEqual([]);
  });

  it('belongs to the day on which its shift was opened, also across midnight', async () => {
    const { app } = await open({ time_zone: 'Europe/Oslo' }, '2026-03-02T18:00:00.000Z');
    const { id } = await app.call('shifts.open', {});
    app.clock.set('2026-03-03T00:30:00.000Z');
    const z = await closeShift(app, id);
    expect(z.identity).toMatchObject({ business_date: '2026-03-02', made_at: '2026-03-03T00:30:00.000Z' });
    expect((await app.call('zReports.list', { start_date: '2026-03-02', end_date: '2026-03-02' })).total).toBe(1);
  });

  it('has the waste and the sign-ins of its own shift only, although the clock was set back', async () => {
    const { app, menu } = await open();
    const first = await app.call('shifts.open', {});
    await app.call('stock.waste', { item_id: menu.cake.id, quantity: 2, reason: 'Fell' });
    await addPeople(app);
    const z1 = await closeShift(app, first.id);
    app.clock.set('2026-02-01T08:00:00.000Z');
    const second = await app.call('shifts.open', {});
    const z2 = await closeShift(app, second.id);
    expect([z1.exceptions.waste, z1.exceptions.sign_ins]).toEqual([{ count: 1, quantity: 2, amount: 1030 }, 4]);
    expect([z2.exceptions.waste.count, z2.exceptions.sign_ins]).toEqual([0, 0]);
  });
});
