import { Button, Skeleton } from '@mantine/core';
import {
  IconArrowLeft,
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconPlugConnectedX,
  IconRefresh,
  IconReportOff,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { EXPORT_FORMATS } from '../../../contract/exports.ts';
import type { ReportId } from '../../../contract/report-tables.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Notice } from '../../ui/notice.tsx';
import { Problem } from '../../ui/problem.tsx';
import { shifted } from '../dashboard/address.ts';
import { useDashboardFormats } from '../dashboard/use-dashboard-formats.ts';
import { BehindRowPanel } from './behind-row-panel.tsx';
import { ExportRow } from './export-row.tsx';
import exportClasses from './exports.module.css';
import { RangeFields } from './range-fields.tsx';
import { daysShown } from './report-address.ts';
import { isBehindReport, readRowName } from './report-behind.ts';
import { ReportFilters } from './report-filters.tsx';
import { ReportTable } from './report-table.tsx';
import classes from './reports.module.css';
import { isUnderWay, useExports } from './use-exports.ts';
import { useReport } from './use-report.ts';

/** One report: its days and filters, its rows and totals, and its files. */
export const ReportView = ({ id }: { id: ReportId }) => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const formats = useDashboardFormats();
  const { view, today, question, report, address, ask, show } = useReport(id);
  const select = useRef<HTMLSelectElement>(null);
  const exports = useExports();
  const [isAsked, setAsked] = useState(false);
  const answer = report.data;
  const pages = answer?.total_pages ?? 1;
  const days = daysShown(view, today);
  const turn = (by: number) => {
    const page = view.page + by;
    if (page >= 1 && page <= pages) show({ page });
  };
  const write = (format: (typeof EXPORT_FORMATS)[number]) => void exports.start(id, format, question);
  useShortcuts('reports', {
    range: () => select.current?.focus(),
    earlier: () => ask({ days: shifted(days, -1) }),
    later: () => days.end < today && ask({ days: shifted(days, 1) }),
    previous_page: () => turn(-1),
    next_page: () => turn(1),
    csv: () => write('csv'),
    xlsx: () => write('xlsx'),
    pdf: () => write('pdf'),
  });
  useShortcuts('everywhere', { back: () => navigate('/office/reports') });
  const row = readRowName(id, view.behind);
  const underWay = exports.jobs.filter(isUnderWay);
  const failed = exports.jobs.filter((job) => job.state === 'failed' && job.report === id);
  return (
    <div className={`${classes.screen} print-flow`}>
      <header className={classes.top}>
        <div className={classes.what}>
          <Link href="/office/reports" className={`${classes.back} no-print`}>
            <IconArrowLeft size={20} aria-hidden="true" />
            {t('office.pages.reports')}
          </Link>
          <h1 className={classes.title}>{t(`reports.titles.${id}`)}</h1>
          <p className={classes.counts}>{t(`reports.counts.${id}`)}</p>
        </div>
        <div className={`${classes.files} no-print`} role="group" aria-label={t('reports.save_as')}>
          {EXPORT_FORMATS.map((format) => (
            <Button
              key={format}
              variant="default"
              leftSection={<IconDownload size={20} />}
              disabled={exports.busy}
              onClick={() => write(format)}
            >
              {t(`reports.formats.${format}`)}
            </Button>
          ))}
        </div>
      </header>
      <div className={classes.tools}>
        <RangeFields view={view} today={today} onChange={ask} select={select} />
        <ReportFilters key={id} id={id} view={view} onChange={(filters) => ask({ filters })} />
      </div>
      <Problem error={exports.error} />
      {underWay.length + failed.length > 0 ? (
        <ul className={exportClasses.list} aria-label={t('reports.files')}>
          {[...underWay, ...failed].map((job) => (
            <ExportRow key={job.id} job={job} onSave={exports.save} onRemove={(gone) => void exports.remove(gone)} />
          ))}
        </ul>
      ) : null}
      {!answer && report.error ? (
        <Notice icon={<IconPlugConnectedX size={32} />} title={t('reports.failed')} text={report.error.message} role="alert">
          <Button onClick={() => void report.refetch()}>{t('app.try_again')}</Button>
        </Notice>
      ) : !answer ? (
        <Skeleton className={classes.waiting ?? ''} radius={18} />
      ) : answer.total === 0 ? (
        <div className={classes.nothing}>
          <Notice icon={<IconReportOff size={32} />} title={t('reports.empty')} text={t('reports.empty_hint')} role="status" />
        </div>
      ) : (
        <ReportTable
          id={id}
          answer={answer}
          view={view}
          behind={(named) => address({ behind: named, behindPage: 1 })}
          onSort={(sort, direction) => ask({ sort, direction })}
        />
      )}
      {answer ? (
        <footer className={classes.foot}>
          <span className="figures" role="status">
            {t('reports.rows', { count: answer.total, rows: formats.count(answer.total) })} ·{' '}
            {t('reports.read_at', { time: formats.time(new Date(report.dataUpdatedAt).toISOString()) })}
          </span>
          <Button
            className="no-print"
            variant="subtle"
            leftSection={<IconRefresh size={20} />}
            loading={isAsked}
            onClick={() => {
              // Shown at work only for whoever pressed: it is read again by itself with every sale.
              setAsked(true);
              void report.refetch().finally(() => setAsked(false));
            }}
          >
            {t('reports.again')}
          </Button>
          {pages > 1 ? (
            <span className={`${classes.pager} no-print`}>
              <Button variant="default" disabled={view.page <= 1} leftSection={<IconChevronLeft size={20} />} onClick={() => turn(-1)}>
                {t('reports.previous')}
              </Button>
              <span className="figures">{t('shift.page', { page: view.page, pages })}</span>
              <Button variant="default" disabled={view.page >= pages} rightSection={<IconChevronRight size={20} />} onClick={() => turn(1)}>
                {t('reports.next')}
              </Button>
            </span>
          ) : null}
        </footer>
      ) : null}
      {isBehindReport(id) && row ? (
        <BehindRowPanel
          key={view.behind}
          report={id}
          name={row}
          answer={answer}
          view={view}
          today={today}
          question={question}
          show={show}
        />
      ) : null}
    </div>
  );
};
