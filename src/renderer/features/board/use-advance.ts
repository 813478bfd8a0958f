import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Order } from '../../../contract/orders.ts';
import { nextStatus } from '../../../domain/order-status.ts';
import { pageClient } from '../../client/page-client.ts';

/** Moves orders one step on. One call at a time for each order, so a double tap never skips a step. */
export const useAdvance = () => {
  const queries = useQueryClient();
  const running = useRef(new Set<number>());
  const [busyId, setBusyId] = useState<number | null>(null);
  const [failed, setFailed] = useState<{ id: number; message: string } | null>(null);
  const [done, setDone] = useState<Order | null>(null);

  const move = useCallback(
    async (order: Order): Promise<void> => {
      const next = nextStatus(order.status);
      if (next === null || running.current.has(order.id)) return;
      running.current.add(order.id);
      setBusyId(order.id);
      setFailed(null);
      try {
        setDone(await pageClient().call('orders.setStatus', { order_id: order.id, status: next }));
      } catch (error) {
        setFailed({ id: order.id, message: error instanceof Error ? error.message : String(error) });
      } finally {
        // Also after a refusal: somebody else may have moved it, so the board is read again.
        await queries.invalidateQueries({ queryKey: ['orders'] });
        running.current.delete(order.id);
        setBusyId((id) => (id === order.id ? null : id));
      }
    },
    [queries],
  );
  const run = useCallback((order: Order): void => void move(order), [move]);
  return { run, busyId, failed, done };
};

export type Advance = ReturnType<typeof useAdvance>;
