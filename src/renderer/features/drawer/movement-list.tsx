import { IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats, useMay } from '../session/session.tsx';
import classes from '../shift/shift.module.css';
import { effectOf, KINDS } from './kinds.ts';

/** What went in and out of the drawer apart from sales, and what was spent, newest first. */
export const MovementList = ({ shiftId }: { shiftId: number }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { time, signed, money } = useFormats();
  const moves = useCall('drawer.list', { shift_id: shiftId, per_page: 100 });
  const expenses = useCall('expenses.list', { shift_id: shiftId, per_page: 100 }, { enabled: may('expenses.view') });
  const rows = [
    ...(moves.data?.items ?? []).map((move) => ({
      key: `move-${move.id}`,
      at: move.created_at,
      icon: KINDS.find(({ kind }) => kind === move.kind)?.icon ?? IconReceipt,
      name: t(`drawer.${move.kind}.title`),
      facts: [move.reason, move.made_by, move.approved_by ? t('drawer.approved_by', { name: move.approved_by }) : null],
      amount: move.kind === 'no_sale' ? '–' : signed(effectOf(move)),
    })),
    ...(expenses.data?.items ?? []).map((expense) => ({
      key: `expense-${expense.id}`,
      at: expense.date,
      icon: IconReceipt,
      name: expense.category,
      facts: [expense.description, t(expense.paid_from_till ? 'shift.from_till' : 'shift.not_from_till')],
      amount: expense.paid_from_till ? signed(-expense.amount) : money(expense.amount),
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <section className={classes.moves} aria-label={t('drawer.moves')}>
      <h3 className={classes.subtitle}>{t('drawer.moves')}</h3>
      <Problem error={moves.error ?? expenses.error} />
      {moves.data && rows.length === 0 ? <p className={classes.hint}>{t('drawer.no_moves')}</p> : null}
      <ul className={classes.rows}>
        {rows.map(({ key, at, icon: Icon, name, facts, amount }) => (
          <li key={key} className={classes.row}>
            <span className={classes.rowIcon}>
              <Icon size={22} aria-hidden="true" />
            </span>
            <span className={classes.rowMain}>
              {name}
              <span className={classes.rowSub}>{[time(at), ...facts].filter(Boolean).join(' · ')}</span>
            </span>
            <span className="money">{amount}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
