import { Button, Skeleton } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useLocation } from 'wouter';
import type { Settings } from '../../../contract/settings.ts';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Notice } from '../../ui/notice.tsx';
import { BackupsSection } from '../backups/backups-section.tsx';
import { DesktopSection } from '../desktop/desktop-section.tsx';
import { useMay, useSession } from '../session/session.tsx';
import { AboutSection } from './about-section.tsx';
import { DiscardDemo } from './discard-demo.tsx';
import { useDrafts } from './drafts.ts';
import { KeysSection } from './keys-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { PaymentsSection } from './payments-section.tsx';
import { type SectionId, SECTIONS } from './sections.ts';
import { SECTION_FIELDS } from './setting-fields.ts';
import classes from './settings.module.css';
import { SettingsForm } from './settings-form.tsx';

/** Every setting, section by section; the section is the end of the address. */
export const SettingsScreen = () => {
  const { t } = useTranslation();
  const may = useMay();
  const { person, demo } = useSession();
  const [location, navigate] = useLocation();
  const drafts = useDrafts(person?.id ?? null);
  const settings = useCall('settings.get', {});
  const allowed = SECTIONS.filter(({ permission }) => may(permission));
  const wanted = location.split('/')[3] ?? 'shop';
  const at = allowed.findIndex(({ id }) => id === wanted);
  const step = (by: number) => {
    const next = allowed[at + by];
    if (next) navigate(`/office/settings/${next.id}`);
  };
  useShortcuts('settings', { before: () => step(-1), next: () => step(1) });
  const section = allowed[at];
  if (!section) return <Redirect to="/office/settings/shop" replace />;
  return (
    <div className={classes.screen}>
      <h1 className={classes.heading}>{t('office.pages.settings')}</h1>
      <nav className={classes.sections} aria-label={t('settings.nav')}>
        {allowed.map(({ id, forms }) => {
          const unsaved = forms.some((form) => SECTION_FIELDS[form].some(({ key }) => drafts[key] !== undefined));
          return (
            <Link
              key={id}
              href={`/office/settings/${id}`}
              className={classes.section}
              aria-current={id === section.id ? 'page' : undefined}
            >
              {t(`settings.sections.${id}`)}
              {unsaved ? (
                <span className={classes.dot}>
                  <span className="visually-hidden">{t('settings.has_unsaved')}</span>
                </span>
              ) : null}
            </Link>
          );
        })}
      </nav>
      <div className={classes.content}>
        {settings.data ? (
          <>
            <Section key={section.id} id={section.id} settings={settings.data} />
            {section.id === 'shop' && demo && may('backups.manage') ? <DiscardDemo /> : null}
          </>
        ) : settings.error ? (
          <Notice icon={<IconPlugConnectedX size={32} />} title={t('settings.failed')} text={settings.error.message} role="alert">
            <Button onClick={() => void settings.refetch()}>{t('app.try_again')}</Button>
          </Notice>
        ) : (
          <Skeleton height={420} radius={20} />
        )}
      </div>
    </div>
  );
};

const Section = ({ id, settings }: { id: SectionId; settings: Settings }) => {
  const { t } = useTranslation();
  if (id === 'payments') return <PaymentsSection />;
  if (id === 'network') return <NetworkSection settings={settings} />;
  if (id === 'keys') return <KeysSection settings={settings} />;
  if (id === 'backups') return <BackupsSection settings={settings} />;
  if (id === 'desktop') return <DesktopSection settings={settings} />;
  if (id === 'about') return <AboutSection />;
  return (
    <SettingsForm
      title={t(`settings.sections.${id}`)}
      hint={t(`settings.hints.${id}`)}
      fields={SECTION_FIELDS[id]}
      settings={settings}
      isPrinter={id === 'printers'}
    />
  );
};
