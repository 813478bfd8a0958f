import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LIST_EXPORTS, LIST_FORMATS, type ListExportName, type ListFormat } from '../../../contract/list-exports.ts';
import { useCommand } from '../../client/queries.ts';
import { ExportRow } from '../../features/reports/export-row.tsx';
import { isUnderWay, useExports } from '../../features/reports/use-exports.ts';
import exportClasses from '../../features/reports/exports.module.css';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Problem } from '../problem.tsx';
import classes from './list.module.css';

interface ListExportProps {
  readonly name: ListExportName;
  /** The filters and the order of the list as it is shown. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** Whose keys they are. */
  readonly keys?: 'list' | 'orders';
  /** Where the buttons stand, and where how far the file is. */
  readonly children: (buttons: ReactNode, progress: ReactNode) => ReactNode;
}

/** Saves what a list finds, all pages of it, as a file; F7 and F8. */
export const ListExport = ({ name, asked, keys = 'list', children }: ListExportProps) => {
  const { t } = useTranslation();
  const exports = useExports();
  const begin = useCommand(name);
  const write = (format: ListFormat) => {
    if (!begin.busy) void begin.run({ ...asked, format }).then((job) => exports.follow(job));
  };
  useShortcuts(keys, { csv: () => write('csv'), xlsx: () => write('xlsx') });
  const { list } = LIST_EXPORTS[name];
  const jobs = exports.jobs.filter((job) => job.report === list && (isUnderWay(job) || job.state === 'failed'));
  return children(
    <div className={classes.files} role="group" aria-label={t('reports.save_as')}>
      {LIST_FORMATS.map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={20} aria-hidden="true" />}
          disabled={begin.busy}
          onClick={() => write(format)}
        >
          {t(`reports.formats.${format}`)}
        </Button>
      ))}
    </div>,
    <>
      <Problem error={begin.error ?? exports.error} />
      {jobs.length > 0 ? (
        <ul className={`${exportClasses.list} ${classes.making}`} aria-label={t('reports.files')}>
          {jobs.map((job) => (
            <ExportRow key={job.id} job={job} onSave={exports.save} onRemove={(gone) => void exports.remove(gone)} />
          ))}
        </ul>
      ) : null}
    </>,
  );
};
