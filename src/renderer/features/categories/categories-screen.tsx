import { IconCategory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Category } from '../../../contract/catalog.ts';
import { useCommand } from '../../client/queries.ts';
import { type Column, type Filter, ListPage, RecordPanel } from '../../ui/list/index.ts';
import { StateChip } from '../../ui/state-chip.tsx';
import { CategoryName } from '../items/category-name.tsx';
import { useMay } from '../session/session.tsx';
import { CategoryPanel } from './category-panel.tsx';

const PATH = '/office/categories';

/** The groups of the menu, in the order in which the till shows them. */
export const CategoriesScreen = () => {
  const { t } = useTranslation();
  const manages = useMay()('menu.manage');
  const reorder = useCommand('categories.reorder');
  const columns: readonly Column<Category>[] = [
    {
      key: 'name',
      label: t('menu.name'),
      sort: 'name',
      rank: 1,
      cell: (category) => <CategoryName id={category.id} name={category.name} />,
    },
    { key: 'place', label: t('menu.place'), sort: 'display_order', rank: 3, align: 'end', cell: (category) => category.display_order },
    {
      key: 'on',
      label: t('menu.state'),
      rank: 1,
      cell: (category) => <StateChip on={category.is_active} words={t(category.is_active ? 'menu.on' : 'menu.off')} />,
    },
  ];
  const filters: readonly Filter[] = [
    { kind: 'boolean', key: 'is_active', label: t('menu.state'), any: t('menu.on_and_off'), yes: t('menu.on'), no: t('menu.off') },
  ];
  return (
    <ListPage
      title={t('office.pages.categories')}
      path={PATH}
      operation="categories.list"
      exports="exports.categories"
      columns={columns}
      filters={filters}
      sorted={{ sort: 'display_order', order: 'asc' }}
      searchLabel={t('menu.search_categories')}
      keyOf={(category) => category.id}
      isOff={(category) => !category.is_active}
      empty={{ icon: <IconCategory size={32} />, title: t('menu.no_categories'), text: t('menu.no_categories_hint') }}
      addLabel={manages ? t('menu.add_category') : undefined}
      arrange={manages ? (ids) => reorder.run({ ids: [...ids] }) : undefined}
      hint={manages ? t('menu.arrange_hint') : undefined}
      panel={(open, close) =>
        open === 'new' ? (
          <CategoryPanel key="new" path={PATH} category={null} readOnly={!manages} onClose={close} />
        ) : (
          <RecordPanel key={open} operation="categories.get" input={{ category_id: open }} onClose={close}>
            {(category) => <CategoryPanel path={PATH} category={category} readOnly={!manages} onClose={close} />}
          </RecordPanel>
        )
      }
    />
  );
};
