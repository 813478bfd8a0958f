import { Button, Skeleton } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/queries.ts';
import { Notice } from '../../ui/notice.tsx';
import { useMay } from '../session/session.tsx';
import { CurrentShift } from './current-shift.tsx';
import { OpenShift } from './open-shift.tsx';
import { PastShifts } from './past-shifts.tsx';
import classes from './shift.module.css';

/** The shift that is open, or the way to open one; and those before. */
export const ShiftScreen = () => {
  const { t } = useTranslation();
  const may = useMay();
  const open = useCall('shifts.list', { status: 'open', per_page: 1 });
  if (!open.data && open.error) {
    return (
      <Notice icon={<IconPlugConnectedX size={32} />} title={t('shift.failed')} text={open.error.message} role="alert">
        <Button onClick={() => void open.refetch()}>{t('app.try_again')}</Button>
      </Notice>
    );
  }
  const shift = open.data?.items[0];
  return (
    <div className={classes.screen}>
      <h1 className="visually-hidden">{t('shift.title')}</h1>
      <div className={classes.columns}>
        {open.data === undefined ? (
          <Skeleton height={320} radius={20} />
        ) : shift ? (
          <CurrentShift shift={shift} />
        ) : may('shifts.operate') ? (
          <OpenShift />
        ) : (
          <Notice title={t('shift.none_open')} />
        )}
        <PastShifts />
      </div>
    </div>
  );
};
