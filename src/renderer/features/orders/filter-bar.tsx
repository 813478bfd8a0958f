import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ORDER_STATUSES } from '../../../domain/order-status.ts';
import { MoreFilters } from './more-filters.tsx';
import { moreSet, type OrderFilters, PERIODS } from './order-filters.ts';
import classes from './orders.module.css';

interface FilterBarProps {
  readonly filters: OrderFilters;
  readonly onChange: (change: Partial<OrderFilters>) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  /** The arrow down leads from the search into the list. */
  readonly onDown: () => void;
  /** What saves what is found as a file. */
  readonly files: ReactNode;
}

const PAUSE_MS = 200;

/** Number, status and days, and behind a button the rest. */
export const FilterBar = ({ filters, onChange, search, onDown, files }: FilterBarProps) => {
  const { t } = useTranslation();
  const [number, setNumber] = useState(filters.number);
  const set = moreSet(filters);
  const [isOpen, setOpen] = useState(set > 0);
  /** Later, with the other filters as they are by then. */
  const seek = useEffectEvent((sought: string) => {
    if (sought !== filters.number) onChange({ number: sought });
  });
  useEffect(() => {
    const timer = setTimeout(() => seek(number.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [number]);
  return (
    <>
      <TextInput
        ref={search}
        className={classes.search ?? ''}
        aria-label={t('orders.search')}
        placeholder={t('orders.search')}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown();
        }}
        leftSection={<IconSearch size={20} />}
        rightSection={number === '' ? null : <CloseButton size={40} aria-label={t('till.clear_search')} onClick={() => setNumber('')} />}
        rightSectionWidth={48}
        maxLength={40}
        autoComplete="off"
      />
      <select
        className={classes.select}
        aria-label={t('order.status')}
        value={filters.status}
        onChange={(event) => onChange({ status: event.currentTarget.value as OrderFilters['status'] })}
      >
        <option value="all">{t('orders.any_status')}</option>
        <option value="due">{t('orders.due')}</option>
        {ORDER_STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`status.${status}`)}
          </option>
        ))}
      </select>
      <select
        className={classes.select}
        aria-label={t('orders.period')}
        value={filters.period}
        onChange={(event) => onChange({ period: event.currentTarget.value as OrderFilters['period'] })}
      >
        {PERIODS.map((period) => (
          <option key={period} value={period}>
            {t(`orders.period_${period}`)}
          </option>
        ))}
      </select>
      {filters.period === 'range' ? (
        <span className={classes.range}>
          <input
            type="date"
            className={classes.select}
            aria-label={t('orders.from')}
            value={filters.from}
            onChange={(event) => onChange({ from: event.currentTarget.value })}
          />
          <input
            type="date"
            className={classes.select}
            aria-label={t('orders.to')}
            value={filters.to}
            onChange={(event) => onChange({ to: event.currentTarget.value })}
          />
        </span>
      ) : null}
      <Button
        variant={set > 0 ? 'light' : 'default'}
        className={classes.filters ?? ''}
        leftSection={<IconAdjustmentsHorizontal size={20} />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={classes.filtersWords}>{t('orders.more')}</span>
        {set > 0 ? <span className={`${classes.set} figures`}>{set}</span> : null}
      </Button>
      {isOpen ? <MoreFilters filters={filters} onChange={onChange} files={files} /> : null}
    </>
  );
};
