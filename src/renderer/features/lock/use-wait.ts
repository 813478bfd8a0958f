import { useEffect, useState } from 'react';
import type { CallFailure } from '../../client/failure.ts';

/** How long a lock-out lasts, in seconds; only the refusal's message says it (errors.ts, locked_out). */
export const waitOf = (failure: CallFailure | null): number => {
  if (failure?.code !== 'locked_out' && failure?.code !== 'rate_limited') return 0;
  return Number(/(\d+) second/.exec(failure.message)?.[1] ?? 0);
};

/** Counts down the seconds that a lock-out still lasts; 0 when there is none. */
export const useWait = (failure: CallFailure | null): number => {
  const [passed, setPassed] = useState<{ failure: CallFailure | null; seconds: number }>({ failure: null, seconds: 0 });
  const total = waitOf(failure);
  useEffect(() => {
    if (total === 0) return undefined;
    const started = Date.now();
    const timer = setInterval(() => setPassed({ failure, seconds: Math.floor((Date.now() - started) / 1000) }), 250);
    return () => clearInterval(timer);
  }, [failure, total]);
  return Math.max(0, total - (passed.failure === failure ? passed.seconds : 0));
};

/** `0:27`, as a clock counts down. */
export const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
