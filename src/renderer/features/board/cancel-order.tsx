import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { Order } from '../../../contract/orders.ts';
import { useCommand } from '../../client/queries.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useFormats } from '../session/session.tsx';
import { shortNumber } from './order-number.ts';

/** Says what cancelling does, then does it. */
export const CancelOrder = ({ order, onKept, onCancelled }: { order: Order; onKept: () => void; onCancelled: () => void }) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const queries = useQueryClient();
  const setStatus = useCommand('orders.setStatus');
  const confirm = async () => {
    const cancelled = await setStatus.run({ order_id: order.id, status: 'cancelled' });
    void queries.invalidateQueries({ queryKey: ['orders'] });
    if (cancelled) onCancelled();
  };
  return (
    <Confirm
      title={t('board.cancel_title', { number: shortNumber(order.order_number) })}
      text={t('board.cancel_text', { count: order.items.reduce((sum, line) => sum + line.quantity, 0), total: money(order.total) })}
      keep={t('board.cancel_keep')}
      confirm={t('board.cancel')}
      busy={setStatus.busy}
      error={setStatus.error}
      onKeep={onKept}
      onConfirm={() => void confirm()}
    />
  );
};
