import { IconPackages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StockLevel } from '../../../contract/stock.ts';
import { type Column, type Filter, ListPage } from '../../ui/list/index.ts';
import { useCategoryOptions } from '../items/use-category-options.ts';
import { useFormats } from '../session/session.tsx';
import classes from './stock.module.css';
import { StockPanel } from './stock-panel.tsx';
import { STOCK, StockTabs } from './stock-tabs.tsx';

const THRESHOLDS = [5, 10, 20, 50] as const;

/** What is left of each item. */
export const LevelsList = () => {
  const { t } = useTranslation();
  const { locale, money, dayTime } = useFormats();
  const categories = useCategoryOptions();
  const columns: readonly Column<StockLevel>[] = [
    { key: 'name', label: t('stock.item'), sort: 'name', rank: 1, cell: (level) => level.item_name },
    { key: 'category', label: t('stock.category'), sort: 'category', rank: 2, cell: (level) => level.category_name },
    {
      key: 'counted',
      label: t('stock.last_counted'),
      rank: 3,
      cell: (level) => (level.last_counted_at === null ? '' : dayTime(level.last_counted_at)),
    },
    {
      key: 'cost',
      label: t('stock.last_cost'),
      rank: 3,
      align: 'end',
      cell: (level) => (level.last_cost === null ? '' : money(level.last_cost)),
    },
    {
      key: 'left',
      label: t('stock.left'),
      sort: 'stock_qty',
      rank: 1,
      align: 'end',
      cell: (level) => (
        <span className={classes.level} data-state={level.state}>
          {level.state === 'unlimited'
            ? t('stock.not_tracked')
            : level.state === 'out'
              ? t('stock.out')
              : level.state === 'low'
                ? t('stock.low_left', { left: level.stock_qty.toLocaleString(locale) })
                : level.stock_qty.toLocaleString(locale)}
        </span>
      ),
    },
  ];
  const filters: readonly Filter[] = [
    {
      kind: 'choice',
      key: 'state',
      label: t('stock.state'),
      any: t('stock.any_state'),
      options: (['low', 'out', 'tracked', 'unlimited'] as const).map((value) => ({ value, name: t(`stock.state_${value}`) })),
    },
    { kind: 'choice', key: 'category_id', label: t('stock.category'), any: t('stock.all_categories'), options: categories, numeric: true },
    {
      kind: 'choice',
      key: 'threshold',
      label: t('stock.threshold'),
      any: t('stock.threshold_shop'),
      options: THRESHOLDS.map((few) => ({ value: String(few), name: t('stock.threshold_of', { few }) })),
      numeric: true,
    },
  ];
  return (
    <ListPage
      title={t('office.pages.stock')}
      path={STOCK}
      operation="stock.levels"
      exports="exports.stock"
      columns={columns}
      filters={filters}
      sorted={{ sort: 'name', order: 'asc' }}
      searchLabel={t('stock.search')}
      keyOf={(level) => level.item_id}
      isOff={(level) => !level.is_available}
      actions={<StockTabs current="levels" />}
      summary={({ counts, threshold }) => (
        <dl className={classes.sums}>
          <div data-state="low">
            <dt>{t('stock.sum_low', { threshold })}</dt>
            <dd>{counts.low.toLocaleString(locale)}</dd>
          </div>
          <div data-state="out">
            <dt>{t('stock.sum_out')}</dt>
            <dd>{counts.out.toLocaleString(locale)}</dd>
          </div>
          <div>
            <dt>{t('stock.sum_tracked')}</dt>
            <dd>{counts.tracked.toLocaleString(locale)}</dd>
          </div>
        </dl>
      )}
      empty={{ icon: <IconPackages size={32} />, title: t('stock.none'), text: t('stock.none_hint') }}
      panel={(open, close) => (open === 'new' ? null : <StockPanel key={open} itemId={open} onClose={close} />)}
    />
  );
};
