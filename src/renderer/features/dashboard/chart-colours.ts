import { useMemo, useSyncExternalStore } from 'react';

export interface ChartColours {
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly surface: string;
  readonly accent: string;
  readonly success: string;
  readonly danger: string;
  readonly soft: string;
  readonly series: readonly string[];
}

/** Paper is white whatever the screen's colours are. */
const PAPER: ChartColours = {
  ink: '#000000',
  muted: '#333333',
  grid: '#cccccc',
  surface: '#ffffff',
  accent: '#7b4522',
  success: '#2a6743',
  danger: '#b02a1b',
  soft: '#a3917f',
  // As the roles --dot-* are in light colours, in the order below.
  series: ['#a0673a', '#2f8a7a', '#c58f1a', '#4677ab', '#8a5ba3', '#c25b55', '#6d8f45', '#857a6b'],
};

const readColours = (): ChartColours => {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: value('--ink'),
    muted: value('--muted'),
    grid: value('--line'),
    surface: value('--surface'),
    accent: value('--accent'),
    success: value('--success'),
    danger: value('--danger'),
    soft: value('--line-strong'),
    series: [0, 3, 1, 4, 5, 6, 2, 7].map((index) => value(`--dot-${index}`)),
  };
};

let isPaper = false;

const subscribe = (changed: () => void): (() => void) => {
  const scheme = new MutationObserver(changed);
  scheme.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
  const toPaper = () => {
    isPaper = true;
    changed();
  };
  const toScreen = () => {
    isPaper = false;
    changed();
  };
  window.addEventListener('beforeprint', toPaper);
  window.addEventListener('afterprint', toScreen);
  return () => {
    scheme.disconnect();
    window.removeEventListener('beforeprint', toPaper);
    window.removeEventListener('afterprint', toScreen);
  };
};

const current = (): string => (isPaper ? 'paper' : (document.documentElement.dataset.mantineColorScheme ?? 'light'));

/** The palette of tokens.css for a canvas, which knows no variables; follows the colour scheme, and printing. */
export const useChartColours = (): ChartColours => {
  const scheme = useSyncExternalStore(subscribe, current);
  return useMemo(() => (scheme === 'paper' ? PAPER : readColours()), [scheme]);
};
