import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Problem } from '../../ui/problem.tsx';
import { ExportRow } from './export-row.tsx';
import exportClasses from './exports.module.css';
import { REPORT_GROUPS } from './report-address.ts';
import classes from './reports.module.css';
import { useExports } from './use-exports.ts';

/** The way to every report, and the files that were made of them. */
export const ReportIndex = () => {
  const { t } = useTranslation();
  const exports = useExports();
  return (
    <div className={`${classes.screen} ${classes.index}`}>
      <h1 className={classes.title}>{t('office.pages.reports')}</h1>
      <div className={classes.groups}>
        {(Object.keys(REPORT_GROUPS) as (keyof typeof REPORT_GROUPS)[]).map((group) => (
          <section key={group} className={classes.group} aria-labelledby={`reports-${group}`}>
            <h2 id={`reports-${group}`}>{t(`reports.groups.${group}`)}</h2>
            <ul>
              {REPORT_GROUPS[group].map((id) => (
                <li key={id}>
                  <Link href={`/office/reports/${id}`} className={classes.report}>
                    {t(`reports.titles.${id}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Problem error={exports.error} />
      {exports.jobs.length > 0 ? (
        <section className={classes.made} aria-labelledby="reports-files">
          <h2 id="reports-files">{t('reports.files')}</h2>
          <p className={classes.counts}>{t('reports.files_hint')}</p>
          <ul className={exportClasses.list}>
            {exports.jobs.map((job) => (
              <ExportRow key={job.id} job={job} onSave={exports.save} onRemove={(gone) => void exports.remove(gone)} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
};
