import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { UnsavedQuestion } from '../ui/unsaved-question.tsx';
import { CrashNotice } from '../features/desktop/crash-notice.tsx';
import { ApprovalDialog } from '../features/approval/approval-dialog.tsx';
import { useMay, useSession } from '../features/session/session.tsx';
import { useIdleLock } from '../features/lock/use-idle-lock.ts';
import { useLock } from '../features/lock/use-lock.ts';
import { usePayStore } from '../features/pay/pay-store.ts';
import { TillScreen } from '../features/till/till-screen.tsx';
import { YouDialog } from '../features/time/you-dialog.tsx';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { nextScheme } from '../theme/scheme.ts';
import { ClockNotice } from './clock-notice.tsx';
import { Header } from './header.tsx';
import { Help } from './help.tsx';
import { keysOf, NAVIGATION, screenOf } from './screens.ts';
import classes from './shell.module.css';

const BoardScreen = lazy(async () => ({ default: (await import('../features/board/board-screen.tsx')).BoardScreen }));
const OrdersScreen = lazy(async () => ({ default: (await import('../features/orders/orders-screen.tsx')).OrdersScreen }));
const OrderByNumber = lazy(async () => ({ default: (await import('../features/orders/order-by-number.tsx')).OrderByNumber }));
const OrderScreen = lazy(async () => ({ default: (await import('../features/orders/order-screen.tsx')).OrderScreen }));
const MakeRefundScreen = lazy(async () => ({ default: (await import('../features/refund/make-refund-screen.tsx')).MakeRefundScreen }));
const RefundScreen = lazy(async () => ({ default: (await import('../features/refund/refund-screen.tsx')).RefundScreen }));
const ShiftScreen = lazy(async () => ({ default: (await import('../features/shift/shift-screen.tsx')).ShiftScreen }));
const CountScreen = lazy(async () => ({ default: (await import('../features/drawer/count-screen.tsx')).CountScreen }));
const XScreen = lazy(async () => ({ default: (await import('../features/drawer/x-screen.tsx')).XScreen }));
const ZScreen = lazy(async () => ({ default: (await import('../features/drawer/z-screen.tsx')).ZScreen }));
const OfficeScreen = lazy(async () => ({ default: (await import('../features/office/office-screen.tsx')).OfficeScreen }));
const HoursScreen = lazy(async () => ({ default: (await import('../features/time/hours-screen.tsx')).HoursScreen }));
const ReportScreen = lazy(async () => ({ default: (await import('../features/shift/report-screen.tsx')).ReportScreen }));

/** The signed-in page: header, navigation and the screen. */
export const Shell = () => {
  const may = useMay();
  const { shop } = useSession();
  const lock = useLock();
  const [location, navigate] = useLocation();
  const [helpOpen, setHelpOpen] = useState(false);
  const [youOpen, setYouOpen] = useState(false);
  const { setColorScheme } = useMantineColorScheme();
  const computed = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const allowed = NAVIGATION.filter(({ permissions }) => permissions.some((permission) => may(permission)));
  const home = allowed[0]?.path ?? '/orders';
  const mayOffice = allowed.some(({ id }) => id === 'office');
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
    go_office: () => go('office'),
    go_staff: () => may('staff.view') && navigate('/staff'),
    clock: () => lock.possible && setYouOpen(true),
    scheme: toggleScheme,
    lock: () => void lock.run(),
  });

  useIdleLock(lock.possible ? shop.idle_lock_minutes : 0, () => void lock.run());

  const isPaying = usePayStore((store) => store.paying !== null);
  const screen = screenOf(location);
  return (
    <div className={`${classes.shell} print-flow`}>
      <Header
        screens={allowed}
        current={screen}
        lock={lock}
        onHelp={() => setHelpOpen(true)}
        onYou={() => setYouOpen(true)}
        onScheme={toggleScheme}
        isDark={computed === 'dark'}
      />
      <ClockNotice />
      <CrashNotice />
      <main className={`${classes.main} print-flow`} id="content">
        <Suspense fallback={null}>
          <Switch>
            <Route path="/">
              {may('orders.create') ? <TillScreen onHelp={() => setHelpOpen(true)} /> : <Redirect to={home} replace />}
            </Route>
            <Route path="/orders/list/:filters?">{({ filters }) => <OrdersScreen address={filters ?? ''} />}</Route>
            <Route path="/orders/number/:number">{({ number }) => <OrderByNumber number={number} />}</Route>
            <Route path="/orders/order/:id">{({ id }) => <OrderScreen orderId={Number(id)} />}</Route>
            <Route path="/orders/order/:id/refund">{({ id }) => <MakeRefundScreen orderId={Number(id)} />}</Route>
            <Route path="/orders/refund/:id">{({ id }) => <RefundScreen refundId={Number(id)} />}</Route>
            <Route path="/orders/:status?">{({ status }) => <BoardScreen status={status} />}</Route>
            <Route path="/shift">{may('shifts.view') ? <ShiftScreen /> : <Redirect to={home} replace />}</Route>
            <Route path="/shift/count">{may('shifts.operate') ? <CountScreen /> : <Redirect to={home} replace />}</Route>
            <Route path="/shift/x">{may('shifts.x_report') ? <XScreen /> : <Redirect to={home} replace />}</Route>
            <Route path="/shift/z/:number">
              {({ number }) => (may('shifts.z_report') ? <ZScreen zNumber={Number(number)} /> : <Redirect to={home} replace />)}
            </Route>
            <Route path="/shift/:id">
              {({ id }) => (may('shifts.report') ? <ReportScreen shiftId={Number(id)} /> : <Redirect to={home} replace />)}
            </Route>
            <Route path={/^\/(?:office|staff)(?:\/|$)/}>{mayOffice ? <OfficeScreen /> : <Redirect to={home} replace />}</Route>
            <Route path="/hours">{may('time.clock') ? <HoursScreen /> : <Redirect to={home} replace />}</Route>
            <Route>
              <Redirect to={home} replace />
            </Route>
          </Switch>
        </Suspense>
      </main>
      <ApprovalDialog />
      <UnsavedQuestion />
      {youOpen ? <YouDialog onClose={() => setYouOpen(false)} /> : null}
      {helpOpen ? <Help screen={isPaying && screen === 'till' ? 'pay' : keysOf(location)} onClose={() => setHelpOpen(false)} /> : null}
    </div>
  );
};
