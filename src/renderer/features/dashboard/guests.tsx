import { useTranslation } from 'react-i18next';
import { Figure } from './figure.tsx';
import type { FigureTable } from './figure-table.ts';
import classes from './lists.module.css';
import { useDashboard } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';
import { useView } from './use-view.ts';

const MOST = 5;

/** Who came, who came again, and who spent most. */
export const Guests = () => {
  const { t } = useTranslation();
  const { money, count, percent } = useDashboardFormats();
  const { range, behind } = useDashboard();
  const answer = useView('dashboard.customerInsights', { ...range, top_limit: MOST });
  const seen = answer.data;
  const table: FigureTable | null = seen
    ? {
        columns: [
          { head: t('dashboard.columns.customer'), kind: 'text' },
          { head: t('dashboard.columns.orders'), kind: 'count' },
          { head: t('dashboard.columns.spent'), kind: 'money' },
          { head: t('dashboard.columns.average'), kind: 'money' },
        ],
        rows: seen.top_customers.map((row) => ({
          key: String(row.customer_id),
          cells: [row.name, row.order_count, row.total_spent, row.avg_order_value],
          links: { 0: behind(`customer:${row.customer_id}`) },
        })),
      }
    : null;
  const facts = seen
    ? ([
        ['active', t('dashboard.guest_active'), count(seen.active_customers), t('dashboard.guest_all', { count: seen.total_customers })],
        ['new', t('dashboard.guest_new'), count(seen.new_customers), null],
        [
          'repeat',
          t('dashboard.guest_repeat'),
          count(seen.repeat_customers),
          t('dashboard.guest_rate', { percent: percent(seen.repeat_rate) }),
        ],
        ['spend', t('dashboard.guest_spend'), money(seen.avg_customer_spend), null],
      ] as const)
    : [];
  return (
    <Figure
      name="guests"
      span={3}
      answer={answer}
      table={table}
      empty={t('dashboard.no_guests')}
      lead={
        facts.length > 0 ? (
          <dl className={`${classes.facts} ${classes.lead}`}>
            {facts.map(([key, name, value, note]) => (
              <div key={key} data-fact={key}>
                <dt>{name}</dt>
                <dd className="figures">{value}</dd>
                {note ? <dd className={classes.note}>{note}</dd> : null}
              </div>
            ))}
          </dl>
        ) : null
      }
    />
  );
};
