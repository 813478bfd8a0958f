import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../contract/customers.ts';
import { useCall, useCommand } from '../../client/queries.ts';
import choice from '../../ui/choice.module.css';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './customers.module.css';

interface MergeDialogProps {
  /** Who stays. */
  readonly kept: Customer;
  /** Who goes into them; null: to be found first. */
  readonly other: Customer | null;
  readonly onClose: () => void;
}

/** Makes one of two customers: first whom, then what stays. */
export const MergeDialog = ({ kept, other, onClose }: MergeDialogProps) => {
  const { t } = useTranslation();
  const [picked, setPicked] = useState(other);
  return (
    <Dialog title={t('customers.merge_title', { name: kept.name })} onClose={onClose} size={640}>
      {picked ? (
        <MergePreview key={picked.id} kept={kept} gone={picked} onBack={other ? onClose : () => setPicked(null)} onDone={onClose} />
      ) : (
        <FindOther kept={kept} onPick={setPicked} />
      )}
    </Dialog>
  );
};

const FindOther = ({ kept, onPick }: { kept: Customer; onPick: (customer: Customer) => void }) => {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [sought] = useDebouncedValue(query.trim(), 150);
  const customers = useCall(
    'customers.list',
    { ...(sought === '' ? {} : { search: sought }), per_page: 20 },
    { placeholderData: keepPreviousData },
  );
  const found = (customers.data?.items ?? []).filter(({ id, anonymised_at }) => id !== kept.id && anonymised_at === null);
  return (
    <div className={classes.form}>
      <p>{t('customers.merge_find')}</p>
      <TextInput
        aria-label={t('customers.search')}
        placeholder={t('customers.search')}
        leftSection={<IconSearch size={20} aria-hidden="true" />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <Problem error={customers.error} />
      <ul className={`${choice.list} ${classes.found}`}>
        {found.map((customer) => (
          <li key={customer.id}>
            <button type="button" className={choice.choice} onClick={() => onPick(customer)}>
              <span className={choice.main}>
                {customer.name}
                <span className={choice.sub}>{[customer.phone, customer.email].filter(Boolean).join(' · ')}</span>
              </span>
              <span className={choice.side}>{t('customers.order_count', { count: customer.total_orders })}</span>
            </button>
          </li>
        ))}
      </ul>
      {customers.data && found.length === 0 ? <p className={classes.more}>{t('list.none_found')}</p> : null}
    </div>
  );
};

const FIELDS = ['name', 'phone', 'email'] as const;
type Field = (typeof FIELDS)[number];

interface MergePreviewProps {
  readonly kept: Customer;
  readonly gone: Customer;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

const MergePreview = ({ kept, gone, onBack, onDone }: MergePreviewProps) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const merge = useCommand('customers.merge');
  const [chosen, setChosen] = useState<Record<Field, 'kept' | 'gone'>>({
    name: 'kept',
    phone: kept.phone === null ? 'gone' : 'kept',
    email: kept.email === null ? 'gone' : 'kept',
  });
  const valueOf = (field: Field) => (chosen[field] === 'kept' ? kept : gone)[field];
  const disputed = FIELDS.filter((field) => kept[field] !== null && gone[field] !== null && kept[field] !== gone[field]);
  const confirm = async () => {
    const input = {
      customer_id: kept.id,
      merge_id: gone.id,
      name: valueOf('name') ?? kept.name,
      phone: valueOf('phone'),
      email: valueOf('email'),
    };
    if (await merge.run(input)) onDone();
  };
  return (
    <div className={classes.form}>
      {disputed.length > 0 ? <p>{t('customers.merge_choose')}</p> : null}
      {disputed.map((field) => (
        <div key={field} className={classes.dispute} role="radiogroup" aria-label={t(`customers.${field}`)}>
          <span className={classes.field}>{t(`customers.${field}`)}</span>
          {(['kept', 'gone'] as const).map((side) => (
            <button
              key={side}
              type="button"
              role="radio"
              className={classes.side}
              aria-checked={chosen[field] === side}
              onClick={() => setChosen({ ...chosen, [field]: side })}
            >
              {(side === 'kept' ? kept : gone)[field]}
            </button>
          ))}
        </div>
      ))}
      <section className={classes.result} aria-label={t('customers.merge_result')}>
        <h3>{t('customers.merge_result')}</h3>
        <strong>{valueOf('name')}</strong>
        <span>{[valueOf('phone'), valueOf('email')].filter(Boolean).join(' · ')}</span>
        <span>
          {t('customers.merge_sums', {
            orders: t('customers.order_count', { count: kept.total_orders + gone.total_orders }),
            amount: money(kept.total_spent + gone.total_spent),
          })}
        </span>
      </section>
      <p>{t('customers.merge_text', { name: gone.name, orders: t('customers.order_count', { count: gone.total_orders }) })}</p>
      <Problem error={merge.error} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" size="lg" onClick={onBack} data-autofocus>
          {t('app.back')}
        </Button>
        <Button color="red" size="lg" onClick={() => void confirm()} loading={merge.busy}>
          {t('customers.merge_now')}
        </Button>
      </Group>
    </div>
  );
};
