import { IconClock, IconNote } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../contract/orders.ts';
import { nextStatus } from '../../../domain/order-status.ts';
import { useMay } from '../session/session.tsx';
import { ageInWords, minutesSince, urgencyOf } from './age.ts';
import classes from './board.module.css';
import { shortNumber } from './order-number.ts';

interface OrderCardProps {
  readonly order: Order;
  readonly now: number;
  readonly busy: boolean;
  readonly error: string | null;
  readonly onAdvance: (order: Order) => void;
  readonly onOpen: (order: Order) => void;
}

/** Lines beyond it are in the details. */
const SHOWN_LINES = 6;

/** One order on the board: what to make, for whom, how long it waits, and the step it takes next. */
export const OrderCard = memo(({ order, now, busy, error, onAdvance, onOpen }: OrderCardProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const minutes = minutesSince(order.created_at, now);
  const number = shortNumber(order.order_number);
  const next = nextStatus(order.status);
  const age = ageInWords(minutes, t);
  const step = next === 'preparing' || next === 'ready' || next === 'completed' ? t(`board.${next}`) : null;
  return (
    <article className={classes.card} data-testid="order-card" data-number={order.order_number}>
      <button type="button" className={classes.open} data-order={order.id} data-space="screen" onClick={() => onOpen(order)}>
        <span className={classes.head}>
          <span className={`${classes.number} figures`}>
            <span className="visually-hidden">{t('nav.order')} </span>
            {number}
          </span>{' '}
          {order.due_amount > 0 ? <span className={classes.unpaid}>{t(`money_state.${order.payment_state}`)}</span> : null}{' '}
          <span className={`${classes.age} figures`} data-urgency={urgencyOf(minutes)}>
            <IconClock size={16} aria-hidden="true" />
            {age}
          </span>{' '}
        </span>
        <span className={classes.customer}>{order.customer_name ?? t('board.walk_in')}</span>{' '}
        <span className={classes.lines}>
          {order.items.slice(0, SHOWN_LINES).map((line) => (
            <span key={line.id} className={classes.line}>
              <span className={`${classes.quantity} figures`}>{line.quantity}</span>{' '}
              <span className={classes.what}>
                {line.item_name}{' '}
                {line.addons.length > 0 ? (
                  <span className={classes.extra}>{line.addons.map((addon) => addon.addon_name).join(', ')}</span>
                ) : null}
                {line.notes ? (
                  <span className={classes.note}>
                    <IconNote size={16} aria-hidden="true" /> {line.notes}
                  </span>
                ) : null}
              </span>{' '}
            </span>
          ))}
          {order.items.length > SHOWN_LINES ? <span className={classes.extra}>+{order.items.length - SHOWN_LINES}</span> : null}
        </span>
        {order.notes ? (
          <span className={classes.note}>
            <IconNote size={16} aria-hidden="true" /> {order.notes}
          </span>
        ) : null}
      </button>
      {error ? (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      ) : null}
      {step && may('orders.advance') ? (
        <button
          type="button"
          className={classes.advance}
          data-status={order.status}
          aria-label={t('board.advance', { step, number })}
          aria-busy={busy}
          onClick={() => onAdvance(order)}
        >
          {step}
        </button>
      ) : null}
    </article>
  );
});
