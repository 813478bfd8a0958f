import {
  IconChevronLeft,
  IconCoffee,
  IconDiscount2,
  IconNote,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
  IconUser,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import { useCall } from '../../client/queries.ts';
import { useMay } from '../session/session.tsx';
import { PayBar } from './pay-bar.tsx';
import { ShiftHint } from './shift-hint.tsx';
import { TicketLineRow } from './ticket-line-row.tsx';
import classes from './ticket.module.css';
import { useTicket } from './ticket-store.ts';
import { useTillView } from './till-view.ts';
import type { TillActions } from './use-till.ts';
import type { TicketPrices } from './use-ticket-prices.ts';

/** What is being sold: lines, who for, what it costs, and the way to place it. */
export const TicketPanel = ({ prices, till, isPaying }: { prices: TicketPrices; till: TillActions; isPaying: boolean }) => {
  const { t } = useTranslation();
  const may = useMay();
  const ticket = useTicket((store) => store.ticket);
  const held = useCall('tickets.list', {}).data?.length ?? 0;
  const hint = useTillView((view) => view.hint);
  const { setQuantity, open } = till;
  const select = useCallback(
    (key: string) => useTicket.getState().change((now) => ({ ...now, selected: now.selected === key ? null : key })),
    [],
  );
  const edit = useCallback(
    (key: string) => {
      useTicket.getState().change((now) => ({ ...now, selected: key }));
      open('line');
    },
    [open],
  );
  const price = useCallback(
    (key: string) => {
      useTicket.getState().change((now) => ({ ...now, selected: key }));
      open('price');
    },
    [open],
  );
  const isEmpty = ticket.lines.length === 0;
  return (
    <section className={classes.panel} aria-label={t('ticket.title')}>
      <div className={classes.tools} hidden={isPaying}>
        <button
          type="button"
          className={`${classes.tool} ${classes.toItems}`}
          aria-label={t('till.show_items')}
          onClick={() => useTillView.setState({ side: 'items' })}
        >
          <IconChevronLeft size={22} />
        </button>
        {may('customers.view') ? (
          <button type="button" className={classes.tool} data-set={ticket.customer !== null || undefined} onClick={() => open('customer')}>
            <IconUser size={18} aria-hidden="true" />
            <span className={classes.toolWord}>{ticket.customer?.name ?? t('ticket.customer')}</span>
          </button>
        ) : null}
        {may('discounts.view') ? (
          <button
            type="button"
            className={classes.tool}
            data-set={ticket.discount_id !== null || undefined}
            onClick={() => open('discount')}
          >
            <IconDiscount2 size={18} aria-hidden="true" />
            <span className={classes.toolWord}>{prices.discount?.name ?? t('ticket.discount')}</span>
          </button>
        ) : null}
        <button type="button" className={classes.tool} data-set={ticket.notes !== null || undefined} onClick={() => open('note')}>
          <IconNote size={18} aria-hidden="true" />
          <span className={classes.toolWord}>{ticket.notes ?? t('ticket.note')}</span>
        </button>
        {isEmpty ? (
          <button type="button" className={classes.tool} onClick={() => open('recall')}>
            <IconPlayerPlay size={18} aria-hidden="true" />
            <span className={classes.toolWord}>{held > 0 ? t('hold.recall_count', { count: held }) : t('hold.recall')}</span>
          </button>
        ) : (
          <button type="button" className={classes.tool} onClick={() => open('hold')}>
            <IconPlayerPause size={18} aria-hidden="true" />
            <span className={classes.toolWord}>{t('hold.hold')}</span>
          </button>
        )}
        <button
          type="button"
          className={`${classes.tool} ${classes.clear}`}
          aria-label={t('ticket.clear')}
          disabled={isEmpty}
          onClick={() => open('clear')}
        >
          <IconTrash size={20} />
        </button>
      </div>
      {isPaying ? null : <ShiftHint />}
      <div className={classes.lines}>
        {isEmpty ? (
          <Notice icon={<IconCoffee size={32} />} title={t('ticket.empty')} text={t('ticket.empty_hint')} />
        ) : (
          <ul className={classes.list} aria-label={t('ticket.lines')}>
            {ticket.lines.map((line, index) => (
              <TicketLineRow
                key={line.key}
                line={line}
                amount={prices.priced.lines[index]?.subtotal ?? 0}
                saved={prices.priced.lines[index]?.line_discount ?? 0}
                selected={!isPaying && line.key === ticket.selected}
                onSelect={select}
                onQuantity={setQuantity}
                onEdit={edit}
                onPrice={price}
              />
            ))}
          </ul>
        )}
      </div>
      <p className={hint ? classes.hint : 'visually-hidden'} role="status">
        {hint}
      </p>
      <PayBar prices={prices} till={till} isPaying={isPaying} />
    </section>
  );
};
