import { IconChevronLeft, IconCoffee, IconDiscount2, IconNote, IconTrash, IconUser } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
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
export const TicketPanel = ({ prices, till }: { prices: TicketPrices; till: TillActions }) => {
  const { t } = useTranslation();
  const may = useMay();
  const ticket = useTicket((store) => store.ticket);
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
  const isEmpty = ticket.lines.length === 0;
  return (
    <section className={classes.panel} aria-label={t('ticket.title')}>
      <div className={classes.tools}>
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
      <ShiftHint />
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
                selected={line.key === ticket.selected}
                onSelect={select}
                onQuantity={setQuantity}
                onEdit={edit}
              />
            ))}
          </ul>
        )}
      </div>
      <p className={hint ? classes.hint : 'visually-hidden'} role="status">
        {hint}
      </p>
      <PayBar prices={prices} till={till} />
    </section>
  );
};
