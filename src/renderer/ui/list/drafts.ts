import { create } from 'zustand';

/** What is being changed: from which row, and to what. */
export interface Draft {
  /** The row as it was when the changes began; null for a new one. */
  readonly base: unknown;
  readonly values: unknown;
}

interface Kept {
  readonly drafts: Readonly<Record<string, Draft>>;
  /** What was done last, and to which row's address: "Latte is saved." */
  readonly said: { readonly address: string; readonly text: string } | null;
}

/**
 * Unsaved changes outlive their form, since a till locks itself: whoever signs in again finds them. They are kept by person,
 * page and row, and end with saving or discarding.
 */
export const useDrafts = create<Kept>(() => ({ drafts: {}, said: null }));

export const keepDraft = (key: string, draft: Draft): void =>
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: draft }, said: null }));

export const dropDraft = (key: string): void =>
  useDrafts.setState(({ drafts }) => ({ drafts: Object.fromEntries(Object.entries(drafts).filter(([each]) => each !== key)) }));

export const sayAt = (address: string, text: string): void => useDrafts.setState({ said: { address, text } });
