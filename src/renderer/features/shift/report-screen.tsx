import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconFileTypePdf, IconPlugConnectedX, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { pageClient } from '../../client/page-client.ts';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Notice } from '../../ui/notice.tsx';
import { Problem } from '../../ui/problem.tsx';
import classes from './report.module.css';
import { ReportPaper } from './report-paper.tsx';
import { saveBytes } from './save-bytes.ts';

/** A shift's end-of-day report: to read, to print, to keep as PDF. */
export const ReportScreen = ({ shiftId }: { shiftId: number }) => {
  const { t } = useTranslation();
  const report = useCall('shifts.report', { shift_id: shiftId });
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<Error | null>(null);
  const print = () => window.print();
  const save = async () => {
    setSaving(true);
    setFailed(null);
    try {
      saveBytes(await pageClient().call('shifts.reportPdf', { shift_id: shiftId }), t('report.file', { id: shiftId }), 'application/pdf');
    } catch (error) {
      setFailed(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setSaving(false);
    }
  };
  useShortcuts('report', { print, pdf: () => void save() });
  if (!report.data && report.error) {
    return (
      <Notice icon={<IconPlugConnectedX size={32} />} title={t('report.failed')} text={report.error.message} role="alert">
        <Button onClick={() => void report.refetch()}>{t('app.try_again')}</Button>
      </Notice>
    );
  }
  return (
    <div className={`${classes.screen} print-flow`}>
      <div className={`${classes.toolbar} no-print`}>
        <Link href="/shift" className={classes.back}>
          <IconArrowLeft size={22} aria-hidden="true" />
          {t('shift.title')}
        </Link>
        <span className={classes.tools}>
          <Button variant="default" leftSection={<IconPrinter size={22} />} onClick={print} disabled={!report.data}>
            {t('report.print')}
          </Button>
          <Button leftSection={<IconFileTypePdf size={22} />} onClick={() => void save()} loading={saving} disabled={!report.data}>
            {t('report.pdf')}
          </Button>
        </span>
      </div>
      <div className={`${classes.problem} no-print`}>
        <Problem error={failed} />
      </div>
      {report.data ? <ReportPaper report={report.data} /> : <Skeleton height={640} maw={720} mx="auto" radius={20} />}
    </div>
  );
};
