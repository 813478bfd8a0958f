import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats, useSession } from '../features/session/session.tsx';
import classes from './clock-notice.module.css';

/** Says that the shop's clock was set back, as long as it is behind what is on record; else nothing. */
export const ClockNotice = () => {
  const { t } = useTranslation();
  const { clock_behind } = useSession();
  const { dateTime } = useFormats();
  return (
    <div role="status" className="no-print">
      {clock_behind ? (
        <p className={classes.notice} data-testid="clock-behind">
          <IconClockExclamation size={22} aria-hidden="true" />
          <span>{t('app.clock_behind', { time: dateTime(clock_behind) })}</span>
        </p>
      ) : null}
    </div>
  );
};
