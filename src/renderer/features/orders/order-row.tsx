import { IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Order } from '../../../contract/orders.ts';
import { shortNumber } from '../board/order-number.ts';
import { useFormats } from '../session/session.tsx';
import { MoneyChip, StatusChip } from './chips.tsx';
import classes from './orders.module.css';

/** One order in the list: what is called out, who for, what, how far, how much. */
export const OrderRow = memo(({ order, withDay }: { order: Order; withDay: boolean }) => {
  const { t } = useTranslation();
  const { money, time, dateTime } = useFormats();
  return (
    <li>
      <Link href={`/orders/order/${order.id}`} className={classes.row} data-testid="order-row" data-number={order.order_number}>
        <span className={`${classes.number} figures`}>
          <span className="visually-hidden">{t('nav.order')} </span>
          {shortNumber(order.order_number)}
        </span>{' '}
        <span className={classes.what}>
          <span className={classes.customer}>
            {order.customer_name ?? t('board.walk_in')}{' '}
            <span className={`${classes.time} figures`}>{(withDay ? dateTime : time)(order.created_at)}</span>
          </span>{' '}
          <span className={classes.items}>{order.items.map(({ quantity, item_name }) => `${quantity} × ${item_name}`).join(', ')}</span>
        </span>{' '}
        <span className={classes.chips}>
          <StatusChip status={order.status} /> <MoneyChip order={order} />
        </span>{' '}
        <span className={`${classes.total} money`}>{money(order.total)}</span>
        <IconChevronRight size={20} aria-hidden="true" className={classes.arrow} />
      </Link>
    </li>
  );
});
