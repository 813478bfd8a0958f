import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionState } from '../../app/connection-state.tsx';
import { CupRing, Mark } from '../../app/mark.tsx';
import { useSession } from '../session/session.tsx';
import classes from './lock.module.css';
import { useClock } from './use-clock.ts';

/** The locked till: the shop's name and clock on one side, what is to be done on the other. No amounts. */
export const LockFrame = ({ children }: { children: ReactNode }) => {
  const { i18n } = useTranslation();
  const { shop, version } = useSession();
  const now = useClock();
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(i18n.language, { ...options, timeZone: shop.time_zone }).format(now);
  return (
    <div className={classes.frame}>
      <aside className={classes.shop}>
        <CupRing className={classes.ring} />
        <div className={classes.brand}>
          <Mark size={48} />
          <h1 className={classes.name}>{shop.name}</h1>
        </div>
        <div>
          <p className={classes.clock} data-testid="clock">
            {format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
          </p>
          <p className={classes.date}>{format({ weekday: 'long', day: 'numeric', month: 'long' })}</p>
        </div>
        <p className={classes.version}>Philo POS {version}</p>
      </aside>
      <main className={classes.task}>
        <div className={classes.connection}>
          <ConnectionState />
        </div>
        {children}
      </main>
    </div>
  );
};
