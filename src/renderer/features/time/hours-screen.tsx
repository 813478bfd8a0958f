import { Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconClock } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import type { TimePunch } from '../../../contract/staff.ts';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Notice } from '../../ui/notice.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useMay, useSession } from '../session/session.tsx';
import { PeopleTabs } from '../staff/people-tabs.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { HoursRow } from './hours-row.tsx';
import classes from './time.module.css';
import { useOwnClock } from './use-own-clock.ts';

const PER_PAGE = 25;

/** Clocked hours, newest first: one's own, or everybody's for who may correct them. Page and person are in the address. */
export const HoursScreen = () => {
  const { t } = useTranslation();
  const may = useMay();
  const { staff } = useSession();
  const own = useOwnClock();
  const manages = may('time.manage');
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const staffId = Number(params.get('person')) || undefined;
  const [correcting, setCorrecting] = useState<TimePunch | null>(null);
  const punches = useCall(
    'timeClock.list',
    { page, per_page: PER_PAGE, ...(manages && staffId !== undefined ? { staff_id: staffId } : {}) },
    { placeholderData: keepPreviousData },
  );
  const show = (next: { page: number; person?: number | undefined }) =>
    setParams({ page: String(next.page), ...(next.person === undefined ? {} : { person: String(next.person) }) }, { replace: true });
  const pages = punches.data?.total_pages ?? 1;
  const turn = (by: number) => {
    if (page + by < 1 || page + by > pages) return false;
    show({ page: page + by, person: staffId });
    return true;
  };
  useShortcuts('hours', { clock: () => (own.possible ? void own.turn() : false), newer: () => turn(-1), older: () => turn(1) });
  const rows = punches.data?.items ?? [];
  return (
    <div className={classes.screen}>
      <div className={classes.body}>
        <PeopleTabs current="hours" />
        <div className={classes.top}>
          <h1 className={classes.title}>{t(manages ? 'time.title' : 'time.own_title')}</h1>
          {manages ? (
            <NativeSelect
              size="md"
              aria-label={t('time.person')}
              value={staffId === undefined ? '' : String(staffId)}
              onChange={(event) => show({ page: 1, person: Number(event.currentTarget.value) || undefined })}
              data={[{ value: '', label: t('time.everybody') }, ...staff.map(({ id, name }) => ({ value: String(id), label: name }))]}
            />
          ) : null}
        </div>
        <Problem error={punches.error ?? own.error} />
        {punches.data && rows.length === 0 ? (
          <Notice icon={<IconClock size={32} />} title={t('time.none')} text={t('time.none_hint')} />
        ) : (
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  {manages ? <th scope="col">{t('time.person')}</th> : null}
                  <th scope="col">{t('time.in')}</th>
                  <th scope="col">{t('time.out')}</th>
                  <th scope="col">{t('time.hours')}</th>
                  {manages ? (
                    <th scope="col">
                      <span className="visually-hidden">{t('time.correct')}</span>
                    </th>
                  ) : null}
                </tr>
              </thead>
              <tbody>
                {rows.map((punch) => (
                  <HoursRow key={punch.id} punch={punch} onCorrect={manages ? () => setCorrecting(punch) : null} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {pages > 1 ? (
          <div className={classes.pager}>
            <Button variant="default" disabled={page <= 1} leftSection={<IconChevronLeft size={20} />} onClick={() => turn(-1)}>
              {t('shift.newer')}
            </Button>
            <span className="figures">{t('shift.page', { page, pages })}</span>
            <Button variant="default" disabled={page >= pages} rightSection={<IconChevronRight size={20} />} onClick={() => turn(1)}>
              {t('shift.older')}
            </Button>
          </div>
        ) : null}
      </div>
      {correcting ? <CorrectDialog punch={correcting} onClose={() => setCorrecting(null)} /> : null}
    </div>
  );
};
