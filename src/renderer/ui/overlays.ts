import { create } from 'zustand';

/** How many dialogs lie over the screen, whose keys rest while there is one, and when the last one closed (event time). */
export const useOverlays = create<{ open: number; closedAt: number }>(() => ({ open: 0, closedAt: 0 }));

/** Answers how many lie there now: the level of the new one. */
export const overlayOpened = (): number => {
  useOverlays.setState(({ open }) => ({ open: open + 1 }));
  return useOverlays.getState().open;
};

/** At once, so that the very next key counts again: a cashier in a rush presses it before the eye has seen the dialog go. */
export const overlayClosed = (): void => useOverlays.setState(({ open }) => ({ open: Math.max(0, open - 1), closedAt: performance.now() }));

/** The Esc that closed a dialog is still on its way to the screen, which must not step back as well. */
export const closedByThis = (event: KeyboardEvent): boolean => event.key === 'Escape' && event.timeStamp <= useOverlays.getState().closedAt;
