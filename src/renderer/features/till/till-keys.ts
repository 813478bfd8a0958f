import { belongsToTextField, actionOf, type KeyPress, nameOfPress } from '../../keyboard/match.ts';

/** What decides what a key means at the till. */
export interface TillKeyState {
  readonly query: string;
  /** Where the key press goes if the till leaves it alone. */
  readonly focus: 'search' | 'field' | 'button' | 'elsewhere';
}

/**
 * The till's action for a key press, or null when it is not the till's. `type` means: move to the search field, which
 * then gets the letter. While something is typed the search field keeps all text keys but Enter and the arrows.
 */
export const tillActionOf = (press: KeyPress, state: TillKeyState): string | null => {
  if (state.focus === 'field') return belongsToTextField(press) ? null : actionOf('till', press);
  const action = actionOf('till', press);
  const searching = state.query !== '';
  if (state.focus === 'button' && (press.key === 'Enter' || press.key === ' ')) return null;
  if (searching && belongsToTextField(press)) {
    if (action !== null && /^(enter|left|right|up|down)$/.test(action)) return action;
    return state.focus === 'search' || press.key.length > 1 ? null : 'type';
  }
  if (press.key === '?' && !searching) return 'help';
  if (action !== null) return action;
  if (nameOfPress(press).length === 1 && press.key !== ' ' && state.focus !== 'search') return 'type';
  return null;
};

/** Where the highlight goes by an arrow, over `count` tiles in rows of `columns`. Null: nothing to highlight. */
export const moveHighlight = (
  from: number | null,
  direction: 'left' | 'right' | 'up' | 'down',
  columns: number,
  count: number,
): number | null => {
  if (count === 0) return null;
  if (from === null) return 0;
  const step = { left: -1, right: 1, up: -columns, down: columns }[direction];
  const next = from + step;
  return next < 0 || next >= count ? from : next;
};
