import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';

interface NewCustomerProps {
  /** What was searched for: a name, or a phone number if it has digits. */
  readonly typed: string;
  readonly onAdded: (customer: { id: number; name: string }) => void;
  readonly onBack: () => void;
}

/** Adds a customer and chooses them at once. */
export const NewCustomer = ({ typed, onAdded, onBack }: NewCustomerProps) => {
  const { t } = useTranslation();
  const create = useCommand('customers.create');
  const looksLikePhone = /\d{3}/.test(typed);
  const looksLikeEmail = typed.includes('@');
  const [name, setName] = useState(looksLikePhone || looksLikeEmail ? '' : typed);
  const [phone, setPhone] = useState(looksLikePhone ? typed : '');
  const [email, setEmail] = useState(looksLikeEmail ? typed : '');
  const [missing, setMissing] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    const customer = await create.run({ name: name.trim(), phone, email });
    if (customer) onAdded({ id: customer.id, name: customer.name });
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Stack gap="md">
        <TextInput
          data-autofocus
          autoFocus
          label={t('customer.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          autoComplete="off"
          error={missing ? t('owner.name_missing') : undefined}
        />
        <TextInput
          label={t('customer.phone')}
          type="tel"
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
          maxLength={20}
          autoComplete="off"
        />
        <TextInput
          label={t('customer.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          maxLength={200}
          autoComplete="off"
        />
        <Problem error={create.error} />
        <Group justify="space-between">
          <Button variant="default" size="lg" onClick={onBack}>
            {t('customer.back')}
          </Button>
          <Button type="submit" size="lg" loading={create.busy}>
            {t('customer.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
