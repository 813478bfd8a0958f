import { z } from 'zod';
import { operation } from './operation.ts';
import { lineComp, lineDiscount } from './orders.ts';
import { instantOut, name, pathId, reference, text } from './primitives.ts';

/** A parked ticket as the till keeps it: what would be ordered, not yet priced for good. */
export const ticketContent = z.object({
  customer_id: reference().nullable().default(null),
  discount_id: reference().nullable().default(null),
  discount_reason: text(300).default(null),
  notes: text(2000).default(null),
  items: z
    .array(
      z.object({
        item_id: reference(),
        quantity: z.int().gt(0).max(100),
        addon_ids: z.array(reference()).max(100).default([]),
        notes: text(500).default(null),
        discount: lineDiscount,
        comp: lineComp,
      }),
    )
    .min(1)
    .max(500),
});

export const heldTicket = z.object({ id: z.int(), name: z.string(), ticket: ticketContent, held_by: z.string(), created_at: instantOut() });
export type HeldTicket = z.infer<typeof heldTicket>;

export const ticketOperations = {
  'tickets.hold': operation({
    method: 'POST',
    url: '/api/v1/held-tickets',
    kind: 'command',
    tag: 'Held tickets',
    permission: 'orders.create',
    status: 201,
    summary: 'Park a ticket under a name; it takes no stock and no number',
    body: { name: name(60), ticket: ticketContent },
    output: heldTicket,
  }),
  'tickets.list': operation({
    method: 'GET',
    url: '/api/v1/held-tickets',
    kind: 'query',
    tag: 'Held tickets',
    permission: 'orders.create',
    summary: 'Parked tickets, oldest first',
    output: z.array(heldTicket),
  }),
  'tickets.recall': operation({
    method: 'POST',
    url: '/api/v1/held-tickets/{ticket_id}/recall',
    kind: 'command',
    tag: 'Held tickets',
    permission: 'orders.create',
    summary: 'Take a parked ticket back to the till: it is answered once and no longer parked',
    errors: ['not_found'],
    entity: 'Held ticket',
    path: { ticket_id: pathId() },
    output: heldTicket,
  }),
};
