import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './shift.module.css';

/** What was spent during a shift, newest first. */
export const ExpenseList = ({ shiftId }: { shiftId: number }) => {
  const { t } = useTranslation();
  const { money, time } = useFormats();
  const expenses = useCall('expenses.list', { shift_id: shiftId, per_page: 100 });
  return (
    <div className={classes.expenses}>
      <h3 className={classes.subtitle}>{t('shift.expenses_title')}</h3>
      <Problem error={expenses.error} />
      {expenses.data?.items.length === 0 ? <p className={classes.hint}>{t('shift.no_expenses')}</p> : null}
      <ul className={classes.rows}>
        {expenses.data?.items.map(({ id, category, description, amount, paid_from_till, date }) => (
          <li key={id}>
            <div className={classes.row}>
              <span className={classes.rowMain}>
                {category}
                <span className={classes.rowSub}>
                  {[time(date), description, t(paid_from_till ? 'shift.from_till' : 'shift.not_from_till')].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span className="money">{money(amount)}</span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
};
