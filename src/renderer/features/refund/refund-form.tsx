import { Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refund, Refundable } from '../../../contract/refunds.ts';
import { useCommand } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Problem } from '../../ui/problem.tsx';
import { ReasonField } from '../../ui/reason-field.tsx';
import { useMethodName } from '../pay/method-picker.tsx';
import { usePaymentMethods } from '../pay/use-pay-entry.ts';
import { useFormats, useSession } from '../session/session.tsx';
import { RefundLines } from './refund-lines.tsx';
import { type Choices, chosenTender, everything, originalTenders, planOf, planOfDeposit } from './refund-plan.ts';
import classes from './refund.module.css';

interface RefundFormProps {
  readonly refundable: Refundable;
  readonly onBack: () => void;
  readonly onDone: (refund: Refund) => void;
}

/** Which lines, why, and how the money goes back. The amounts are the core's own shares, to the minor unit. */
export const RefundForm = ({ refundable, onBack, onDone }: RefundFormProps) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const { shop } = useSession();
  const nameOf = useMethodName();
  const methods = usePaymentMethods();
  const queries = useQueryClient();
  const refunding = useCommand('refunds.create');
  const [choices, setChoices] = useState<Choices>(new Map());
  const [reason, setReason] = useState('');
  const [tender, setTender] = useState('');
  const [withTip, setWithTip] = useState(false);
  const [missing, setMissing] = useState(false);
  const deposit = refundable.is_deposit;
  const plan = deposit ? planOfDeposit(refundable.amount) : planOf(refundable.lines, choices);
  const tipLeft = refundable.tenders.reduce((sum, { tip_left }) => sum + tip_left, 0);
  const chosen = methods.find(({ code }) => code === tender);
  const tenders = chosen
    ? chosenTender(refundable.tenders, chosen, plan.amount, shop.cash_rounding)
    : originalTenders(refundable.tenders, plan.amount, shop.cash_rounding);
  const tip = withTip ? tipLeft : 0;
  const givenBack = tenders.reduce((sum, part) => sum + part.amount + part.rounding, tip);
  const isAll = refundable.lines.every(({ order_line_id, left }) => (choices.get(order_line_id)?.quantity ?? 0) === left);
  const toggleAll = () => !deposit && setChoices(isAll ? new Map() : everything(refundable.lines, choices));

  const submit = async () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '' || plan.count === 0) return;
    const refund = await refunding.run(
      {
        order_id: refundable.order_id,
        reason: reason.trim(),
        ...(deposit ? {} : { lines: [...choices].map(([order_line_id, { quantity, goods }]) => ({ order_line_id, quantity, goods })) }),
        ...(chosen && plan.amount > 0 ? { tenders: [{ method: chosen.code, amount: plan.amount }] } : {}),
        include_tip: withTip,
      },
      t('refund.act', { amount: money(givenBack) }),
    );
    for (const family of ['orders', 'payments', 'refunds']) void queries.invalidateQueries({ queryKey: [family] });
    if (refund) onDone(refund);
  };
  useShortcuts('refund', { everything: toggleAll, give_back: () => void submit() });
  useShortcuts('everywhere', { back: onBack });

  const row = (label: string, amount: number) => (
    <div>
      <dt>{label}</dt>
      <dd className="money">{money(amount)}</dd>
    </div>
  );
  const { error } = refunding;
  return (
    <form
      className={classes.columns}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
      noValidate
    >
      <div className={classes.side}>
        {deposit ? (
          <section className={classes.card} aria-label={t('refund.deposit')}>
            <h2 className={classes.heading}>{t('refund.deposit')}</h2>
            <p>{t('refund.deposit_hint')}</p>
          </section>
        ) : (
          <RefundLines lines={refundable.lines} choices={choices} onChoices={setChoices} isAll={isAll} onAll={toggleAll} />
        )}
        <section className={classes.card} aria-label={t('price.reason')}>
          <ReasonField
            label={t('price.reason')}
            suggestions={[t('refund.reason_wrong'), t('refund.reason_quality'), t('refund.reason_mind'), t('refund.reason_twice')]}
            value={reason}
            onChange={setReason}
            error={missing ? t('price.reason_missing') : null}
          />
        </section>
      </div>
      <section className={classes.card} aria-label={t('refund.summary')}>
        <p className={classes.label}>{t('refund.give_back')}</p>
        <p className={`${classes.amount} money`} data-testid="refund-amount" aria-live="polite">
          {money(givenBack)}
        </p>
        {plan.count > 0 && !deposit ? (
          <dl className={classes.rows}>
            {row(t('refund.goods_price'), plan.subtotal)}
            {plan.discount > 0 ? row(t('order.discount'), 0 - plan.discount) : null}
            {row(t('report.tax'), plan.tax)}
            {tip > 0 ? row(t('pay.tip'), tip) : null}
            {tenders.map((part) =>
              part.rounding === 0 ? null : (
                <div key={part.method}>
                  <dt>{t('pay.rounding')}</dt>
                  <dd className="money">{money(part.rounding)}</dd>
                </div>
              ),
            )}
          </dl>
        ) : null}
        <label className={classes.field}>
          <span>{t('refund.tender')}</span>
          <select className={classes.select} value={tender} onChange={(event) => setTender(event.currentTarget.value)}>
            <option value="">{t('refund.as_paid')}</option>
            {methods.map(({ code, name }) => (
              <option key={code} value={code}>
                {nameOf(code, name)}
              </option>
            ))}
          </select>
        </label>
        {plan.amount > 0 ? (
          <ul className={classes.tenders} aria-label={t('refund.by')}>
            {tenders.map((part) => (
              <li key={part.method}>
                <span>{nameOf(part.method, part.name)}</span>
                <span className="money">{money(part.amount + part.rounding)}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {tipLeft > 0 ? (
          <Checkbox
            size="lg"
            label={t('refund.with_tip', { amount: money(tipLeft) })}
            checked={withTip}
            onChange={(event) => setWithTip(event.currentTarget.checked)}
          />
        ) : null}
        <Problem text={error ? (error.code === 'offline' ? t('refund.unsure') : error.message) : null} />
        <button type="submit" className={classes.submit} disabled={plan.count === 0} aria-busy={refunding.busy}>
          {t('refund.confirm', { amount: money(givenBack) })}
          <kbd aria-hidden="true">F10</kbd>
        </button>
      </section>
    </form>
  );
};
