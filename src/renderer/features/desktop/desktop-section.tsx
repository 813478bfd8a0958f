import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/settings.ts';
import { useCall } from '../../client/queries.ts';
import { SECTION_FIELDS } from '../settings/setting-fields.ts';
import classes from '../settings/settings.module.css';
import { SettingsForm } from '../settings/settings-form.tsx';
import { UpdatesCard } from './updates-card.tsx';

/** What belongs to the computer at the till: its next version, its full screen, its start. */
export const DesktopSection = ({ settings }: { settings: Settings }) => {
  const { t } = useTranslation();
  const desktop = useCall('desktop.get', {}).data;
  if (!desktop) return null;
  if (!desktop.is_desktop) {
    return (
      <section className={classes.card} aria-label={t('settings.sections.desktop')}>
        <div className={classes.body}>
          <h2 className={classes.title}>{t('settings.sections.desktop')}</h2>
          <p className={classes.hint}>{t('desktop.elsewhere')}</p>
        </div>
      </section>
    );
  }
  return (
    <>
      <UpdatesCard />
      <SettingsForm
        title={t('settings.sections.desktop')}
        hint={t('settings.hints.desktop')}
        fields={SECTION_FIELDS.desktop}
        settings={settings}
      />
    </>
  );
};
