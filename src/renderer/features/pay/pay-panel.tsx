import { IconArrowLeft } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentMethodInfo } from '../../../contract/payments.ts';
import type { CallFailure } from '../../client/failure.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import { AmountKeypad } from '../../ui/amount-field.tsx';
import { MethodPicker, useMethodName } from './method-picker.tsx';
import classes from './pay.module.css';
import { PayFields } from './pay-fields.tsx';
import { PaySums, type TakenPart } from './pay-sums.tsx';
import { QuickKeys } from './quick-keys.tsx';
import type { Part } from './tenders.ts';
import { usePayEntry } from './use-pay-entry.ts';
import { usePayKeys } from './use-pay-keys.ts';

interface PayPanelProps {
  readonly title: string;
  /** What is still due, in minor units. */
  readonly due: number;
  /** What was taken before, oldest first. */
  readonly taken: readonly TakenPart[];
  /** The kind of method that is chosen at first. */
  readonly firstKind: PaymentMethodInfo['kind'];
  readonly busy: boolean;
  readonly error: CallFailure | null;
  readonly onTake: (part: Part) => void;
  /** Sends the last part once more, after no answer came: until then nothing else may be taken. */
  readonly onRetry: () => void;
  /** Leaves the rest to be paid later; left out where that is what it already is. */
  readonly onLater?: () => void;
  readonly onBack: () => void;
}

/** Takes money for what is due, in one part or many. What it shows is the core's own arithmetic (src/domain/payment.ts). */
export const PayPanel = ({ title, due, taken, firstKind, busy, error, onTake, onRetry, onLater, onBack }: PayPanelProps) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const nameOf = useMethodName();
  const amountRef = useRef<HTMLInputElement>(null);
  const tipRef = useRef<HTMLInputElement>(null);
  const pay = usePayEntry(due, firstKind);
  const { reading, method } = pay;
  const isUnsure = error?.code === 'offline';
  const take = (part: Part | null) => {
    if (!part || busy || isUnsure) return;
    onTake(part);
    // The last part stays entered until the order is placed; after any other the next one begins.
    if (part.request.amount !== null) pay.clear();
    amountRef.current?.focus();
  };
  const submit = () => (isUnsure ? onRetry() : take(pay.part));
  usePayKeys({ pay, amountRef, tipRef, onTake: submit, onLater, onBack });

  const isTender = reading?.kind === 'tender';
  const change = isTender ? reading.tender.change_given : 0;
  const remains = isTender ? due - reading.tender.amount : 0;
  const amount = isTender ? reading.tender.amount + reading.tender.rounding + reading.tender.tip : pay.asked;
  return (
    <section className={classes.panel} aria-label={title}>
      <div className={classes.head}>
        <button type="button" className={classes.back} onClick={onBack}>
          <IconArrowLeft size={22} aria-hidden="true" />
          {t('app.back')}
        </button>
        <h2 className={classes.title}>{title}</h2>
        {onLater ? (
          <button type="button" className={classes.later} onClick={onLater} disabled={busy || isUnsure}>
            {t(taken.length > 0 ? 'pay.rest_later' : 'pay.later')}
            <kbd aria-hidden="true">F8</kbd>
          </button>
        ) : null}
      </div>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        noValidate
      >
        <div className={classes.columns} inert={isUnsure || busy}>
          <div className={classes.side}>
            <PaySums due={due} pay={pay} taken={taken} />
            <MethodPicker methods={pay.methods} chosen={method} onChoose={pay.choose} />
            <QuickKeys due={due} pay={pay} onTake={take} />
          </div>
          <div className={classes.side}>
            <PayFields pay={pay} amountRef={amountRef} tipRef={tipRef} />
            {/* The focus stays in the field that the keys write into. */}
            <div role="presentation" className={classes.keypad} onMouseDown={(event) => event.preventDefault()}>
              <AmountKeypad
                text={pay.entry[pay.field]}
                onText={(text) => pay.change(pay.field === 'tip' ? { tip: text } : { amount: text })}
              />
            </div>
          </div>
        </div>
        <div className={classes.foot}>
          <Problem text={error ? (error.code === 'offline' ? t('ticket.unsure') : error.message) : null} />
          <button type="submit" className={classes.take} disabled={!isUnsure && (!isTender || method === null)} aria-busy={busy}>
            <span>
              {busy
                ? t('ticket.placing')
                : isUnsure
                  ? t('app.try_again')
                  : t('pay.take', { amount: money(amount), method: method ? nameOf(method.code, method.name) : '' })}
            </span>
            {isTender && !busy && !isUnsure && (change > 0 || remains > 0) ? (
              <span className={`${classes.outcome} figures`} data-testid="pay-outcome">
                {change > 0 ? t('pay.change_of', { amount: money(change) }) : t('pay.remains', { amount: money(remains) })}
              </span>
            ) : null}
            {busy ? null : <kbd aria-hidden="true">F10</kbd>}
          </button>
        </div>
      </form>
    </section>
  );
};
