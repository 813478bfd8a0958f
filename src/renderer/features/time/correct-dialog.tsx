import { Button, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimePunch } from '../../../contract/staff.ts';
import { useCommand } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { ReasonField } from '../../ui/reason-field.tsx';
import { useSession } from '../session/session.tsx';
import classes from './time.module.css';
import { instantOfWall, wallText } from './wall-time.ts';

const REASONS = ['forgot_out', 'forgot_in', 'wrong'] as const;

/** Other times for one stay, with the reason. What was clocked stays on record. */
export const CorrectDialog = ({ punch, onClose }: { punch: TimePunch; onClose: () => void }) => {
  const { t } = useTranslation();
  const { shop } = useSession();
  const queries = useQueryClient();
  const correct = useCommand('timeClock.correct');
  const [from, setFrom] = useState(wallText(punch.clocked_in_at, shop.time_zone));
  const [to, setTo] = useState(punch.clocked_out_at === null ? '' : wallText(punch.clocked_out_at, shop.time_zone));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const start = instantOfWall(from, shop.time_zone);
  const end = to === '' ? null : instantOfWall(to, shop.time_zone);
  const endFault = to !== '' && (end === null || (start !== null && end < start));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (start === null || endFault || reason.trim() === '') return;
    const made = await correct.run({ punch_id: punch.id, clocked_in_at: start, clocked_out_at: end, reason: reason.trim() });
    if (!made) return;
    void queries.invalidateQueries({ queryKey: ['timeClock'] });
    onClose();
  };
  return (
    <Dialog title={t('time.correct_title', { name: punch.staff_name })} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <p className={classes.hint}>{t('time.correct_hint')}</p>
          <TextInput
            type="datetime-local"
            label={t('time.in')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            error={tried && start === null ? t('time.time_missing') : null}
            data-autofocus
          />
          <TextInput
            type="datetime-local"
            label={t('time.out')}
            description={t('time.out_hint')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={tried && endFault ? t('time.out_before_in') : null}
          />
          <ReasonField
            label={t('drawer.reason')}
            suggestions={REASONS.map((name) => t(`time.reasons.${name}`))}
            value={reason}
            onChange={setReason}
            error={tried && reason.trim() === '' ? t('drawer.reason_missing') : null}
          />
          <Problem error={correct.error} />
          <Button type="submit" size="lg" loading={correct.busy}>
            {t('time.correct_confirm')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
};
