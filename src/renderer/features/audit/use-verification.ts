import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChainPiece } from '../../../contract/audit.ts';
import { pageClient } from '../../client/page-client.ts';

export type Verification =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly checked: number; readonly rows: number }
  | {
      readonly state: 'done';
      readonly checked: number;
      readonly since: string | null;
      readonly lastHash: string | null;
      readonly faults: ChainPiece['faults'];
      readonly faultCount: number;
      /** When it was verified. */
      readonly at: string;
    }
  | { readonly state: 'failed'; readonly message: string };

const FAULTS_SHOWN = 20;

/** Verifies the whole chain piece by piece, telling how far it is; leaving the page ends it. */
export const useVerification = () => {
  const [verification, setVerification] = useState<Verification>({ state: 'idle' });
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );
  const start = useCallback(async () => {
    run.current += 1;
    const mine = run.current;
    let after = 0;
    let checked = 0;
    let faultCount = 0;
    const faults: ChainPiece['faults'][number][] = [];
    setVerification({ state: 'running', checked: 0, rows: 0 });
    try {
      for (;;) {
        const piece = await pageClient().call('audit.verify', { after_id: after });
        if (run.current !== mine) return;
        checked += piece.checked;
        faultCount += piece.fault_count;
        faults.push(...piece.faults);
        after = piece.last_id;
        if (piece.complete) {
          setVerification({
            state: 'done',
            checked,
            since: piece.since,
            lastHash: piece.last_hash,
            faults: faults.slice(0, FAULTS_SHOWN),
            faultCount,
            at: new Date().toISOString(),
          });
          return;
        }
        setVerification({ state: 'running', checked, rows: piece.rows });
      }
    } catch (error) {
      if (run.current === mine) setVerification({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }, []);
  return { verification, start };
};
