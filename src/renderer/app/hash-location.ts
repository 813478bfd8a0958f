import { useSyncExternalStore } from 'react';
import { navigate } from 'wouter/use-hash-location';

/** Back and forward between addresses that also differ in their filters come as `popstate` alone. */
const EVENTS = ['hashchange', 'popstate'] as const;

const subscribe = (changed: () => void): (() => void) => {
  for (const event of EVENTS) window.addEventListener(event, changed);
  return () => {
    for (const event of EVENTS) window.removeEventListener(event, changed);
  };
};

const current = (): string => `/${window.location.hash.replace(/^#?\/?/, '')}`;

/** Where an address names no filters it has none: those of the screen that is left must not go along. */
const go: typeof navigate = (to, options) => navigate(to.includes('?') ? to : `${to}?`, options);

/** The page's address: the path after the `#`, the filters of a screen before it, as `?range=today#/office/dashboard`. */
export const useAddress = (): [string, typeof navigate] => [useSyncExternalStore(subscribe, current), go];

/** What a link's `href` says, so that it also opens in a tab of its own. */
useAddress.hrefs = (to: string): string => {
  const [path = '', search = ''] = to.split('?');
  return `?${search}#${path}`;
};
