import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Customer } from '../../../contract/customers.ts';
import { useCall } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats, useSession } from '../session/session.tsx';
import classes from './customers.module.css';

const LATEST = 8;

/** What a customer bought, and who may be the same person. */
export const CustomerProfile = ({ customerId, onMerge }: { customerId: number; onMerge: ((other: Customer) => void) | null }) => {
  const { t } = useTranslation();
  const { money, dayTime, locale } = useFormats();
  const { shop } = useSession();
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: shop.time_zone });
  const profile = useCall('customers.profile', { customer_id: customerId });
  const orders = useCall('orders.list', { customer_id: customerId, per_page: LATEST });
  if (!profile.data) return profile.error ? <Problem error={profile.error} /> : <Skeleton height={220} radius={16} />;
  const { customer, first_order_at, avg_order_value, cancelled_orders, favourite_items, likely_same } = profile.data;
  const facts = [
    [t('customers.spent'), money(customer.total_spent)],
    [t('customers.orders'), customer.total_orders.toLocaleString(locale)],
    [t('customers.average'), money(avg_order_value)],
    [t('customers.first_order'), first_order_at === null ? t('customers.never') : days.format(new Date(first_order_at))],
    [t('customers.last_order'), customer.last_order_at === null ? t('customers.never') : days.format(new Date(customer.last_order_at))],
    ...(cancelled_orders > 0 ? [[t('customers.cancelled'), cancelled_orders.toLocaleString(locale)]] : []),
  ];
  return (
    <div className={classes.profile}>
      {onMerge && likely_same.length > 0 ? (
        <section className={classes.same} aria-label={t('customers.same_title')}>
          <h3>{t('customers.same_title')}</h3>
          <ul>
            {likely_same.map(({ customer: other, same }) => (
              <li key={other.id}>
                <span>
                  <strong>{other.name}</strong>
                  <br />
                  {same.map((trait) => t(`customers.same_${trait}`)).join(', ')}
                </span>
                <Button variant="default" onClick={() => onMerge(other)} aria-label={t('customers.merge_named', { name: other.name })}>
                  {t('customers.merge_short')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {favourite_items.length > 0 ? (
        <section aria-label={t('customers.favourites')}>
          <h3>{t('customers.favourites')}</h3>
          <ol className={classes.favourites}>
            {favourite_items.map((item) => (
              <li key={item.item_id}>
                <span>{item.item_name}</span>
                <span>{t('customers.times', { count: item.quantity })}</span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {orders.data && orders.data.total > 0 ? (
        <section aria-label={t('customers.latest')}>
          <h3>{t('customers.latest')}</h3>
          <ul className={classes.orders}>
            {orders.data.items.map((order) => (
              <li key={order.id}>
                <Link href={`/orders/${order.id}`}>
                  <span>
                    {order.order_number}
                    <small>{dayTime(order.created_at)}</small>
                  </span>
                  <span>{money(order.total)}</span>
                </Link>
              </li>
            ))}
          </ul>
          {orders.data.total > LATEST ? (
            <p className={classes.more}>{t('customers.more_orders', { count: orders.data.total - LATEST })}</p>
          ) : null}
        </section>
      ) : null}
    </div>
  );
};
