import { useTranslation } from 'react-i18next';
import { Figure } from './figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { useView } from './use-view.ts';

/** What is running out, emptiest first; each leads to its item. */
export const Stock = () => {
  const { t } = useTranslation();
  const answer = useView('dashboard.inventoryAlerts', {});
  const table: FigureTable | null = answer.data
    ? {
        columns: [
          { head: t('dashboard.columns.item'), kind: 'text' },
          { head: t('dashboard.columns.category'), kind: 'text' },
          { head: t('dashboard.columns.left'), kind: 'count' },
          { head: t('dashboard.columns.state'), kind: 'text' },
        ],
        rows: answer.data.map((row) => ({
          key: String(row.item_id),
          cells: [row.name, row.category, row.stock_qty, t(`dashboard.${row.status}`)],
          links: { 0: `/office/items/${row.item_id}` },
        })),
      }
    : null;
  return <Figure name="stock" span={3} answer={answer} table={table} empty={t('dashboard.no_stock')} />;
};
