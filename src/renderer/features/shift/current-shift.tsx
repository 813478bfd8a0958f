import { Button } from '@mantine/core';
import { IconFileText, IconLockSquareRounded } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Shift } from '../../../contract/shifts.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Problem } from '../../ui/problem.tsx';
import { type DrawerAct, DrawerActions } from '../drawer/drawer-actions.tsx';
import { MoveDialog } from '../drawer/move-dialog.tsx';
import { useSlip } from '../drawer/use-slip.ts';
import { MovementList } from '../drawer/movement-list.tsx';
import { useFormats, useMay } from '../session/session.tsx';
import { AddExpense } from './add-expense.tsx';
import classes from './shift.module.css';

/**
 * The open shift: since when, by whom, what moved apart from sales. What the drawer should hold is not here, nor is what
 * was sold unless the role may see an X: whoever counts must not know before.
 */
export const CurrentShift = ({ shift }: { shift: Shift }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { money, dateTime } = useFormats();
  const [, navigate] = useLocation();
  const [act, setAct] = useState<DrawerAct | null>(null);
  const slip = useSlip();
  const done = () => setAct(null);
  const mayOperate = may('shifts.operate');
  const mayX = may('shifts.x_report');
  const begin = (next: DrawerAct) => () => {
    if (!mayOperate || (next === 'expense' && !may('expenses.create'))) return false;
    setAct(next);
    return true;
  };
  useShortcuts('shift', {
    open_or_close: () => mayOperate && navigate('/shift/count'),
    paid_in: begin('paid_in'),
    paid_out: begin('paid_out'),
    drop: begin('drop'),
    no_sale: begin('no_sale'),
    expense: begin('expense'),
    x_report: () => mayX && navigate('/shift/x'),
  });
  const figure = (label: string, value: string, name: string) => (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd className="figures" data-testid={`shift-${name}`}>
        {value}
      </dd>
    </div>
  );
  return (
    <section className={classes.card} aria-label={t('shift.is_open', { id: shift.id })}>
      <div className={classes.lead}>
        <div>
          <h2 className={classes.title}>
            <span className={classes.live} /> {t('shift.is_open', { id: shift.id })}
          </h2>
          <p className={classes.hint}>
            {shift.opened_by
              ? t('shift.since', { time: dateTime(shift.opened_at), name: shift.opened_by })
              : t('shift.since_nobody', { time: dateTime(shift.opened_at) })}
          </p>
          {shift.notes ? <p className={classes.hint}>{shift.notes}</p> : null}
        </div>
      </div>
      <dl className={classes.figures}>
        {shift.total_revenue === null ? null : figure(t('shift.revenue'), money(shift.total_revenue), 'revenue')}
        {figure(t('shift.orders'), String(shift.total_orders), 'orders')}
        {figure(t('shift.expenses'), money(shift.total_expenses), 'expenses')}
        {figure(t('shift.opening'), money(shift.opening_cash), 'opening')}
      </dl>
      {mayOperate ? <DrawerActions onAct={setAct} /> : null}
      <div className={classes.actions}>
        {mayX ? (
          <Button variant="default" size="lg" leftSection={<IconFileText size={22} />} onClick={() => navigate('/shift/x')}>
            {t('shift.x_report')}
          </Button>
        ) : null}
        {mayOperate ? (
          <Button
            size="lg"
            leftSection={<IconLockSquareRounded size={22} />}
            rightSection={<Keycap>F10</Keycap>}
            onClick={() => navigate('/shift/count')}
          >
            {t('shift.close')}
          </Button>
        ) : null}
      </div>
      <Problem text={slip.failure === null ? null : t('drawer.slip_failed', { why: slip.failure })} />
      <MovementList shiftId={shift.id} />
      {act === 'expense' ? <AddExpense shiftId={shift.id} onClose={done} /> : null}
      {act !== null && act !== 'expense' ? <MoveDialog kind={act} onClose={done} onMoved={slip.send} /> : null}
    </section>
  );
};
