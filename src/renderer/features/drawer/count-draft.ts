import { create } from 'zustand';

/** What a cashier is counting: pieces by denomination (in minor units) as typed, or the sum alone. */
export interface CountDraft {
  readonly way: 'pieces' | 'sum';
  readonly pieces: Readonly<Record<number, string>>;
  readonly sum: string;
}

export const EMPTY_COUNT: CountDraft = { way: 'pieces', pieces: {}, sum: '' };

export interface CountedPieces {
  readonly value: number;
  readonly count: number;
}

/** The denominations that somebody typed a number for, also 0. */
export const piecesOf = (pieces: CountDraft['pieces'], denominations: readonly number[]): CountedPieces[] =>
  denominations.flatMap((value) => {
    const text = pieces[value] ?? '';
    return text === '' ? [] : [{ value, count: Number(text) }];
  });

/** The text of a number of pieces after typing: digits only, at most five. */
export const pieceText = (text: string): string => text.replace(/\D/g, '').slice(0, 5);

/**
 * The count under way, by shift. It lives outside the screen: counting takes minutes, and neither the idle lock nor a
 * look at another screen may lose it.
 */
export const useCountDrafts = create<{ drafts: Readonly<Record<number, CountDraft>> }>(() => ({ drafts: {} }));

export const changeDraft = (shiftId: number, change: Partial<CountDraft>): void =>
  useCountDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [shiftId]: { ...(drafts[shiftId] ?? EMPTY_COUNT), ...change } } }));

export const forgetDraft = (shiftId: number): void =>
  useCountDrafts.setState(({ drafts }) => {
    const { [shiftId]: _done, ...others } = drafts;
    return { drafts: others };
  });
