import { Button } from '@mantine/core';
import { IconLogin2, IconLogout2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useClock } from '../lock/use-clock.ts';
import { useFormats, useSession } from '../session/session.tsx';
import classes from './time.module.css';
import { useOwnClock } from './use-own-clock.ts';
import { durationText } from './wall-time.ts';

/** The person at the till: clock in or out, and the last days' hours. */
export const YouDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const { person } = useSession();
  const { time, dayTime } = useFormats();
  const clock = useOwnClock();
  const now = useClock().toISOString();
  const { open } = clock;
  return (
    <Dialog title={person?.name ?? ''} onClose={onClose}>
      <div className={classes.you}>
        <div className={classes.state} data-in={open !== null || undefined}>
          <span className={classes.stateWord} data-testid="clock-state">
            {open ? t('time.in_since', { time: time(open.clocked_in_at) }) : t('time.not_in')}
          </span>
          {open ? <span className={`${classes.duration} figures`}>{durationText(open.clocked_in_at, now)}</span> : null}
        </div>
        <Problem error={clock.error} />
        <Button
          size="xl"
          variant={open ? 'default' : 'filled'}
          leftSection={open ? <IconLogout2 size={26} /> : <IconLogin2 size={26} />}
          onClick={() => void clock.turn()}
          loading={clock.busy}
          data-autofocus
        >
          {t(open ? 'time.clock_out' : 'time.clock_in')}
        </Button>
        {clock.recent.length > 0 ? (
          <section aria-label={t('time.recent')}>
            <h3 className={classes.subtitle}>{t('time.recent')}</h3>
            <ul className={classes.rows}>
              {clock.recent.map((punch) => (
                <li key={punch.id}>
                  <span>
                    {dayTime(punch.clocked_in_at)} – {punch.clocked_out_at ? time(punch.clocked_out_at) : t('time.now')}
                    {punch.correction ? <span className={classes.mark}>{t('time.corrected')}</span> : null}
                  </span>
                  <span className="figures">{durationText(punch.clocked_in_at, punch.clocked_out_at ?? now)}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <Link href="/hours" className={classes.more} onClick={onClose}>
          {t('time.all')}
        </Link>
      </div>
    </Dialog>
  );
};
