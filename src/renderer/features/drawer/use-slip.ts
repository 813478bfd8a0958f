import { useState } from 'react';
import { pageClient } from '../../client/page-client.ts';
import { useCall } from '../../client/queries.ts';

/**
 * The paper of a drawer movement. With a printer of the shop's own it goes there at once and opens the drawer; whatever
 * becomes of it, the movement stands and nobody waits.
 */
export const useSlip = () => {
  const printer = useCall('settings.get', {}).data?.printer_host ?? '';
  const [failure, setFailure] = useState<string | null>(null);
  const send = async (movementId: number): Promise<void> => {
    setFailure(null);
    if (printer === '') return;
    try {
      const print = await pageClient().call('prints.make', { document: 'drawer', document_id: movementId, target: 'network' });
      await pageClient().call('prints.send', { print_id: print.id, open_drawer: true });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return { failure, send: (movementId: number) => void send(movementId) };
};
