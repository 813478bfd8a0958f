import { useTranslation } from 'react-i18next';
import { Figure } from './figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { RankChart } from './rank-chart.tsx';
import { useDashboard } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';
import { useView } from './use-view.ts';

const MOST = 10;

/** The items that sold most. */
export const TopItems = () => {
  const { t } = useTranslation();
  const { money, count } = useDashboardFormats();
  const { range, behind, show } = useDashboard();
  const answer = useView('dashboard.topItems', { ...range, limit: MOST });
  const rows = answer.data ?? [];
  const table: FigureTable | null = answer.data
    ? {
        columns: [
          { head: t('dashboard.columns.item'), kind: 'text' },
          { head: t('dashboard.columns.category'), kind: 'text' },
          { head: t('dashboard.columns.pieces'), kind: 'count' },
          { head: t('dashboard.columns.revenue'), kind: 'money' },
          { head: t('dashboard.columns.orders'), kind: 'count' },
        ],
        rows: rows.map((row) => ({
          key: String(row.item_id),
          cells: [row.name, row.category, row.qty_sold, row.revenue, row.order_count],
          links: { 0: behind(`item:${row.item_id}`) },
        })),
      }
    : null;
  return (
    <Figure name="items" span={3} answer={answer} table={table} height={320}>
      <RankChart
        label={t('dashboard.figures.items')}
        names={rows.map(({ name }) => name)}
        values={rows.map(({ qty_sold }) => qty_sold)}
        words={rows.map(({ qty_sold }) => count(qty_sold))}
        notes={rows.map((row) => `${t('dashboard.pieces', { count: row.qty_sold })} · ${money(row.revenue)}`)}
        onPick={(index) => show({ behind: `item:${rows[index]?.item_id}`, page: 1 })}
      />
    </Figure>
  );
};

/** The categories that brought most. */
export const TopCategories = () => {
  const { t } = useTranslation();
  const { money } = useDashboardFormats();
  const { range, behind, show } = useDashboard();
  const answer = useView('dashboard.topCategories', { ...range, limit: MOST });
  const rows = answer.data ?? [];
  const table: FigureTable | null = answer.data
    ? {
        columns: [
          { head: t('dashboard.columns.category'), kind: 'text' },
          { head: t('dashboard.columns.revenue'), kind: 'money' },
          { head: t('dashboard.columns.pieces'), kind: 'count' },
          { head: t('dashboard.columns.items'), kind: 'count' },
          { head: t('dashboard.columns.orders'), kind: 'count' },
        ],
        rows: rows.map((row) => ({
          key: String(row.category_id),
          cells: [row.name, row.total_revenue, row.qty_sold, row.item_count, row.order_count],
          links: { 0: behind(`category:${row.category_id}`) },
        })),
      }
    : null;
  return (
    <Figure name="categories" span={3} answer={answer} table={table} height={320}>
      <RankChart
        label={t('dashboard.figures.categories')}
        names={rows.map(({ name }) => name)}
        values={rows.map(({ total_revenue }) => total_revenue)}
        words={rows.map(({ total_revenue }) => money(total_revenue))}
        notes={rows.map((row) =>
          [t('dashboard.pieces', { count: row.qty_sold }), t('dashboard.items_count', { count: row.item_count })].join(' · '),
        )}
        onPick={(index) => show({ behind: `category:${rows[index]?.category_id}`, page: 1 })}
      />
    </Figure>
  );
};
