import { Button } from '@mantine/core';
import { IconLockSquareRounded, IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shift } from '../../../contract/shifts.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { useFormats, useMay } from '../session/session.tsx';
import { AddExpense } from './add-expense.tsx';
import { CloseShift } from './close-shift.tsx';
import { ExpenseList } from './expense-list.tsx';
import classes from './shift.module.css';

/**
 * The open shift: since when, by whom, what was sold. What the drawer should hold is not here: whoever counts it must
 * not know before.
 */
export const CurrentShift = ({ shift }: { shift: Shift }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { money, dateTime } = useFormats();
  const [dialog, setDialog] = useState<'expense' | 'close' | null>(null);
  const close = () => setDialog(null);
  const mayExpense = may('expenses.create');
  const mayClose = may('shifts.operate');
  useShortcuts('shift', {
    open_or_close: () => mayClose && setDialog('close'),
    expense: () => mayExpense && setDialog('expense'),
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
        {figure(t('shift.revenue'), money(shift.total_revenue), 'revenue')}
        {figure(t('shift.orders'), String(shift.total_orders), 'orders')}
        {figure(t('shift.expenses'), money(shift.total_expenses), 'expenses')}
        {figure(t('shift.opening'), money(shift.opening_cash), 'opening')}
      </dl>
      {may('expenses.view') ? <ExpenseList shiftId={shift.id} /> : null}
      <div className={classes.actions}>
        {mayExpense ? (
          <Button variant="default" size="lg" leftSection={<IconReceipt size={22} />} onClick={() => setDialog('expense')}>
            {t('shift.add_expense')}
          </Button>
        ) : null}
        {mayClose ? (
          <Button size="lg" leftSection={<IconLockSquareRounded size={22} />} onClick={() => setDialog('close')}>
            {t('shift.close')}
          </Button>
        ) : null}
      </div>
      {dialog === 'expense' ? <AddExpense shiftId={shift.id} onClose={close} /> : null}
      {dialog === 'close' ? <CloseShift shift={shift} onClose={close} /> : null}
    </section>
  );
};
