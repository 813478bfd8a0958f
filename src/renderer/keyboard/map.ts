/**
 * Every key of every screen, as data: the screens act by it, the help shows it, the documents print it.
 *
 * A key is written as the browser names it, with `Shift+`, `Alt+`, `Ctrl+` before it. `words` are keys that only the
 * help shows, where one entry stands for many ("letters") or where the control itself acts on it.
 */
export const SCREENS = [
  'everywhere',
  'lock',
  'till',
  'pay',
  'board',
  'orders',
  'order',
  'refund',
  'shift',
  'count',
  'report',
  'office',
  'list',
  'dashboard',
  'reports',
  'staff',
  'audit',
  'settings',
  'hours',
] as const;
export type ScreenName = (typeof SCREENS)[number];

export interface Shortcut {
  readonly screen: ScreenName;
  /** What the screen's handler is called. */
  readonly action: string;
  readonly keys: readonly string[];
  readonly words?: 'letters' | 'digits' | 'digits_enter';
}

const on = (screen: ScreenName, action: string, ...keys: string[]): Shortcut => ({ screen, action, keys });

export const SHORTCUTS: readonly Shortcut[] = [
  on('everywhere', 'help', '?', 'F1'),
  on('everywhere', 'go_till', 'Alt+1'),
  on('everywhere', 'go_board', 'Alt+2'),
  on('everywhere', 'go_shift', 'Alt+3'),
  on('everywhere', 'go_office', 'Alt+4'),
  on('everywhere', 'go_staff', 'Alt+5'),
  on('everywhere', 'clock', 'Alt+t'),
  on('everywhere', 'scheme', 'Alt+d'),
  on('everywhere', 'lock', 'Alt+l'),
  { ...on('everywhere', 'back', 'Escape') },

  { ...on('lock', 'digit'), words: 'digits' },
  on('lock', 'erase', 'Backspace'),
  on('lock', 'enter', 'Enter'),
  on('lock', 'previous_person', 'ArrowLeft'),
  on('lock', 'next_person', 'ArrowRight'),

  { ...on('till', 'search'), words: 'letters' },
  { ...on('till', 'add_by_code'), words: 'digits_enter' },
  on('till', 'enter', 'Enter'),
  on('till', 'left', 'ArrowLeft'),
  on('till', 'right', 'ArrowRight'),
  on('till', 'up', 'ArrowUp'),
  on('till', 'down', 'ArrowDown'),
  on('till', 'more', '+'),
  on('till', 'fewer', '-'),
  on('till', 'remove', 'Delete'),
  on('till', 'clear', 'Shift+Delete'),
  on('till', 'previous_category', 'PageUp'),
  on('till', 'next_category', 'PageDown'),
  on('till', 'customer', 'F2'),
  on('till', 'discount', 'F3'),
  on('till', 'note', 'F4'),
  on('till', 'edit_line', 'F6'),
  on('till', 'line_price', 'Shift+F3'),
  on('till', 'recall', 'F7'),
  on('till', 'hold', 'F8'),
  on('till', 'receipt', 'F9'),
  on('till', 'pay', 'F10'),
  on('till', 'cash', 'Alt+c'),
  on('till', 'card', 'Alt+k'),
  on('till', 'mobile', 'Alt+m'),

  { ...on('pay', 'amount'), words: 'digits' },
  on('pay', 'take', 'Enter', 'F10'),
  on('pay', 'cash', 'Alt+c'),
  on('pay', 'card', 'Alt+k'),
  on('pay', 'mobile', 'Alt+m'),
  on('pay', 'method', 'F9'),
  on('pay', 'tip', 'F6'),
  on('pay', 'later', 'F8'),

  on('board', 'left', 'ArrowLeft'),
  on('board', 'right', 'ArrowRight'),
  on('board', 'up', 'ArrowUp'),
  on('board', 'down', 'ArrowDown'),
  on('board', 'advance', ' '),
  on('board', 'details', 'Enter'),
  on('board', 'cancel', 'Delete'),
  on('board', 'list', 'F3'),

  on('orders', 'up', 'ArrowUp'),
  on('orders', 'down', 'ArrowDown'),
  on('orders', 'open', 'Enter'),
  on('orders', 'search', 'F2', '/'),
  on('orders', 'board', 'F3'),
  on('orders', 'newer', 'PageUp'),
  on('orders', 'older', 'PageDown'),
  on('orders', 'csv', 'F7'),
  on('orders', 'xlsx', 'F8'),

  on('order', 'pay', 'F10'),
  on('order', 'receipt', 'F9'),
  on('order', 'refund', 'F6'),
  on('order', 'cancel', 'Delete'),

  on('refund', 'everything', 'F7'),
  on('refund', 'give_back', 'F10'),
  on('refund', 'receipt', 'F9'),

  on('shift', 'open_or_close', 'F10'),
  on('shift', 'paid_in', 'F2'),
  on('shift', 'paid_out', 'F3'),
  on('shift', 'drop', 'F4'),
  on('shift', 'expense', 'F6'),
  on('shift', 'no_sale', 'F7'),
  on('shift', 'x_report', 'F8'),

  { ...on('count', 'number'), words: 'digits' },
  { ...on('count', 'next', 'Enter', 'ArrowDown') },
  on('count', 'before', 'ArrowUp'),
  on('count', 'more', '+'),
  on('count', 'fewer', '-'),
  on('count', 'again', 'F9'),
  on('count', 'submit', 'F10'),

  on('report', 'print', 'F9'),
  on('report', 'pdf', 'F10'),
  on('report', 'roll', 'F8'),

  on('list', 'up', 'ArrowUp'),
  on('list', 'down', 'ArrowDown'),
  on('list', 'open', 'Enter'),
  on('list', 'search', '/'),
  on('list', 'add', 'F2'),
  on('list', 'previous_page', 'PageUp'),
  on('list', 'next_page', 'PageDown'),
  on('list', 'save', 'F10'),
  on('list', 'csv', 'F7'),
  on('list', 'xlsx', 'F8'),
  on('list', 'choose', ' '),
  on('list', 'choose_all', 'Alt+a'),
  on('list', 'move_up', 'Alt+ArrowUp'),
  on('list', 'move_down', 'Alt+ArrowDown'),

  on('dashboard', 'range', 'F2'),
  on('dashboard', 'earlier', 'Alt+PageUp'),
  on('dashboard', 'later', 'Alt+PageDown'),
  on('dashboard', 'print', 'F9'),

  on('reports', 'range', 'F2'),
  on('reports', 'earlier', 'Alt+PageUp'),
  on('reports', 'later', 'Alt+PageDown'),
  on('reports', 'previous_page', 'PageUp'),
  on('reports', 'next_page', 'PageDown'),
  on('reports', 'csv', 'F7'),
  on('reports', 'xlsx', 'F8'),
  on('reports', 'pdf', 'F10'),

  on('staff', 'up', 'ArrowUp'),
  on('staff', 'down', 'ArrowDown'),
  on('staff', 'add', 'F2'),
  on('staff', 'save', 'F10'),

  on('audit', 'up', 'ArrowUp'),
  on('audit', 'down', 'ArrowDown'),
  on('audit', 'filter', '/'),
  on('audit', 'newer', 'PageUp'),
  on('audit', 'older', 'PageDown'),
  on('audit', 'verify', 'F8'),
  on('audit', 'export', 'F9'),

  on('settings', 'before', 'PageUp'),
  on('settings', 'next', 'PageDown'),
  on('settings', 'save', 'F10'),

  on('hours', 'clock', 'F2'),
  on('hours', 'newer', 'PageUp'),
  on('hours', 'older', 'PageDown'),
];

/** The rows of one screen, as the help shows them. */
export const shortcutsOf = (screen: ScreenName): readonly Shortcut[] => SHORTCUTS.filter((shortcut) => shortcut.screen === screen);
