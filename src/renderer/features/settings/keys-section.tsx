import { Button, Skeleton } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import type { ApiKey } from '../../../contract/session.ts';
import type { Settings } from '../../../contract/settings.ts';
import { useCall } from '../../client/queries.ts';
import { Notice } from '../../ui/notice.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { NewKey } from './new-key.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { SECTION_FIELDS } from './setting-fields.ts';
import classes from './settings.module.css';
import { SettingsForm } from './settings-form.tsx';

/** The keys of other programs, and what concerns those who connect them. */
export const KeysSection = ({ settings }: { settings: Settings }) => {
  const { t } = useTranslation();
  const keys = useCall('keys.list', {});
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const [made, setMade] = useState<OutputOf<'keys.create'> | null>(null);
  return (
    <>
      <section className={classes.card} aria-label={t('settings.sections.keys')}>
        <div className={classes.body}>
          <header className={classes.head}>
            <div>
              <h2 className={classes.title}>{t('settings.sections.keys')}</h2>
              <p className={classes.hint}>{t('settings.hints.keys')}</p>
            </div>
            <Button leftSection={<IconPlus size={20} />} onClick={() => setAdding(true)}>
              {t('settings.keys.add')}
            </Button>
          </header>
          <Problem error={keys.error} />
          {made ? <NewKey made={made} port={settings.network_port} onDone={() => setMade(null)} /> : null}
          {keys.data ? (
            keys.data.length === 0 ? (
              <Notice icon={<IconKey size={32} />} title={t('settings.keys.none')} text={t('settings.keys.none_hint')} />
            ) : (
              <ul className={classes.list} aria-label={t('settings.sections.keys')}>
                {keys.data.map((key) => (
                  <KeyEntry key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
                ))}
              </ul>
            )
          ) : keys.error ? null : (
            <Skeleton height={160} radius={16} />
          )}
        </div>
      </section>
      <SettingsForm
        title={t('settings.technical')}
        hint={t('settings.technical_hint')}
        fields={SECTION_FIELDS.integration}
        settings={settings}
      />
      {adding ? <KeyDialog onClose={() => setAdding(false)} onMade={setMade} /> : null}
      {revoking ? <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  );
};

const KeyEntry = ({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) => {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const { revoked_at: revokedAt, revoked_by: by, revoke_reason: why } = apiKey;
  return (
    <li className={classes.entry} data-off={revokedAt === null ? undefined : true}>
      <span className={classes.entryMain}>
        <span className={classes.entryName}>{apiKey.name}</span>
        <span className={classes.entryHint}>
          {t('settings.keys.facts', { prefix: apiKey.prefix, made: dateTime(apiKey.created_at) })}
          {' · '}
          {apiKey.last_used_at === null
            ? t('settings.keys.never_used')
            : t('settings.keys.last_used', { at: dateTime(apiKey.last_used_at) })}
        </span>
        {revokedAt === null ? null : (
          <span className={classes.entryHint}>
            {[t('settings.keys.revoked', { at: dateTime(revokedAt) }), by, why].filter(Boolean).join(' · ')}
          </span>
        )}
      </span>
      <span className={classes.chip}>{t(`role.${apiKey.role}`)}</span>
      {revokedAt === null ? (
        <Button variant="default" aria-label={t('settings.keys.revoke_named', { name: apiKey.name })} onClick={onRevoke}>
          {t('settings.keys.revoke')}
        </Button>
      ) : null}
    </li>
  );
};
