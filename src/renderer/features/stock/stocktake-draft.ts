import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** What was typed for one item, and the stock that was shown then. */
export interface DraftLine {
  readonly name: string;
  readonly text: string;
  readonly seen: number;
}

interface StocktakeDraft {
  readonly lines: Readonly<Record<string, DraftLine>>;
  readonly note: string;
  readonly put: (itemId: number, line: DraftLine) => void;
  readonly setNote: (note: string) => void;
  readonly clear: () => void;
}

/** A stocktake that is under way on this device; it survives a reload, and ends when it is put in or thrown away. */
export const useStocktakeDraft = create<StocktakeDraft>()(
  persist(
    (set) => ({
      lines: {},
      note: '',
      put: (itemId, line) =>
        set(({ lines }) => {
          const { [itemId]: _, ...others } = lines;
          return { lines: line.text.trim() === '' ? others : { ...others, [itemId]: line } };
        }),
      setNote: (note) => set({ note }),
      clear: () => set({ lines: {}, note: '' }),
    }),
    { name: 'philo-stocktake', version: 1 },
  ),
);

/** A typed count, or null when it is no whole number. */
export const countOf = (text: string): number | null => (/^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null);
