import { describe, expect, it } from 'vitest';
import { FIRST_ORDER_STATUS, mayBecome, nextStatus, ORDER_STATUSES, ORDER_TRANSITIONS } from '../../src/domain/order-status.ts';

describe('the order status table', () => {
  it('reaches every status from the first', () => {
    const reached = new Set<string>([FIRST_ORDER_STATUS]);
    for (const status of reached) for (const next of ORDER_TRANSITIONS[status as keyof typeof ORDER_TRANSITIONS]) reached.add(next);
    expect([...reached].sort()).toEqual([...ORDER_STATUSES].sort());
  });

  it('lets no status become itself, and ends at completed and cancelled', () => {
    for (const status of ORDER_STATUSES) expect(mayBecome(status, status)).toBe(false);
    expect(ORDER_TRANSITIONS.completed).toEqual([]);
    expect(ORDER_TRANSITIONS.cancelled).toEqual([]);
  });

  it('walks the kitchen’s way', () => {
    expect([nextStatus('pending'), nextStatus('preparing'), nextStatus('ready'), nextStatus('completed')]).toEqual([
      'preparing',
      'ready',
      'completed',
      null,
    ]);
  });
});
