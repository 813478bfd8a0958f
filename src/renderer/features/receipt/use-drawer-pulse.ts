import { useEffect, useEffectEvent, useState } from 'react';
import { pageClient } from '../../client/page-client.ts';
import { useCall } from '../../client/queries.ts';

/**
 * Opens the drawer as soon as cash was taken for an order, whether or not a paper is wanted. Answers what went wrong, in
 * words, or null; nobody waits for it. The core opens it once for each part in cash, so showing a sale again does nothing.
 */
export const useDrawerPulse = (orderId: number, tookCash: boolean): string | null => {
  const printer = useCall('settings.get', {}).data?.printer_host ?? '';
  const [failure, setFailure] = useState<string | null>(null);
  const isWanted = tookCash && printer !== '';
  const open = useEffectEvent(async () => {
    try {
      await pageClient().call('prints.openDrawer', { order_id: orderId });
      setFailure(null);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  });
  useEffect(() => {
    if (isWanted) void open();
  }, [isWanted, orderId]);
  return failure;
};
