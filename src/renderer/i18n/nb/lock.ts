import type { Texts } from '../en.ts';

/** The lock screen and the first run. */
export const lockTexts: Pick<Texts, 'lock' | 'owner'> = {
  lock: {
    who: 'Hvem står i kassen?',
    enter_pin: 'Tast PIN-koden din, {{name}}',
    pin: 'PIN',
    pin_length_one: '{{count}} siffer tastet',
    pin_length_other: '{{count}} sifre tastet',
    sign_in: 'Logg inn',
    erase: 'Slett siste siffer',
    pick_first: 'Velg navnet ditt først.',
    too_short: 'En PIN-kode har 4 til 8 sifre.',
    keypad: 'Talltastatur',
    rate_limited: 'For mange forsøk på kort tid. Prøv igjen om {{time}}.',
    locked_out: 'For mange feil PIN-koder. Prøv igjen om {{time}}.',
  },
  owner: {
    title: 'Gjør butikken til din',
    hint: 'Du blir eier: Du ser alt og legger til de ansatte senere.',
    name: 'Navnet ditt',
    pin: 'Velg en PIN-kode',
    pin_hint: '4 til 8 sifre',
    pin_again: 'Samme PIN-kode en gang til',
    create: 'Start',
    differ: 'De to PIN-kodene er ikke like.',
    name_missing: 'Skriv inn navnet.',
  },
};
