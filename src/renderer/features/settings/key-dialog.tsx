import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { type Role, ROLES } from '../../../domain/permissions.ts';
import { useCommand } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Segments } from '../../ui/segments.tsx';
import classes from './settings.module.css';

interface KeyDialogProps {
  readonly onClose: () => void;
  readonly onMade: (made: OutputOf<'keys.create'>) => void;
}

/** A new key: for what, and how much it may do. */
export const KeyDialog = ({ onClose, onMade }: KeyDialogProps) => {
  const { t } = useTranslation();
  const create = useCommand('keys.create');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('manager');
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    const made = await create.run({ name: name.trim(), role });
    if (!made) return;
    onMade(made);
    onClose();
  };
  return (
    <Dialog title={t('settings.keys.add_title')} onClose={onClose}>
      <form className={classes.stack} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('settings.keys.name')}
          description={t('settings.keys.name_hint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && name.trim() === '' ? t('settings.faults.empty') : null}
          maxLength={100}
          autoComplete="off"
          data-autofocus
        />
        <div className={classes.field}>
          <span className={classes.label} aria-hidden="true">
            {t('settings.keys.role')}
          </span>
          <p className={classes.hint}>{t(`staff.role_hint.${role}`)}</p>
          <Segments
            label={t('settings.keys.role')}
            value={role}
            onChange={setRole}
            options={ROLES.map((value) => ({ value, name: t(`role.${value}`) }))}
          />
        </div>
        <Problem error={create.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.back')}
          </Button>
          <Button type="submit" loading={create.busy}>
            {t('settings.keys.create')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
