import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OutputOf } from '../../../contract/index.ts';
import { shortNumber } from '../board/order-number.ts';
import { StatusChip } from '../orders/chips.tsx';
import classes from './behind-panel.module.css';
import { useDashboardFormats } from './use-dashboard-formats.ts';

interface BehindRowProps {
  readonly order: Pick<
    OutputOf<'dashboard.orders'>['items'][number],
    'id' | 'order_number' | 'created_at' | 'status' | 'customer_name' | 'total'
  >;
  /** What of it counts. */
  readonly amount: number;
  /** More about what counts, such as how many pieces. */
  readonly note: string | null;
}

/** An order, and what of it counts for the figure. */
export const BehindRow = ({ order, amount, note }: BehindRowProps) => {
  const { t } = useTranslation();
  const { money, dateTime } = useDashboardFormats();
  const notes = [note, amount === order.total ? null : t('dashboard.behind.of_total', { total: money(order.total) })].filter(Boolean);
  return (
    <li>
      <Link href={`/orders/order/${order.id}`} className={classes.row} data-testid="behind-order">
        <span className={`${classes.number} figures`}>{shortNumber(order.order_number)}</span>{' '}
        <span className={classes.who}>
          <span className={classes.name}>{order.customer_name ?? t('dashboard.behind.walk_in')}</span>{' '}
          <span className={`${classes.when} figures`}>{dateTime(order.created_at)}</span>
        </span>{' '}
        {order.status === 'completed' ? null : <StatusChip status={order.status} />}{' '}
        <span className={classes.amount}>
          <span className="money" data-testid="behind-amount">
            {money(amount)}
          </span>{' '}
          {notes.length > 0 ? <span className={`${classes.note} figures`}>{notes.join(' · ')}</span> : null}
        </span>
        <IconChevronRight size={20} aria-hidden="true" />
      </Link>
    </li>
  );
};
