import { Button, Skeleton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlugConnectedX, IconReceipt } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { ListExport } from '../../ui/list/export-buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useClock } from '../lock/use-clock.ts';
import { useFormats, useMay, useSession } from '../session/session.tsx';
import { businessDayOf } from '../session/shop-clock.ts';
import { FilterBar } from './filter-bar.tsx';
import { listInput, type OrderFilters, questionOfFilters, readFilters, writeFilters } from './order-filters.ts';
import { OrderRow } from './order-row.tsx';
import classes from './orders.module.css';
import { OrdersNav } from './orders-nav.tsx';
import { useRowKeys } from './use-row-keys.ts';

/** All orders, found by number, status, day and more. What is looked for is in the address. */
export const OrdersScreen = ({ address }: { address: string }) => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { shop } = useSession();
  const { currency } = useFormats();
  const may = useMay();
  const search = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLUListElement>(null);
  const filters = readFilters(address);
  const today = businessDayOf(useClock(), shop);
  const orders = useCall('orders.list', listInput(filters, today, currency), { placeholderData: keepPreviousData });
  const pages = orders.data?.total_pages ?? 1;
  const show = (next: OrderFilters) => navigate(`/orders/list/${writeFilters(next)}`, { replace: true });
  const change = (wanted: Partial<OrderFilters>) => show({ ...filters, page: 1, ...wanted });
  const turn = (by: number) => {
    const page = filters.page + by;
    if (page >= 1 && page <= pages) show({ ...filters, page });
  };
  const isByTime = filters.sort === 'newest';
  const walk = useRowKeys(rows);
  useShortcuts('orders', {
    up: () => walk(-1),
    down: () => walk(1),
    search: () => search.current?.focus(),
    board: () => navigate('/orders'),
    newer: () => turn(-1),
    older: () => turn(1),
  });

  const found = orders.data?.items;
  const saves = may('data.exchange');
  const screen = (files: ReactNode, progress: ReactNode) => (
    <div className={classes.screen}>
      <h1 className="visually-hidden">{t('orders.list')}</h1>
      <div className={classes.top}>
        <OrdersNav current="list" />
        <FilterBar filters={filters} onChange={change} search={search} onDown={() => walk(1)} files={files} />
      </div>
      {progress}
      <div className={classes.scroll}>
        {!found && orders.error ? (
          <Notice icon={<IconPlugConnectedX size={32} />} title={t('board.failed')} text={orders.error.message} role="alert">
            <Button onClick={() => void orders.refetch()}>{t('app.try_again')}</Button>
          </Notice>
        ) : found ? (
          found.length === 0 ? (
            <Notice icon={<IconReceipt size={32} />} title={t('orders.none')} text={t('orders.none_hint')} role="status">
              {filters.period === 'all' ? null : (
                <Button variant="light" onClick={() => change({ period: 'all', from: '', to: '' })}>
                  {t('orders.all_days')}
                </Button>
              )}
            </Notice>
          ) : (
            <ul ref={rows} className={classes.rows} aria-label={t('orders.list')}>
              {found.map((order) => (
                <OrderRow key={order.id} order={order} withDay={filters.period !== 'today' && filters.period !== 'yesterday'} />
              ))}
            </ul>
          )
        ) : (
          <Skeleton height={480} radius={18} />
        )}
      </div>
      {orders.data && orders.data.total > 0 ? (
        <div className={classes.pager}>
          {pages > 1 ? (
            <Button variant="default" disabled={filters.page <= 1} leftSection={<IconChevronLeft size={20} />} onClick={() => turn(-1)}>
              {t(isByTime ? 'shift.newer' : 'reports.previous')}
            </Button>
          ) : null}
          <span className="figures" role="status">
            {[t('orders.found', { count: orders.data.total }), pages > 1 ? t('shift.page', { page: filters.page, pages }) : null]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {pages > 1 ? (
            <Button
              variant="default"
              disabled={filters.page >= pages}
              rightSection={<IconChevronRight size={20} />}
              onClick={() => turn(1)}
            >
              {t(isByTime ? 'shift.older' : 'reports.next')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
  return saves ? (
    <ListExport name="exports.orders" asked={questionOfFilters(filters, today, currency)} keys="orders">
      {screen}
    </ListExport>
  ) : (
    screen(null, null)
  );
};
