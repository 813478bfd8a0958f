import { create } from 'zustand';

/** How many dialogs lie over the screen; the screen's keys rest while there is one. */
export const useOverlays = create<{ open: number }>(() => ({ open: 0 }));

export const overlayOpened = (): void => useOverlays.setState(({ open }) => ({ open: open + 1 }));
/** A moment later: the Esc that closed the dialog is still on its way to the screen, which must not step back as well. */
export const overlayClosed = (): void => {
  setTimeout(() => useOverlays.setState(({ open }) => ({ open: Math.max(0, open - 1) })), 0);
};
