import { createContext, useContext, useMemo } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useClock } from '../lock/use-clock.ts';
import { useSession } from '../session/session.tsx';
import { businessDayOf } from '../session/shop-clock.ts';
import { type Days, daysOf, fittingGroup, type Group, readView, type View, writeView } from './address.ts';

export interface Dashboard {
  readonly view: View;
  readonly today: string;
  readonly days: Days;
  readonly group: Group;
  /** The days as the views' input. */
  readonly range: { readonly start_date: string; readonly end_date: string };
  /** The address with these changes. */
  readonly address: (change: Partial<View>) => string;
  /** The address that lists the orders behind a figure. */
  readonly behind: (figure: string) => string;
  /** Goes there; `replace` leaves no step for Back. */
  readonly show: (change: Partial<View>, options?: { replace?: boolean }) => void;
}

const PATH = '/office/dashboard';

/** What the address says, worked out once for the whole page. */
export const useDashboardState = (): Dashboard => {
  const { shop } = useSession();
  const [params] = useSearchParams();
  const [, navigate] = useLocation();
  const today = businessDayOf(useClock(), shop);
  const text = params.toString();
  return useMemo(() => {
    const view = readView(new URLSearchParams(text));
    const days = view.days ?? daysOf(view.preset === 'custom' ? 'today' : view.preset, today);
    const address = (change: Partial<View>) => `${PATH}?${writeView({ ...view, ...change })}`;
    return {
      view,
      today,
      days,
      group: view.group ?? fittingGroup(days),
      range: { start_date: days.start, end_date: days.end },
      address,
      behind: (figure) => address({ behind: figure, page: 1 }),
      show: (change, options) => navigate(address(change), options),
    };
    // oxlint-disable-next-line react/exhaustive-deps -- wouter makes `navigate` anew each time
  }, [text, today]);
};

export const DashboardContext = createContext<Dashboard | null>(null);

/** Only below DashboardContext. */
export const useDashboard = (): Dashboard => {
  const dashboard = useContext(DashboardContext);
  if (!dashboard) throw new Error('useDashboard outside of the dashboard');
  return dashboard;
};
