import { Button, Loader } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HeldTicket } from '../../../contract/tickets.ts';
import { pageClient } from '../../client/page-client.ts';
import { useCall, useCommand } from '../../client/queries.ts';
import { walkButtons } from '../../keyboard/walk-buttons.ts';
import choice from '../../ui/choice.module.css';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Problem } from '../../ui/problem.tsx';
import type { Menu } from '../menu/menu-index.ts';
import { useFormats } from '../session/session.tsx';
import classes from './recall-dialog.module.css';
import { ticketOf } from './held-ticket.ts';
import type { Ticket } from './ticket-store.ts';

interface RecallDialogProps {
  readonly menu: Menu;
  /** Something is on the till: it must be held or cleared first, so that nothing is mixed up. */
  readonly hasTicket: boolean;
  readonly onHold: () => void;
  readonly onRecalled: (ticket: Ticket, missing: number) => void;
  readonly onClose: () => void;
}

/** The parked tickets. Of two tills that recall the same one, one gets it. */
export const RecallDialog = ({ menu, hasTicket, onHold, onRecalled, onClose }: RecallDialogProps) => {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const queries = useQueryClient();
  const held = useCall('tickets.list', {});
  const recall = useCommand('tickets.recall');
  const choose = async ({ id }: HeldTicket) => {
    const recalled = await recall.run({ ticket_id: id });
    void queries.invalidateQueries({ queryKey: ['tickets'] });
    if (!recalled) return;
    const { customer_id } = recalled.ticket;
    // A customer who was deleted meanwhile is no reason to lose the ticket.
    const customer =
      customer_id === null
        ? null
        : await pageClient()
            .call('customers.get', { customer_id })
            .catch(() => null);
    const { ticket, missing } = ticketOf(recalled.ticket, customer && { id: customer.id, name: customer.name }, menu);
    onRecalled(ticket, missing);
    onClose();
  };
  const what = ({ ticket }: HeldTicket) =>
    ticket.items.map(({ item_id, quantity }) => `${quantity} × ${menu.byId.get(item_id)?.name ?? t('hold.gone')}`).join(', ');
  return (
    <Dialog title={t('hold.recall_title')} onClose={onClose} size={560}>
      {hasTicket ? (
        <div className={classes.first}>
          <p>{t('hold.ticket_first')}</p>
          <Button leftSection={<IconPlayerPause size={20} />} onClick={onHold} data-autofocus>
            {t('hold.title')}
          </Button>
        </div>
      ) : null}
      <Problem error={recall.error ?? held.error} />
      {held.data ? (
        held.data.length === 0 ? (
          <Notice icon={<IconPlayerPause size={32} />} title={t('hold.empty')} text={t('hold.empty_hint')} />
        ) : (
          <div role="presentation" onKeyDown={walkButtons}>
            <ul className={choice.list} aria-label={t('hold.recall_title')}>
              {held.data.map((one, index) => (
                <li key={one.id}>
                  <button
                    type="button"
                    className={`${choice.choice} ${choice.tall}`}
                    disabled={hasTicket}
                    data-autofocus={(!hasTicket && index === 0) || undefined}
                    onClick={() => void choose(one)}
                  >
                    <span className={choice.main}>
                      {one.name}
                      <span className={`${choice.sub} ${classes.what}`}>{what(one)}</span>
                    </span>
                    <span className={choice.side}>
                      {dateTime(one.created_at)}
                      <span className={choice.sub}>{one.held_by}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )
      ) : (
        <Loader color="coffee" aria-label={t('app.loading')} />
      )}
    </Dialog>
  );
};
