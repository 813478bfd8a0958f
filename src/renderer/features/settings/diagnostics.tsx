import { Button } from '@mantine/core';
import { IconFirstAidKit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageClient } from '../../client/page-client.ts';
import { Problem } from '../../ui/problem.tsx';
import { saveBytes } from '../shift/save-bytes.ts';
import classes from './settings.module.css';

/** The file that whoever helps asks for. */
export const Diagnostics = () => {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      saveBytes(await pageClient().call('diagnostics.create', {}), 'philo-diagnostics.zip', 'application/zip');
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.stack}>
      <h3 className={classes.subtitle}>{t('settings.about.help')}</h3>
      <p className={classes.hint}>{t('settings.about.help_hint')}</p>
      <div className={classes.inline}>
        <Button variant="default" leftSection={<IconFirstAidKit size={20} />} loading={busy} onClick={() => void save()}>
          {t('settings.about.diagnostics')}
        </Button>
      </div>
      <Problem error={error} />
    </div>
  );
};
