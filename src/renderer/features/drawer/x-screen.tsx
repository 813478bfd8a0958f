import { Button } from '@mantine/core';
import { IconCash, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useCall } from '../../client/queries.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReportFrame } from './report-frame.tsx';
import { Waiting } from './z-screen.tsx';

/** The figures so far of the open shift; read again whenever something is sold. */
export const XScreen = () => {
  const { t } = useTranslation();
  const open = useCall('shifts.list', { status: 'open', per_page: 1 });
  const shift = open.data?.items[0];
  const report = useCall('shifts.xReport', { shift_id: shift?.id ?? 0 }, { enabled: shift !== undefined });
  const failure = open.error ?? report.error;
  if (shift && report.data) return <ReportFrame key={shift.id} document="x" id={shift.id} report={report.data} />;
  if (open.data && !shift) {
    return (
      <Notice icon={<IconCash size={32} />} title={t('shift.none_open')}>
        <Button component={Link} href="/shift">
          {t('shift.title')}
        </Button>
      </Notice>
    );
  }
  if (!failure) return <Waiting />;
  return (
    <Notice icon={<IconPlugConnectedX size={32} />} title={t('report.failed')} text={failure.message} role="alert">
      <Button onClick={() => void report.refetch()}>{t('app.try_again')}</Button>
    </Notice>
  );
};
