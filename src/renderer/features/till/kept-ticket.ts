import type { InputOf } from '../../../contract/index.ts';
import { Attempts } from '../../client/attempts.ts';
import { usePayStore } from '../pay/pay-store.ts';
import type { Part } from '../pay/tenders.ts';
import { EMPTY_TICKET, newLineKey, type Ticket, useTicket } from './ticket-store.ts';

const FORM = 1;
const KEY = 'philo.ticket';

/** The placing of a ticket that was sent and not answered yet, and who sent it: keys belong to a person. */
interface Sent {
  readonly person: number | null;
  readonly key: string;
  readonly input: InputOf<'orders.create'>;
  readonly parts: readonly Part[];
}

/** What a till has not placed yet, in one piece: it is written and taken away at once, or not at all. */
interface Kept {
  readonly form: typeof FORM;
  readonly ticket: Ticket;
  readonly paying: ReturnType<typeof usePayStore.getState>['paying'];
  readonly parts: readonly Part[];
  readonly sent: Sent | null;
}

/** The desktop's own page keeps it over a power cut; in a browser each tab is a till of its own and keeps it over a reload or a crash. */
const shelf = (): Storage => ('pos' in window ? localStorage : sessionStorage);

let sent: Sent | null = null;

const write = (key: string, kept: Kept | null): void => {
  try {
    if (kept) shelf().setItem(key, JSON.stringify(kept));
    else shelf().removeItem(key);
  } catch {
    // A full or forbidden shelf takes nothing from the sale itself.
  }
};

const read = (key: string): Kept | null => {
  try {
    const kept = JSON.parse(shelf().getItem(key) ?? 'null') as Kept | null;
    return kept?.form === FORM && Array.isArray(kept.ticket.lines) && Array.isArray(kept.parts) ? kept : null;
  } catch {
    return null;
  }
};

const save = (): void => {
  const { ticket } = useTicket.getState();
  const { paying, parts } = usePayStore.getState();
  const isNothing = ticket.lines.length === 0 && ticket.customer === null && ticket.notes === null && sent === null;
  write(KEY, isNothing ? null : { form: FORM, ticket, paying, parts, sent });
};

/** Of one person who left with an order under way: somebody else's key would place it a second time. */
const asideKey = (person: number | null): string => `${KEY}.${person ?? 'nobody'}`;

/** Whether a ticket lies on the shelf that was not placed: of whoever is at the till, or of somebody who left with one. */
export const hasKeptTicket = (): boolean => {
  try {
    const keys = shelf();
    return Array.from({ length: keys.length }, (_, index) => keys.key(index) ?? '').some((key) => key === KEY || key.startsWith(`${KEY}.`));
  } catch {
    return false;
  }
};

let restored = false;

/**
 * Takes up, once a page, what the till had not placed when it was reloaded or fell over. Answers the order that had been
 * sent without an answer, if that was by this person: sent again under its key it is the same order, not a second one.
 */
export const restoreTicket = (person: number | null): Sent | null => {
  if (restored) return null;
  restored = true;
  let kept = read(KEY);
  if (kept?.sent && kept.sent.person !== person) {
    write(asideKey(kept.sent.person), kept);
    write(KEY, null);
    kept = null;
  }
  if (!kept) {
    kept = read(asideKey(person));
    write(asideKey(person), null);
  }
  if (kept && useTicket.getState().ticket === EMPTY_TICKET) {
    const lines = kept.ticket.lines.map((line) => ({ ...line, key: newLineKey() }));
    const at = kept.ticket.lines.findIndex(({ key }) => key === kept.ticket.selected);
    sent = kept.sent;
    useTicket.setState({ ticket: { ...kept.ticket, lines, selected: lines[at]?.key ?? null } });
    usePayStore.setState({ paying: kept.paying, parts: kept.parts });
  }
  useTicket.subscribe(save);
  usePayStore.subscribe(save);
  save();
  return sent;
};

/** The order was placed: with the ticket goes the key that it was sent under, in one act. */
export const ticketPlaced = (): void => {
  sent = null;
  useTicket.setState({ ticket: EMPTY_TICKET });
};

/** Attempts of placing the ticket, whose key is on the shelf before the order is on its way. */
export class PlacingAttempts extends Attempts {
  /** Whose the next attempt is, and what was taken for it. */
  by: { person: number | null; parts: readonly Part[] } = { person: null, parts: [] };

  /** Goes on with an attempt of before the reload. */
  resume({ key, input }: Sent): void {
    this.key = key;
    this.request = JSON.stringify(input);
  }

  override keyFor(input: unknown): string {
    const key = super.keyFor(input);
    sent = { ...this.by, key, input: input as InputOf<'orders.create'> };
    save();
    return key;
  }

  override refused(): void {
    super.refused();
    sent = null;
    save();
  }
}
