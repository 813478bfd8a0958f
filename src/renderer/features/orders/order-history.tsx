import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../contract/audit.ts';
import type { Order } from '../../../contract/orders.ts';
import { ORDER_STATUSES } from '../../../domain/order-status.ts';
import { useCall } from '../../client/queries.ts';
import { useMethodName } from '../pay/method-picker.tsx';
import { useFormats, useMay } from '../session/session.tsx';
import classes from './order.module.css';

interface Event {
  readonly key: string;
  readonly at: string;
  readonly what: string;
  readonly who: string | null;
}

/** Who did what to an order, oldest first. Steps of the kitchen and prints are told to those who may read the audit. */
export const OrderHistory = ({ order }: { order: Order }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { money, dateTime } = useFormats();
  const nameOf = useMethodName();
  const payments = useCall('payments.list', { order_id: order.id });
  const refunds = useCall('refunds.list', { order_id: order.id, per_page: 100 });
  const audit = useCall('audit.list', { entity_type: 'Order', entity_id: order.id, per_page: 100 }, { enabled: may('audit.view') });
  const approved = (name: string | null) => (name === null ? '' : ` · ${t('order.approved', { name })}`);
  const steps = (row: AuditRow): Event[] => {
    const status = statusIn(row.new_values);
    if (row.action !== 'update' || !status) return [];
    return [{ key: `audit-${row.id}`, at: row.timestamp, what: t(`status.${status}`), who: row.actor }];
  };
  const events: Event[] = [
    {
      key: 'placed',
      at: order.created_at,
      what: t('order.placed'),
      who: audit.data?.items.find(({ action }) => action === 'create')?.actor ?? null,
    },
    ...(payments.data?.payments ?? []).map((payment) => ({
      key: `payment-${payment.id}`,
      at: payment.created_at,
      what: t('order.took', { amount: money(payment.amount), method: nameOf(payment.method, payment.method_name) }),
      who: payment.taken_by,
    })),
    ...(refunds.data?.items ?? []).map((refund) => ({
      key: `refund-${refund.id}`,
      at: refund.created_at,
      what: `${t(refund.kind === 'void' ? 'order.voided' : 'order.refunded')} ${money(refund.amount)}: ${refund.reason}${approved(refund.approved_by)}`,
      who: refund.made_by,
    })),
    ...(audit.data?.items ?? []).flatMap(steps),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return (
    <section className={classes.card} aria-label={t('order.history')}>
      <h2 className={classes.heading}>{t('order.history')}</h2>
      <ol className={classes.history}>
        {events.map(({ key, at, what, who }) => (
          <li key={key}>
            <span>{what}</span>
            <span className={classes.extra}>{[dateTime(at), who].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
};

const statusIn = (values: unknown): Order['status'] | null => {
  const status = (values as { status?: unknown } | null)?.status;
  return ORDER_STATUSES.find((name) => name === status) ?? null;
};
