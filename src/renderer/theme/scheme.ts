import type { MantineColorScheme } from '@mantine/core';

/** Where the person's choice is kept; also Mantine's own default key. */
const KEY = 'mantine-color-scheme-value';

/**
 * Puts the colour scheme on the page before the first paint. Mantine's own way is an inline script, which our
 * Content-Security-Policy does not allow.
 */
export const applySchemeEarly = (): void => {
  const kept = localStorage.getItem(KEY);
  const scheme = kept === 'light' || kept === 'dark' ? kept : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
};

/** The scheme that a press of the toggle leads to. */
export const nextScheme = (computed: 'light' | 'dark'): MantineColorScheme => (computed === 'dark' ? 'light' : 'dark');
