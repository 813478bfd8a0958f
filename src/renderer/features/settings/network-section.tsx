import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/settings.ts';
import { useCall } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { QrCode } from './qr-code.tsx';
import { SECTION_FIELDS } from './setting-fields.ts';
import classes from './settings.module.css';
import { SettingsForm } from './settings-form.tsx';

/** Whether other devices can come in, at which address, and who may. */
export const NetworkSection = ({ settings }: { settings: Settings }) => {
  const { t } = useTranslation();
  const network = useCall('network.get', {});
  const state = network.data;
  const isDesktop = state?.door === 'desktop';
  return (
    <>
      <section className={classes.card} aria-label={t('settings.network.now')}>
        <div className={classes.body}>
          <header>
            <h2 className={classes.title}>{t('settings.network.now')}</h2>
          </header>
          <Problem error={network.error} text={state?.problem ?? null} />
          {state ? (
            <div className={classes.state}>
              <div className={classes.stateWords} role="status">
                <strong>
                  {state.urls.length > 0
                    ? t('settings.network.open')
                    : state.listening && state.only_here
                      ? t('settings.network.only_here')
                      : state.listening
                        ? t('settings.network.no_address')
                        : t('settings.network.closed')}
                </strong>
                {state.urls.map((url) => (
                  <span key={url} className={classes.address}>
                    {url}
                  </span>
                ))}
                {state.urls.length > 0 ? <span className={classes.hint}>{t('settings.network.how')}</span> : null}
                {state.door === 'server' && state.host !== null ? (
                  <span className={classes.hint}>{t('settings.network.served', { host: state.host, port: state.port })}</span>
                ) : null}
                {state.open_to_all ? <span className={classes.note}>{t('settings.network.no_auth')}</span> : null}
              </div>
              {state.urls[0] === undefined ? null : (
                <QrCode text={state.urls[0]} label={t('settings.network.qr', { url: state.urls[0] })} />
              )}
            </div>
          ) : null}
          <div className={classes.warning}>
            <strong>{t('settings.network.know')}</strong>
            <ul>
              <li>{t('settings.network.who')}</li>
              <li>{t('settings.network.plain')}</li>
              <li>{t('settings.network.trust')}</li>
            </ul>
          </div>
        </div>
      </section>
      {isDesktop ? (
        <SettingsForm
          title={t('settings.sections.network')}
          hint={t('settings.hints.network')}
          fields={SECTION_FIELDS.network}
          settings={settings}
        />
      ) : null}
    </>
  );
};
