import { foldText } from '../../../../domain/search-text.ts';
import type { Condition } from '../settled-days.ts';

/** Each word must be somewhere in the item's search text. */
export const wordsOf = (sought: string | undefined, alias: string): Condition[] =>
  foldText(sought ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ sql: `instr(${alias}.search_text, ?) > 0`, values: [word] }));
