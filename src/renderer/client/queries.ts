import { MutationCache, QueryCache, QueryClient, type UseQueryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ChangeEvent, Topic } from '../../contract/events.ts';
import type { InputOf, OperationName, OutputOf } from '../../contract/index.ts';
import { withApproval } from './approvals.ts';
import { Attempts } from './attempts.ts';
import { pageClient } from './page-client.ts';
import { CallFailure, wasAnswered } from './failure.ts';

/** Everything read is kept until a change event says otherwise; the till never reads again on a tap. */
export const makeQueryClient = (): QueryClient => {
  // A session that ended elsewhere (over, revoked): read it again, which leads to the lock screen.
  const onError = (error: unknown) => {
    if (error instanceof CallFailure && error.code === 'unauthenticated') void queries.invalidateQueries({ queryKey: ['session'] });
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => !wasAnswered(error) && count < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return queries;
};

/** What each topic makes stale, by the first word of the operation's name. `menu` has its own finer way. */
const STALE: Readonly<Record<Topic, readonly string[]>> = {
  categories: ['categories', 'stock', 'dashboard'],
  items: ['items', 'stock', 'dashboard'],
  addons: ['addons'],
  customers: ['customers', 'dashboard'],
  discounts: ['discounts'],
  orders: ['orders', 'payments', 'shifts', 'dashboard', 'customers'],
  shifts: ['shifts', 'drawer', 'zReports', 'dashboard'],
  expenses: ['expenses', 'shifts', 'dashboard'],
  settings: ['settings', 'session', 'network', 'paymentMethods', 'dashboard', 'desktop', 'updates'],
  staff: ['session', 'staff', 'timeClock'],
  keys: ['keys'],
  payments: ['payments', 'paymentMethods', 'orders', 'shifts', 'dashboard'],
  refunds: ['refunds', 'payments', 'orders', 'shifts', 'dashboard'],
  drawer: ['drawer', 'shifts', 'zReports', 'dashboard'],
  tickets: ['tickets'],
  time: ['timeClock'],
  backups: ['backups'],
  desktop: ['desktop', 'updates'],
  shop: [],
};

/** What reports count. */
const IN_REPORTS: ReadonlySet<Topic> = new Set<Topic>([
  'items',
  'categories',
  'orders',
  'payments',
  'refunds',
  'shifts',
  'drawer',
  'settings',
]);

/** Families whose reading is dear: a rush must not have them read again with every sale. */
const GATHERED: ReadonlySet<string> = new Set(['dashboard', 'reports', 'audit']);
const GATHER_MS = 300;
/** At least so long from one reading to the next. */
const REST_MS = 4000;

const gathered = new WeakMap<QueryClient, Map<string, number>>();

/** Marks a family stale soon, and once for all changes until then. A reading that is under way is not broken off: the next comes after it. */
const invalidateSoon = (queries: QueryClient, family: string): void => {
  const due = gathered.get(queries) ?? new Map<string, number>();
  gathered.set(queries, due);
  // Not the time of day: a clock set back would keep the family stale for as long.
  const now = performance.now();
  const last = due.get(family) ?? Number.NEGATIVE_INFINITY;
  if (last > now) return;
  const wait = Math.max(GATHER_MS, last + REST_MS - now);
  due.set(family, now + wait);
  setTimeout(() => {
    if (queries.isFetching({ queryKey: [family] }) === 0) {
      void queries.invalidateQueries({ queryKey: [family] });
      return;
    }
    due.delete(family);
    invalidateSoon(queries, family);
  }, wait);
};

/** Marks as stale what a committed change touches; null (changes were missed) touches everything. */
export const invalidateFor = (queries: QueryClient, event: ChangeEvent | null): void => {
  if (event === null || event.topic === 'shop') {
    void queries.invalidateQueries();
    return;
  }
  if (IN_REPORTS.has(event.topic)) invalidateSoon(queries, 'reports');
  // Whatever changes is in the audit.
  for (const family of [...STALE[event.topic], 'audit']) {
    if (GATHERED.has(family)) invalidateSoon(queries, family);
    else void queries.invalidateQueries({ queryKey: [family] });
  }
};

/** `['orders', 'orders.list', input]`: invalidated by family, by operation or alone. */
export const queryKeyOf = (name: OperationName, input: unknown) => [name.slice(0, name.indexOf('.')), name, input] as const;

/** `staleTime: 0` is for what changes without an event of its own: it is read again whenever it is shown. */
type CallOptions<T> = Pick<UseQueryOptions<T, CallFailure>, 'enabled' | 'placeholderData' | 'refetchInterval' | 'staleTime'>;

/** Reads by a query operation; the answer is cached and follows change events. */
export const useCall = <N extends OperationName>(name: N, input: InputOf<N>, options: CallOptions<OutputOf<N>> = {}) =>
  useQuery<OutputOf<N>, CallFailure>({
    queryKey: queryKeyOf(name, input),
    queryFn: () => pageClient().call(name, input),
    ...options,
  });

/**
 * Changes by a command operation. A second press while the first is under way does nothing, and one after a lost answer
 * carries the same key (see Attempts). `run` resolves to null for the press that does nothing or fails; the failure is in `error`.
 * `shared` attempts outlive the screen. Where a manager's PIN is needed it is asked for in place; `what` names the act for the manager.
 */
export const useCommand = <N extends OperationName>(name: N, shared: Attempts | null = null) => {
  const attempts = useRef<Attempts>(shared);
  attempts.current ??= new Attempts();
  const busy = useRef(false);
  const mutation = useMutation<OutputOf<N>, CallFailure, { input: InputOf<N>; tries: Attempts; what: string | null }>({
    mutationFn: ({ input, tries, what }) =>
      withApproval(async (approval) => {
        try {
          const options = { idempotencyKey: tries.keyFor(input), ...(approval ? { approval } : {}) };
          const value = await pageClient().call(name, input, options);
          tries.answered();
          return value;
        } catch (error) {
          if (wasAnswered(error)) tries.refused();
          throw error;
        }
      }, what),
  });
  const run = async (input: InputOf<N>, what: string | null = null): Promise<OutputOf<N> | null> => {
    if (busy.current || !attempts.current) return null;
    busy.current = true;
    try {
      return await mutation.mutateAsync({ input, tries: attempts.current, what });
    } catch {
      return null;
    } finally {
      busy.current = false;
    }
  };
  return { run, busy: mutation.isPending, error: mutation.error, reset: mutation.reset };
};
