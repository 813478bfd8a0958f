import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../contract/orders.ts';
import { useCall, useCommand } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { ReasonField } from '../../ui/reason-field.tsx';
import { shortNumber } from '../board/order-number.ts';
import { originalTenders } from '../refund/refund-plan.ts';
import { useFormats, useSession } from '../session/session.tsx';

/** Says what cancelling does, asks why, then does it: stock and money go back. */
export const VoidDialog = ({ order, onKept, onCancelled }: { order: Order; onKept: () => void; onCancelled: (order: Order) => void }) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const { shop } = useSession();
  const queries = useQueryClient();
  const voiding = useCommand('orders.void');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const number = shortNumber(order.order_number);
  const refundable = useCall('orders.refundable', { order_id: order.id });
  // As it is handed over: with cash rounding, and with the tips, which go back with a cancelled order.
  const tenders = refundable.data?.tenders ?? [];
  const back = originalTenders(tenders, refundable.data?.amount ?? 0, shop.cash_rounding).reduce(
    (sum, part) => sum + part.amount + part.rounding,
    tenders.reduce((sum, { tip_left }) => sum + tip_left, 0),
  );
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    const cancelled = await voiding.run({ order_id: order.id, reason: reason.trim() }, t('board.cancel_title', { number }));
    void queries.invalidateQueries({ queryKey: ['orders'] });
    if (cancelled) onCancelled(cancelled);
  };
  return (
    <Dialog title={t('board.cancel_title', { number })} onClose={onKept}>
      <form onSubmit={(event) => void confirm(event)} noValidate>
        <Stack gap="md">
          <p>
            {t('board.cancel_text', { count: order.items.reduce((sum, line) => sum + line.quantity, 0) })}{' '}
            {refundable.data === undefined ? null : back > 0 ? (
              <strong>{t('board.cancel_money', { amount: money(back) })}</strong>
            ) : (
              t('board.cancel_no_money')
            )}
          </p>
          <ReasonField
            label={t('price.reason')}
            suggestions={[t('board.reason_mind'), t('board.reason_mistake'), t('board.reason_out')]}
            value={reason}
            onChange={setReason}
            error={missing ? t('price.reason_missing') : null}
            autoFocus
          />
          <Problem error={voiding.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" size="lg" onClick={onKept}>
              {t('board.cancel_keep')}
            </Button>
            <Button type="submit" color="red" size="lg" loading={voiding.busy}>
              {t('board.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
