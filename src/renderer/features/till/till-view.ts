import { create } from 'zustand';

/** What the till shows of the menu: not part of the sale. */
interface TillView {
  /** Null: all items. */
  readonly category_id: number | null;
  readonly query: string;
  /** Index into the shown tiles. */
  readonly highlight: number | null;
  /** A line of words about the last try to add, e.g. that an item is sold out. */
  readonly hint: string | null;
  /** On a narrow page either the items or the ticket is shown. */
  readonly side: 'items' | 'ticket';
}

export const useTillView = create<TillView>(() => ({ category_id: null, query: '', highlight: null, hint: null, side: 'items' }));

export const showCategory = (category_id: number | null): void =>
  useTillView.setState({ category_id, query: '', highlight: null, hint: null });

/** Typing highlights the first hit, so that Enter adds it. */
export const searchFor = (query: string): void => useTillView.setState({ query, highlight: query.trim() === '' ? null : 0, hint: null });
