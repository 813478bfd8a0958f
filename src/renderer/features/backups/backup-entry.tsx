import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../contract/backups.ts';
import { useFormats } from '../session/session.tsx';
import classes from '../settings/settings.module.css';
import { useMegabytes } from './megabytes.ts';

interface BackupEntryProps {
  readonly backup: Backup;
  readonly busy: boolean;
  readonly onVerify: () => void;
  readonly onRestore: () => void;
  readonly onDelete: () => void;
}

/** One copy: when and why it was made, whether it is sound, and what can be done with it. */
export const BackupEntry = ({ backup, busy, onVerify, onRestore, onDelete }: BackupEntryProps) => {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const megabytes = useMegabytes();
  const at = dateTime(backup.created_at);
  return (
    <li className={classes.entry} data-testid="backup">
      <span className={classes.entryMain}>
        <span className={classes.entryName}>{at}</span>
        <span className={classes.entryHint}>
          {[
            t(`backups.reasons.${backup.reason}`),
            megabytes(backup.bytes),
            backup.in_second_folder ? t('backups.in_second') : null,
            backup.keeps_pins ? null : t('backups.no_pins'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {backup.faults.map((fault) => (
          <span key={fault} className={classes.error}>
            {fault}
          </span>
        ))}
      </span>
      <span className={classes.chip} data-state={backup.state}>
        {t(`backups.states.${backup.state}`)}
      </span>
      <span className={classes.inline}>
        <Button variant="default" disabled={busy} aria-label={t('backups.verify_named', { at })} onClick={onVerify}>
          {t('backups.verify')}
        </Button>
        <Button variant="default" disabled={busy} aria-label={t('backups.restore_named', { at })} onClick={onRestore}>
          {t('backups.restore')}
        </Button>
        <Button variant="default" disabled={busy} aria-label={t('backups.delete_named', { at })} onClick={onDelete}>
          {t('backups.delete')}
        </Button>
      </span>
    </li>
  );
};
