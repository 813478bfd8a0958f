import { Button } from '@mantine/core';
import { IconArrowLeft, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ZReport } from '../../../contract/z-report.ts';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Problem } from '../../ui/problem.tsx';
import { PrintJob } from '../receipt/print-job.tsx';
import reportClasses from '../shift/report.module.css';
import { usePrints } from './use-prints.ts';
import classes from './z.module.css';
import { ZView } from './z-view.tsx';

/** A report with what can be done with it: print, keep as PDF, send to the network printer. */
export const ReportFrame = ({ document, id, report }: { document: 'x' | 'z'; id: number; report: ZReport }) => {
  const { t } = useTranslation();
  const prints = usePrints(document, id);
  const settings = useCall('settings.get', {});
  const hasPrinter = (settings.data?.printer_host ?? '') !== '';
  useShortcuts('report', { print: () => void prints.print(), pdf: () => void prints.pdf('a4'), roll: () => void prints.pdf('roll80') });
  return (
    <div className={classes.screen}>
      <div className={classes.toolbar}>
        <Link href="/shift" className={reportClasses.back}>
          <IconArrowLeft size={22} aria-hidden="true" />
          {t('shift.title')}
        </Link>
        <span className={classes.tools}>
          {hasPrinter ? (
            <Button
              variant="default"
              leftSection={<IconPrinter size={22} />}
              onClick={() => void prints.send()}
              loading={prints.doing === 'network'}
            >
              {t('z.to_printer')}
            </Button>
          ) : null}
          <Button
            variant="default"
            leftSection={<IconPrinter size={22} />}
            onClick={() => void prints.print()}
            loading={prints.doing === 'print'}
          >
            {t('report.print')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={22} />}
            onClick={() => void prints.pdf('roll80')}
            loading={prints.doing === 'roll80'}
          >
            {t('z.pdf_roll')}
          </Button>
          <Button leftSection={<IconFileTypePdf size={22} />} onClick={() => void prints.pdf('a4')} loading={prints.doing === 'a4'}>
            {t('z.pdf_a4')}
          </Button>
        </span>
      </div>
      <div className={classes.message}>
        <Problem error={prints.error} />
        <p role="status" className={classes.said}>
          {prints.said}
        </p>
      </div>
      <ZView report={report} />
      {prints.shown ? <PrintJob key={prints.shown.id} paper={prints.shown.paper} width="sheet" /> : null}
    </div>
  );
};
