import { IconCirclePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Addon } from '../../../contract/catalog.ts';
import { type Column, type Filter, ListPage, RecordPanel } from '../../ui/list/index.ts';
import { StateChip } from '../../ui/state-chip.tsx';
import { useFormats, useMay } from '../session/session.tsx';
import { AddonPanel } from './addon-panel.tsx';

const PATH = '/office/addons';

/** What can be added to an item: oat milk, an extra shot. */
export const AddonsScreen = () => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const manages = useMay()('menu.manage');
  const columns: readonly Column<Addon>[] = [
    { key: 'name', label: t('menu.name'), sort: 'name', rank: 1, cell: (addon) => addon.name },
    { key: 'price', label: t('menu.price'), sort: 'price', rank: 1, align: 'end', cell: (addon) => money(addon.price) },
    {
      key: 'on',
      label: t('menu.state'),
      cell: (addon) => <StateChip on={addon.is_available} words={t(addon.is_available ? 'menu.on' : 'menu.off')} />,
    },
  ];
  const filters: readonly Filter[] = [
    { kind: 'boolean', key: 'is_available', label: t('menu.state'), any: t('menu.on_and_off'), yes: t('menu.on'), no: t('menu.off') },
  ];
  return (
    <ListPage
      title={t('office.pages.addons')}
      path={PATH}
      operation="addons.list"
      exports="exports.addons"
      switches={manages ? 'addons.switch' : undefined}
      columns={columns}
      filters={filters}
      sorted={{ sort: 'name', order: 'asc' }}
      searchLabel={t('menu.search_addons')}
      keyOf={(addon) => addon.id}
      isOff={(addon) => !addon.is_available}
      empty={{ icon: <IconCirclePlus size={32} />, title: t('menu.no_addons'), text: t('menu.no_addons_hint') }}
      addLabel={manages ? t('menu.add_addon') : undefined}
      panel={(open, close) =>
        open === 'new' ? (
          <AddonPanel key="new" path={PATH} addon={null} readOnly={!manages} onClose={close} />
        ) : (
          <RecordPanel key={open} operation="addons.get" input={{ addon_id: open }} onClose={close}>
            {(addon) => <AddonPanel path={PATH} addon={addon} readOnly={!manages} onClose={close} />}
          </RecordPanel>
        )
      }
    />
  );
};
