import { Button, Group, Skeleton, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, Undone } from '../../../contract/backups.ts';
import { useCall, useCommand } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import classes from '../settings/settings.module.css';

/** What the core wants to hear, in every language: it is a name, not a word. */
const CONFIRMATION = 'RESTORE';

/** Puts a copy in place of the shop, after saying what that undoes. Everybody signs in again afterwards. */
export const RestoreDialog = ({ backup, onClose }: { backup: Backup; onClose: () => void }) => {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const queries = useQueryClient();
  const preview = useCall('backups.preview', { backup_name: backup.name });
  const restore = useCommand('backups.restore');
  const [typed, setTyped] = useState('');
  const meant = typed.trim().toUpperCase() === CONFIRMATION;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!meant) return;
    if (!(await restore.run({ backup_name: backup.name, confirm: CONFIRMATION }))) return;
    onClose();
    // Nobody is signed in any more, and nothing that was read is sure to be so still.
    await queries.resetQueries();
  };
  return (
    <Dialog title={t('backups.restore_title', { at: dateTime(backup.created_at) })} onClose={onClose} size={560}>
      <form className={classes.stack} onSubmit={(event) => void submit(event)} noValidate>
        {preview.data ? (
          <WhatGoes undone={preview.data.undone} />
        ) : preview.error ? (
          <Problem error={preview.error} />
        ) : (
          <Skeleton height={160} radius={14} />
        )}
        <p>{t('backups.restore_safety')}</p>
        <TextInput
          label={t('backups.type_to_confirm', { word: CONFIRMATION })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="characters"
          data-autofocus
        />
        <Problem error={restore.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.back')}
          </Button>
          <Button type="submit" color="red" disabled={!meant || !preview.data} loading={restore.busy}>
            {t('backups.restore')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};

const WhatGoes = ({ undone }: { undone: Undone }) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const lines = [
    undone.orders > 0 ? t('backups.undone.orders', { count: undone.orders }) : null,
    undone.payments > 0 ? t('backups.undone.payments', { count: undone.payments, amount: money(undone.paid_amount) }) : null,
    undone.refunds > 0 ? t('backups.undone.refunds', { count: undone.refunds }) : null,
    undone.shifts > 0 ? t('backups.undone.shifts', { count: undone.shifts }) : null,
    undone.z_reports > 0 ? t('backups.undone.z_reports', { count: undone.z_reports }) : null,
    undone.changes > 0 ? t('backups.undone.changes', { count: undone.changes }) : null,
    undone.revived_keys > 0 ? t('backups.undone.revived_keys', { count: undone.revived_keys }) : null,
  ].filter((line) => line !== null);
  return (
    <div className={classes.warning} data-testid="undone">
      <strong>{t(lines.length === 0 ? 'backups.undone.nothing' : 'backups.undone.title')}</strong>
      {lines.length === 0 ? null : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
};
