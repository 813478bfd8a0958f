import { Button } from '@mantine/core';
import { IconFirstAidKit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../ui/problem.tsx';
import classes from './settings.module.css';
import { useDiagnostics } from './use-diagnostics.ts';

/** The file that whoever helps asks for. */
export const Diagnostics = () => {
  const { t } = useTranslation();
  const { busy, error, save } = useDiagnostics();
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
