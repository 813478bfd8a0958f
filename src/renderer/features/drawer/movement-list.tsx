import { IconReceipt } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawerMovement } from '../../../contract/drawer.ts';
import { useCall } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats, useMay } from '../session/session.tsx';
import classes from '../shift/shift.module.css';
import { effectOf, KINDS } from './kinds.ts';
import { SlipDialog } from './slip-dialog.tsx';

/** What went in and out of the drawer apart from sales, and what was spent, newest first. A movement leads to its paper. */
export const MovementList = ({ shiftId }: { shiftId: number }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { time, signed, money } = useFormats();
  const [slip, setSlip] = useState<DrawerMovement | null>(null);
  const moves = useCall('drawer.list', { shift_id: shiftId, per_page: 100 });
  const expenses = useCall('expenses.list', { shift_id: shiftId, per_page: 100 }, { enabled: may('expenses.view') });
  const content = (icon: ReactNode, name: string, facts: readonly (string | null)[], amount: string) => (
    <>
      <span className={classes.rowIcon}>{icon}</span>
      <span className={classes.rowMain}>
        {name}
        <span className={classes.rowSub}>{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="money">{amount}</span>
    </>
  );
  const ofMove = (move: DrawerMovement) => {
    const Icon = KINDS.find(({ kind }) => kind === move.kind)?.icon ?? IconReceipt;
    const allowed = move.approved_by ? t('drawer.approved_by', { name: move.approved_by }) : null;
    return (
      <button type="button" className={`${classes.row} ${classes.rowButton}`} onClick={() => setSlip(move)}>
        {content(
          <Icon size={22} aria-hidden="true" />,
          t(`drawer.${move.kind}.title`),
          [time(move.created_at), move.reason, move.made_by, allowed],
          move.kind === 'no_sale' ? '–' : signed(effectOf(move)),
        )}
      </button>
    );
  };
  const rows = [
    ...(moves.data?.items ?? []).map((move) => ({ key: `move-${move.id}`, at: move.created_at, row: ofMove(move) })),
    ...(expenses.data?.items ?? []).map(({ id, date, category, description, paid_from_till, amount }) => ({
      key: `expense-${id}`,
      at: date,
      row: (
        <div className={classes.row}>
          {content(
            <IconReceipt size={22} aria-hidden="true" />,
            category,
            [time(date), description, t(paid_from_till ? 'shift.from_till' : 'shift.not_from_till')],
            paid_from_till ? signed(0 - amount) : money(amount),
          )}
        </div>
      ),
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <section className={classes.moves} aria-label={t('drawer.moves')}>
      <h3 className={classes.subtitle}>{t('drawer.moves')}</h3>
      <Problem error={moves.error ?? expenses.error} />
      {moves.data && rows.length === 0 ? <p className={classes.hint}>{t('drawer.no_moves')}</p> : null}
      <ul className={classes.rows}>
        {rows.map(({ key, row }) => (
          <li key={key}>{row}</li>
        ))}
      </ul>
      {slip ? <SlipDialog move={slip} onClose={() => setSlip(null)} /> : null}
    </section>
  );
};
