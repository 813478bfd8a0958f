import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck } from '../../../contract/exchange.ts';
import { useFormats } from '../session/session.tsx';
import classes from './exchange.module.css';

const PAGE = 50;

/** Every bad row by line, column and reason, a page at a time. */
export const FaultTable = ({ check }: { readonly check: ImportCheck }) => {
  const { t } = useTranslation();
  const { locale } = useFormats();
  const [page, setPage] = useState(0);
  const pages = Math.ceil(check.faults.length / PAGE);
  const shown = check.faults.slice(page * PAGE, (page + 1) * PAGE);
  return (
    <div className={classes.faults}>
      <p className={classes.warning} role="alert">
        {t('exchange.bad', { count: check.fault_count })}
      </p>
      <table className={classes.table} aria-label={t('exchange.faults')}>
        <thead>
          <tr>
            <th scope="col">{t('exchange.line')}</th>
            <th scope="col">{t('exchange.column')}</th>
            <th scope="col">{t('exchange.reason')}</th>
            <th scope="col">{t('exchange.value')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((fault, index) => (
            <tr key={`${page} ${index}`}>
              <td className="figures">{fault.line === 0 ? '–' : fault.line.toLocaleString(locale)}</td>
              <td>{fault.column || '–'}</td>
              <td>{fault.reason}</td>
              <td className={classes.value}>{fault.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages > 1 ? (
        <div className={classes.turn}>
          <Button variant="default" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('exchange.earlier')}
          </Button>
          <span className="figures">{t('exchange.page', { page: page + 1, pages })}</span>
          <Button variant="default" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            {t('exchange.later')}
          </Button>
        </div>
      ) : null}
    </div>
  );
};
