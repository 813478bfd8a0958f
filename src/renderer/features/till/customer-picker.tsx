import { Button, Loader, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/queries.ts';
import choice from '../../ui/choice.module.css';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useMay } from '../session/session.tsx';
import classes from './customer-picker.module.css';
import { NewCustomer } from './new-customer.tsx';

interface CustomerPickerProps {
  readonly chosen: { readonly id: number } | null;
  readonly onChoose: (customer: { id: number; name: string } | null) => void;
  readonly onClose: () => void;
}

/** Finds a customer, or adds one without leaving the sale. */
export const CustomerPicker = ({ chosen, onChoose, onClose }: CustomerPickerProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const [query, setQuery] = useState('');
  const [sought] = useDebouncedValue(query.trim(), 150);
  const [adding, setAdding] = useState(false);
  const [at, setAt] = useState(0);
  const customers = useCall(
    'customers.list',
    { ...(sought === '' ? {} : { search: sought }), per_page: 30 },
    { placeholderData: keepPreviousData },
  );
  const found = customers.data?.items ?? [];
  const choose = (customer: { id: number; name: string } | null) => {
    onChoose(customer);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((now) => Math.min(Math.max(now + step, 0), Math.max(found.length - 1, 0)));
    else if (event.key === 'Enter') {
      const customer = found[at];
      if (customer && sought === query.trim()) choose({ id: customer.id, name: customer.name });
      else if (found.length === 0 && may('customers.manage')) setAdding(true);
    } else return;
    event.preventDefault();
  };
  if (adding) {
    return (
      <Dialog title={t('customer.add')} onClose={onClose}>
        <NewCustomer typed={query.trim()} onAdded={choose} onBack={() => setAdding(false)} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('customer.title')} onClose={onClose} size={560}>
      <TextInput
        data-autofocus
        aria-label={t('customer.search')}
        placeholder={t('customer.search')}
        leftSection={<IconSearch size={20} />}
        rightSection={customers.isFetching ? <Loader size={20} color="coffee" /> : null}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        autoComplete="off"
      />
      <Problem error={customers.error} />
      <ul className={`${choice.list} ${classes.found}`}>
        {found.map(({ id, name, phone, email, total_orders }, index) => (
          <li key={id}>
            <button
              type="button"
              className={choice.choice}
              aria-pressed={id === chosen?.id}
              data-highlighted={(query !== '' && index === at) || undefined}
              onClick={() => choose({ id, name })}
            >
              <span className={choice.main}>
                {name}
                {phone || email ? <span className={choice.sub}>{[phone, email].filter(Boolean).join(' · ')}</span> : null}
              </span>
              <span className={choice.side}>{t('customer.orders', { count: total_orders })}</span>
            </button>
          </li>
        ))}
      </ul>
      {customers.data && found.length === 0 ? (
        <p className={classes.none}>{sought === '' ? t('customer.empty') : t('customer.none_found', { query: sought })}</p>
      ) : null}
      <div className={classes.foot}>
        {chosen ? (
          <Button variant="default" size="lg" onClick={() => choose(null)}>
            {t('customer.remove')}
          </Button>
        ) : (
          <span />
        )}
        {may('customers.manage') ? (
          <Button variant="light" size="lg" leftSection={<IconUserPlus size={20} />} onClick={() => setAdding(true)}>
            {query.trim() === '' ? t('customer.add') : t('customer.add_named', { name: query.trim() })}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
};
