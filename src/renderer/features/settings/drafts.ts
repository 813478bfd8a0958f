import { create } from 'zustand';
import type { SettingKey } from '../../../contract/settings.ts';

/** What was typed and is not saved yet, and the value that it was typed over (as JSON). */
export interface Draft {
  readonly text: string;
  readonly base: string;
}
export type Drafts = Readonly<Partial<Record<SettingKey, Draft>>>;

interface DraftsStore {
  /** Whose they are: nobody finds another person's half-made changes. */
  readonly owner: number | null;
  readonly drafts: Drafts;
}

/** Kept outside the page, so that going elsewhere and coming back loses nothing. */
const useStore = create<DraftsStore>(() => ({ owner: null, drafts: {} }));

/** The unsaved settings of a person. */
export const useDrafts = (person: number | null): Drafts => {
  const { owner, drafts } = useStore();
  return owner === person ? drafts : NONE;
};

const NONE: Drafts = {};

/** Keeps what was typed; null: it is as it was. */
export const setDraft = (person: number | null, key: SettingKey, draft: Draft | null): void =>
  useStore.setState((store) => {
    const { [key]: _, ...rest } = store.owner === person ? store.drafts : {};
    return { owner: person, drafts: draft === null ? rest : { ...rest, [key]: draft } };
  });
