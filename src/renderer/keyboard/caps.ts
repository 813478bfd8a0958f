/** Keys that are shown by a word or a sign of their own, `help.keys.<name>`. */
const KEY_WORDS = {
  ' ': 'space',
  ArrowLeft: 'arrow_left',
  ArrowRight: 'arrow_right',
  ArrowUp: 'arrow_up',
  ArrowDown: 'arrow_down',
  Escape: 'escape',
  Delete: 'delete',
  PageUp: 'page_up',
  PageDown: 'page_down',
  Enter: 'enter',
  Backspace: 'backspace',
  Shift: 'shift',
  Alt: 'alt',
} as const;
export type KeyWord = (typeof KEY_WORDS)[keyof typeof KEY_WORDS];

const isWord = (part: string): part is keyof typeof KEY_WORDS => Object.hasOwn(KEY_WORDS, part);

/** The keycaps of a key of the map, in the order in which they are pressed: `Shift+F3` is Shift and F3. */
export const capsOf = (key: string, word: (name: KeyWord) => string): readonly string[] => {
  const parts = key === '+' || key === '-' ? [key] : key.split('+');
  return parts.map((part) => (isWord(part) ? word(KEY_WORDS[part]) : part.length === 1 ? part.toUpperCase() : part));
};
