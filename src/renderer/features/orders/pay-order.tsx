import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../contract/orders.ts';
import type { Payment } from '../../../contract/payments.ts';
import { queryKeyOf, useCall, useCommand } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { shortNumber } from '../board/order-number.ts';
import { PayPanel } from '../pay/pay-panel.tsx';
import type { Part } from '../pay/tenders.ts';
import { ReceiptChoice } from '../receipt/receipt-choice.tsx';
import { useDrawerPulse } from '../receipt/use-drawer-pulse.ts';
import { useFormats } from '../session/session.tsx';
import classes from './order.module.css';

/** Takes payment for an order that was placed before. Each part is a payment of its own and is stored at once. */
export const PayOrder = ({ order, onDone }: { order: Order; onDone: () => void }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const taking = useCommand('payments.take');
  const payments = useCall('payments.list', { order_id: order.id });
  const last = useRef<Part | null>(null);
  const [taken, setTaken] = useState<Payment | null>(null);
  const due = payments.data?.due ?? order.due_amount;
  const take = async (part: Part) => {
    last.current = part;
    const { amount, tendered, tip, reference, method } = part.request;
    const answer = await taking.run({ order_id: order.id, amount, tendered, tip, reference, method });
    if (!answer) return;
    queries.setQueryData(queryKeyOf('payments.list', { order_id: order.id }), answer.payments);
    queries.setQueryData(queryKeyOf('orders.get', { order_id: order.id }), answer.order);
    if (answer.payments.due === 0 || answer.payment.change_given > 0) setTaken(answer.payment);
  };
  return (
    <div className={classes.paying}>
      {taken && due === 0 ? null : (
        <PayPanel
          title={t('pay.of_order', { number: shortNumber(order.order_number) })}
          due={due}
          firstKind="cash"
          taken={(payments.data?.payments ?? []).map((payment) => ({
            key: String(payment.id),
            method: payment.method,
            name: payment.method_name,
            amount: payment.amount,
            tip: payment.tip,
          }))}
          busy={taking.busy}
          error={taking.error}
          onTake={(part) => void take(part)}
          onRetry={() => last.current && void take(last.current)}
          onBack={onDone}
        />
      )}
      {taken ? (
        <TakenDialog order={order} payment={taken} isPaid={due === 0} onDone={() => (due === 0 ? onDone() : setTaken(null))} />
      ) : null}
    </div>
  );
};

interface TakenDialogProps {
  readonly order: Order;
  readonly payment: Payment;
  readonly isPaid: boolean;
  readonly onDone: () => void;
}

/** The change to give, and the receipt once everything is paid. */
const TakenDialog = ({ order, payment, isPaid, onDone }: TakenDialogProps) => {
  const drawerFailure = useDrawerPulse(order.id, payment.method === 'cash');
  const { t } = useTranslation();
  const { money } = useFormats();
  return (
    <Dialog title={t('pay.done')} onClose={onDone}>
      <div className={classes.change} data-kind={payment.change_given > 0 ? 'change' : undefined}>
        <p>{t(payment.change_given > 0 ? 'placed.change' : 'placed.no_change')}</p>
        {payment.change_given > 0 ? (
          <p className={`${classes.amount} money`} data-testid="taken-change">
            {money(payment.change_given)}
          </p>
        ) : null}
      </div>
      {isPaid ? (
        <ReceiptChoice
          document="receipt"
          id={order.id}
          number={order.order_number}
          opensDrawer={drawerFailure !== null}
          drawerFailure={drawerFailure}
          keys="order"
        />
      ) : (
        <Problem text={drawerFailure ? t('receipt.drawer_failed', { why: drawerFailure }) : null} />
      )}
      <Button size="lg" fullWidth mt="md" data-autofocus onClick={onDone}>
        {t('app.done')}
      </Button>
    </Dialog>
  );
};
