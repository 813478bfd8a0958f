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
