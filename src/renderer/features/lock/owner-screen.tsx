import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useTakeSession } from '../session/session.tsx';
import classes from './lock.module.css';
import { LockFrame } from './lock-frame.tsx';
import { setLocked } from './locked.ts';
import { rememberPerson } from './remembered-person.ts';

/** On an empty installation: the first person becomes the owner. There is no default PIN. */
export const OwnerScreen = () => {
  const { t } = useTranslation();
  const takeSession = useTakeSession();
  const createOwner = useCommand('session.createOwner');
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [hint, setHint] = useState<string | null>(null);

  const fault = () => {
    if (name.trim() === '') return t('owner.name_missing');
    if (!/^\d{4,8}$/.test(pin)) return t('lock.too_short');
    return pin === again ? null : t('owner.differ');
  };
  const create = async (event: FormEvent) => {
    event.preventDefault();
    const found = fault();
    setHint(found);
    if (found) return;
    const session = await createOwner.run({ name: name.trim(), pin });
    if (!session) return;
    if (session.person?.id) rememberPerson(session.person.id);
    takeSession(session);
    setLocked(false);
  };
  const pinProps = { inputMode: 'numeric', autoComplete: 'new-password', maxLength: 8, size: 'md' } as const;
  const digitsOf = (text: string) => text.replace(/\D/g, '');
  return (
    <LockFrame>
      <h2 className={classes.title}>{t('owner.title')}</h2>
      <p className={classes.hint}>{t('owner.hint')}</p>
      <form className={classes.form} onSubmit={(event) => void create(event)} noValidate>
        <TextInput
          label={t('owner.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={100}
          autoComplete="name"
          data-autofocus
          autoFocus
        />
        <PasswordInput
          label={t('owner.pin')}
          description={t('owner.pin_hint')}
          value={pin}
          onChange={(event) => setPin(digitsOf(event.currentTarget.value))}
          {...pinProps}
        />
        <PasswordInput
          label={t('owner.pin_again')}
          value={again}
          onChange={(event) => setAgain(digitsOf(event.currentTarget.value))}
          {...pinProps}
        />
        <Problem error={createOwner.error} text={hint} />
        <Button type="submit" size="lg" loading={createOwner.busy}>
          {t('owner.create')}
        </Button>
      </form>
    </LockFrame>
  );
};
