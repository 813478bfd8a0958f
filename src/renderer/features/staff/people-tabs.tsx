import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMay } from '../session/session.tsx';
import classes from './staff.module.css';

/** Between the staff and their hours, for who may see both. */
export const PeopleTabs = ({ current }: { current: 'staff' | 'hours' }) => {
  const { t } = useTranslation();
  const may = useMay();
  if (!may('staff.view')) return null;
  const tab = (name: 'staff' | 'hours', path: string) => (
    <Link href={path} className={classes.tab} aria-current={name === current ? 'page' : undefined}>
      {t(`staff.tab_${name}`)}
    </Link>
  );
  return (
    <nav className={classes.tabs} aria-label={t('staff.tabs')}>
      {tab('staff', '/staff')}
      {tab('hours', '/hours')}
    </nav>
  );
};
