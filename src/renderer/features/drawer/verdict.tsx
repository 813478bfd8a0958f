import { useTranslation } from 'react-i18next';
import type { CashCount } from '../../../contract/drawer.ts';
import { useFormats } from '../session/session.tsx';
import classes from './count.module.css';

const kindOf = (difference: number) => (difference === 0 ? 'exact' : difference > 0 ? 'over' : 'short');

/** Over, short or exact: large, with its sign and in words; and every count that was submitted. */
export const Verdict = ({ count, counts }: { count: CashCount; counts: readonly CashCount[] }) => {
  const { t } = useTranslation();
  const { money, signed, time } = useFormats();
  const kind = kindOf(count.over_short);
  return (
    <section className={classes.verdict} data-kind={kind} aria-label={t('count.result')}>
      <p className={classes.verdictWord} data-testid="count-word">
        {t(`count.${kind}`)}
      </p>
      <p className={`${classes.verdictAmount} money`} data-testid="count-over-short">
        {signed(count.over_short)}
      </p>
      <dl className={classes.facts}>
        <div className={classes.fact}>
          <dt>{t('count.counted')}</dt>
          <dd className="money" data-testid="count-counted">
            {money(count.amount)}
          </dd>
        </div>
        <div className={classes.fact}>
          <dt>{t('count.expected')}</dt>
          <dd className="money" data-testid="count-expected">
            {money(count.expected)}
          </dd>
        </div>
      </dl>
      {counts.length > 1 ? (
        <>
          <p className={classes.hint}>{t('count.all_kept', { count: counts.length })}</p>
          <ol className={classes.counts} reversed>
            {counts.map((each) => (
              <li key={each.id}>
                <span>{t('count.counted_by', { time: time(each.created_at), name: each.counted_by })}</span>
                <span className="money">
                  {money(each.amount)} ({signed(each.over_short)})
                </span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
};
