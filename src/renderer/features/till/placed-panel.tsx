import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../contract/orders.ts';
import { useFormats } from '../session/session.tsx';
import { shortNumber } from '../board/order-number.ts';
import { METHOD_ICONS } from './pay-bar.tsx';
import classes from './placed.module.css';

/** After placing: the number to call out and what to take. Any tap on an item starts the next sale. */
export const PlacedPanel = ({ order, onNext }: { order: Order; onNext: () => void }) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const Icon = METHOD_ICONS[order.payment_method];
  return (
    <section className={classes.panel} aria-label={t('placed.title')}>
      <div className={classes.body}>
        <span className={classes.check}>
          <IconCheck size={40} aria-hidden="true" />
        </span>
        <p className={classes.title}>{t('placed.title')}</p>
        <p className={`${classes.number} figures`} data-testid="placed-number">
          {shortNumber(order.order_number)}
        </p>
        <p className={classes.full}>
          <span data-testid="placed-full-number">{order.order_number}</span>
          {order.customer_name ? ` · ${order.customer_name}` : ''}
        </p>
        <p className={`${classes.total} money`} data-testid="placed-total">
          {money(order.total)}
        </p>
        <p className={classes.method}>
          <Icon size={22} aria-hidden="true" /> {t(`method.${order.payment_method}`)}
        </p>
      </div>
      <button type="button" className={classes.next} onClick={onNext}>
        {t('placed.next')}
        <kbd aria-hidden="true">Enter</kbd>
      </button>
    </section>
  );
};
