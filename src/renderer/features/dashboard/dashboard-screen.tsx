import { Button } from '@mantine/core';
import { IconCoffee, IconPlugConnectedX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Notice } from '../../ui/notice.tsx';
import { useSession } from '../session/session.tsx';
import { shifted } from './address.ts';
import { readBehind } from './behind.ts';
import { BehindPanel } from './behind-panel.tsx';
import { Cards } from './cards.tsx';
import classes from './dashboard.module.css';
import { Guests } from './guests.tsx';
import { BusyHours } from './hours.tsx';
import { Methods } from './methods.tsx';
import { Profit } from './profit.tsx';
import { RangeBar } from './range-bar.tsx';
import { TopCategories, TopItems } from './rankings.tsx';
import { Shifts } from './shifts.tsx';
import { Stock } from './stock.tsx';
import { OrderTrend, RevenueTrend } from './trends.tsx';
import { DashboardContext, useDashboardState } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';
import { useView } from './use-view.ts';

/** The shop in one look: its figures, what made them, and the orders behind each. All of it is in the address. */
export const DashboardScreen = () => {
  const { t } = useTranslation();
  const { shop } = useSession();
  const formats = useDashboardFormats();
  const dashboard = useDashboardState();
  const { view, days, today, range, show } = dashboard;
  const select = useRef<HTMLSelectElement>(null);
  const compared = useView('dashboard.compare', range);
  const behind = readBehind(view.behind);
  useShortcuts('dashboard', {
    range: () => select.current?.focus(),
    earlier: () => show({ days: shifted(days, -1) }),
    later: () => days.end < today && show({ days: shifted(days, 1) }),
    print: () => window.print(),
  });
  const found = compared.data;
  const before = found?.previous_range;
  const isEmpty = found !== undefined && found.current.total_orders === 0 && found.current.refunds === 0;
  return (
    <DashboardContext.Provider value={dashboard}>
      <div className={`${classes.screen} print-flow`}>
        <header className={classes.top}>
          <div className={classes.what}>
            <h1 className={classes.title}>{t('dashboard.title')}</h1>
            <p className={classes.days}>
              <span className={classes.paper}>{shop.name} · </span>
              <span className={classes.shown}>{formats.days(days)}</span>
              {before?.start_date ? (
                <span className={classes.compared}>
                  {' '}
                  {t('dashboard.compared', { days: formats.days({ start: before.start_date, end: before.end_date }) })}
                </span>
              ) : null}
            </p>
          </div>
          <RangeBar select={select} onPrint={() => window.print()} />
        </header>
        {!found && compared.error ? (
          <Notice icon={<IconPlugConnectedX size={32} />} title={t('dashboard.failed')} text={compared.error.message} role="alert">
            <Button onClick={() => void compared.refetch()}>{t('app.try_again')}</Button>
          </Notice>
        ) : (
          <>
            <Cards compared={found} />
            {isEmpty ? (
              <div className={classes.nothing}>
                <Notice icon={<IconCoffee size={32} />} title={t('dashboard.nothing')} text={t('dashboard.nothing_hint')} role="status">
                  <Button variant="light" onClick={() => show({ preset: 'last_30', days: null })}>
                    {t('dashboard.show_month')}
                  </Button>
                </Notice>
              </div>
            ) : (
              <div className={classes.figures}>
                <RevenueTrend />
                <Methods />
                <TopItems />
                <TopCategories />
                <BusyHours />
                <OrderTrend />
              </div>
            )}
            <div className={classes.figures}>
              <Profit />
              <Guests />
              <Stock />
              <Shifts />
            </div>
            {found ? (
              <p className={classes.updated}>
                {t('dashboard.updated', { time: formats.dateTime(new Date(compared.dataUpdatedAt).toISOString()) })}
              </p>
            ) : null}
          </>
        )}
      </div>
      {behind ? <BehindPanel key={view.behind} behind={behind} compared={found} /> : null}
    </DashboardContext.Provider>
  );
};
