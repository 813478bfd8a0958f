import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { useCall } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats, useMay } from '../session/session.tsx';
import classes from './shift.module.css';

const PER_PAGE = 12;

/** Closed shifts, newest first, each with its report. The page is in the address. */
export const PastShifts = () => {
  const { t } = useTranslation();
  const may = useMay();
  const { money, dateTime } = useFormats();
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const shifts = useCall('shifts.list', { status: 'closed', page, per_page: PER_PAGE }, { placeholderData: keepPreviousData });
  const turn = (to: number) => setParams({ page: String(to) }, { replace: true });
  const pages = shifts.data?.total_pages ?? 1;
  return (
    <section className={classes.past} aria-label={t('shift.past')}>
      <h2 className={classes.title}>{t('shift.past')}</h2>
      <Problem error={shifts.error} />
      {shifts.data?.total === 0 ? <p className={classes.hint}>{t('shift.no_past')}</p> : null}
      <ul className={classes.rows}>
        {shifts.data?.items.map((shift) => {
          const z = may('shifts.z_report') ? shift.z_number : null;
          const content = (
            <>
              <span className={classes.rowMain}>
                <span className="visually-hidden">
                  {z === null ? t('shift.report_of', { id: shift.id }) : t('z.of', { number: z, id: shift.id })}{' '}
                </span>
                {dateTime(shift.opened_at)}
                <span className={classes.rowSub}>
                  {[
                    t('report.shift', { id: shift.id }),
                    z === null ? null : t('z.number', { number: z }),
                    shift.closed_by ?? shift.opened_by,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <span className={classes.rowSide}>
                <span className="money">{shift.total_revenue === null ? '–' : money(shift.total_revenue)}</span>
                <span className={classes.rowSub}>{t('shift.count', { count: shift.total_orders })}</span>
              </span>
            </>
          );
          return (
            <li key={shift.id}>
              {z !== null || may('shifts.report') ? (
                <Link href={z === null ? `/shift/${shift.id}` : `/shift/z/${z}`} className={`${classes.row} ${classes.link}`}>
                  {content}
                  <IconChevronRight size={20} aria-hidden="true" />
                </Link>
              ) : (
                <div className={classes.row}>{content}</div>
              )}
            </li>
          );
        })}
      </ul>
      {pages > 1 ? (
        <div className={classes.pager}>
          <Button variant="default" disabled={page <= 1} leftSection={<IconChevronLeft size={20} />} onClick={() => turn(page - 1)}>
            {t('shift.newer')}
          </Button>
          <span className="figures">{t('shift.page', { page, pages })}</span>
          <Button variant="default" disabled={page >= pages} rightSection={<IconChevronRight size={20} />} onClick={() => turn(page + 1)}>
            {t('shift.older')}
          </Button>
        </div>
      ) : null}
    </section>
  );
};
