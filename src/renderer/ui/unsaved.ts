import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';

interface Guard {
  /** Whether going to an address keeps what is being edited on the screen. */
  readonly stays: (address: string) => boolean;
  readonly discard: () => void;
}

/** What has unsaved changes, and the way that waits for an answer. The question is asked by UnsavedQuestion. */
export const useUnsaved = create<{ guards: readonly Guard[]; leaving: (() => void) | null }>(() => ({ guards: [], leaving: null }));

/** Whether one may go there at once. If not, the question is asked, and `go` is called when the changes may be discarded. */
export const mayLeave = (address: string, go: () => void): boolean => {
  if (useUnsaved.getState().guards.every(({ stays }) => stays(address))) return true;
  useUnsaved.setState({ leaving: go });
  return false;
};

export const keepEditing = (): void => useUnsaved.setState({ leaving: null });

export const discardAndLeave = (): void => {
  const { guards, leaving } = useUnsaved.getState();
  useUnsaved.setState({ guards: [], leaving: null });
  for (const { discard } of guards) discard();
  leaving?.();
};

/**
 * Never lets unsaved changes go silently: while `isDirty`, leaving (a link, Esc, the browser's back, loading the page again,
 * closing the window) asks first. `stays` tells addresses that keep the changes on the screen, such as another filter.
 */
export const useUnsavedGuard = (isDirty: boolean, { stays, discard }: Guard): void => {
  const guardStays = useEffectEvent(stays);
  const guardDiscard = useEffectEvent(discard);
  useEffect(() => {
    if (!isDirty) return undefined;
    const guard: Guard = { stays: (address) => guardStays(address), discard: () => guardDiscard() };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (useUnsaved.getState().guards.length === 0) return;
      event.preventDefault();
      // A browser asks by itself; the desktop's window would only stay open without a word.
      if (window.pos) useUnsaved.setState({ leaving: () => window.close() });
    };
    useUnsaved.setState(({ guards }) => ({ guards: [...guards, guard] }));
    addEventListener('beforeunload', onUnload);
    return () => {
      useUnsaved.setState(({ guards }) => ({ guards: guards.filter((one) => one !== guard) }));
      removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty]);
};
