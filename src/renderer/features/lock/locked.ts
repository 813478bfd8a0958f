import { create } from 'zustand';

const KEY = 'philo.locked';

/**
 * Whether this page is locked, whatever the core still thinks: a till locks at once, also when the core cannot be reached,
 * and loading the page again does not open it. Only a PIN does.
 */
export const useLocked = create<{ locked: boolean }>(() => ({ locked: sessionStorage.getItem(KEY) !== null }));

export const setLocked = (locked: boolean): void => {
  if (locked) sessionStorage.setItem(KEY, '1');
  else sessionStorage.removeItem(KEY);
  useLocked.setState({ locked });
};
