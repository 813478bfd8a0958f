import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCall } from '../../client/queries.ts';
import { Notice } from '../../ui/notice.tsx';
import { shortNumber } from '../board/order-number.ts';
import { RefundForm } from './refund-form.tsx';
import classes from './refund.module.css';

/** Gives money back for an order: all that is left of it, or some lines. */
export const MakeRefundScreen = ({ orderId }: { orderId: number }) => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const refundable = useCall('orders.refundable', { order_id: orderId });
  const back = () => navigate(`/orders/order/${orderId}`, { replace: true });
  const { data } = refundable;
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <button type="button" className={classes.back} onClick={back} aria-label={t('app.back')}>
          <IconArrowLeft size={24} />
        </button>
        <h1 className={classes.title}>{data ? t('refund.title', { number: shortNumber(data.order_number) }) : t('refund.refund')}</h1>
      </div>
      {data ? (
        (data.is_deposit ? data.amount === 0 : data.lines.every(({ left }) => left === 0)) ? (
          <Notice title={t('refund.nothing_left')} role="status">
            <Button onClick={back}>{t('app.back')}</Button>
          </Notice>
        ) : (
          <RefundForm refundable={data} onBack={back} onDone={(refund) => navigate(`/orders/refund/${refund.id}`, { replace: true })} />
        )
      ) : refundable.error ? (
        <Notice icon={<IconPlugConnectedX size={32} />} title={t('order.failed')} text={refundable.error.message} role="alert">
          <Button onClick={() => void refundable.refetch()}>{t('app.try_again')}</Button>
        </Notice>
      ) : (
        <Skeleton height={480} maw={1200} mx="auto" radius={20} />
      )}
    </div>
  );
};
