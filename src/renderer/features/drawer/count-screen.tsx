import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect } from 'wouter';
import type { Shift } from '../../../contract/shifts.ts';
import { useCall } from '../../client/queries.ts';
import { Notice } from '../../ui/notice.tsx';
import reportClasses from '../shift/report.module.css';
import { CountResult } from './count-result.tsx';
import classes from './count.module.css';
import { DrawerCount } from './drawer-count.tsx';

/** The blind close: count, then see the difference, then close. Leaving it loses nothing. */
export const CountScreen = () => {
  const { t } = useTranslation();
  const open = useCall('shifts.list', { status: 'open', per_page: 1 });
  if (!open.data && open.error) {
    return (
      <Notice icon={<IconPlugConnectedX size={32} />} title={t('shift.failed')} text={open.error.message} role="alert">
        <Button onClick={() => void open.refetch()}>{t('app.try_again')}</Button>
      </Notice>
    );
  }
  if (!open.data) return <Skeleton height={480} maw={1120} mx="auto" my="lg" radius={20} />;
  const [shift] = open.data.items;
  return shift ? <Steps key={shift.id} shift={shift} /> : <Redirect to="/shift" replace />;
};

const Steps = ({ shift }: { shift: Shift }) => {
  const { t } = useTranslation();
  const counts = useCall('shifts.counts', { shift_id: shift.id });
  const [again, setAgain] = useState(false);
  const [last] = counts.data ?? [];
  const counting = again || !last;
  if (!counts.data && !counts.error) return <Skeleton height={480} maw={1120} mx="auto" my="lg" radius={20} />;
  return (
    <div className={classes.screen}>
      <div className={classes.top}>
        <Link href="/shift" className={reportClasses.back} aria-label={t('count.leave')}>
          <IconArrowLeft size={22} aria-hidden="true" />
        </Link>
        <div className={classes.heading}>
          <h1 className={classes.title}>{t(counting ? 'count.title' : 'count.result_title', { id: shift.id })}</h1>
          <p className={classes.hint}>{t(counting ? 'count.hint' : 'count.result_hint')}</p>
        </div>
      </div>
      <div className={classes.body}>
        {counting ? (
          <DrawerCount shift={shift} isAgain={counts.data !== undefined && counts.data.length > 0} onCounted={() => setAgain(false)} />
        ) : (
          <CountResult shift={shift} count={last} counts={counts.data ?? []} onAgain={() => setAgain(true)} />
        )}
      </div>
    </div>
  );
};
