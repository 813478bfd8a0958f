import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconCash, IconPlugConnectedX, IconReceiptRefund, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Order } from '../../../contract/orders.ts';
import { mayBecome } from '../../../domain/order-status.ts';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Notice } from '../../ui/notice.tsx';
import { shortNumber } from '../board/order-number.ts';
import { ReceiptChoice } from '../receipt/receipt-choice.tsx';
import { useMay } from '../session/session.tsx';
import { MoneyChip, StatusChip } from './chips.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderMoney } from './order-money.tsx';
import classes from './order.module.css';
import { PayOrder } from './pay-order.tsx';
import { useMayAsk } from './use-may-ask.ts';
import { VoidDialog } from './void-dialog.tsx';

/** Everything about one order, live, and what can still be done to it. */
export const OrderScreen = ({ orderId }: { orderId: number }) => {
  const { t } = useTranslation();
  const order = useCall('orders.get', { order_id: orderId });
  if (!order.data) {
    return order.error ? (
      <Notice icon={<IconPlugConnectedX size={32} />} title={t('order.failed')} text={order.error.message} role="alert">
        <Button onClick={() => void order.refetch()}>{t('app.try_again')}</Button>
      </Notice>
    ) : (
      <Skeleton height={640} maw={1200} mx="auto" mt="lg" radius={20} />
    );
  }
  return <ShownOrder key={order.data.id} order={order.data} />;
};

const ShownOrder = ({ order }: { order: Order }) => {
  const { t } = useTranslation();
  const may = useMay();
  const mayAsk = useMayAsk();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<'pay' | 'cancel' | null>(null);
  const back = () => (history.length > 1 ? history.back() : navigate('/orders/list'));
  const isCancelled = order.status === 'cancelled';
  const canPay = !isCancelled && order.due_amount > 0 && may('payments.take');
  const canRefund =
    !isCancelled &&
    // What is not completed is cancelled instead, which gives a part payment back too.
    (order.payment_state === 'paid' || order.status === 'completed') &&
    order.paid_amount > order.refunded_amount &&
    mayAsk('payments.refund');
  const canCancel = mayBecome(order.status, 'cancelled') && mayAsk('orders.cancel');
  const refund = () => navigate(`/orders/order/${order.id}/refund`);
  useShortcuts('order', {
    pay: () => canPay && open === null && setOpen('pay'),
    refund: () => (canRefund && open === null ? refund() : false),
    cancel: () => canCancel && open === null && setOpen('cancel'),
  });
  useShortcuts('everywhere', { back: () => (open === null ? back() : false) });

  if (open === 'pay') return <PayOrder order={order} onDone={() => setOpen(null)} />;
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <button type="button" className={classes.back} onClick={back} aria-label={t('app.back')}>
          <IconArrowLeft size={24} />
        </button>
        <h1 className={classes.title}>
          {t('order.title', { number: shortNumber(order.order_number) })} <span className={classes.full}>{order.order_number}</span>
        </h1>
        <span className={classes.chips}>
          <StatusChip status={order.status} /> <MoneyChip order={order} />
        </span>
        <span className={classes.acts}>
          {canCancel ? (
            <Button variant="default" size="md" leftSection={<IconX size={20} />} onClick={() => setOpen('cancel')}>
              {t('board.cancel')}
            </Button>
          ) : null}
          {canRefund ? (
            <Button variant="default" size="md" leftSection={<IconReceiptRefund size={20} />} onClick={refund}>
              {t('order.refund')}
            </Button>
          ) : null}
          {canPay ? (
            <Button size="md" leftSection={<IconCash size={20} />} onClick={() => setOpen('pay')}>
              {t('order.take_payment')}
            </Button>
          ) : null}
        </span>
      </div>
      <div className={classes.columns}>
        <OrderLines order={order} />
        <div className={classes.side}>
          <OrderMoney order={order} />
          {may('print.receipt') ? (
            <section className={classes.card} aria-label={t('receipt.title')}>
              <h2 className={classes.heading}>{t('receipt.title')}</h2>
              <ReceiptChoice document="receipt" id={order.id} number={order.order_number} opensDrawer={false} keys="order" />
            </section>
          ) : null}
          <OrderHistory order={order} />
        </div>
      </div>
      {open === 'cancel' ? <VoidDialog order={order} onKept={() => setOpen(null)} onCancelled={() => setOpen(null)} /> : null}
    </div>
  );
};
