import { Button, TextInput } from '@mantine/core';
import { IconArrowMerge, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../contract/customers.ts';
import { EditPanel, RemoveButton, textOf, useEditing } from '../../ui/list/index.ts';
import { useMay } from '../session/session.tsx';
import { AnonymiseDialog } from './anonymise-dialog.tsx';
import { CustomerProfile } from './customer-profile.tsx';
import classes from './customers.module.css';
import { MergeDialog } from './merge-dialog.tsx';

interface CustomerPanelProps {
  readonly path: string;
  readonly customer: Customer | null;
  readonly onClose: () => void;
}

const BLANK = { name: '', phone: '', email: '' };
type Values = typeof BLANK;

/** One customer: how to reach them, what they bought, and what can be done about a double or a wish to be forgotten. */
export const CustomerPanel = ({ path, customer, onClose }: CustomerPanelProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const [asks, setAsks] = useState<{ merge: Customer | null } | 'anonymise' | null>(null);
  const readOnly = !may('customers.manage') || (customer !== null && customer.anonymised_at !== null);
  const editing = useEditing({
    path,
    record: customer,
    blank: BLANK,
    read: (row: Customer): Values => ({ name: row.name, phone: row.phone ?? '', email: row.email ?? '' }),
    input: (values) => ({ name: values.name.trim(), phone: values.phone.trim() || null, email: values.email.trim() || null }),
    create: 'customers.create',
    update: 'customers.update',
    get: 'customers.get',
    idKey: 'customer_id',
    nameOf: (row) => row.name,
    // The refusal quotes what is taken.
    fieldOfCode: {
      already_exists: ({ phone }, message) => (phone.trim() !== '' && message.includes(`'${phone.trim()}'`) ? 'phone' : 'email'),
    },
  });
  const manages = customer !== null && customer.anonymised_at === null && may('customers.delete');
  return (
    <>
      <EditPanel
        title={customer?.name ?? t('customers.new')}
        editing={editing}
        onClose={onClose}
        readOnly={readOnly}
        createLabel={t('customers.add')}
        labels={{ name: t('customers.name'), phone: t('customers.phone'), email: t('customers.email') }}
        show={(field, of) => (of[field] === '' ? t('list.nothing') : of[field])}
        more={
          customer && may('customers.delete') ? (
            <RemoveButton
              operation="customers.delete"
              input={{ customer_id: customer.id }}
              version={customer.version}
              name={customer.name}
              text={t('customers.delete_text', { count: customer.total_orders })}
              onDone={onClose}
            />
          ) : null
        }
        below={
          customer ? (
            <>
              {manages ? (
                <div className={classes.acts}>
                  <Button
                    variant="default"
                    leftSection={<IconArrowMerge size={20} aria-hidden="true" />}
                    disabled={editing.isDirty}
                    onClick={() => setAsks({ merge: null })}
                  >
                    {t('customers.merge')}
                  </Button>
                  <Button
                    variant="default"
                    leftSection={<IconUserOff size={20} aria-hidden="true" />}
                    disabled={editing.isDirty}
                    onClick={() => setAsks('anonymise')}
                  >
                    {t('customers.anonymise')}
                  </Button>
                </div>
              ) : null}
              <CustomerProfile customerId={customer.id} onMerge={manages ? (other) => setAsks({ merge: other }) : null} />
            </>
          ) : null
        }
      >
        {customer?.anonymised_at ? (
          <p className={classes.note} role="note">
            {t('customers.is_anonymised')}
          </p>
        ) : (
          <>
            <TextInput label={t('customers.name')} {...textOf(editing, 'name')} maxLength={250} autoComplete="off" />
            <TextInput label={t('customers.phone')} {...textOf(editing, 'phone')} maxLength={40} inputMode="tel" autoComplete="off" />
            <TextInput label={t('customers.email')} {...textOf(editing, 'email')} maxLength={250} inputMode="email" autoComplete="off" />
          </>
        )}
      </EditPanel>
      {customer && asks === 'anonymise' ? <AnonymiseDialog customer={customer} onClose={() => setAsks(null)} /> : null}
      {customer && asks !== null && asks !== 'anonymise' ? (
        <MergeDialog kept={customer} other={asks.merge} onClose={() => setAsks(null)} />
      ) : null}
    </>
  );
};
