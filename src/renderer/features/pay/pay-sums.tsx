import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../session/session.tsx';
import { useMethodName } from './method-picker.tsx';
import classes from './pay.module.css';
import type { PayEntry } from './use-pay-entry.ts';

export interface TakenPart {
  readonly key: string;
  readonly method: string;
  readonly name: string;
  /** What it settles, in minor units. */
  readonly amount: number;
  readonly tip: number;
  /** Present while it can still be taken back: nothing is stored yet. */
  readonly onRemove?: () => void;
}

/** What is to be paid now, as large as can be, and what it is made of. */
export const PaySums = ({ due, pay, taken }: { due: number; pay: PayEntry; taken: readonly TakenPart[] }) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const nameOf = useMethodName();
  const part = pay.entry.part !== null && pay.entry.part < due ? pay.entry.part : null;
  const rounding = pay.asked - (part ?? due) - pay.tip;
  const rows: readonly (readonly [string, number])[] = [
    ...(part === null ? [] : [[t('pay.of_due'), due] as const]),
    ...(rounding === 0 ? [] : [[t('pay.rounding'), rounding] as const]),
    ...(pay.tip === 0 ? [] : [[t('pay.tip'), pay.tip] as const]),
  ];
  return (
    <div className={classes.sums}>
      {taken.length > 0 ? (
        <ul className={classes.taken} aria-label={t('pay.taken')}>
          {taken.map((one) => (
            <li key={one.key}>
              <span>
                {nameOf(one.method, one.name)}
                {one.tip > 0 ? <span className={classes.quiet}> {t('pay.with_tip', { amount: money(one.tip) })}</span> : null}
              </span>
              <span className="money">{money(one.amount)}</span>
              {one.onRemove ? (
                <button
                  type="button"
                  className={classes.remove}
                  aria-label={t('pay.remove', { method: nameOf(one.method, one.name), amount: money(one.amount) })}
                  onClick={one.onRemove}
                >
                  <IconX size={20} />
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p className={classes.dueLabel}>{t(taken.length > 0 ? 'pay.remaining' : 'pay.due')}</p>
      <p className={`${classes.due} money`} data-testid="pay-asked" aria-live="polite">
        {money(pay.asked)}
      </p>
      {rows.length > 0 ? (
        <dl className={classes.rows}>
          {rows.map(([label, amount]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="money">{money(amount)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
};
