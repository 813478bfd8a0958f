import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportJob } from '../../../contract/exports.ts';
import { useDashboardFormats } from '../dashboard/use-dashboard-formats.ts';
import { isUnderWay } from './use-exports.ts';
import classes from './exports.module.css';

interface ExportRowProps {
  readonly job: ExportJob;
  readonly onSave: (job: ExportJob) => void;
  readonly onRemove: (id: string) => void;
}

/** One file: how far it is, or what can be done with it. */
export const ExportRow = ({ job, onSave, onRemove }: ExportRowProps) => {
  const { t } = useTranslation();
  const { count, locale, dateTime } = useDashboardFormats();
  const name = `${t(`reports.titles.${job.report}`)} · ${t(`reports.formats.${job.format}`)}`;
  const size = (bytes: number) => {
    const [unit, by] = bytes < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: bytes < 10_000_000 ? 1 : 0,
    }).format(bytes / by);
  };
  const share = job.total ? (job.rows / job.total) * 100 : 0;
  const progress =
    job.state === 'waiting' || job.total === null
      ? t(job.state === 'waiting' ? 'reports.waiting' : 'reports.counting')
      : t('reports.progress', { rows: count(job.rows), total: count(job.total) });
  return (
    <li className={classes.row} data-testid="export-row" data-state={job.state}>
      <span className={classes.what}>
        <span className={classes.name}>{name}</span>
        <span className={classes.how} role={job.state === 'failed' ? 'alert' : undefined}>
          {job.state === 'failed'
            ? job.problem
            : job.state === 'done'
              ? t('reports.done', {
                  rows: count(job.total ?? 0),
                  size: size(job.bytes ?? 0),
                  time: dateTime(job.finished_at ?? job.created_at),
                })
              : progress}
        </span>
      </span>
      {isUnderWay(job) ? (
        <>
          <Progress className={classes.bar ?? ''} value={share} size="lg" radius="xl" aria-label={name} transitionDuration={120} />
          <Button variant="default" onClick={() => onRemove(job.id)}>
            {t('reports.stop')}
          </Button>
        </>
      ) : (
        <>
          {job.state === 'done' ? (
            <Button
              variant="default"
              leftSection={<IconDownload size={20} />}
              onClick={() => onSave(job)}
              aria-label={t('reports.save_file', { name: job.file_name })}
            >
              {t('app.save')}
            </Button>
          ) : null}
          <ActionIcon aria-label={t('reports.delete_file', { name: job.file_name })} onClick={() => onRemove(job.id)}>
            <IconTrash size={20} />
          </ActionIcon>
        </>
      )}
    </li>
  );
};
