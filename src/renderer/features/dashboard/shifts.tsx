import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/session.tsx';
import { Figure } from './figure.tsx';
import type { FigureTable } from './figure-table.ts';
import classes from './lists.module.css';
import { useDashboard } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';
import { useView } from './use-view.ts';

const FIRST = 7;

/** The shifts that began in the range, newest first; each leads to its report, its orders to themselves. */
export const Shifts = () => {
  const { t } = useTranslation();
  const may = useMay();
  const { dateTime } = useDashboardFormats();
  const { range, behind } = useDashboard();
  const [isWhole, setWhole] = useState(false);
  const answer = useView('dashboard.shiftSummary', range);
  const all = answer.data;
  const table: FigureTable | null = all
    ? {
        columns: [
          { head: t('dashboard.columns.shift'), kind: 'text' },
          { head: t('dashboard.columns.opened'), kind: 'text' },
          { head: t('dashboard.columns.closed'), kind: 'text' },
          { head: t('dashboard.columns.orders'), kind: 'count' },
          { head: t('dashboard.columns.revenue'), kind: 'money' },
          { head: t('dashboard.columns.expenses'), kind: 'money' },
          { head: t('dashboard.columns.net'), kind: 'money' },
          { head: t('dashboard.columns.difference'), kind: 'money' },
        ],
        rows: all.map((shift) => ({
          key: String(shift.shift_id),
          cells: [
            String(shift.shift_id),
            dateTime(shift.opened_at),
            shift.closed_at === null ? t('dashboard.shift_open') : dateTime(shift.closed_at),
            shift.total_orders,
            shift.total_revenue,
            shift.total_expenses,
            shift.net,
            shift.closed_at === null ? null : shift.cash_difference,
          ],
          links: {
            0: may('shifts.report') && shift.closed_at !== null ? `/shift/${shift.shift_id}` : undefined,
            4: shift.total_orders > 0 ? behind(`shift:${shift.shift_id}`) : undefined,
          },
        })),
      }
    : null;
  return (
    <Figure
      name="shifts"
      span={6}
      answer={answer}
      table={table}
      shown={isWhole ? undefined : FIRST}
      empty={t('dashboard.no_shifts')}
      foot={
        all && all.length > FIRST && !isWhole ? (
          <Button variant="subtle" className={`${classes.all} no-print`} onClick={() => setWhole(true)}>
            {t('dashboard.shift_all', { count: all.length })}
          </Button>
        ) : null
      }
    />
  );
};
