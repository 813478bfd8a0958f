import { expect, test } from 'vitest';
import type { Category, Item } from '../../src/contract/catalog.ts';
import { ticketOperations } from '../../src/contract/tickets.ts';
import { makeMenu } from '../../src/renderer/features/menu/menu-index.ts';
import { contentOf, ticketOf } from '../../src/renderer/features/till/held-ticket.ts';
import { EMPTY_TICKET, type Ticket } from '../../src/renderer/features/till/ticket-store.ts';

const at = { created_at: '2026-11-23T08:00:00.000Z', updated_at: '2026-11-23T08:00:00.000Z', version: 1 };
const category: Category = { id: 1, name: 'Bar', description: null, is_active: true, display_order: 1, ...at };
const item = (id: number, name: string, price: number): Item => ({
  id,
  name,
  price,
  description: null,
  category_id: 1,
  category_name: 'Bar',
  category: { id: 1, name: 'Bar' },
  image_url: null,
  is_available: true,
  stock_qty: -1,
  ...at,
});
const menuOf = (...items: Item[]) => makeMenu([category], items, [{ id: 5, name: 'Oat', price: 60, is_available: true, ...at }]);
const line = {
  key: 'a',
  item_id: 1,
  name: 'Latte',
  unit_price: 460,
  quantity: 2,
  addons: [{ addon_id: 5, name: 'Oat', price: 60 }],
  notes: 'hot',
};

const ticket: Ticket = {
  ...EMPTY_TICKET,
  customer: { id: 7, name: 'Ada' },
  discount_id: 3,
  discount_reason: 'regular',
  notes: 'window',
  lines: [
    { ...line, price_cut: null },
    {
      ...line,
      key: 'b',
      item_id: 2,
      name: 'Bun',
      unit_price: 380,
      addons: [],
      notes: null,
      price_cut: { kind: 'discount', type: 'percentage', value: 12.5, reason: null },
    },
    { ...line, key: 'c', addons: [], price_cut: { kind: 'comp', reason: 'made wrong' } },
  ],
};

/** As the core stores and answers it. */
const parked = () => ticketOperations['tickets.hold'].input.parse({ name: 'x', ticket: contentOf(ticket) }).ticket;
const keyless = ({ lines, ...rest }: Ticket) => ({ ...rest, lines: lines.map((one) => ({ ...one, key: '' })) });

test('a ticket comes back from being parked as it was', () => {
  const back = ticketOf(parked(), ticket.customer, menuOf(item(1, 'Latte', 460), item(2, 'Bun', 380)));
  expect(back.missing).toBe(0);
  expect(keyless(back.ticket)).toEqual(keyless(ticket));
  expect(new Set(back.ticket.lines.map(({ key }) => key)).size).toBe(3);
});

test("it comes back at today's prices, and what is not sold any more is left out and counted", () => {
  const { ticket: back, missing } = ticketOf(parked(), null, makeMenu([category], [item(1, 'Latte', 500)], []));
  expect(back.lines.map(({ name, unit_price }) => [name, unit_price])).toEqual([
    ['Latte', 500],
    ['Latte', 500],
  ]);
  expect(missing).toBe(2);
});
