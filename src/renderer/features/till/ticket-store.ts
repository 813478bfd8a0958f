import { create } from 'zustand';
import type { InputOf } from '../../../contract/index.ts';
import type { DiscountType } from '../../../domain/discount.ts';

export interface TicketAddon {
  readonly addon_id: number;
  readonly name: string;
  /** Minor units. */
  readonly price: number;
}

export interface TicketLine {
  /** Stays the line's own while it is edited. */
  readonly key: string;
  readonly item_id: number;
  readonly name: string;
  /** Minor units, of one, before add-ons. */
  readonly unit_price: number;
  readonly quantity: number;
  readonly addons: readonly TicketAddon[];
  readonly notes: string | null;
  readonly price_cut: PriceCut | null;
}

/** What is taken off one line: a discount as people write it (10 = 10%, or an amount), or all of it. */
export type PriceCut =
  | { readonly kind: 'discount'; readonly type: DiscountType; readonly value: number; readonly reason: string | null }
  | { readonly kind: 'comp'; readonly reason: string };

export interface Ticket {
  readonly lines: readonly TicketLine[];
  readonly customer: { readonly id: number; readonly name: string } | null;
  readonly discount_id: number | null;
  /** Asked for where the discount needs one. */
  readonly discount_reason: string | null;
  readonly notes: string | null;
  /** The line that + - and Del act on. */
  readonly selected: string | null;
}

/** The contract's bound on one line (orders.create). */
export const MAX_QUANTITY = 100;

export const EMPTY_TICKET: Ticket = {
  lines: [],
  customer: null,
  discount_id: null,
  discount_reason: null,
  notes: null,
  selected: null,
};

let lastKey = 0;
/** A key for a line that no other line of this page has. */
export const newLineKey = (): string => `line-${++lastKey}`;

/** Puts one of an item on the ticket: one more on its plain line if there is one, else a new line. */
export const withItem = (ticket: Ticket, item: { id: number; name: string; price: number }): Ticket => {
  const plain = ticket.lines.find(
    (line) =>
      line.item_id === item.id &&
      line.addons.length === 0 &&
      line.notes === null &&
      line.price_cut === null &&
      line.unit_price === item.price &&
      line.quantity < MAX_QUANTITY,
  );
  if (plain) return { ...withQuantity(ticket, plain.key, plain.quantity + 1), selected: plain.key };
  const line: TicketLine = {
    key: newLineKey(),
    item_id: item.id,
    name: item.name,
    unit_price: item.price,
    quantity: 1,
    addons: [],
    notes: null,
    price_cut: null,
  };
  return { ...ticket, lines: [...ticket.lines, line], selected: line.key };
};

const withLine = (ticket: Ticket, key: string, change: (line: TicketLine) => TicketLine): Ticket => ({
  ...ticket,
  lines: ticket.lines.map((line) => (line.key === key ? change(line) : line)),
});

/** Sets a line's quantity within 1..100; 0 or less removes the line. */
export const withQuantity = (ticket: Ticket, key: string, quantity: number): Ticket =>
  quantity <= 0 ? withoutLine(ticket, key) : withLine(ticket, key, (line) => ({ ...line, quantity: Math.min(quantity, MAX_QUANTITY) }));

/** Removes a line; the one that takes its place is selected. */
export const withoutLine = (ticket: Ticket, key: string): Ticket => {
  const index = ticket.lines.findIndex((line) => line.key === key);
  if (index < 0) return ticket;
  const lines = ticket.lines.filter((line) => line.key !== key);
  return { ...ticket, lines, selected: lines[Math.min(index, lines.length - 1)]?.key ?? null };
};

/** Selects the line `step` below (above, when negative) the selected one; without one, the last or the first. */
export const withStep = (ticket: Ticket, step: 1 | -1): Ticket => {
  const { lines } = ticket;
  const at = lines.findIndex((line) => line.key === ticket.selected);
  const next = at < 0 ? (step === 1 ? 0 : lines.length - 1) : Math.min(Math.max(at + step, 0), lines.length - 1);
  return { ...ticket, selected: lines[next]?.key ?? null };
};

/** How many of an item are on the ticket. */
export const quantityOf = (ticket: Ticket, itemId: number): number =>
  ticket.lines.reduce((sum, line) => (line.item_id === itemId ? sum + line.quantity : sum), 0);

/** The lines as the core takes them, to order or to park. */
export const itemsOf = (ticket: Ticket) =>
  ticket.lines.map(({ item_id, quantity, addons, notes, price_cut }) => ({
    item_id,
    quantity,
    addon_ids: addons.map(({ addon_id }) => addon_id),
    notes,
    ...(price_cut?.kind === 'discount' ? { discount: { type: price_cut.type, value: price_cut.value, reason: price_cut.reason } } : {}),
    ...(price_cut?.kind === 'comp' ? { comp: { reason: price_cut.reason } } : {}),
  }));

/** The ticket as the core takes it, without its payments. The shift is left out, so that the open one counts. */
export const orderOf = (ticket: Ticket) =>
  ({
    customer_id: ticket.customer?.id ?? null,
    discount_id: ticket.discount_id,
    discount_reason: ticket.discount_id === null ? null : ticket.discount_reason,
    notes: ticket.notes,
    items: itemsOf(ticket),
  }) satisfies InputOf<'orders.create'>;

interface TicketStore {
  readonly ticket: Ticket;
  readonly change: (how: (ticket: Ticket) => Ticket) => void;
  readonly editLine: (key: string, change: Partial<Omit<TicketLine, 'key' | 'item_id'>>) => void;
  readonly clear: () => void;
}

/** The ticket being rung up. It outlives locking the till and leaving the screen. */
export const useTicket = create<TicketStore>((set) => ({
  ticket: EMPTY_TICKET,
  change: (how) => set(({ ticket }) => ({ ticket: how(ticket) })),
  editLine: (key, change) => set(({ ticket }) => ({ ticket: withLine(ticket, key, (line) => ({ ...line, ...change })) })),
  clear: () => set({ ticket: EMPTY_TICKET }),
}));
