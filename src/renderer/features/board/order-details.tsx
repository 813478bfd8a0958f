import { Button, Loader } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Order } from '../../../contract/orders.ts';
import { mayBecome, nextStatus } from '../../../domain/order-status.ts';
import { useCall } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { MoneyChip, StatusChip } from '../orders/chips.tsx';
import { useMayAsk } from '../orders/use-may-ask.ts';
import { useFormats, useMay } from '../session/session.tsx';
import classes from './order-details.module.css';
import { shortNumber } from './order-number.ts';
import type { Advance } from './use-advance.ts';

interface OrderDetailsProps {
  readonly orderId: number;
  readonly advance: Advance;
  readonly onCancel: (order: Order) => void;
  readonly onClose: () => void;
}

/** All about one order, live, with what can be done to it. */
export const OrderDetails = ({ orderId, advance, onCancel, onClose }: OrderDetailsProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const mayAsk = useMayAsk();
  const { money, dateTime, rate } = useFormats();
  const { data: order, error } = useCall('orders.get', { order_id: orderId });
  if (!order) {
    return (
      <Dialog title={t('board.title')} onClose={onClose}>
        {error ? <Problem error={error} /> : <Loader color="coffee" aria-label={t('app.loading')} />}
      </Dialog>
    );
  }
  const next = nextStatus(order.status);
  const step = next === 'preparing' || next === 'ready' || next === 'completed' ? t(`board.${next}`) : null;
  const facts: readonly (readonly [string, string])[] = [
    [t('order.customer'), order.customer_name ?? t('board.walk_in')],
    [t('order.placed_at'), dateTime(order.created_at)],
    [t('order.changed_at'), dateTime(order.updated_at)],
    [t('order.shift'), order.shift_id === null ? t('order.no_shift') : String(order.shift_id)],
    [t('order.full_number'), order.order_number],
  ];
  const sum = (label: string, amount: number, isTotal = false) => (
    <div className={isTotal ? classes.total : classes.sum}>
      <dt>{label}</dt>
      <dd className="money">{money(amount)}</dd>
    </div>
  );
  return (
    <Dialog title={t('order.title', { number: shortNumber(order.order_number) })} onClose={onClose} size={560}>
      <p className={classes.chips}>
        <StatusChip status={order.status} /> <MoneyChip order={order} />
        <Link href={`/orders/order/${order.id}`} className={classes.whole}>
          {t('order.open')}
          <IconChevronRight size={18} aria-hidden="true" />
        </Link>
      </p>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {order.notes ? <p className={classes.note}>{order.notes}</p> : null}
      <ul className={classes.lines} aria-label={t('order.lines')}>
        {order.items.map((line) => (
          <li key={line.id}>
            <span className={`${classes.quantity} figures`}>{line.quantity}</span>
            <span>
              <span className={classes.name}>{line.item_name}</span>
              {line.addons.map((addon) => (
                <span key={addon.id} className={classes.extra}>
                  {addon.addon_name} <span className="money">+{money(addon.price)}</span>
                </span>
              ))}
              {line.notes ? <span className={classes.extra}>{line.notes}</span> : null}
            </span>
            <span className="money">{money(line.subtotal)}</span>
          </li>
        ))}
      </ul>
      <dl className={classes.sums}>
        {sum(t('ticket.subtotal'), order.subtotal)}
        {order.discount_amount > 0 ? sum(order.discount_name ?? t('order.discount'), -order.discount_amount) : null}
        {sum(t('ticket.tax', { rate: rate(order.tax_rate) }), order.tax_amount)}
        {sum(t('ticket.total'), order.total, true)}
      </dl>
      <Problem text={advance.failed?.id === order.id ? advance.failed.message : null} />
      <div className={classes.actions}>
        {mayBecome(order.status, 'cancelled') && mayAsk('orders.cancel') ? (
          <Button variant="default" size="lg" onClick={() => onCancel(order)}>
            {t('board.cancel')}
          </Button>
        ) : (
          <span />
        )}
        {step && may('orders.advance') ? (
          <Button size="lg" data-autofocus loading={advance.busyId === order.id} onClick={() => advance.run(order)}>
            {step}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
};
