import { SETTING_KEYS, type SettingKey, type Settings, settingShapes } from '../../contract/settings.ts';
import { systemCaller } from '../../core/kernel/caller.ts';
import { Refusal } from '../../core/kernel/errors.ts';
import { readSettings } from '../../core/modules/settings/index.ts';
import { currencyOf, parseDecimal, PPM } from '../../domain/money.ts';
import { dataFolder, DATA_FLAG, words } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { withReader, withShop } from './open-shop.ts';

const KEYS = SETTING_KEYS.join(', ');

/** Prints one setting, or all. */
export const settingsGetCommand: Command = {
  name: 'settings get',
  usage: '[KEY] --data DIR',
  summary: 'Print a setting, or all of them as JSON',
  details: [`Keys: ${KEYS}.`],
  flags: DATA_FLAG,
  run: async (args, output) => {
    const key = args.words.length === 0 ? null : settingKey(words(args, 'KEY')[0]);
    const settings = await withReader(dataFolder(args), readSettings);
    const all = Object.fromEntries(SETTING_KEYS.map((name) => [name, written(name, settings)]));
    output.data(key === null ? JSON.stringify(all, null, 2) : plain(all[key]));
    return 0;
  },
};

/** Changes one setting. */
export const settingsSetCommand: Command = {
  name: 'settings set',
  usage: 'KEY VALUE --data DIR',
  summary: 'Change a setting, e.g. settings set tax_rate 0.08',
  details: [
    `Keys: ${KEYS}.`,
    'Rates are fractions (0.08), amounts as people write them (2.50) or none, switches true or false.',
    'cors_origins takes a JSON list or origins with commas between.',
  ],
  flags: DATA_FLAG,
  run: async (args, output) => {
    const [name, text = ''] = words(args, 'KEY', 'VALUE');
    const key = settingKey(name);
    await withShop(dataFolder(args), 'settings set', async (pos) => {
      const value = readValue(key, text, currencyOf(pos.settings().currency).decimals);
      const before = plain(written(key, pos.settings()));
      const answer = await pos.dispatch('settings.update', { [key]: value }, systemCaller('cli'));
      if (!answer.ok)
        throw new Refusal(
          answer.error.code,
          answer.error.details?.map((issue) => `${key}: ${issue.msg}`).join('; ') ?? answer.error.message,
        );
      const after = plain(written(key, pos.settings()));
      output.talk(after === before ? `${key} was ${after} already.` : `${key} was ${before}, now it is ${after}.`);
      output.data(after);
    });
    return 0;
  },
};

const settingKey = (text: string | undefined): SettingKey => {
  const key = SETTING_KEYS.find((name) => name === text);
  if (key === undefined) throw new UsageError(`there is no setting "${text}"; there are ${KEYS}`);
  return key;
};

const RATES = ['tax_rate', 'discount_cap_cashier', 'discount_cap_manager'] as const;
const isRate = (key: SettingKey): key is (typeof RATES)[number] => (RATES as readonly string[]).includes(key);

/** As people write it: a rate as a fraction, an amount in the shop's currency. */
const written = (key: SettingKey, settings: Settings): unknown => {
  if (isRate(key)) return settings[key] / PPM;
  const { over_short_comment_above: above } = settings;
  return key === 'over_short_comment_above' && above !== null ? above / 10 ** currencyOf(settings.currency).decimals : settings[key];
};

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The text as the setting's own kind; what does not fit is left for the setting's own bounds to refuse. */
const readValue = (key: SettingKey, text: string, decimals: number): unknown => {
  if (isRate(key)) {
    const ppm = parseDecimal(text, 6);
    if (ppm === null)
      throw new Refusal('invalid_input', `${key} is "${text}", but should be a fraction from 0 to 1 with at most 6 decimals, e.g. 0.08`);
    return ppm;
  }
  switch (key) {
    case 'over_short_comment_above': {
      if (text.trim() === 'none') return null;
      const amount = parseDecimal(text, decimals);
      if (amount === null) throw new Refusal('invalid_input', `${key} is "${text}", but should be an amount such as 5, or none`);
      return amount;
    }
    case 'cors_origins':
      return text.trim().startsWith('[')
        ? listOf(text)
        : text
            .split(',')
            .map((origin) => origin.trim())
            .filter((origin) => origin !== '');
    default:
      return ofKind(key, text);
  }
};

/** A number or a switch where the setting is one, else the text itself: a shop may be called 1987. */
const ofKind = (key: SettingKey, text: string): unknown => {
  const takes = (value: unknown) => settingShapes[key].safeParse(value).success;
  if (takes(text)) return text;
  if (takes(true)) {
    if (text !== 'true' && text !== 'false') throw new Refusal('invalid_input', `${key} is "${text}", but should be true or false`);
    return text === 'true';
  }
  if (!WHOLE_NUMBERS.some(takes)) return text;
  if (!/^-?\d{1,15}$/.test(text.trim())) throw new Refusal('invalid_input', `${key} is "${text}", but should be a whole number`);
  return Number(text);
};

/** Every setting that is a number takes at least one of these. */
const WHOLE_NUMBERS: readonly number[] = [1, 42, 2000];

const listOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid_input', 'cors_origins is not a JSON list, e.g. ["http://localhost:3000"]');
  }
};
