import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import type { Order } from '../../../contract/orders.ts';
import { useCall } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useMethodName } from '../pay/method-picker.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './order.module.css';

type Entry = OutputOf<'orders.history'>[number];

/** Who did what to an order and who allowed it, oldest first. */
export const OrderHistory = ({ order }: { order: Order }) => {
  const { t } = useTranslation();
  const { money, dateTime } = useFormats();
  const nameOf = useMethodName();
  const history = useCall('orders.history', { order_id: order.id });
  const what = (entry: Entry): string => {
    const amount = money(entry.amount ?? 0);
    switch (entry.act) {
      case 'placed':
        return t('order.placed');
      case 'status':
        return t(`status.${entry.status ?? 'pending'}`);
      case 'changed':
        return t('order.changed');
      case 'paid':
        return t('order.took', { amount, method: nameOf(entry.method ?? '', entry.method_name ?? '') });
      case 'refunded':
        return `${t('order.refunded')} ${amount}`;
      case 'voided':
        return `${t('order.voided')} ${amount}`;
      case 'printed':
        return entry.copy ? t('order.printed_copy', { copy: entry.copy }) : t('order.printed');
      default:
        return entry.act satisfies never;
    }
  };
  const allowed = ({ approved_by: name }: Entry) => (name === null ? null : t('order.approved', { name }));
  return (
    <section className={classes.card} aria-label={t('order.history')}>
      <h2 className={classes.heading}>{t('order.history')}</h2>
      <Problem error={history.error} />
      <ol className={classes.history}>
        {(history.data ?? []).map((entry, index) => (
          <li key={index}>
            <span>{entry.reason ? `${what(entry)}: ${entry.reason}` : what(entry)}</span>
            <span className={classes.extra}>{[dateTime(entry.at), entry.who, allowed(entry)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
};
