import type { HeldTicket } from '../../../contract/tickets.ts';
import type { InputOf } from '../../../contract/index.ts';
import type { Menu } from '../menu/menu-index.ts';
import { itemsOf, newLineKey, type PriceCut, type Ticket, type TicketLine } from './ticket-store.ts';

type Content = HeldTicket['ticket'];

/** The ticket as it is parked. */
export const contentOf = (ticket: Ticket): InputOf<'tickets.hold'>['ticket'] => ({
  customer_id: ticket.customer?.id ?? null,
  discount_id: ticket.discount_id,
  discount_reason: ticket.discount_reason,
  notes: ticket.notes,
  items: itemsOf(ticket),
});

const cutOf = ({ discount, comp }: Content['items'][number]): PriceCut | null =>
  comp ? { kind: 'comp', ...comp } : discount ? { kind: 'discount', ...discount } : null;

/**
 * A parked ticket back on the till, at today's prices, and how many of its things are not sold any more: those are left
 * out, and the cashier is told.
 */
export const ticketOf = (content: Content, customer: Ticket['customer'], menu: Menu): { ticket: Ticket; missing: number } => {
  const addons = new Map(menu.addons.map((addon) => [addon.id, addon]));
  let missing = 0;
  const lines = content.items.flatMap((held): TicketLine[] => {
    const item = menu.byId.get(held.item_id);
    if (!item) {
      missing += 1;
      return [];
    }
    const found = held.addon_ids.flatMap((id) => addons.get(id) ?? []);
    missing += held.addon_ids.length - found.length;
    return [
      {
        key: newLineKey(),
        item_id: item.id,
        name: item.name,
        unit_price: item.price,
        quantity: held.quantity,
        addons: found.map(({ id, name, price }) => ({ addon_id: id, name, price })),
        notes: held.notes,
        price_cut: cutOf(held),
      },
    ];
  });
  const { discount_id, discount_reason, notes } = content;
  return { ticket: { lines, customer, discount_id, discount_reason, notes, selected: null }, missing };
};
