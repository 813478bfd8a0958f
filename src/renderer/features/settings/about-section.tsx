import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/queries.ts';
import { useMay, useSession } from '../session/session.tsx';
import { Diagnostics } from './diagnostics.tsx';
import { Licences } from './licences.tsx';
import classes from './settings.module.css';

/** Which program this is, where its data lies, and what it is built with. */
export const AboutSection = () => {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const { version } = useSession();
  const about = useCall('about.get', {}, { enabled: may('settings.manage') }).data;
  const megabytes = (bytes: number) =>
    new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1_000_000);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('settings.about.version'), `Philo POS ${version}`],
    [t('settings.about.schema'), about && String(about.schema_version)],
    [t('settings.about.folder'), about?.data_folder],
    [t('settings.about.size'), about && megabytes(about.database_bytes)],
    [t('settings.about.runs_on'), about?.runs_on],
  ];
  return (
    <section className={classes.card} aria-label={t('settings.sections.about')}>
      <div className={classes.body}>
        <h2 className={classes.title}>{t('settings.sections.about')}</h2>
        <dl className={classes.facts}>
          {facts.map(([label, value]) =>
            value === undefined ? null : (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
        {may('settings.manage') ? <Diagnostics /> : null}
        <Licences />
      </div>
    </section>
  );
};
