import { Button } from '@mantine/core';
import { IconHeartBroken } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall, useCommand } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats, useMay } from '../session/session.tsx';
import { useDiagnostics } from '../settings/use-diagnostics.ts';
import classes from './desktop.module.css';

/** Offers, to who manages the shop, what is known of the last time the program fell over; gone when it was saved or waved away. */
export const CrashNotice = () => {
  const { t } = useTranslation();
  const { dayTime } = useFormats();
  const may = useMay()('settings.manage');
  const crash = useCall('desktop.get', {}, { enabled: may && window.pos !== undefined }).data?.crash;
  const dismiss = useCommand('desktop.dismissCrash');
  const diagnostics = useDiagnostics();
  if (!crash) return null;
  const save = async () => {
    if (await diagnostics.save()) await dismiss.run({});
  };
  return (
    <section className={`${classes.crash} no-print`} aria-label={t('desktop.crash.title')}>
      <IconHeartBroken size={24} aria-hidden="true" />
      <div className={classes.words}>
        <strong>{t(`desktop.crash.${crash.kind}`, { time: dayTime(crash.at) })}</strong>
        <span>{t('desktop.crash.hint')}</span>
        <Problem error={diagnostics.error ?? dismiss.error} />
      </div>
      <div className={classes.buttons}>
        <Button loading={diagnostics.busy} onClick={() => void save()}>
          {t('desktop.crash.save')}
        </Button>
        <Button variant="default" loading={dismiss.busy} onClick={() => void dismiss.run({})}>
          {t('desktop.crash.dismiss')}
        </Button>
      </div>
    </section>
  );
};
