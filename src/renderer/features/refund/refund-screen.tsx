import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Notice } from '../../ui/notice.tsx';
import { useMethodName } from '../pay/method-picker.tsx';
import { ReceiptChoice } from '../receipt/receipt-choice.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './refund.module.css';

/** A refund or a void as a document of its own: what to give back, by what, for what. */
export const RefundScreen = ({ refundId }: { refundId: number }) => {
  const { t } = useTranslation();
  const { money, dateTime } = useFormats();
  const nameOf = useMethodName();
  const [, navigate] = useLocation();
  const { data: refund, error, refetch } = useCall('refunds.get', { refund_id: refundId });
  const toOrder = () => navigate(refund ? `/orders/order/${refund.order_id}` : '/orders/list', { replace: true });
  useShortcuts('everywhere', { back: toOrder });
  if (!refund) {
    return error ? (
      <Notice icon={<IconPlugConnectedX size={32} />} title={t('order.failed')} text={error.message} role="alert">
        <Button onClick={() => void refetch()}>{t('app.try_again')}</Button>
      </Notice>
    ) : (
      <Skeleton height={480} maw={720} mx="auto" mt="lg" radius={20} />
    );
  }
  const given = refund.tenders.reduce((sum, { amount, rounding, tip }) => sum + amount + rounding + tip, 0);
  const facts: readonly (readonly [string, string])[] = [
    [t('nav.order'), refund.order_number],
    [t('price.reason'), refund.reason],
    [t('refund.made'), `${dateTime(refund.created_at)} · ${refund.made_by}`],
    ...(refund.approved_by ? [[t('order.approved_by'), refund.approved_by] as const] : []),
  ];
  const row = (label: string, amount: number) => (
    <div>
      <dt>{label}</dt>
      <dd className="money">{money(amount)}</dd>
    </div>
  );
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <button type="button" className={classes.back} onClick={toOrder} aria-label={t('refund.to_order')}>
          <IconArrowLeft size={24} />
        </button>
        <h1 className={classes.title}>
          {t(refund.kind === 'void' ? 'refund.void_document' : 'refund.document')}{' '}
          <span className={classes.full} data-testid="refund-number">
            {refund.refund_number}
          </span>
        </h1>
      </div>
      <div className={classes.document}>
        <section className={classes.given} aria-label={t('refund.given')}>
          <p>{t('refund.given')}</p>
          <p className={`${classes.huge} money`} data-testid="refund-given">
            {money(given)}
          </p>
          <ul className={classes.tenders} aria-label={t('refund.by')}>
            {refund.tenders.map((tender) => (
              <li key={tender.method}>
                <span>{nameOf(tender.method, tender.method_name)}</span>
                <span className="money">{money(tender.amount + tender.rounding + tender.tip)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className={classes.card} aria-label={t('refund.summary')}>
          <dl className={classes.facts}>
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <ul className={classes.returned}>
            {refund.lines.map((line) => (
              <li key={line.order_line_id}>
                <span className="figures">{line.quantity} ×</span>
                <span>
                  {line.item_name} <span className={classes.extra}>{t(`refund.goods_${line.goods}`)}</span>
                </span>
                <span className="money">{money(line.subtotal)}</span>
              </li>
            ))}
          </ul>
          <dl className={classes.rows}>
            {refund.lines.length > 0 ? row(t('refund.goods_price'), refund.subtotal) : null}
            {refund.discount_amount > 0 ? row(t('order.discount'), 0 - refund.discount_amount) : null}
            {refund.lines.length > 0 ? row(t('report.tax'), refund.tax_amount) : null}
            {row(t('refund.amount'), refund.amount)}
            {refund.tip > 0 ? row(t('pay.tip'), refund.tip) : null}
          </dl>
        </section>
        <section className={classes.card} aria-label={t('receipt.title')}>
          <ReceiptChoice
            document="refund"
            id={refund.id}
            number={refund.refund_number}
            opensDrawer={refund.tenders.some(({ method }) => method === 'cash')}
            keys="refund"
          />
        </section>
        <Button size="lg" variant="light" autoFocus onClick={toOrder}>
          {t('refund.to_order')}
        </Button>
      </div>
    </div>
  );
};
