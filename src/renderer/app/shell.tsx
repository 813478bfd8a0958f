import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useMay } from '../features/session/session.tsx';
import { useLock } from '../features/lock/use-lock.ts';
import { TillScreen } from '../features/till/till-screen.tsx';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { nextScheme } from '../theme/scheme.ts';
import { ConnectionState } from './connection-state.tsx';
import { Header } from './header.tsx';
import { Help } from './help.tsx';
import { NAVIGATION, screenOf } from './screens.ts';
import classes from './shell.module.css';

const BoardScreen = lazy(async () => ({ default: (await import('../features/board/board-screen.tsx')).BoardScreen }));
const ShiftScreen = lazy(async () => ({ default: (await import('../features/shift/shift-screen.tsx')).ShiftScreen }));
const ReportScreen = lazy(async () => ({ default: (await import('../features/shift/report-screen.tsx')).ReportScreen }));

/** The signed-in page: header, navigation and the screen. */
export const Shell = () => {
  const may = useMay();
  const lock = useLock();
  const [location, navigate] = useLocation();
  const [helpOpen, setHelpOpen] = useState(false);
  const { setColorScheme } = useMantineColorScheme();
  const computed = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const allowed = NAVIGATION.filter((screen) => may(screen.permission));
  const home = allowed[0]?.path ?? '/orders';
  const go = (id: string) => {
    const screen = allowed.find((candidate) => candidate.id === id);
    if (screen) navigate(screen.path);
  };
  const toggleScheme = () => setColorScheme(nextScheme(computed));

  useShortcuts('everywhere', {
    help: () => setHelpOpen(true),
    go_till: () => go('till'),
    go_board: () => go('board'),
    go_shift: () => go('shift'),
    scheme: toggleScheme,
    lock: () => void lock.run(),
  });

  const screen = screenOf(location);
  return (
    <div className={`${classes.shell} print-flow`}>
      <Header
        screens={allowed}
        current={screen}
        lock={lock}
        onHelp={() => setHelpOpen(true)}
        onScheme={toggleScheme}
        isDark={computed === 'dark'}
      />
      <ConnectionState />
      <main className={`${classes.main} print-flow`} id="content">
        <Suspense fallback={null}>
          <Switch>
            <Route path="/">
              {may('orders.create') ? <TillScreen onHelp={() => setHelpOpen(true)} /> : <Redirect to={home} replace />}
            </Route>
            <Route path="/orders/:status?">{({ status }) => <BoardScreen status={status} />}</Route>
            <Route path="/shift">{may('shifts.view') ? <ShiftScreen /> : <Redirect to={home} replace />}</Route>
            <Route path="/shift/:id">
              {({ id }) => (may('shifts.report') ? <ReportScreen shiftId={Number(id)} /> : <Redirect to={home} replace />)}
            </Route>
            <Route>
              <Redirect to={home} replace />
            </Route>
          </Switch>
        </Suspense>
      </main>
      {helpOpen ? <Help screen={/^\/shift\/./.test(location) ? 'report' : screen} onClose={() => setHelpOpen(false)} /> : null}
    </div>
  );
};
