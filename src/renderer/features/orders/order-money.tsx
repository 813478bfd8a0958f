import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Order } from '../../../contract/orders.ts';
import { useCall } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useMethodName } from '../pay/method-picker.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './order.module.css';

/** What was taken for an order, what went back, and what is still due. */
export const OrderMoney = ({ order }: { order: Order }) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const nameOf = useMethodName();
  const payments = useCall('payments.list', { order_id: order.id });
  const refunds = useCall('refunds.list', { order_id: order.id, per_page: 100 });
  const taken = payments.data?.payments ?? [];
  return (
    <section className={classes.card} aria-label={t('order.money')}>
      <h2 className={classes.heading}>{t('order.money')}</h2>
      <Problem error={payments.error ?? refunds.error} />
      {payments.data && taken.length === 0 ? <p className={classes.quiet}>{t('order.nothing_taken')}</p> : null}
      <ul className={classes.entries} aria-label={t('order.payments')}>
        {taken.map((payment) => (
          <li key={payment.id}>
            <span>
              {nameOf(payment.method, payment.method_name)}
              <span className={classes.extra}>
                {[
                  payment.change_given > 0
                    ? t('order.received_change', { received: money(payment.tendered), change: money(payment.change_given) })
                    : null,
                  payment.rounding === 0 ? null : `${t('pay.rounding')} ${money(payment.rounding)}`,
                  payment.tip > 0 ? `${t('pay.tip')} ${money(payment.tip)}` : null,
                  payment.reference,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="money">{money(payment.amount)}</span>
          </li>
        ))}
      </ul>
      {refunds.data && refunds.data.items.length > 0 ? (
        <ul className={classes.entries} aria-label={t('order.refunds')}>
          {refunds.data.items.map((refund) => (
            <li key={refund.id} data-testid="refund-entry">
              <span>
                {t(refund.kind === 'void' ? 'order.voided' : 'order.refunded')}{' '}
                <Link href={`/orders/refund/${refund.id}`} className={classes.link}>
                  {refund.refund_number}
                </Link>
                <span className={classes.extra}>
                  {[refund.reason, refund.tenders.map(({ method, method_name }) => nameOf(method, method_name)).join(' + ')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <span className={`${classes.minus} money`}>{money(0 - refund.amount)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {order.due_amount > 0 && order.status !== 'cancelled' ? (
        <p className={classes.due}>
          {t('pay.remaining')} <strong className="money">{money(order.due_amount)}</strong>
        </p>
      ) : null}
    </section>
  );
};
