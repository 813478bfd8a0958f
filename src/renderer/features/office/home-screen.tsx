import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMay } from '../session/session.tsx';
import classes from './office.module.css';
import { OFFICE_PAGES } from './pages.ts';

/** The way to every page of the back office. */
export const HomeScreen = () => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className={classes.home}>
      <h1>{t('nav.office')}</h1>
      <ul>
        {OFFICE_PAGES.filter(({ id, permission }) => id !== 'home' && may(permission)).map(({ id, path }) => (
          <li key={id}>
            <Link href={path}>{t(`office.pages.${id}`)}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
};
