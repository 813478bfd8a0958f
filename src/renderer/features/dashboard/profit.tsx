import { useTranslation } from 'react-i18next';
import { Figure } from './figure.tsx';
import type { FigureTable, TableRow } from './figure-table.ts';
import classes from './lists.module.css';
import { useDashboard } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';
import { useView } from './use-view.ts';

/** Profit and loss as a statement, from what was sold to what is left. */
export const Profit = () => {
  const { t } = useTranslation();
  const { money, percent } = useDashboardFormats();
  const { range, behind } = useDashboard();
  const answer = useView('dashboard.profitLoss', range);
  const found = answer.data;
  const row = (key: string, name: string, amount: number, more: Partial<TableRow> = {}): TableRow => ({
    key,
    cells: [name, amount],
    ...more,
  });
  const to = (figure: string) => ({ links: { 0: behind(figure) } });
  const table: FigureTable | null = found
    ? {
        columns: [
          { head: t('dashboard.columns.line'), kind: 'text' },
          { head: t('dashboard.columns.amount'), kind: 'money' },
        ],
        rows: [
          row('revenue', t('dashboard.profit_revenue'), found.total_revenue, to('revenue')),
          row('tax', t('dashboard.profit_tax'), 0 - found.total_tax_collected, to('tax')),
          row('refunds', t('dashboard.profit_refunds'), 0 - found.refunds, to('refunds')),
          row('net_revenue', t('dashboard.profit_net_revenue'), found.net_revenue, { isTotal: true, ...to('net_revenue') }),
          ...found.expense_breakdown.map((expense) =>
            row(`expense ${expense.category}`, t('dashboard.profit_expense', { category: expense.category }), 0 - expense.amount, {
              isPart: true,
            }),
          ),
          row('expenses', t('dashboard.profit_expenses'), 0 - found.total_expenses),
          row('net_profit', t('dashboard.profit_net'), found.net_profit, { isTotal: true, ...to('net_profit') }),
        ],
      }
    : null;
  const notes = found
    ? ([
        ['discounts', t('dashboard.profit_discounts'), money(found.total_discounts_given)],
        ['gross', t('dashboard.profit_gross'), money(found.gross_profit)],
        ['margin', t('dashboard.profit_margin'), percent(found.profit_margin)],
      ] as const)
    : [];
  return (
    <Figure
      name="profit"
      span={3}
      answer={answer}
      table={table}
      foot={
        <dl className={classes.facts}>
          {notes.map(([key, name, value]) => (
            <div key={key} data-fact={key}>
              <dt>{name}</dt>
              <dd className="figures">{value}</dd>
            </div>
          ))}
        </dl>
      }
    />
  );
};
