import { Button, Skeleton } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/queries.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReportFrame } from './report-frame.tsx';
import classes from './z.module.css';

/** One Z, from its snapshot. One whose snapshot does not fit its seal is said to be damaged, not shown. */
export const ZScreen = ({ zNumber }: { zNumber: number }) => {
  const { t } = useTranslation();
  const report = useCall('zReports.get', { z_number: zNumber });
  if (report.data) return <ReportFrame key={zNumber} document="z" id={zNumber} report={report.data} />;
  if (!report.error) return <Waiting />;
  return (
    <Notice icon={<IconPlugConnectedX size={32} />} title={t('report.failed')} text={report.error.message} role="alert">
      <Button onClick={() => void report.refetch()}>{t('app.try_again')}</Button>
    </Notice>
  );
};

export const Waiting = () => (
  <div className={classes.screen}>
    <Skeleton height={640} maw={1040} mx="auto" mt={64} radius={20} />
  </div>
);
