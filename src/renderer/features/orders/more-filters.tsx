import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/queries.ts';
import { readAmount } from '../../ui/amount.ts';
import { useFormats, useMay, useSession } from '../session/session.tsx';
import { CLEARED, moreSet, ORDER_SORTINGS, type OrderFilters } from './order-filters.ts';
import classes from './orders.module.css';

interface MoreFiltersProps {
  readonly filters: OrderFilters;
  readonly onChange: (change: Partial<OrderFilters>) => void;
  /** What saves what is found as a file. */
  readonly files: ReactNode;
}

/** How it was paid, who took it, how much it was, and the order of the list. */
export const MoreFilters = ({ filters, onChange, files }: MoreFiltersProps) => {
  const { t } = useTranslation();
  const seesAll = useMay()('staff.view');
  const { staff } = useSession();
  const methods = useCall('paymentMethods.list', {});
  // Those who left took orders too.
  const everybody = useCall('staff.list', {}, { enabled: seesAll });
  const people = everybody.data ?? staff;
  const choice = (key: 'method' | 'staff', label: string, any: string, options: readonly (readonly [string, string])[]) => {
    const value = filters[key];
    const isListed = value === '' || options.some(([known]) => known === value);
    return (
      <select
        className={classes.select}
        aria-label={label}
        value={value}
        data-set={value !== '' || undefined}
        onChange={(event) => onChange({ [key]: event.currentTarget.value })}
      >
        <option value="">{any}</option>
        {isListed ? null : <option value={value}>{value}</option>}
        {options.map(([known, name]) => (
          <option key={known} value={known}>
            {name}
          </option>
        ))}
      </select>
    );
  };
  return (
    <div className={classes.more} role="group" aria-label={t('orders.more')}>
      {choice(
        'method',
        t('orders.method'),
        t('orders.any_method'),
        (methods.data ?? []).map(({ code, name }) => [code, name]),
      )}
      {choice(
        'staff',
        t('orders.staff'),
        t('orders.any_staff'),
        people.map(({ id, name }) => [String(id), name]),
      )}
      <span className={classes.amounts} role="group" aria-label={t('orders.amount')}>
        <AmountBound label={t('orders.min')} value={filters.min} onType={(min) => onChange({ min })} />
        <AmountBound label={t('orders.max')} value={filters.max} onType={(max) => onChange({ max })} />
      </span>
      <select
        className={classes.select}
        aria-label={t('orders.sort')}
        value={filters.sort}
        data-set={filters.sort !== 'newest' || undefined}
        onChange={(event) => onChange({ sort: event.currentTarget.value as OrderFilters['sort'] })}
      >
        {ORDER_SORTINGS.map((sort) => (
          <option key={sort} value={sort}>
            {t(`orders.sorts.${sort}`)}
          </option>
        ))}
      </select>
      {moreSet(filters) > 0 ? (
        <Button variant="subtle" className={classes.clear ?? ''} onClick={() => onChange(CLEARED)}>
          {t('orders.clear')}
        </Button>
      ) : null}
      <span className={classes.files}>{files}</span>
    </div>
  );
};

interface AmountBoundProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
}

const PAUSE_MS = 300;

/** One end of the range of amounts; asked for when the typing pauses, told when it is none. */
const AmountBound = ({ label, value, onType }: AmountBoundProps) => {
  const { currency } = useFormats();
  const [text, setText] = useState(value);
  const [written, setWritten] = useState(value);
  // Something else changed the address: "clear", or the browser's back.
  if (value !== written) {
    setWritten(value);
    if (text.trim() !== value) setText(value);
  }
  const seek = useEffectEvent((typed: string) => {
    if (typed !== value) onType(typed);
  });
  useEffect(() => {
    const timer = setTimeout(() => seek(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextInput
      className={classes.amount ?? ''}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      error={text.trim() !== '' && readAmount(text, currency) === null}
      inputMode="decimal"
      maxLength={16}
      autoComplete="off"
    />
  );
};
