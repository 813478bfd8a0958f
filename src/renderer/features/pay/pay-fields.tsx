import { TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { toDecimal } from '../../../domain/money.ts';
import { useFormats } from '../session/session.tsx';
import classes from './pay-fields.module.css';
import type { PayEntry } from './use-pay-entry.ts';

interface PayFieldsProps {
  readonly pay: PayEntry;
  readonly amountRef: RefObject<HTMLInputElement | null>;
  readonly tipRef: RefObject<HTMLInputElement | null>;
}

/** What is handed over, and the tip. An empty amount is exactly what is asked for. */
export const PayFields = ({ pay, amountRef, tipRef }: PayFieldsProps) => {
  const { t } = useTranslation();
  const { money, currency } = useFormats();
  const { reading, entry, isCash } = pay;
  const fault = reading?.kind === 'fault' ? reading : null;
  const words =
    reading === null
      ? t('pay.unreadable', { currency: currency.code })
      : fault
        ? t(`pay.fault_${fault.fault}`, { amount: money(fault.by) })
        : null;
  const moveToTip = (by: number) => pay.change({ amount: '', tip: toDecimal(pay.tip + by, currency.decimals).toFixed(currency.decimals) });
  return (
    <div className={classes.fields}>
      <div className={classes.inputs}>
        <label className={classes.field} data-active={pay.field === 'amount' || undefined}>
          <span className={classes.label}>{t(isCash ? 'pay.received' : 'pay.amount')}</span>
          <input
            ref={amountRef}
            className={`${classes.input} figures`}
            value={entry.amount}
            onChange={(event) => pay.change({ amount: event.currentTarget.value })}
            onFocus={() => pay.setField('amount')}
            placeholder={money(pay.asked)}
            inputMode="none"
            autoComplete="off"
            maxLength={16}
            autoFocus
            aria-invalid={words !== null}
          />
        </label>
        <label className={`${classes.field} ${classes.tip}`} data-active={pay.field === 'tip' || undefined}>
          <span className={classes.label}>{t('pay.tip')}</span>
          <input
            ref={tipRef}
            className={`${classes.input} figures`}
            value={entry.tip}
            onChange={(event) => pay.change({ tip: event.currentTarget.value })}
            onFocus={() => pay.setField('tip')}
            placeholder={money(0)}
            inputMode="none"
            autoComplete="off"
            maxLength={16}
          />
        </label>
      </div>
      {isCash ? null : (
        <TextInput
          aria-label={t('pay.reference')}
          placeholder={`${t('pay.reference')} (${t('app.optional')})`}
          value={entry.reference}
          onChange={(event) => pay.change({ reference: event.currentTarget.value })}
          maxLength={100}
          autoComplete="off"
        />
      )}
      <p className={words ? classes.fault : 'visually-hidden'} role="alert">
        {words ? (
          <>
            {words}{' '}
            {fault?.fault === 'over' ? (
              <button
                type="button"
                className={classes.asTip}
                onClick={() => {
                  moveToTip(fault.by);
                  tipRef.current?.focus();
                }}
              >
                {t('pay.as_tip')}
              </button>
            ) : null}
          </>
        ) : null}
      </p>
    </div>
  );
};
