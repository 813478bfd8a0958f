import { IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shortNumber } from '../board/order-number.ts';
import { useMethodName } from '../pay/method-picker.tsx';
import { changeOf } from '../pay/tenders.ts';
import { ReceiptChoice } from '../receipt/receipt-choice.tsx';
import { useDrawerPulse } from '../receipt/use-drawer-pulse.ts';
import { useFormats } from '../session/session.tsx';
import classes from './placed.module.css';
import type { Sale } from './use-till.ts';

/** After placing: the change to give, the number to call out, and the receipt. Any tap on an item starts the next sale. */
export const PlacedPanel = ({ sale: { order, parts }, onNext }: { sale: Sale; onNext: () => void }) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const nameOf = useMethodName();
  const change = changeOf(parts);
  const drawerFailure = useDrawerPulse(
    order.id,
    parts.some(({ request }) => request.method === 'cash'),
  );
  const isDue = order.due_amount > 0;
  const methods = [...new Set(parts.map(({ request, name }) => nameOf(request.method, name)))].join(' + ');
  return (
    <section className={classes.panel} aria-label={t('placed.title')}>
      <div className={classes.body}>
        <p className={classes.title} data-due={isDue || undefined}>
          {isDue ? <IconClock size={24} aria-hidden="true" /> : <IconCheck size={24} aria-hidden="true" />}
          {t(isDue ? (parts.length > 0 ? 'placed.part_paid' : 'placed.unpaid') : 'placed.paid')}
        </p>
        <p className={classes.numberLabel}>{t('placed.number')}</p>
        <p className={`${classes.number} figures`} data-testid="placed-number">
          {shortNumber(order.order_number)}
        </p>
        <p className={classes.full}>
          <span data-testid="placed-full-number">{order.order_number}</span>
          {order.customer_name ? ` · ${order.customer_name}` : ''}
        </p>
        <div className={classes.change} data-kind={isDue ? 'due' : change > 0 ? 'change' : 'none'}>
          {isDue ? (
            <>
              <p>{t('placed.still_due')}</p>
              <p className={`${classes.amount} money`} data-testid="placed-due">
                {money(order.due_amount)}
              </p>
            </>
          ) : change > 0 ? (
            <>
              <p>{t('placed.change')}</p>
              <p className={`${classes.amount} money`} data-testid="placed-change">
                {money(change)}
              </p>
            </>
          ) : (
            <>
              <p>{t('placed.total')}</p>
              <p className={`${classes.amount} money`} data-testid="placed-total">
                {money(order.total)}
              </p>
            </>
          )}
        </div>
        {isDue || change > 0 ? (
          <p className={classes.total}>
            {t('placed.total')}{' '}
            <strong className="money" data-testid="placed-total">
              {money(order.total)}
            </strong>
            {methods ? ` · ${methods}` : ''}
          </p>
        ) : (
          <p className={classes.total}>{[t('placed.no_change'), methods].filter(Boolean).join(' · ')}</p>
        )}
      </div>
      <ReceiptChoice
        document="receipt"
        id={order.id}
        number={order.order_number}
        opensDrawer={drawerFailure !== null}
        drawerFailure={drawerFailure}
        keys="till"
      />
      <button type="button" className={classes.next} onClick={onNext}>
        {t('placed.next')}
        <kbd aria-hidden="true">Enter</kbd>
      </button>
    </section>
  );
};
