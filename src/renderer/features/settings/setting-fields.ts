import { type SettingKey, type Settings, settingShapes } from '../../../contract/settings.ts';
import { type Currency, parseDecimal, toDecimal } from '../../../domain/money.ts';
import { readAmount } from '../../ui/amount.ts';

/** How a setting is typed in. */
export type FieldKind = 'text' | 'long' | 'whole' | 'rate' | 'money' | 'choice' | 'currency' | 'zone' | 'switch' | 'lines';

export interface SettingField {
  readonly key: SettingKey;
  readonly kind: FieldKind;
  /** Of `choice`: the values, in their order. */
  readonly choices?: readonly (string | number)[];
  /** Short ones stay short on a wide page. */
  readonly width?: 'short';
}

const HOURS = Array.from({ length: 13 }, (_, hour) => hour);

/** The settings of each section that has a form, in the order in which they are asked. */
export const SECTION_FIELDS = {
  shop: [
    { key: 'shop_name', kind: 'text' },
    { key: 'tax_number', kind: 'text' },
    { key: 'receipt_footer', kind: 'long' },
  ],
  money: [
    { key: 'currency', kind: 'currency' },
    { key: 'tax_rate', kind: 'rate', width: 'short' },
    { key: 'cash_rounding', kind: 'choice', choices: [1, 5, 10] },
    { key: 'discount_cap_cashier', kind: 'rate', width: 'short' },
    { key: 'discount_cap_manager', kind: 'rate', width: 'short' },
  ],
  time: [
    { key: 'time_zone', kind: 'zone' },
    { key: 'day_cutover_hour', kind: 'choice', choices: HOURS },
  ],
  drawer: [
    { key: 'open_orders_at_close', kind: 'choice', choices: ['carry_over', 'block'] },
    { key: 'over_short_comment_above', kind: 'money', width: 'short' },
    { key: 'low_stock_threshold', kind: 'whole', width: 'short' },
  ],
  printers: [
    { key: 'printer_host', kind: 'text' },
    { key: 'printer_port', kind: 'whole', width: 'short' },
    { key: 'printer_columns', kind: 'choice', choices: [32, 42, 48] },
  ],
  security: [{ key: 'idle_lock_minutes', kind: 'whole', width: 'short' }],
  backups: [
    { key: 'backup_at_close', kind: 'switch' },
    { key: 'backup_second_folder', kind: 'text' },
  ],
  appearance: [
    { key: 'language', kind: 'choice', choices: ['en', 'nb'] },
    { key: 'appearance', kind: 'choice', choices: ['system', 'light', 'dark'] },
  ],
  network: [
    { key: 'network_access', kind: 'switch' },
    { key: 'network_port', kind: 'whole', width: 'short' },
  ],
  desktop: [
    { key: 'automatic_updates', kind: 'switch' },
    { key: 'start_with_system', kind: 'switch' },
    { key: 'kiosk_mode', kind: 'switch' },
  ],
  integration: [
    { key: 'cors_origins', kind: 'lines' },
    { key: 'log_level', kind: 'choice', choices: ['ERROR', 'WARNING', 'INFO', 'DEBUG'] },
  ],
} as const satisfies Readonly<Record<string, readonly SettingField[]>>;

/** A rate is typed in percent, with at most as many decimals as a part per million has. */
const PERCENT_DECIMALS = 4;

/** A setting as its control holds it. */
export const textOf = (field: SettingField, settings: Settings, currency: Currency): string => {
  const value = settings[field.key];
  if (value === null) return '';
  if (Array.isArray(value)) return value.join('\n');
  if (field.kind === 'rate') return String(toDecimal(Number(value), PERCENT_DECIMALS));
  if (field.kind === 'money') return toDecimal(Number(value), currency.decimals).toFixed(currency.decimals);
  return String(value);
};

/** What a control holds as the setting's value; undefined: it is no value at all. */
export const valueOf = (field: SettingField, text: string, currency: Currency): unknown => {
  const plain = text.trim();
  switch (field.kind) {
    case 'whole':
      return /^-?\d{1,12}$/.test(plain) ? Number(plain) : undefined;
    case 'rate':
      return parseDecimal(plain.replace('%', '').trim().replace(',', '.'), PERCENT_DECIMALS) ?? undefined;
    case 'money':
      return plain === '' ? null : (readAmount(plain, currency) ?? undefined);
    case 'choice':
      return field.choices?.find((choice) => String(choice) === plain) ?? plain;
    case 'switch':
      return plain === 'true';
    case 'lines':
      return plain.split(/\s+/).filter((line) => line !== '');
    default:
      return plain;
  }
};

/** What is wrong with a value, by the contract's own bounds. */
export type SettingFault =
  | { readonly kind: 'unreadable' | 'empty' }
  | { readonly kind: 'least' | 'most' | 'longest'; readonly bound: number };

/** The first fault of what a control holds; null: it can be saved. */
export const faultOf = (field: SettingField, text: string, currency: Currency): SettingFault | null => {
  const value = valueOf(field, text, currency);
  if (value === undefined) return text.trim() === '' ? { kind: 'empty' } : { kind: 'unreadable' };
  const issue = settingShapes[field.key].safeParse(value).error?.issues[0];
  if (!issue) return null;
  if (issue.code === 'too_small') return issue.origin === 'string' ? { kind: 'empty' } : { kind: 'least', bound: Number(issue.minimum) };
  if (issue.code === 'too_big') return { kind: issue.origin === 'string' ? 'longest' : 'most', bound: Number(issue.maximum) };
  return { kind: 'unreadable' };
};
