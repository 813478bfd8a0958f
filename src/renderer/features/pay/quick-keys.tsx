import { useTranslation } from 'react-i18next';
import { quickCash } from '../../../domain/cash.ts';
import { useFormats } from '../session/session.tsx';
import classes from './pay.module.css';
import { evenPart, type Part } from './tenders.ts';
import type { PayEntry } from './use-pay-entry.ts';

interface QuickKeysProps {
  readonly due: number;
  readonly pay: PayEntry;
  readonly onTake: (part: Part | null) => void;
}

const PEOPLE = [2, 3, 4];

/** What customers usually hand over: one tap takes it. Below it the even splits. */
export const QuickKeys = ({ due, pay, onTake }: QuickKeysProps) => {
  const { t } = useTranslation();
  const { money, currency } = useFormats();
  const amounts = quickCash(pay.asked, currency, 6);
  return (
    <>
      {pay.isCash && amounts.length > 0 ? (
        <div className={classes.quickKeys} role="group" aria-label={t('pay.quick')}>
          {amounts.map((amount, index) => (
            <button
              key={amount}
              type="button"
              className={classes.quick}
              data-exact={index === 0 || undefined}
              onClick={() => onTake(pay.partFor(amount))}
            >
              {index === 0 ? <span className={classes.quickWord}>{t('pay.exact')}</span> : null}
              <span className="money">{money(amount)}</span>
            </button>
          ))}
        </div>
      ) : null}
      <div className={classes.splits} role="group" aria-label={t('pay.split')}>
        <span className={classes.splitWord} aria-hidden="true">
          {t('pay.split')}
        </span>
        {PEOPLE.map((people) => {
          const part = evenPart(due, people);
          const isChosen = pay.entry.part === part;
          return (
            <button
              key={people}
              type="button"
              className={classes.split}
              aria-pressed={isChosen}
              aria-label={t('pay.split_in', { count: people })}
              onClick={() => pay.change({ part: isChosen ? null : part, amount: '' })}
            >
              ÷ {people}
            </button>
          );
        })}
      </div>
    </>
  );
};
