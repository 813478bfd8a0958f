import { useQuery } from '@tanstack/react-query';
import { pageClient } from '../../client/page-client.ts';
import { useCall } from '../../client/queries.ts';

/**
 * Opens the drawer as soon as cash was taken for an order, whether or not a paper is wanted. Answers what went wrong, in
 * words, or null; nobody waits for it. The core opens it once for each part in cash, so asking again does nothing.
 */
export const useDrawerPulse = (orderId: number, tookCash: boolean): string | null => {
  const printer = useCall('settings.get', {}).data?.printer_host ?? '';
  const { error } = useQuery({
    queryKey: ['drawerPulse', orderId],
    queryFn: () => pageClient().call('prints.openDrawer', { order_id: orderId }),
    enabled: tookCash && printer !== '',
    retry: false,
  });
  return error?.message ?? null;
};
