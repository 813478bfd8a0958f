import { IconDiscount } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Discount } from '../../../contract/discounts.ts';
import { useCall } from '../../client/queries.ts';
import { type Column, type Filter, ListPage, RecordPanel } from '../../ui/list/index.ts';
import { StateChip } from '../../ui/state-chip.tsx';
import { useFormats, useMay } from '../session/session.tsx';
import { DiscountPanel } from './discount-panel.tsx';
import { useDiscountWords } from './use-discount-words.ts';

const PATH = '/office/discounts';

/** What is given off, and when. */
export const DiscountsScreen = () => {
  const { t } = useTranslation();
  const { dateTime, rate } = useFormats();
  const caps = useCall('settings.get', {}).data;
  const manages = useMay()('discounts.manage');
  const words = useDiscountWords();
  const columns: readonly Column<Discount>[] = [
    { key: 'name', label: t('menu.name'), sort: 'name', rank: 1, cell: (discount) => discount.name },
    { key: 'value', label: t('discounts.value'), rank: 1, align: 'end', cell: (discount) => words.value(discount.type, discount.value) },
    { key: 'when', label: t('discounts.when'), rank: 3, cell: (discount) => words.when(discount) },
    {
      key: 'made',
      label: t('discounts.made'),
      sort: 'created_at',
      firstOrder: 'desc',
      rank: 3,
      cell: (discount) => dateTime(discount.created_at),
    },
    {
      key: 'on',
      label: t('menu.state'),
      cell: (discount) => <StateChip on={discount.is_active} words={t(discount.is_active ? 'menu.on' : 'menu.off')} />,
    },
  ];
  const filters: readonly Filter[] = [
    { kind: 'boolean', key: 'is_active', label: t('menu.state'), any: t('menu.on_and_off'), yes: t('menu.on'), no: t('menu.off') },
  ];
  return (
    <ListPage
      title={t('office.pages.discounts')}
      path={PATH}
      operation="discounts.list"
      exports="exports.discounts"
      switches={manages ? 'discounts.switch' : undefined}
      columns={columns}
      filters={filters}
      sorted={{ sort: 'created_at', order: 'desc' }}
      hint={caps ? t('discounts.caps', { cashier: rate(caps.discount_cap_cashier), manager: rate(caps.discount_cap_manager) }) : undefined}
      searchLabel={t('discounts.search')}
      keyOf={(discount) => discount.id}
      isOff={(discount) => !discount.is_active}
      empty={{ icon: <IconDiscount size={32} />, title: t('discounts.none'), text: t('discounts.none_hint') }}
      addLabel={manages ? t('discounts.add') : undefined}
      panel={(open, close) =>
        open === 'new' ? (
          <DiscountPanel key="new" path={PATH} discount={null} readOnly={!manages} onClose={close} />
        ) : (
          <RecordPanel key={open} operation="discounts.get" input={{ discount_id: open }} onClose={close}>
            {(discount) => <DiscountPanel path={PATH} discount={discount} readOnly={!manages} onClose={close} />}
          </RecordPanel>
        )
      }
    />
  );
};
