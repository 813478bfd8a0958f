import { describe, expect, test } from 'vitest';
import { en } from '../../src/renderer/i18n/en.ts';
import { nb } from '../../src/renderer/i18n/nb.ts';
import { SCREENS, SHORTCUTS, shortcutsOf } from '../../src/renderer/keyboard/map.ts';
import { actionOf, belongsToTextField, type KeyPress, nameOfPress } from '../../src/renderer/keyboard/match.ts';
import { moveHighlight, tillActionOf } from '../../src/renderer/features/till/till-keys.ts';

const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('the table', () => {
  test('no key means two things on one screen, nor there and everywhere', () => {
    for (const screen of SCREENS) {
      const keys = [...new Set([screen, 'everywhere' as const])].flatMap(shortcutsOf).flatMap((row) => row.keys);
      expect(
        keys.filter((key, index) => keys.indexOf(key) !== index),
        screen,
      ).toEqual([]);
    }
  });

  test.each([['en', en] as const, ['nb', nb] as const])('every row has its words in %s', (_, texts) => {
    const actions: Record<string, Record<string, string>> = texts.help.actions;
    for (const { screen, action } of SHORTCUTS) expect(actions[screen]?.[action], `${screen}.${action}`).toBeTruthy();
  });

  test.each([['en', en] as const, ['nb', nb] as const])('every screen has its heading in %s', (_, { help }) => {
    for (const screen of SCREENS) expect(help[screen], screen).toBeTruthy();
  });

  test('every row can be reached: by a key, or by words that say which', () => {
    for (const { keys, words, action } of SHORTCUTS) expect(keys.length > 0 || words !== undefined, action).toBe(true);
  });
});

describe('a press', () => {
  test.each([
    [press('a'), 'a'],
    [press('?', { shiftKey: true }), '?'],
    [press('+', { shiftKey: true }), '+'],
    [press('Delete', { shiftKey: true }), 'Shift+Delete'],
    [press('L', { altKey: true, shiftKey: false }), 'Alt+l'],
    [press('k', { ctrlKey: true }), 'Ctrl+k'],
  ])('%o is written as %s', (pressed, name) => expect(nameOfPress(pressed)).toBe(name));

  test('finds its action on its own screen only', () => {
    expect(actionOf('till', press('F10'))).toBe('pay');
    expect(actionOf('board', press('F10'))).toBeNull();
    expect(actionOf('till', press('F10', { ctrlKey: true }))).toBeNull();
  });

  test('text fields keep what writes and moves, not F-keys, Esc and Alt', () => {
    for (const key of ['a', ' ', 'ArrowLeft', 'Delete', 'Backspace', 'Enter']) expect(belongsToTextField(press(key)), key).toBe(true);
    for (const key of ['F2', 'F10', 'Escape']) expect(belongsToTextField(press(key)), key).toBe(false);
    expect(belongsToTextField(press('c', { altKey: true }))).toBe(false);
  });
});

describe('the till', () => {
  const idle = { query: '', focus: 'elsewhere' } as const;
  const searching = { query: 'lat', focus: 'search' } as const;

  test('letters and digits begin a search from anywhere but a text field', () => {
    expect(tillActionOf(press('l'), idle)).toBe('type');
    expect(tillActionOf(press('7'), { query: '', focus: 'button' })).toBe('type');
    expect(tillActionOf(press('l'), { query: '', focus: 'field' })).toBeNull();
    expect(tillActionOf(press('l', { ctrlKey: true }), idle)).toBeNull();
  });

  test('+ - Del and the arrows act on the ticket while nothing is typed, even from the search field', () => {
    const inSearch = { query: '', focus: 'search' } as const;
    expect(tillActionOf(press('+'), inSearch)).toBe('more');
    expect(tillActionOf(press('-'), inSearch)).toBe('fewer');
    expect(tillActionOf(press('Delete'), inSearch)).toBe('remove');
    expect(tillActionOf(press('ArrowDown'), inSearch)).toBe('down');
    expect(tillActionOf(press('?'), inSearch)).toBe('help');
  });

  test('while something is typed only Enter and the arrows leave the search field', () => {
    expect(tillActionOf(press('Enter'), searching)).toBe('enter');
    expect(tillActionOf(press('ArrowRight'), searching)).toBe('right');
    for (const key of ['+', '-', 'Delete', '?', 'Backspace', 'e']) expect(tillActionOf(press(key), searching), key).toBeNull();
    expect(tillActionOf(press('F10'), searching)).toBe('pay');
  });

  test('a focused button acts on Enter and Space itself', () => {
    expect(tillActionOf(press('Enter'), { query: '', focus: 'button' })).toBeNull();
    expect(tillActionOf(press(' '), { query: '', focus: 'button' })).toBeNull();
    expect(tillActionOf(press('F10'), { query: '', focus: 'button' })).toBe('pay');
  });

  test('a text field elsewhere keeps its keys, but not the F-keys', () => {
    expect(tillActionOf(press('Delete'), { query: '', focus: 'field' })).toBeNull();
    expect(tillActionOf(press('F3'), { query: '', focus: 'field' })).toBe('discount');
  });

  test('the highlight walks rows and columns and stops at the edges', () => {
    expect(moveHighlight(null, 'right', 4, 10)).toBe(0);
    expect(moveHighlight(0, 'down', 4, 10)).toBe(4);
    expect(moveHighlight(8, 'down', 4, 10)).toBe(8);
    expect(moveHighlight(0, 'left', 4, 10)).toBe(0);
    expect(moveHighlight(9, 'right', 4, 10)).toBe(9);
    expect(moveHighlight(5, 'up', 4, 10)).toBe(1);
    expect(moveHighlight(null, 'up', 4, 0)).toBeNull();
  });
});
