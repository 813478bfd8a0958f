import type { OutputOf } from '../../src/contract/index.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

/** A shop in Oslo that sells in euros, and one day of it with everything that comes onto a paper. The shift is open. */
export const aBusyDay = async (options: Parameters<typeof openTestApp>[0] = {}) => {
  const app = await openTestApp({ start: '2026-03-02T08:00:00.000Z', ...options });
  await app.call('settings.update', {
    currency: 'EUR',
    shop_name: 'Kaffe & Brød',
    time_zone: 'Europe/Oslo',
    tax_rate: 88_750,
    cash_rounding: 10,
    tax_number: 'NO 999 888 777 MVA',
    receipt_footer: 'Thank you, and come again!',
  });
  const menu = await addSmallMenu(app);
  const shift = await app.call('shifts.open', { opening_cash: 15_000 });
  const cash = await app.call('orders.create', {
    items: [
      { item_id: menu.latte.id, quantity: 2, addon_ids: [menu.oat.id, menu.shot.id], notes: 'extra hot' },
      { item_id: menu.cake.id, discount: { value: 20, reason: 'Last piece' } },
      { item_id: menu.tea.id, comp: { reason: 'Waited too long' } },
    ],
    discount_id: menu.tenPercent.id,
    customer_id: menu.ann.id,
    notes: 'Table by the window',
    payments: [
      { method: 'card', amount: 500, tip: 150, reference: 'A1B2' },
      { method: 'cash', tendered: 5000 },
    ],
  });
  const plain = await app.call('orders.create', { items: [{ item_id: menu.tea.id, quantity: 3 }], payment_method: 'mobile' });
  const unpaid = await app.call('orders.create', { items: [{ item_id: menu.croissant.id, quantity: 2 }], payments: [] });
  const partPaid = await app.call('orders.create', {
    items: [{ item_id: menu.cake.id, quantity: 2 }],
    payments: [{ method: 'cash', amount: 400, tendered: 1000 }],
  });
  const voided = await app.call('orders.create', { items: [{ item_id: menu.latte.id }], payment_method: 'cash' });
  await app.call('orders.void', { order_id: voided.id, reason: 'Wrong table' });
  const refund = await app.call('refunds.create', {
    order_id: plain.id,
    reason: 'Cold tea',
    lines: [{ order_line_id: plain.items[0]?.id ?? 0, quantity: 1, goods: 'waste' }],
  });
  const paidOut = await app.call('drawer.move', { kind: 'paid_out', amount: 1250, reason: 'Window cleaner' });
  const dropped = await app.call('drawer.move', { kind: 'drop', amount: 10_000, reason: 'Noon drop' });
  const noSale = await app.call('drawer.move', { kind: 'no_sale', reason: 'Change for a guest' });
  await app.call('expenses.create', {
    category: 'Milk',
    description: 'Two crates',
    amount: 1275,
    shift_id: shift.id,
    paid_from_till: true,
  });
  return { app, menu, shift, cash, plain, unpaid, partPaid, voided, refund, paidOut, dropped, noSale };
};

/** Counts the drawer by notes and coins, a little short, and closes the shift. Answers its Z. */
export const closeTheDay = async (app: TestApp, shiftId: number): Promise<OutputOf<'zReports.get'>> => {
  await app.call('shifts.count', {
    shift_id: shiftId,
    denominations: [
      { value: 5000, count: 1 },
      { value: 200, count: 3 },
      { value: 10, count: 4 },
    ],
  });
  const closed = await app.call('shifts.close', { shift_id: shiftId, float_left: 5000, over_short_comment: 'Counted twice' });
  return app.call('zReports.get', { z_number: closed.z_number ?? 0 });
};
