import { pageClient } from '../../client/page-client.ts';
import { useCountDrafts } from '../drawer/count-draft.ts';
import { usePayStore } from '../pay/pay-store.ts';
import { hasKeptTicket } from '../till/kept-ticket.ts';
import { useTicket } from '../till/ticket-store.ts';

/**
 * Tells the desktop app, as often as it changes, what its close or an update would interrupt: a ticket that is not placed,
 * a drawer that is being counted. In a browser there is nobody to tell. Answers how to stop.
 */
export const tellWork = (): (() => void) => {
  if (!window.pos) return () => {};
  let told = '';
  const tell = (): void => {
    const work = { open_ticket: hasKeptTicket(), counting: Object.keys(useCountDrafts.getState().drafts).length > 0 };
    const text = JSON.stringify(work);
    if (text === told) return;
    told = text;
    pageClient()
      .call('desktop.tellWork', work)
      .catch(() => {
        // Not taken: told again with the next change.
        told = '';
      });
  };
  // After the ticket is on its shelf.
  const later = (): void => queueMicrotask(tell);
  const stops = [useTicket.subscribe(later), usePayStore.subscribe(later), useCountDrafts.subscribe(later)];
  tell();
  return () => {
    for (const stop of stops) stop();
  };
};
