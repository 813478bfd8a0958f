import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { DonutChart } from './donut-chart.tsx';
import { Figure } from './figure.tsx';
import type { FigureTable } from './figure-table.ts';
import classes from './lists.module.css';
import { useDashboard } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';
import { useView } from './use-view.ts';

/** How orders were paid. */
export const Methods = () => {
  const { t } = useTranslation();
  const { money, percent } = useDashboardFormats();
  const { range, behind, show } = useDashboard();
  const answer = useView('dashboard.paymentBreakdown', range);
  const rows = answer.data ?? [];
  const nameOf = (method: string) => t(`method.${method}` as 'method.cash');
  const table: FigureTable | null = answer.data
    ? {
        columns: [
          { head: t('dashboard.columns.method'), kind: 'text' },
          { head: t('dashboard.columns.orders'), kind: 'count' },
          { head: t('dashboard.columns.share'), kind: 'percent' },
          { head: t('dashboard.columns.amount'), kind: 'money' },
        ],
        rows: rows.map((row) => ({
          key: row.method,
          cells: [nameOf(row.method), row.count, row.percentage, row.total_amount],
          links: { 0: behind(`method:${row.method}`) },
        })),
      }
    : null;
  return (
    <Figure name="methods" span={2} answer={answer} table={table} height={264}>
      <DonutChart
        label={t('dashboard.figures.methods')}
        names={rows.map(({ method }) => nameOf(method))}
        values={rows.map(({ total_amount }) => total_amount)}
        notes={rows.map(
          (row) => `${money(row.total_amount)} · ${t('dashboard.by_orders', { count: row.count })} (${percent(row.percentage)})`,
        )}
        onPick={(index) => show({ behind: `method:${rows[index]?.method}`, page: 1 })}
      />
      <ul className={classes.keys}>
        {rows.map((row) => (
          <li key={row.method}>
            <Link href={behind(`method:${row.method}`)} className={classes.key}>
              <i className={classes.dot} />
              <span className={classes.keyName}>{nameOf(row.method)}</span> <span className="money">{money(row.total_amount)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Figure>
  );
};
