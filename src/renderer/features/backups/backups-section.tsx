import { Button, Skeleton } from '@mantine/core';
import { IconDatabase, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../contract/backups.ts';
import type { Settings } from '../../../contract/settings.ts';
import { useCall, useCommand } from '../../client/queries.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import classes from '../settings/settings.module.css';
import { SECTION_FIELDS } from '../settings/setting-fields.ts';
import { SettingsForm } from '../settings/settings-form.tsx';
import { BackupEntry } from './backup-entry.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

/** Copies of the shop: made, proved, put back, thrown away; and how the automatic ones do. */
export const BackupsSection = ({ settings }: { settings: Settings }) => {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const backups = useCall('backups.list', {}, { refetchInterval: (query) => (query.state.data?.busy ? 1500 : false) });
  const create = useCommand('backups.create');
  const verify = useCommand('backups.verify');
  const remove = useCommand('backups.delete');
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const [deleting, setDeleting] = useState<Backup | null>(null);
  const [said, setSaid] = useState('');
  const busy = create.busy || verify.busy || remove.busy;
  const reset = () => {
    setSaid('');
    for (const command of [create, verify, remove]) command.reset();
  };
  const make = async () => {
    reset();
    const made = await create.run({});
    await backups.refetch();
    if (made) setSaid(t('backups.made', { at: dateTime(made.created_at) }));
  };
  const prove = async ({ name }: Backup) => {
    reset();
    const proved = await verify.run({ backup_name: name });
    await backups.refetch();
    if (proved) setSaid(t(proved.state === 'damaged' ? 'backups.found_damaged' : 'backups.proved', { at: dateTime(proved.created_at) }));
  };
  const throwAway = async () => {
    if (!deleting) return;
    if (!(await remove.run({ backup_name: deleting.name }))) return;
    setDeleting(null);
    await backups.refetch();
    setSaid(t('backups.deleted'));
  };
  const data = backups.data;
  return (
    <>
      <section className={classes.card} aria-label={t('settings.sections.backups')}>
        <div className={classes.body}>
          <header className={classes.head}>
            <div>
              <h2 className={classes.title}>{t('settings.sections.backups')}</h2>
              <p className={classes.hint}>{t('settings.hints.backups')}</p>
            </div>
            <Button leftSection={<IconPlus size={20} />} loading={create.busy} disabled={busy} onClick={() => void make()}>
              {t('backups.make')}
            </Button>
          </header>
          {data?.last_failure ? (
            <Problem text={t('backups.failed_at', { at: dateTime(data.last_failure.at), why: data.last_failure.message })} />
          ) : null}
          {data?.second_folder.state === 'missing' ? (
            <Problem text={t('backups.second_missing', { path: data.second_folder.path })} />
          ) : null}
          <Problem error={create.error ?? verify.error ?? backups.error} />
          <p role="status" className={classes.said}>
            {said}
          </p>
          {data ? (
            data.items.length === 0 ? (
              <Notice icon={<IconDatabase size={32} />} title={t('backups.none')} text={t('backups.none_hint')} />
            ) : (
              <ul className={classes.list} aria-label={t('settings.sections.backups')}>
                {data.items.map((backup) => (
                  <BackupEntry
                    key={backup.name}
                    backup={backup}
                    busy={busy}
                    onVerify={() => void prove(backup)}
                    onRestore={() => setRestoring(backup)}
                    onDelete={() => {
                      reset();
                      setDeleting(backup);
                    }}
                  />
                ))}
              </ul>
            )
          ) : backups.error ? null : (
            <Skeleton height={240} radius={16} />
          )}
          {data ? <p className={classes.hint}>{t('backups.folder', { path: data.folder })}</p> : null}
        </div>
      </section>
      <SettingsForm title={t('backups.automatic')} hint={t('backups.automatic_hint')} fields={SECTION_FIELDS.backups} settings={settings} />
      {restoring ? <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} /> : null}
      {deleting ? (
        <Confirm
          title={t('backups.delete_title', { at: dateTime(deleting.created_at) })}
          text={t('backups.delete_text')}
          keep={t('app.back')}
          confirm={t('backups.delete')}
          busy={remove.busy}
          error={remove.error}
          onKeep={() => setDeleting(null)}
          onConfirm={() => void throwAway()}
        />
      ) : null}
    </>
  );
};
