import type { RefObject } from 'react';

/** Walks the focus over the links of a list; from outside of it, to its first. */
export const useRowKeys =
  (list: RefObject<HTMLElement | null>) =>
  (step: 1 | -1): void => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a[href]') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  };
