import { IconCoffee } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../contract/catalog.ts';
import { StateChip } from '../../ui/state-chip.tsx';
import { type Column, type Filter, ListPage, RecordPanel } from '../../ui/list/index.ts';
import { useFormats, useMay } from '../session/session.tsx';
import { CategoryName } from './category-name.tsx';
import { ItemPanel } from './item-panel.tsx';
import classes from './items.module.css';
import { useCategoryOptions } from './use-category-options.ts';

const PATH = '/office/items';

/** Everything that is sold. */
export const ItemsScreen = () => {
  const { t } = useTranslation();
  const { money, locale } = useFormats();
  const manages = useMay()('menu.manage');
  const categories = useCategoryOptions();
  const columns: readonly Column<Item>[] = [
    { key: 'name', label: t('menu.name'), sort: 'name', rank: 1, cell: (item) => item.name },
    {
      key: 'category',
      label: t('menu.category'),
      sort: 'category',
      cell: (item) => <CategoryName id={item.category_id} name={item.category_name} />,
    },
    { key: 'id', label: t('menu.number'), rank: 3, align: 'end', cell: (item) => item.id },
    { key: 'price', label: t('menu.price'), sort: 'price', rank: 1, align: 'end', cell: (item) => money(item.price) },
    {
      key: 'stock',
      label: t('menu.stock'),
      sort: 'stock_qty',
      rank: 3,
      align: 'end',
      cell: (item) =>
        item.stock_qty < 0 ? (
          <span className={classes.quiet}>{t('menu.unlimited')}</span>
        ) : item.stock_qty === 0 ? (
          <span className={classes.out}>{t('menu.sold_out')}</span>
        ) : (
          item.stock_qty.toLocaleString(locale)
        ),
    },
    {
      key: 'on',
      label: t('menu.state'),
      cell: (item) => <StateChip on={item.is_available} words={t(item.is_available ? 'menu.on' : 'menu.off')} />,
    },
  ];
  const filters: readonly Filter[] = [
    { kind: 'choice', key: 'category_id', label: t('menu.category'), any: t('menu.all_categories'), options: categories, numeric: true },
    { kind: 'boolean', key: 'is_available', label: t('menu.state'), any: t('menu.on_and_off'), yes: t('menu.on'), no: t('menu.off') },
    {
      kind: 'choice',
      key: 'stock',
      label: t('menu.stock'),
      any: t('menu.any_stock'),
      options: [
        { value: 'limited', name: t('menu.counted') },
        { value: 'out', name: t('menu.sold_out') },
        { value: 'unlimited', name: t('menu.unlimited') },
      ],
    },
  ];
  return (
    <ListPage
      title={t('office.pages.items')}
      path={PATH}
      operation="items.list"
      exports="exports.items"
      switches={manages ? 'items.switch' : undefined}
      columns={columns}
      filters={filters}
      sorted={{ sort: 'name', order: 'asc' }}
      searchLabel={t('menu.search_items')}
      searchKey="q"
      keyOf={(item) => item.id}
      isOff={(item) => !item.is_available}
      empty={{ icon: <IconCoffee size={32} />, title: t('menu.no_items'), text: t('menu.no_items_hint') }}
      addLabel={manages ? t('menu.add_item') : undefined}
      panel={(open, close) =>
        open === 'new' ? (
          <ItemPanel key="new" path={PATH} item={null} readOnly={!manages} onClose={close} />
        ) : (
          <RecordPanel key={open} operation="items.get" input={{ item_id: open }} onClose={close}>
            {(item) => <ItemPanel path={PATH} item={item} readOnly={!manages} onClose={close} />}
          </RecordPanel>
        )
      }
    />
  );
};
