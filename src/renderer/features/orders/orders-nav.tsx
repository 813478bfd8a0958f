import { IconLayoutColumns, IconList } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import classes from './orders-nav.module.css';

/** The two ways to look at orders: what is being made, and all there are. */
export const OrdersNav = ({ current }: { current: 'board' | 'list' }) => {
  const { t } = useTranslation();
  return (
    <nav className={classes.nav} aria-label={t('nav.board')}>
      <Link href="/orders" className={classes.link} aria-current={current === 'board' ? 'page' : undefined}>
        <IconLayoutColumns size={20} aria-hidden="true" />
        {t('orders.board')}
      </Link>
      <Link href="/orders/list" className={classes.link} aria-current={current === 'list' ? 'page' : undefined}>
        <IconList size={20} aria-hidden="true" />
        {t('orders.list')}
      </Link>
    </nav>
  );
};
