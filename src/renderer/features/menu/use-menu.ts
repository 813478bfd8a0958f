import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Item } from '../../../contract/catalog.ts';
import type { ChangeEvent } from '../../../contract/events.ts';
import { pageClient } from '../../client/page-client.ts';
import { CallFailure } from '../../client/failure.ts';
import { type Menu, makeMenu, placeItems } from './menu-index.ts';

/** The largest page that the contract allows. */
const PER_PAGE = 100;
const PAGES_AT_ONCE = 4;

/** Every row of a list, page by page, a few pages at a time. */
const allOf = async <T>(read: (page: number) => Promise<{ items: T[]; total_pages: number }>): Promise<T[]> => {
  const first = await read(1);
  const rows = [...first.items];
  for (let page = 2; page <= first.total_pages; page += PAGES_AT_ONCE) {
    const pages = Array.from({ length: Math.min(PAGES_AT_ONCE, first.total_pages - page + 1) }, (_, index) => read(page + index));
    for (const answer of await Promise.all(pages)) rows.push(...answer.items);
  }
  return rows;
};

const KEYS = { categories: ['menu', 'categories'], items: ['menu', 'items'], addons: ['menu', 'addons'] } as const;

export interface MenuState {
  readonly menu: Menu | null;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The menu, read once and kept; change events keep it fresh (followMenu). */
export const useMenu = (): MenuState => {
  const categories = useQuery({
    queryKey: KEYS.categories,
    queryFn: () => allOf((page) => pageClient().call('categories.list', { page, per_page: PER_PAGE })),
  });
  const items = useQuery({
    queryKey: KEYS.items,
    queryFn: () => allOf((page) => pageClient().call('items.list', { page, per_page: PER_PAGE })),
  });
  const addons = useQuery({
    queryKey: KEYS.addons,
    queryFn: () => allOf((page) => pageClient().call('addons.list', { page, per_page: PER_PAGE })),
  });
  const menu = useMemo(
    () => (categories.data && items.data && addons.data ? makeMenu(categories.data, items.data, addons.data) : null),
    [categories.data, items.data, addons.data],
  );
  const parts = [categories, items, addons];
  return {
    menu,
    error: menu ? null : (parts.find((part) => part.error)?.error ?? null),
    retry: () => {
      for (const part of parts) if (part.error) void part.refetch();
    },
  };
};

const GATHER_MS = 120;
/** Beyond so many changed items one reading of the list is cheaper. */
const MOST_SINGLE_READS = 20;

/** Keeps the read menu fresh: changed items are read alone and put in their place, anything else is read again. */
export const followMenu = (queries: QueryClient): ((event: ChangeEvent | null) => void) => {
  const changed = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const readChanged = async () => {
    const ids = [...changed];
    changed.clear();
    if (ids.length > MOST_SINGLE_READS) return queries.invalidateQueries({ queryKey: KEYS.items });
    const fresh = await Promise.all(
      ids.map(async (id) => {
        try {
          return [id, await pageClient().call('items.get', { item_id: id })] as const;
        } catch (error) {
          if (error instanceof CallFailure && error.code === 'not_found') return [id, null] as const;
          throw error;
        }
      }),
    );
    queries.setQueryData<Item[]>(KEYS.items, (rows) => rows && placeItems(rows, new Map(fresh)));
  };

  return (event) => {
    if (event === null) return;
    if (event.topic === 'categories') {
      // An item carries its category's name.
      void queries.invalidateQueries({ queryKey: KEYS.categories });
      void queries.invalidateQueries({ queryKey: KEYS.items });
    } else if (event.topic === 'addons') {
      void queries.invalidateQueries({ queryKey: KEYS.addons });
    } else if (event.topic === 'items') {
      if (event.id === null) {
        void queries.invalidateQueries({ queryKey: KEYS.items });
        return;
      }
      changed.add(event.id);
      clearTimeout(timer);
      timer = setTimeout(() => {
        readChanged().catch(() => queries.invalidateQueries({ queryKey: KEYS.items }));
      }, GATHER_MS);
    }
  };
};
