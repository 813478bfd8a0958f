import { useSyncExternalStore } from 'react';
import type { BaseLocationHook } from 'wouter';
import { mayLeave } from '../ui/unsaved.ts';

/**
 * The address of the screens is the part after `#`, with its own query: `#/office/items/12?q=latte`. Every way to another
 * one, the browser's back and forward included, first asks what has unsaved changes.
 */
const read = (): string => {
  const text = location.hash.replace(/^#?\/?/, '/');
  return text === '' ? '/' : text;
};

/** What the screens show. It differs from the page's own address only while a step back waits for an answer. */
let shown = read();
const listeners = new Set<() => void>();

const show = (address: string): void => {
  if (address === shown) return;
  shown = address;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const write = (address: string, replace: boolean): void => history[replace ? 'replaceState' : 'pushState'](null, '', `#${address}`);

const onMoved = (): void => {
  const wanted = read();
  if (wanted === shown) return;
  if (mayLeave(wanted, () => history.back())) return show(wanted);
  // The step is taken back until the question is answered; agreeing makes it again.
  write(shown, false);
};
addEventListener('popstate', onMoved);
addEventListener('hashchange', onMoved);

const pathOf = (address: string): string => address.split('?', 1)[0] ?? '/';
const searchOf = (address: string): string => address.slice(pathOf(address).length);

/** Goes to `/path?query`; `?query` alone stays on the path. Without a query there is none afterwards. */
export const navigateTo = (to: string, { replace = false }: { replace?: boolean } = {}): void => {
  const address = to.startsWith('?') ? `${pathOf(shown)}${to === '?' ? '' : to}` : `/${to.replace(/^#?\/?/, '')}`;
  const go = () => {
    write(address, replace);
    show(address);
  };
  if (mayLeave(address, go)) go();
};

const currentPath = () => pathOf(shown);
const currentSearch = () => searchOf(shown);

const useAddressPath: BaseLocationHook = () => [useSyncExternalStore(subscribe, currentPath), navigateTo];
const useAddressSearch = (): string => useSyncExternalStore(subscribe, currentSearch);

/** For the router. */
export const useAddress: BaseLocationHook = Object.assign(useAddressPath, {
  searchHook: useAddressSearch,
  hrefs: (href: string) => `#${href}`,
});
