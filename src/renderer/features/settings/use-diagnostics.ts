import { useState } from 'react';
import { pageClient } from '../../client/page-client.ts';
import { saveBytes } from '../shift/save-bytes.ts';

/** Makes the diagnostics and saves them as a file; `save` answers whether it did. */
export const useDiagnostics = () => {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const save = async (): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      saveBytes(await pageClient().call('diagnostics.create', {}), 'philo-diagnostics.zip', 'application/zip');
      return true;
    } catch (failure) {
      setError(failure as Error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, save };
};
