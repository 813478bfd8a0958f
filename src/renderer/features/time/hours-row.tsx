import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TimePunch } from '../../../contract/staff.ts';
import { useClock } from '../lock/use-clock.ts';
import { useFormats } from '../session/session.tsx';
import classes from './time.module.css';
import { durationText } from './wall-time.ts';

/** One stay. What was clocked stays in sight beside a correction. */
export const HoursRow = ({ punch, onCorrect }: { punch: TimePunch; onCorrect: (() => void) | null }) => {
  const { t } = useTranslation();
  const { dayTime } = useFormats();
  const now = useClock().toISOString();
  const { original, correction } = punch;
  const out = (instant: string | null) => (instant === null ? t('time.still_in') : dayTime(instant));
  const was = (clocked: string, counts: string) => (clocked === counts ? null : <del className={classes.was}>{clocked}</del>);
  const [cameAt, wentAt] = [dayTime(punch.clocked_in_at), out(punch.clocked_out_at)];
  return (
    <tr data-corrected={correction !== null || undefined}>
      {onCorrect ? <th scope="row">{punch.staff_name}</th> : null}
      <td className="figures">
        {cameAt}
        {original ? was(dayTime(original.clocked_in_at), cameAt) : null}
      </td>
      <td className="figures">
        {wentAt}
        {original ? was(out(original.clocked_out_at), wentAt) : null}
        {correction ? (
          <span className={classes.why}>{t('time.corrected_by', { name: correction.corrected_by, reason: correction.reason })}</span>
        ) : null}
      </td>
      <td className={`${classes.length} figures`}>{durationText(punch.clocked_in_at, punch.clocked_out_at ?? now)}</td>
      {onCorrect ? (
        <td>
          <Button
            variant="default"
            leftSection={<IconPencil size={20} />}
            onClick={onCorrect}
            aria-label={t('time.correct_of', { name: punch.staff_name, time: cameAt })}
          >
            {t('time.correct')}
          </Button>
        </td>
      ) : null}
    </tr>
  );
};
