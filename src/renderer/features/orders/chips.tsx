import { useTranslation } from 'react-i18next';
import type { Order } from '../../../contract/orders.ts';
import classes from './chips.module.css';

/** Where an order is on its way. */
export const StatusChip = ({ status }: { status: Order['status'] }) => {
  const { t } = useTranslation();
  return (
    <span className={classes.chip} data-status={status}>
      {t(`status.${status}`)}
    </span>
  );
};

/** How far it is paid, or what was given back. */
export const moneyStateOf = (order: Pick<Order, 'status' | 'payment_state' | 'paid_amount' | 'refunded_amount'>) => {
  if (order.refunded_amount > 0) return order.refunded_amount >= order.paid_amount ? 'refunded' : 'part_refunded';
  return order.status === 'cancelled' ? null : order.payment_state;
};

export const MoneyChip = ({ order }: { order: Order }) => {
  const { t } = useTranslation();
  const state = moneyStateOf(order);
  return state === null ? null : (
    <span className={classes.chip} data-money={state}>
      {t(`money_state.${state}`)}
    </span>
  );
};
