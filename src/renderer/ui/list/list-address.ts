import { useLocation, useSearch } from 'wouter';
import type { Filter } from './filters.ts';

export const PAGE_SIZES = [25, 50, 100] as const;

export interface SortOrder {
  readonly sort: string;
  readonly order: 'asc' | 'desc';
}

/** What a list shows: all of it is in the address, defaults left out. */
export interface ListState extends SortOrder {
  readonly q: string;
  /** The filters that are set, as texts, by their keys. */
  readonly filters: Readonly<Record<string, string>>;
  readonly page: number;
  readonly perPage: number;
}

const valid = (filter: Filter, text: string): boolean =>
  filter.kind === 'boolean' ? text === 'true' || text === 'false' : filter.kind === 'days' ? /^\d{4}-\d{2}-\d{2}$/.test(text) : text !== '';

/** The keys of a filter in the address and in the input: two for days. */
export const keysOfFilter = (filter: Filter): readonly string[] => (filter.kind === 'days' ? [filter.from, filter.to] : [filter.key]);

/** Reads the query of an address; what it does not know is as by default. */
export const readListState = (query: string, filters: readonly Filter[], sorted: SortOrder, sorts: readonly string[]): ListState => {
  const params = new URLSearchParams(query);
  const set = filters.flatMap((filter) =>
    keysOfFilter(filter).flatMap((key): [string, string][] => {
      const text = params.get(key);
      return text !== null && valid(filter, text) ? [[key, text]] : [];
    }),
  );
  const sort = params.get('sort');
  const known = sort !== null && sorts.includes(sort);
  const size = Number(params.get('per_page'));
  return {
    q: params.get('q') ?? '',
    filters: Object.fromEntries(set),
    sort: known ? sort : sorted.sort,
    order: known ? (params.get('order') === 'desc' ? 'desc' : 'asc') : sorted.order,
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
    perPage: PAGE_SIZES.find((one) => one === size) ?? PAGE_SIZES[0],
  };
};

/** The query of the address, with its `?`, or nothing. */
export const writeListState = (state: ListState, sorted: SortOrder): string => {
  const params = new URLSearchParams();
  if (state.q !== '') params.set('q', state.q);
  for (const [key, text] of Object.entries(state.filters)) if (text !== '') params.set(key, text);
  if (state.sort !== sorted.sort || state.order !== sorted.order) {
    params.set('sort', state.sort);
    if (state.order === 'desc') params.set('order', 'desc');
  }
  if (state.page > 1) params.set('page', String(state.page));
  if (state.perPage !== PAGE_SIZES[0]) params.set('per_page', String(state.perPage));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

/** The filters that are set, as the operation's input takes them. */
export const filterInput = (state: ListState, filters: readonly Filter[]): Record<string, unknown> =>
  Object.fromEntries(
    filters.flatMap((filter) =>
      keysOfFilter(filter).flatMap((key): [string, unknown][] => {
        const text = state.filters[key];
        if (text === undefined || text === '') return [];
        if (filter.kind === 'boolean') return [[key, text === 'true']];
        return [[key, filter.kind === 'choice' && filter.numeric ? Number(text) : text]];
      }),
    ),
  );

/** The list's state and the row that is open (`new` for one that is being added), from the address and back to it. */
export const useListAddress = (path: string, filters: readonly Filter[], sorted: SortOrder, sorts: readonly string[]) => {
  const [location, navigate] = useLocation();
  const query = useSearch();
  const state = readListState(query, filters, sorted, sorts);
  const below = location.startsWith(`${path}/`) ? (location.slice(path.length + 1).split('/')[0] ?? '') : '';
  const open = below === 'new' ? ('new' as const) : /^\d+$/.test(below) ? Number(below) : null;
  const hrefOf = (row: number | 'new' | null, next: ListState = state) =>
    `${row === null ? path : `${path}/${row}`}${writeListState(next, sorted)}`;
  return {
    state,
    open,
    hrefOf,
    goTo: (row: number | 'new' | null) => navigate(hrefOf(row)),
    /** Anything but another page begins at the first. */
    /** A search that is still to come does not lead back from where the user has gone since, while that screen is being read. */
    change: (wanted: Partial<ListState>) => {
      if (window.location.hash.startsWith(`#${path}`)) navigate(hrefOf(open, { ...state, page: 1, ...wanted }), { replace: true });
    },
  };
};
