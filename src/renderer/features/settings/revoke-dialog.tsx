import { Button, Group } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '../../../contract/session.ts';
import { useCommand } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { ReasonField } from '../../ui/reason-field.tsx';
import classes from './settings.module.css';

/** Takes a key away for good, with the reason for the books. */
export const RevokeDialog = ({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) => {
  const { t } = useTranslation();
  const revoke = useCommand('keys.revoke');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    if (await revoke.run({ key_id: apiKey.id, reason: reason.trim() })) onClose();
  };
  return (
    <Dialog title={t('settings.keys.revoke_title', { name: apiKey.name })} onClose={onClose}>
      <form className={classes.stack} onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('settings.keys.revoke_text')}</p>
        <ReasonField
          label={t('settings.keys.why')}
          suggestions={[t('settings.keys.reasons.unused'), t('settings.keys.reasons.leaked'), t('settings.keys.reasons.replaced')]}
          value={reason}
          onChange={setReason}
          error={tried && reason.trim() === '' ? t('settings.faults.empty') : null}
          autoFocus
        />
        <Problem error={revoke.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.back')}
          </Button>
          <Button type="submit" color="red" loading={revoke.busy}>
            {t('settings.keys.revoke')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
