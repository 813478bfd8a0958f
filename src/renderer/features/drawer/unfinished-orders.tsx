import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/queries.ts';
import classes from './count.module.css';

/** Says how many orders are still open, and what a close does about them. */
export const UnfinishedOrders = ({ shiftId }: { shiftId: number }) => {
  const { t } = useTranslation();
  const settings = useCall('settings.get', {});
  const pending = useCall('orders.list', { shift_id: shiftId, status: 'pending', per_page: 1 });
  const preparing = useCall('orders.list', { shift_id: shiftId, status: 'preparing', per_page: 1 });
  const ready = useCall('orders.list', { shift_id: shiftId, status: 'ready', per_page: 1 });
  const count = [pending, preparing, ready].reduce((sum, list) => sum + (list.data?.total ?? 0), 0);
  if (count === 0) return null;
  const blocks = settings.data?.open_orders_at_close === 'block';
  return <p className={classes.caution}>{blocks ? t('count.open_block', { count }) : t('count.open_carry', { count })}</p>;
};
