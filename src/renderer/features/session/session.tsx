import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/session.ts';
import { type Currency, currencyOf, formatMoney } from '../../../domain/money.ts';
import type { Permission } from '../../../domain/permissions.ts';
import { queryKeyOf } from '../../client/queries.ts';

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => (
  <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
);

/** The session of this page; only below SessionProvider. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of SessionProvider');
  return session;
};

/** Whether the person signed in may do it. The core decides again; this only spares them a dead end. */
export const useMay = () => {
  const { permissions } = useSession();
  return (permission: Permission): boolean => permissions.includes(permission);
};

/** What everybody reads alike: changing the person at the till must not cost reading the menu again. */
const KEPT: ReadonlySet<string> = new Set(['session', 'categories', 'items', 'addons', 'settings', 'paymentMethods']);

/** Takes over the session that signing in or out answered, and forgets what the person before had read. */
export const useTakeSession = () => {
  const queries = useQueryClient();
  return (session: Session): void => {
    const before = queries.getQueryData<Session>(queryKeyOf('session.get', {}));
    if (before?.person?.id !== session.person?.id) queries.removeQueries({ predicate: ({ queryKey }) => !KEPT.has(String(queryKey[0])) });
    queries.setQueryData(queryKeyOf('session.get', {}), session);
  };
};

export interface Formats {
  readonly currency: Currency;
  readonly locale: string;
  /** Minor units for people. */
  readonly money: (minor: number) => string;
  /** Minor units with their sign, also a plus: a difference, or what went in and out. */
  readonly signed: (minor: number) => string;
  /** A note or coin: `$20`, `$0.25`. */
  readonly piece: (minor: number) => string;
  /** An instant as date and time on the shop's clock. */
  readonly dateTime: (instant: string) => string;
  /** An instant as time on the shop's clock. */
  readonly time: (instant: string) => string;
  /** An instant as a short day and the time on the shop's clock. */
  readonly dayTime: (instant: string) => string;
  /** A business day. */
  readonly day: (day: string) => string;
  /** ppm as percent. */
  readonly rate: (ppm: number) => string;
}

/** How the shop writes money, times and rates, in the language of the screens. */
export const useFormats = (): Formats => {
  const { shop } = useSession();
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = i18n.language;
    const currency = currencyOf(shop.currency);
    const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: shop.time_zone });
    const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: shop.time_zone });
    const dayTime = new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: shop.time_zone,
    });
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
    const whole = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: currency.code,
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 0,
    });
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
    return {
      currency,
      locale,
      money: (minor) => formatMoney(minor, currency, locale),
      signed: (minor) => `${minor > 0 ? '+' : ''}${formatMoney(minor, currency, locale)}`,
      piece: (minor) =>
        minor % 10 ** currency.decimals === 0 ? whole.format(minor / 10 ** currency.decimals) : formatMoney(minor, currency, locale),
      dateTime: (instant) => dateTime.format(new Date(instant)),
      time: (instant) => time.format(new Date(instant)),
      dayTime: (instant) => dayTime.format(new Date(instant)),
      day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
      rate: (ppm) => percent.format(ppm / 1_000_000),
    };
  }, [shop.currency, shop.time_zone, i18n.language]);
};
