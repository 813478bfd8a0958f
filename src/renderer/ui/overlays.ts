import { create } from 'zustand';

/** The dialogs over the screen by their ids, the upper one last, and when the last one closed (event time). The screen's keys rest under them. */
export const useOverlays = create<{ stack: readonly string[]; closedAt: number }>(() => ({ stack: [], closedAt: 0 }));

/** Puts a dialog on top; the answer takes it away again. */
export const overlayOpened = (id: string): (() => void) => {
  useOverlays.setState(({ stack }) => ({ stack: [...stack, id] }));
  // At once, so that the very next key counts again: a cashier in a rush presses it before the eye has seen the dialog go.
  return () => useOverlays.setState(({ stack }) => ({ stack: stack.filter((one) => one !== id), closedAt: performance.now() }));
};

/** Whether a press is not for the screen: a dialog lies over it, or it is the Esc that closed one and must not step back as well. */
export const isForOverlay = (event: KeyboardEvent): boolean => {
  const { stack, closedAt } = useOverlays.getState();
  return stack.length > 0 || (event.key === 'Escape' && event.timeStamp <= closedAt);
};
