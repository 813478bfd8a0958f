import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useLocation } from 'wouter';
import { Boundary } from '../../app/boundary.tsx';
import { useMay } from '../session/session.tsx';
import classes from './office.module.css';
import { OFFICE_GROUPS, OFFICE_PAGES, officePageAt } from './pages.ts';

/** The back office: its pages beside the one that is open. */
export const OfficeScreen = () => {
  const { t } = useTranslation();
  const may = useMay();
  const [location] = useLocation();
  const allowed = OFFICE_PAGES.filter(({ permission }) => may(permission));
  const page = officePageAt(location);
  const first = allowed[0];
  if (location.replace(/\/$/, '') === '/office' && first) return <Redirect to={first.path} replace />;
  const Page = page && may(page.permission) ? page.screen : null;
  return (
    <div className={`${classes.office} print-flow`}>
      <nav className={`${classes.side} no-print`} aria-label={t('nav.office')}>
        {OFFICE_GROUPS.map((group) => {
          const pages = allowed.filter((one) => one.group === group);
          return pages.length === 0 ? null : (
            <div key={group} className={classes.group}>
              <span className={classes.groupName}>{t(`office.groups.${group}`)}</span>
              {pages.map(({ id, path, icon: Icon }) => (
                <Link key={id} href={path} className={classes.link} aria-current={id === page?.id ? 'page' : undefined}>
                  <Icon size={20} aria-hidden="true" />
                  {t(`office.pages.${id}`)}
                </Link>
              ))}
            </div>
          );
        })}
      </nav>
      <div className={`${classes.page} print-flow`}>
        <Boundary key={page?.id}>
          <Suspense fallback={null}>{Page ? <Page /> : null}</Suspense>
        </Boundary>
      </div>
    </div>
  );
};
