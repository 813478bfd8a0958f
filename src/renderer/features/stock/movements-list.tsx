import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearch } from 'wouter';
import { STOCK_REASONS, type StockMovement } from '../../../contract/stock.ts';
import { useCall } from '../../client/queries.ts';
import { type Column, type Filter, ListPage } from '../../ui/list/index.ts';
import { useFormats } from '../session/session.tsx';
import { MovementText } from './movement-text.tsx';
import classes from './stock.module.css';
import { MOVEMENTS, STOCK, StockTabs } from './stock-tabs.tsx';

/** Everything that came in and went out, with the stock after each; of one item where the address names it. */
export const MovementsList = () => {
  const { t } = useTranslation();
  const { locale, dayTime } = useFormats();
  const itemId = Number(new URLSearchParams(useSearch()).get('item_id')) || null;
  const item = useCall('items.get', { item_id: itemId ?? 0 }, { enabled: itemId !== null });
  const number = (quantity: number) => quantity.toLocaleString(locale);
  const columns: readonly Column<StockMovement>[] = [
    {
      key: 'item',
      label: t('stock.item'),
      rank: 1,
      cell: (movement) => (
        <>
          {movement.item_name === null ? (
            t('stock.deleted_item')
          ) : (
            <Link href={`${STOCK}/${movement.item_id}`} className={classes.link}>
              {movement.item_name}
            </Link>
          )}
          {/* Where there is no room for columns of their own. */}
          <span className={classes.under}>
            <MovementText movement={movement} /> · {dayTime(movement.created_at)}
          </span>
        </>
      ),
    },
    { key: 'why', label: t('stock.why'), rank: 2, cell: (movement) => <MovementText movement={movement} /> },
    { key: 'when', label: t('stock.when'), rank: 2, cell: (movement) => dayTime(movement.created_at) },
    { key: 'who', label: t('stock.who'), rank: 3, cell: (movement) => movement.actor },
    {
      key: 'quantity',
      label: t('stock.quantity'),
      rank: 1,
      align: 'end',
      cell: (movement) => (
        <span className={classes.quantity} data-out={movement.quantity < 0 || undefined}>
          {movement.quantity > 0 ? '+' : ''}
          {number(movement.quantity)}
        </span>
      ),
    },
    { key: 'balance', label: t('stock.after'), rank: 1, align: 'end', cell: (movement) => number(movement.balance) },
  ];
  const filters: readonly Filter[] = [
    {
      kind: 'choice',
      key: 'reason',
      label: t('stock.why'),
      any: t('stock.any_reason'),
      options: STOCK_REASONS.map((value) => ({ value, name: t(`stock.reason_${value}`) })),
    },
    ...(itemId === null
      ? []
      : [
          {
            kind: 'choice' as const,
            key: 'item_id',
            label: t('stock.item'),
            any: t('stock.all_items'),
            options: [{ value: String(itemId), name: item.data?.name ?? String(itemId) }],
            numeric: true,
          },
        ]),
    { kind: 'days', from: 'start_date', to: 'end_date', label: t('stock.days') },
  ];
  return (
    <ListPage
      title={t('stock.tab_movements')}
      path={MOVEMENTS}
      operation="stock.movements"
      columns={columns}
      filters={filters}
      sorted={{ sort: 'id', order: 'desc' }}
      searchLabel={t('stock.search')}
      keyOf={(movement) => movement.id}
      actions={<StockTabs current="movements" />}
      summary={({ received, gone }) => (
        <dl className={classes.sums}>
          <div>
            <dt>{t('stock.came_in')}</dt>
            <dd>{number(received)}</dd>
          </div>
          <div>
            <dt>{t('stock.went_out')}</dt>
            <dd>{number(gone)}</dd>
          </div>
        </dl>
      )}
      empty={{ icon: <IconArrowsExchange size={32} />, title: t('stock.no_movements'), text: t('stock.no_movements_hint') }}
    />
  );
};
