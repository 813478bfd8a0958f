import { describe, expect, test } from 'vitest';
import {
  EMPTY_TICKET,
  MAX_QUANTITY,
  orderOf,
  quantityOf,
  type Ticket,
  useTicket,
  withItem,
  withoutLine,
  withQuantity,
  withStep,
} from '../../src/renderer/features/till/ticket-store.ts';

const latte = { id: 1, name: 'Latte', price: 460 };
const bun = { id: 2, name: 'Bun', price: 380 };

const ticketOf = (...items: { id: number; name: string; price: number }[]): Ticket => items.reduce(withItem, EMPTY_TICKET);
const shape = (ticket: Ticket) => ticket.lines.map((line) => [line.name, line.quantity]);
const keyAt = (ticket: Ticket, index: number) => ticket.lines[index]?.key ?? 'none';

describe('putting items on the ticket', () => {
  test('the same item again is one more of its line, and that line is selected', () => {
    const ticket = ticketOf(latte, bun, latte);
    expect(shape(ticket)).toEqual([
      ['Latte', 2],
      ['Bun', 1],
    ]);
    expect(ticket.selected).toBe(keyAt(ticket, 0));
  });

  test('a line with add-ons or a note stays apart from plain ones', () => {
    useTicket.setState({ ticket: ticketOf(latte) });
    const key = keyAt(useTicket.getState().ticket, 0);
    useTicket.getState().editLine(key, { quantity: 1, addons: [{ addon_id: 5, name: 'Oat', price: 60 }], notes: null });
    useTicket.getState().change((ticket) => withItem(ticket, latte));
    expect(shape(useTicket.getState().ticket)).toEqual([
      ['Latte', 1],
      ['Latte', 1],
    ]);
    useTicket.getState().clear();
    expect(useTicket.getState().ticket).toEqual(EMPTY_TICKET);
  });

  test('an item whose price changed meanwhile gets a line of its own', () => {
    expect(shape(ticketOf(latte, { ...latte, price: 500 }))).toHaveLength(2);
  });

  test('a full line is followed by a new one', () => {
    const full = withQuantity(ticketOf(latte), keyAt(ticketOf(latte), 0), 1);
    const ticket = withQuantity(full, keyAt(full, 0), MAX_QUANTITY);
    expect(shape(withItem(ticket, latte))).toEqual([
      ['Latte', MAX_QUANTITY],
      ['Latte', 1],
    ]);
  });
});

describe('lines', () => {
  test('quantity stays within what one line may hold, and 0 removes the line', () => {
    const ticket = ticketOf(latte, bun);
    expect(shape(withQuantity(ticket, keyAt(ticket, 0), 1000))[0]).toEqual(['Latte', MAX_QUANTITY]);
    expect(shape(withQuantity(ticket, keyAt(ticket, 0), 0))).toEqual([['Bun', 1]]);
  });

  test('after a removal the line that took its place is selected, and nothing when none is left', () => {
    const ticket = ticketOf(latte, bun);
    const one = withoutLine(ticket, keyAt(ticket, 1));
    expect(one.selected).toBe(keyAt(ticket, 0));
    expect(withoutLine(one, keyAt(one, 0)).selected).toBeNull();
    expect(withoutLine(one, 'unknown')).toBe(one);
  });

  test('walking stops at both ends and starts at the nearer one', () => {
    const ticket = { ...ticketOf(latte, bun), selected: null };
    expect(withStep(ticket, 1).selected).toBe(keyAt(ticket, 0));
    expect(withStep(ticket, -1).selected).toBe(keyAt(ticket, 1));
    expect(withStep(withStep(withStep(ticket, -1), 1), 1).selected).toBe(keyAt(ticket, 1));
    expect(withStep(EMPTY_TICKET, 1).selected).toBeNull();
  });

  test('an item is counted over all its lines', () => {
    const ticket = ticketOf(latte, bun, latte, { ...latte, price: 500 });
    expect(quantityOf(ticket, latte.id)).toBe(3);
    expect(quantityOf(ticket, 99)).toBe(0);
  });
});

test('the order leaves the shift to the core and carries everything else', () => {
  const ticket: Ticket = {
    ...ticketOf(latte),
    customer: { id: 7, name: 'Ada' },
    discount_id: 3,
    discount_reason: 'regular',
    notes: 'birthday',
  };
  const [line] = ticket.lines;
  const edited = {
    ...ticket,
    lines: line
      ? [
          { ...line, addons: [{ addon_id: 5, name: 'Oat', price: 60 }], notes: 'hot' },
          { ...line, price_cut: { kind: 'discount', type: 'flat', value: 0.5, reason: null } as const },
          { ...line, price_cut: { kind: 'comp', reason: 'made wrong' } as const },
        ]
      : [],
  };
  expect(orderOf(edited)).toEqual({
    customer_id: 7,
    discount_id: 3,
    discount_reason: 'regular',
    notes: 'birthday',
    items: [
      { item_id: 1, quantity: 1, addon_ids: [5], notes: 'hot' },
      { item_id: 1, quantity: 1, addon_ids: [], notes: null, discount: { type: 'flat', value: 0.5, reason: null } },
      { item_id: 1, quantity: 1, addon_ids: [], notes: null, comp: { reason: 'made wrong' } },
    ],
  });
  // A reason belongs to a discount: without one it is not sent.
  expect(orderOf({ ...edited, discount_id: null }).discount_reason).toBeNull();
});
