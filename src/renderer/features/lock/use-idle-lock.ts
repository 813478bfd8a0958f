import { useEffect, useEffectEvent } from 'react';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const LOOK_EVERY_MS = 5000;

/**
 * Locks after so many minutes in which nobody touched anything; 0 = never. It compares clock times, so that a computer
 * that slept is locked when it wakes.
 */
export const useIdleLock = (minutes: number, lock: () => void): void => {
  const onIdle = useEffectEvent(lock);
  useEffect(() => {
    if (minutes === 0) return undefined;
    let last = Date.now();
    const seen = () => {
      last = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - last < minutes * 60_000) return;
      last = Date.now();
      onIdle();
    }, LOOK_EVERY_MS);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, seen, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, seen, { capture: true });
    };
  }, [minutes]);
};
