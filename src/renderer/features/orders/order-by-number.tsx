import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { useCall } from '../../client/queries.ts';
import { Notice } from '../../ui/notice.tsx';

/** Leads on to the order of a number, as reports name orders; Back goes to where one came from. */
export const OrderByNumber = ({ number }: { number: string }) => {
  const { t } = useTranslation();
  const found = useCall('orders.list', { order_number: number, per_page: 1 });
  const [order] = found.data?.items ?? [];
  if (order) return <Redirect to={`/orders/order/${order.id}`} replace />;
  if (found.error)
    return (
      <Notice icon={<IconPlugConnectedX size={32} />} title={t('order.failed')} text={found.error.message} role="alert">
        <Button onClick={() => void found.refetch()}>{t('app.try_again')}</Button>
      </Notice>
    );
  return found.data ? <Notice icon={<IconReceipt size={32} />} title={t('orders.none')} role="status" /> : null;
};
