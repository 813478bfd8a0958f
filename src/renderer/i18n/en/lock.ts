/** The lock screen and the first run. */
export const lockTexts = {
  lock: {
    who: 'Who is at the till?',
    enter_pin: 'Enter your PIN, {{name}}',
    pin: 'PIN',
    pin_length_one: '{{count}} digit entered',
    pin_length_other: '{{count}} digits entered',
    sign_in: 'Sign in',
    erase: 'Erase the last digit',
    pick_first: 'Pick your name first.',
    too_short: 'A PIN has 4 to 8 digits.',
    keypad: 'Keypad',
    rate_limited: 'Too many tries in a short time. Try again in {{time}}.',
    locked_out: 'Too many wrong PINs. Try again in {{time}}.',
  },
  owner: {
    title: 'Make this shop yours',
    hint: 'You will be the owner: you see everything and add your staff later.',
    name: 'Your name',
    pin: 'Choose a PIN',
    pin_hint: '4 to 8 digits',
    pin_again: 'The same PIN again',
    create: 'Start',
    differ: 'The two PINs are not the same.',
    name_missing: 'Enter your name.',
  },
};
