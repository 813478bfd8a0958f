import type { InputOf, OutputOf } from '../../../contract/index.ts';
import type { STARTS } from '../../../contract/setup.ts';
import { settingShapes } from '../../../contract/settings.ts';
import { parseDecimal } from '../../../domain/money.ts';
import { weaknessOfPin } from '../../../domain/weak-pin.ts';

export const STEPS = ['language', 'shop', 'money', 'owner', 'start'] as const;
export type Step = (typeof STEPS)[number];

/** What was answered so far, as it was typed. Nothing of it is in the shop before the last step is done. */
export interface Answers {
  readonly language: 'en' | 'nb';
  readonly shop_name: string;
  readonly currency: string;
  readonly time_zone: string;
  /** In percent. */
  readonly tax: string;
  readonly cash_rounding: 1 | 5 | 10;
  readonly owner_name: string;
  readonly pin: string;
  readonly pin_again: string;
  readonly start: (typeof STARTS)[number];
  /** Of `import`: the file that was sent and looked into. */
  readonly upload_id: string | null;
  /** Of that file: a whole shop brings everything but its owner's PIN. */
  readonly upload_kind: OutputOf<'setup.inspect'>['kind'] | null;
}

/** The currency of a country, where many begin; any other is chosen from the list. */
const CURRENCIES: Readonly<Record<string, string>> = {
  AU: 'AUD',
  CA: 'CAD',
  CH: 'CHF',
  DK: 'DKK',
  GB: 'GBP',
  IN: 'INR',
  IS: 'ISK',
  JP: 'JPY',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  SE: 'SEK',
  US: 'USD',
};
const EURO = new Set(['AT', 'BE', 'DE', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'IE', 'IT', 'LT', 'LU', 'LV', 'NL', 'PT', 'SI', 'SK']);

/** The first guess, from what the device says of itself. */
export const firstAnswers = (locale: string, timeZone: string): Answers => {
  const { language, region = 'US' } = new Intl.Locale(locale).maximize();
  return {
    language: ['nb', 'nn', 'no'].includes(language) ? 'nb' : 'en',
    shop_name: '',
    currency: EURO.has(region) ? 'EUR' : (CURRENCIES[region] ?? 'USD'),
    time_zone: timeZone === '' ? 'UTC' : timeZone,
    tax: '',
    cash_rounding: 1,
    owner_name: '',
    pin: '',
    pin_again: '',
    start: 'empty',
    upload_id: null,
    upload_kind: null,
  };
};

/** A typed percentage in ppm, or null. An empty one is none at all. */
export const taxOf = (text: string): number | null => {
  const plain = text.replace('%', '').trim().replace(',', '.');
  const ppm = plain === '' ? 0 : parseDecimal(plain, 4);
  return ppm === null || !settingShapes.tax_rate.safeParse(ppm).success ? null : ppm;
};

export type AnswerFault =
  | 'shop_name_missing'
  | 'tax_unreadable'
  | 'owner_name_missing'
  | 'pin_too_short'
  | 'pin_same_digit'
  | 'pin_row'
  | 'pins_differ'
  | 'file_missing';

/** What is missing or wrong in a step, by the field that it is shown at. Empty: on to the next one. */
export const faultsOf = (step: Step, answers: Answers): Readonly<Partial<Record<keyof Answers, AnswerFault>>> => {
  switch (step) {
    case 'shop':
      return answers.shop_name.trim() === '' ? { shop_name: 'shop_name_missing' } : {};
    case 'money':
      return taxOf(answers.tax) === null ? { tax: 'tax_unreadable' } : {};
    case 'owner':
      return {
        ...(answers.owner_name.trim() === '' ? { owner_name: 'owner_name_missing' } : {}),
        ...pinFaults(answers),
      };
    case 'start':
      return answers.start === 'import' && answers.upload_id === null ? { upload_id: 'file_missing' } : {};
    default:
      return {};
  }
};

const pinFaults = ({ pin, pin_again: again }: Answers): Partial<Record<keyof Answers, AnswerFault>> => {
  if (!/^\d{4,8}$/.test(pin)) return { pin: 'pin_too_short' };
  const weakness = weaknessOfPin(pin);
  if (weakness !== null) return { pin: `pin_${weakness}` };
  return pin === again ? {} : { pin_again: 'pins_differ' };
};

/** The answers as the one call takes them. */
export const setupInput = (answers: Answers): InputOf<'setup.run'> => ({
  language: answers.language,
  shop_name: answers.shop_name.trim(),
  currency: answers.currency,
  time_zone: answers.time_zone,
  tax_rate: taxOf(answers.tax) ?? 0,
  cash_rounding: answers.cash_rounding,
  owner_name: answers.owner_name.trim(),
  pin: answers.pin,
  start: answers.start,
  upload_id: answers.start === 'import' ? answers.upload_id : null,
});
