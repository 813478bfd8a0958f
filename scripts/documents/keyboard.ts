import { helpTexts } from '../../src/renderer/i18n/en/help.ts';
import { capsOf } from '../../src/renderer/keyboard/caps.ts';
import { SCREENS, type Shortcut, shortcutsOf } from '../../src/renderer/keyboard/map.ts';
import { cell, type GeneratedDocument, madeFrom, table } from './document.ts';

const { help } = helpTexts;
const actions: Record<string, Record<string, string>> = help.actions;

const INTRODUCTION = `Everything in Philo POS can be done without a mouse. \`F1\` or \`?\` shows the keys of the screen that is open.

- Tab and Shift+Tab walk through what can be pressed, Space and Enter press it, Esc steps back.
- On the till, type what is wanted: the first letters find the item, Enter adds it. The four keys of a sale in a hurry: letters, Enter, F10, Enter.
- While a text field has the cursor it keeps letters, Space, arrows and Del for itself; F-keys, Alt and Esc still act.
- On a Mac, Alt is the Option key, and the F-keys may need the fn key.`;

const keysOf = ({ keys, words }: Shortcut): string => {
  const caps = (key: string) => capsOf(key, (name) => help.keys[name]).map((cap) => `<kbd>${cap}</kbd>`);
  const pressed = keys.map((key) => caps(key).join(' ')).join(` ${help.or} `);
  return [words ? help.words[words] : '', pressed].filter((part) => part !== '').join(` ${help.or} `);
};

/** The keys of every screen, by the table that the screens act by. */
export const keyboardDocument: GeneratedDocument = {
  file: 'docs/keyboard.md',
  make: () =>
    [
      '# Keys',
      madeFrom('src/renderer/keyboard/map.ts and the help texts'),
      INTRODUCTION,
      ...SCREENS.filter((screen) => shortcutsOf(screen).length > 0).flatMap((screen) => [
        `## ${help[screen]}`,
        table(
          ['Keys', 'What they do'],
          shortcutsOf(screen).map((shortcut) => [keysOf(shortcut), cell(actions[screen]?.[shortcut.action] ?? '')]),
        ),
      ]),
    ].join('\n\n') + '\n',
};
