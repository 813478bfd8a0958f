import type { ParsedInputOf } from '../../../contract/index.ts';
import type { HeldTicket } from '../../../contract/tickets.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';

interface Row {
  id: number;
  name: string;
  ticket: string;
  held_by: string;
  created_at: string;
}

const toTicket = (row: Row): HeldTicket => ({ ...row, ticket: JSON.parse(row.ticket) as HeldTicket['ticket'] });

/** Parks a ticket. It is no order: no stock, no number, no price; what it says is checked when it is placed. */
export const holdTicket = (ctx: CommandContext, input: ParsedInputOf<'tickets.hold'>): HeldTicket => {
  const { id } = ctx.db.execute('INSERT INTO held_tickets (name, ticket, held_by, created_at) VALUES (?, ?, ?, ?)', [
    input.name,
    JSON.stringify(input.ticket),
    actorOf(ctx.caller),
    ctx.now,
  ]);
  const after = readTicket(ctx, id);
  recordAudit(ctx, { entity: 'HeldTicket', id, action: 'create', after });
  ctx.emit('tickets', 'create', id);
  return after;
};

export const listTickets = (ctx: QueryContext): HeldTicket[] => ctx.db.rows<Row>('SELECT * FROM held_tickets ORDER BY id').map(toTicket);

/** Gives a parked ticket back once: of two tills that ask for it, one gets it. */
export const recallTicket = (ctx: CommandContext, input: ParsedInputOf<'tickets.recall'>): HeldTicket => {
  const before = readTicket(ctx, input.ticket_id);
  ctx.db.execute('DELETE FROM held_tickets WHERE id = ?', [before.id]);
  recordAudit(ctx, { entity: 'HeldTicket', id: before.id, action: 'recall', before });
  ctx.emit('tickets', 'delete', before.id);
  return before;
};

const readTicket = (ctx: QueryContext, id: number): HeldTicket => {
  const row = ctx.db.row<Row>('SELECT * FROM held_tickets WHERE id = ?', [id]);
  if (!row) throw notFound('Held ticket', id);
  return toTicket(row);
};
