import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { invalidateFor, makeQueryClient } from '../../src/renderer/client/queries.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T09:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a rush of sales has the dashboard read again soon, and then every few seconds; orders at once', () => {
  const queries = makeQueryClient();
  queries.setQueryData(['dashboard', 'dashboard.summary', {}], 1);
  queries.setQueryData(['orders', 'orders.list', {}], 1);
  const stale = { dashboard: 0, orders: 0 };
  queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'invalidate') stale[event.query.queryKey[0] as keyof typeof stale] += 1;
  });
  const sell = () => {
    for (const key of ['dashboard', 'orders']) queries.setQueryData([key, key === 'orders' ? 'orders.list' : 'dashboard.summary', {}], 1);
    invalidateFor(queries, { topic: 'orders', action: 'create', id: 1, at: '2026-03-02T09:00:00.000Z' });
  };
  sell();
  expect(stale).toEqual({ dashboard: 0, orders: 1 });
  vi.advanceTimersByTime(300);
  expect(stale).toEqual({ dashboard: 1, orders: 1 });
  // Ten sales a second for twenty seconds.
  for (let sale = 0; sale < 200; sale += 1) {
    sell();
    vi.advanceTimersByTime(100);
  }
  expect(stale.orders).toBe(201);
  expect(stale.dashboard).toBeGreaterThanOrEqual(5);
  expect(stale.dashboard).toBeLessThanOrEqual(7);
  // The last sale is seen too.
  sell();
  vi.advanceTimersByTime(4000);
  expect(queries.getQueryState(['dashboard', 'dashboard.summary', {}])?.isInvalidated).toBe(true);
});

test('the stock follows what moves it, and the audit whatever changes', () => {
  const queries = makeQueryClient();
  const isStale = (key: string) => queries.getQueryState([key])?.isInvalidated;
  for (const key of ['stock', 'audit', 'expenses']) queries.setQueryData([key], 1);
  invalidateFor(queries, { topic: 'items', action: 'update', id: 1, at: '2026-03-02T09:00:00.000Z' });
  expect(isStale('stock')).toBe(true);
  vi.advanceTimersByTime(300);
  expect(isStale('audit')).toBe(true);
  expect(isStale('expenses')).toBe(false);
});

test('a report that takes longer than the pause between sales is read to its end, and then once more', async () => {
  const queries = makeQueryClient();
  const key = ['reports', 'reports.items', {}];
  const readings: { finish: (value: number) => void; signal: AbortSignal }[] = [];
  const observer = new QueryObserver(queries, {
    queryKey: key,
    queryFn: ({ signal }) => new Promise<number>((finish) => readings.push({ finish, signal })),
  });
  const stop = observer.subscribe(() => {});
  readings[0]?.finish(1);
  await vi.advanceTimersByTimeAsync(0);
  const sell = () => invalidateFor(queries, { topic: 'orders', action: 'create', id: 1, at: '2026-03-02T09:00:00.000Z' });
  sell();
  await vi.advanceTimersByTimeAsync(300);
  expect(readings).toHaveLength(2);
  // What was there stays while it is read.
  expect(observer.getCurrentResult()).toMatchObject({ data: 1, isPending: false });
  for (let sale = 0; sale < 40; sale += 1) {
    sell();
    await vi.advanceTimersByTimeAsync(500);
  }
  expect([readings.length, readings[1]?.signal.aborted]).toEqual([2, false]);
  readings[1]?.finish(2);
  await vi.advanceTimersByTimeAsync(0);
  expect(observer.getCurrentResult().data).toBe(2);
  await vi.advanceTimersByTimeAsync(4000);
  expect(readings).toHaveLength(3);
  stop();
});
