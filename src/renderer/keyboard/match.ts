import { SHORTCUTS, type ScreenName } from './map.ts';

/** What of a key press decides; a KeyboardEvent has it all. */
export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The press as the table writes it. Shift counts only for keys that have a name: `?` and `+` carry it already. */
export const nameOfPress = (press: KeyPress): string => {
  const named = press.key.length > 1;
  const key = named || press.altKey || press.ctrlKey ? (named ? press.key : press.key.toLowerCase()) : press.key;
  return `${press.ctrlKey || press.metaKey ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${press.shiftKey && named ? 'Shift+' : ''}${key}`;
};

const tables = new Map<ScreenName, ReadonlyMap<string, string>>();

/** The action that a press means on a screen, or null. */
export const actionOf = (screen: ScreenName, press: KeyPress): string | null => {
  let table = tables.get(screen);
  if (!table) {
    table = new Map(SHORTCUTS.filter((row) => row.screen === screen).flatMap((row) => row.keys.map((key) => [key, row.action] as const)));
    tables.set(screen, table);
  }
  return table.get(nameOfPress(press)) ?? null;
};

/** Whether the press types or edits text, so that a text field keeps it. */
export const belongsToTextField = (press: KeyPress): boolean => {
  if (press.altKey || press.ctrlKey || press.metaKey) return false;
  return press.key.length === 1 || /^(Arrow|Home|End|Page|Delete|Backspace|Enter|Tab)/.test(press.key);
};
