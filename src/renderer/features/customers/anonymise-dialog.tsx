import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../contract/customers.ts';
import { useCommand } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import classes from './customers.module.css';

/** Asks for the customer's name to be typed before everything personal is erased for good. */
export const AnonymiseDialog = ({ customer, onClose }: { customer: Customer; onClose: () => void }) => {
  const { t } = useTranslation();
  const anonymise = useCommand('customers.anonymise');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const fits = typed.trim().toLowerCase() === customer.name.trim().toLowerCase();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!fits) return;
    if (await anonymise.run({ customer_id: customer.id, reason })) onClose();
  };
  return (
    <Dialog title={t('customers.anonymise_title', { name: customer.name })} onClose={onClose} size={560}>
      <form onSubmit={(event) => void submit(event)} className={classes.form} noValidate>
        <ul className={classes.points}>
          <li>{t('customers.anonymise_erases')}</li>
          <li>{t('customers.anonymise_keeps', { count: customer.total_orders })}</li>
          <li>{t('customers.anonymise_backups')}</li>
          <li>{t('customers.anonymise_final')}</li>
        </ul>
        <TextInput
          label={`${t('customers.anonymise_reason')} (${t('app.optional')})`}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={300}
          autoComplete="off"
        />
        <TextInput
          label={t('customers.anonymise_type', { name: customer.name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <Problem error={anonymise.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" size="lg" onClick={onClose}>
            {t('customers.keep')}
          </Button>
          <Button type="submit" color="red" size="lg" disabled={!fits} loading={anonymise.busy}>
            {t('customers.anonymise_now')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
