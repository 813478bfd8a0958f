import { z } from 'zod';
import { SETTING_KEYS, type SettingKey, settingShapes } from '../../src/contract/settings.ts';
import { DEFAULT_SETTINGS } from '../../src/core/modules/settings/store.ts';
import { PPM, toDecimal } from '../../src/domain/money.ts';
import { SECTION_FIELDS } from '../../src/renderer/features/settings/setting-fields.ts';
import { SECTIONS } from '../../src/renderer/features/settings/sections.ts';
import { settingsTexts } from '../../src/renderer/i18n/en/settings.ts';
import { cell, type GeneratedDocument, madeFrom, table } from './document.ts';

const { settings: texts } = settingsTexts;
const fieldTexts: Record<string, { label: string; hint: string } | undefined> = texts.fields;

const INTRODUCTION = `The owner changes them in the back office under Settings; each change counts at once and stands in the audit with the value before and
after. The same keys are in \`GET\` and \`PATCH /api/v1/settings\`, and in \`philo settings get\` and \`philo settings set\`.

Values are given here as the HTTP API writes them: a rate is a fraction, 0.08 for 8 %; an amount is in the shop's currency. In a new shop the
variables \`APP_NAME\`, \`TAX_RATE\`, \`LOW_STOCK_THRESHOLD\`, \`CORS_ORIGINS\` and \`LOG_LEVEL\` of the environment stand in for the defaults, and
they do at each start until somebody sets the value ([why](adr/0005-environment-settings.md)).`;

interface Schema {
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly wire?: string;
}

/** Formats that no schema can say. */
const IN_WORDS: Partial<Record<SettingKey, string>> = {
  currency: 'three capitals (ISO 4217), such as `NOK`',
  time_zone: 'an IANA name, such as `Europe/Oslo`',
  language: '`en` or `nb`; any other is shown in English',
  cash_rounding: 'minor units: `1` (none), `5` or `10`',
};

const decimal = (ppm: number): string => String(toDecimal(ppm, String(PPM).length - 1));

const valuesOf = (schema: Schema): string => {
  if (schema.anyOf) return schema.anyOf.map(valuesOf).join(' or ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.wire === 'rate') return `fraction, ${decimal(schema.minimum ?? 0)} to ${decimal(schema.maximum ?? PPM)}`;
  if (schema.wire === 'money') return 'amount, 0 or more';
  if (schema.type === 'integer') return `whole number, ${schema.minimum} to ${schema.maximum}`;
  if (schema.type === 'boolean') return '`true`, `false`';
  if (schema.type === 'null') return '`null`';
  if (schema.type === 'array') return `list of at most ${schema.maxItems} texts`;
  if (schema.type === 'string') return `text, ${schema.minLength ? `${schema.minLength} to` : 'up to'} ${schema.maxLength} characters`;
  throw new Error(`no words for the values of ${JSON.stringify(schema)}`);
};

const rowOf = (key: SettingKey): string[] => {
  const schema = z.toJSONSchema(settingShapes[key], { io: 'input', unrepresentable: 'any' }) as Schema;
  const given = DEFAULT_SETTINGS[key];
  const written = schema.wire === 'rate' ? decimal(Number(given)) : JSON.stringify(given);
  const { label = '', hint = '' } = fieldTexts[key] ?? {};
  const what = label === '' ? '' : `**${label}.** ${hint}`;
  return [`\`${key}\``, cell(IN_WORDS[key] ?? valuesOf(schema)), `\`${cell(written)}\``, cell(what)];
};

/** Forms whose fields stand in another section of the screen, and the fields of each section. */
const keysBySection = (): readonly (readonly [title: string, hint: string, keys: readonly SettingKey[]])[] => {
  const seen = new Set<SettingKey>();
  const sections = SECTIONS.map(({ id, forms }) => {
    const keys = forms.flatMap((form) => SECTION_FIELDS[form].map(({ key }) => key));
    for (const key of keys) seen.add(key);
    const hints: Partial<Record<string, string>> = texts.hints;
    return [texts.sections[id], hints[id] ?? '', keys] as const;
  });
  const rest = SETTING_KEYS.filter((key) => !seen.has(key));
  return [...sections, ['Without a screen', 'By the API and the command line only.', rest] as const].filter(
    ([, , keys]) => keys.length > 0,
  );
};

/** Every setting with its bounds and its default, in the sections of the screen. */
export const settingsDocument: GeneratedDocument = {
  file: 'docs/settings.md',
  make: () =>
    [
      '# Settings',
      madeFrom('src/contract/settings.ts, the defaults and the texts of the screen'),
      INTRODUCTION,
      ...keysBySection().flatMap(([title, hint, keys]) => [
        `## ${title}`,
        ...(hint === '' ? [] : [hint]),
        table(['Key', 'Values', 'Default', 'What it does'], keys.map(rowOf)),
      ]),
    ].join('\n\n') + '\n',
};
