import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StockCount } from '../../../contract/stock.ts';
import { type Column, ListPage } from '../../ui/list/index.ts';
import { useFormats } from '../session/session.tsx';
import classes from './stock.module.css';
import { COUNTS, StockTabs } from './stock-tabs.tsx';

/** Everything that was counted, also where nothing differed. */
export const CountsList = () => {
  const { t } = useTranslation();
  const { locale, dayTime } = useFormats();
  const number = (quantity: number) => quantity.toLocaleString(locale);
  const columns: readonly Column<StockCount>[] = [
    { key: 'item', label: t('stock.item'), rank: 1, cell: (count) => count.item_name ?? t('stock.deleted_item') },
    { key: 'when', label: t('stock.when'), rank: 2, cell: (count) => dayTime(count.created_at) },
    { key: 'who', label: t('stock.who'), rank: 3, cell: (count) => count.counted_by },
    { key: 'note', label: t('stock.note'), rank: 3, cell: (count) => count.note ?? '' },
    { key: 'seen', label: t('stock.expected'), rank: 2, align: 'end', cell: (count) => number(count.seen) },
    { key: 'counted', label: t('stock.counted'), rank: 1, align: 'end', cell: (count) => number(count.counted) },
    {
      key: 'difference',
      label: t('stock.difference'),
      rank: 1,
      align: 'end',
      cell: (count) => (
        <span className={classes.quantity} data-out={count.difference < 0 || undefined}>
          {count.difference > 0 ? '+' : ''}
          {number(count.difference)}
        </span>
      ),
    },
  ];
  return (
    <ListPage
      title={t('stock.tab_counts')}
      path={COUNTS}
      operation="stock.counts"
      columns={columns}
      sorted={{ sort: 'id', order: 'desc' }}
      searchLabel={t('stock.search')}
      keyOf={(count) => count.id}
      actions={<StockTabs current="counts" />}
      empty={{ icon: <IconListCheck size={32} />, title: t('stock.no_counts'), text: t('stock.no_counts_hint') }}
    />
  );
};
