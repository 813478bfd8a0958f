import type { EventEmitter } from 'node:events';

/**
 * A fault that nobody caught leaves the program in a state that nobody knows: `onFault` keeps what is known and ends it
 * cleanly, once. Answers how to stop listening.
 */
export const guardAgainstFaults = (target: EventEmitter, onFault: (error: unknown) => void): (() => void) => {
  let has = false;
  const hear = (error: unknown): void => {
    if (has) return;
    has = true;
    onFault(error);
  };
  target.on('uncaughtException', hear);
  target.on('unhandledRejection', hear);
  return () => {
    target.off('uncaughtException', hear);
    target.off('unhandledRejection', hear);
  };
};
