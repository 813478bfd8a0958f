import type { MantineColorScheme } from '@mantine/core';

/** Where the person's choice is kept; also Mantine's own default key. */
const KEY = 'mantine-color-scheme-value';

/** Where the shop's own choice is kept from last time, for the first paint: the setting is known only later. */
const SHOP_KEY = 'philo-appearance';

const isScheme = (text: string | null): text is 'light' | 'dark' => text === 'light' || text === 'dark';

/** The scheme for whoever has not chosen one: the shop's as it was last time, else the device's. */
export const shopScheme = (): MantineColorScheme => {
  const kept = localStorage.getItem(SHOP_KEY);
  return isScheme(kept) ? kept : 'auto';
};

/** Whether the person has chosen with the button in the header. */
export const hasOwnScheme = (): boolean => isScheme(localStorage.getItem(KEY));

/** Keeps the shop's choice for the next start. Answers the scheme to show now. */
export const keepShopScheme = (appearance: 'system' | 'light' | 'dark'): MantineColorScheme => {
  localStorage.setItem(SHOP_KEY, appearance);
  return shopScheme();
};

/** Setting a scheme makes Mantine keep it as if the person had chosen it; this takes that back. */
export const forgetOwnScheme = (): void => localStorage.removeItem(KEY);

/**
 * Puts the colour scheme on the page before the first paint. Mantine's own way is an inline script, which our
 * Content-Security-Policy does not allow.
 */
export const applySchemeEarly = (): void => {
  const kept = localStorage.getItem(KEY);
  const wanted = isScheme(kept) ? kept : shopScheme();
  const scheme = wanted === 'auto' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : wanted;
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
};

/** The scheme that a press of the toggle leads to. */
export const nextScheme = (computed: 'light' | 'dark'): MantineColorScheme => (computed === 'dark' ? 'light' : 'dark');
