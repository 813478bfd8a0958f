import { ActionIcon } from '@mantine/core';
import { IconKeyboard, IconLock, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { LeaveKiosk } from '../features/desktop/leave-kiosk.tsx';
import type { useLock } from '../features/lock/use-lock.ts';
import { useSession } from '../features/session/session.tsx';
import classes from './header.module.css';
import { Mark } from './mark.tsx';
import type { NAVIGATION, NavigationId } from './screens.ts';

interface HeaderProps {
  readonly screens: readonly (typeof NAVIGATION)[number][];
  readonly current: NavigationId;
  readonly lock: ReturnType<typeof useLock>;
  readonly onHelp: () => void;
  /** The person at the till was pressed. */
  readonly onYou: () => void;
  readonly onScheme: () => void;
  readonly isDark: boolean;
}

/** Shop, screens, person. */
export const Header = ({ screens, current, lock, onHelp, onYou, onScheme, isDark }: HeaderProps) => {
  const { t } = useTranslation();
  const { shop, person, demo } = useSession();
  return (
    <header className={`${classes.header} no-print`}>
      <div className={classes.shop}>
        <Mark />
        <span className={classes.shopName}>{shop.name}</span>
        {demo ? <span className={classes.demo}>{t('app.demo')}</span> : null}
      </div>
      <nav className={classes.navigation} aria-label={t('app.main_navigation')}>
        {screens.map(({ id, path, icon: Icon }) => (
          <Link key={id} href={path} className={classes.link} aria-current={id === current ? 'page' : undefined}>
            <Icon size={22} aria-hidden="true" />
            {t(`nav.${id}`)}
          </Link>
        ))}
      </nav>
      <div className={classes.tools}>
        <LeaveKiosk />
        <ActionIcon className={classes.keys} aria-label={t('header.keys')} title={t('header.keys')} onClick={onHelp}>
          <IconKeyboard size={24} />
        </ActionIcon>
        <ActionIcon
          aria-label={t(isDark ? 'header.to_light' : 'header.to_dark')}
          title={t(isDark ? 'header.to_light' : 'header.to_dark')}
          onClick={onScheme}
        >
          {isDark ? <IconSun size={24} /> : <IconMoon size={24} />}
        </ActionIcon>
        {person ? (
          <button type="button" className={classes.person} disabled={!lock.possible} onClick={onYou}>
            <IconUserCircle className={classes.personIcon} size={24} aria-hidden="true" />
            <span className={classes.personName}>{person.name}</span>
            <span className={classes.personRole}>{t(`role.${person.role}`)}</span>
            <span className="visually-hidden">{t('time.you')}</span>
          </button>
        ) : null}
        {lock.possible ? (
          <button type="button" className={classes.lock} onClick={() => void lock.run()} aria-label={t('header.lock_till')}>
            <IconLock size={22} aria-hidden="true" />
            <span className={classes.lockWord}>{t('header.lock')}</span>
          </button>
        ) : null}
      </div>
    </header>
  );
};
